package org.tpx.settlement.register;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Money;
import org.tpx.protocol.Owner;
import org.tpx.protocol.RegisterEvent.RightStatusRecorded;
import org.tpx.protocol.RightStanding;
import org.tpx.protocol.RightType;

/** The rows of the title register, written in the transaction of whoever books. */
final class TitleRows {

    /** Where a right stands, as it was recorded last. */
    record Standing(RightStanding standing, long termEndsNanos, long feesPaidUntilNanos) {}

    private final Handle handle;

    TitleRows(Handle handle) {
        this.handle = handle;
    }

    String code(long rightId) {
        return one("SELECT code FROM traded_right WHERE right_id = ?", rightId);
    }

    Optional<RightType> type(long rightId) {
        return handle.select("SELECT right_type FROM traded_right WHERE right_id = ?", rightId)
                .mapTo(String.class)
                .findOne()
                .map(RightType::valueOf);
    }

    String party(long partyId) {
        return one("SELECT code FROM party WHERE party_id = ?", partyId);
    }

    /** Enters under the next number of the right's page, and returns that number. */
    int enter(EntryPlace place, long rightId, String kind, String instrument, String words) {
        int number = handle.select("SELECT COALESCE(MAX(number), 0) + 1 FROM title_entry WHERE right_id = ?", rightId)
                .mapTo(Integer.class)
                .one();
        handle.execute(
                "INSERT INTO title_entry (right_id, number, sequence, ordinal, time_nanos, kind, instrument, words)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                rightId,
                number,
                place.sequence(),
                place.ordinal(),
                place.timeNanos(),
                kind,
                instrument,
                words);
        return number;
    }

    boolean isEntered(long rightId, String instrument) {
        return count("SELECT COUNT(*) FROM title_entry WHERE right_id = ? AND instrument = ?", rightId, instrument) > 0;
    }

    List<Owner> owners(long rightId) {
        return handle.select(
                        "SELECT party_id, share_bps FROM title_share WHERE right_id = ? AND until_sequence = 0"
                                + " ORDER BY place",
                        rightId)
                .map((row, context) -> new Owner(row.getLong("party_id"), row.getInt("share_bps")))
                .list();
    }

    /** Who owned the right until a deal passed it on. */
    List<Owner> ownersBefore(long rightId, String deal) {
        return handle.select(
                        "SELECT party_id, share_bps FROM title_share WHERE right_id = ? AND until_sequence ="
                                + " (SELECT MAX(sequence) FROM title_entry WHERE right_id = ? AND instrument = ?"
                                + " AND kind = 'DEAL') ORDER BY place",
                        rightId,
                        rightId,
                        deal)
                .map((row, context) -> new Owner(row.getLong("party_id"), row.getInt("share_bps")))
                .list();
    }

    /** These are the owners from this entry on. */
    void pass(EntryPlace place, long rightId, int number, List<Owner> owners) {
        handle.execute(
                "UPDATE title_share SET until_sequence = ? WHERE right_id = ? AND until_sequence = 0",
                place.sequence(),
                rightId);
        for (int i = 0; i < owners.size(); i++) {
            handle.execute(
                    "INSERT INTO title_share (right_id, place, party_id, share_bps, from_number, from_sequence,"
                            + " until_sequence) VALUES (?, ?, ?, ?, ?, ?, 0)",
                    rightId,
                    i,
                    owners.get(i).partyId(),
                    owners.get(i).shareBps(),
                    number,
                    place.sequence());
        }
    }

    void encumber(
            EntryPlace place,
            long rightId,
            int number,
            EncumbranceKind kind,
            long holderId,
            Money claim,
            long dueNanos,
            boolean late,
            String reference) {
        handle.execute(
                "INSERT INTO title_burden (right_id, reference, kind, holder_id, currency, claim_minor, due_nanos, late,"
                        + " from_number, from_sequence, until_sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                rightId,
                reference,
                kind,
                holderId,
                claim.currency(),
                claim.minor(),
                dueNanos,
                late ? 1 : 0,
                number,
                place.sequence());
    }

    /** The claim behind an open pledge became known. */
    void claim(long rightId, String reference, Money claim) {
        handle.execute(
                "UPDATE title_burden SET currency = ?, claim_minor = ? WHERE right_id = ? AND reference = ?"
                        + " AND until_sequence = 0",
                claim.currency(),
                claim.minor(),
                rightId,
                reference);
    }

    /** Ends what weighs under a reference, and returns how many of it there were: one, unless something is wrong. */
    int release(EntryPlace place, long rightId, String reference) {
        return handle.execute(
                "UPDATE title_burden SET until_sequence = ? WHERE right_id = ? AND reference = ? AND until_sequence = 0",
                place.sequence(),
                rightId,
                reference);
    }

    long open(long rightId, EncumbranceKind kind) {
        return count(
                "SELECT COUNT(*) FROM title_burden WHERE right_id = ? AND kind = ? AND until_sequence = 0",
                rightId,
                kind);
    }

    long open(long rightId, String reference) {
        return count(
                "SELECT COUNT(*) FROM title_burden WHERE right_id = ? AND reference = ? AND until_sequence = 0",
                rightId,
                reference);
    }

    void stand(EntryPlace place, int number, RightStatusRecorded event) {
        handle.execute(
                "INSERT INTO title_standing (right_id, from_number, sequence, standing, filed_nanos, term_ends_nanos,"
                        + " fees_paid_until_nanos, invalidity_pending, same_day_invention)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                event.rightId(),
                number,
                place.sequence(),
                event.standing(),
                event.filedNanos(),
                event.termEndsNanos(),
                event.feesPaidUntilNanos(),
                event.invalidityPending() ? 1 : 0,
                event.sameDayInvention() ? 1 : 0);
    }

    Optional<Standing> standing(long rightId) {
        return handle.select(
                        "SELECT standing, term_ends_nanos, fees_paid_until_nanos FROM title_standing"
                                + " WHERE right_id = ? ORDER BY from_number DESC LIMIT 1",
                        rightId)
                .map((row, context) -> new Standing(
                        RightStanding.valueOf(row.getString("standing")),
                        row.getLong("term_ends_nanos"),
                        row.getLong("fees_paid_until_nanos")))
                .findOne();
    }

    private String one(String sql, long id) {
        return handle.select(sql, id).mapTo(String.class).findOne().orElse("?");
    }

    private long count(String sql, Object... values) {
        return handle.select(sql, values).mapTo(Long.class).one();
    }
}
