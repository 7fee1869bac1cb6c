package org.tpx.settlement.ledger;

import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DemandEvent.DemandCancelled;
import org.tpx.protocol.DemandEvent.DemandClosed;
import org.tpx.protocol.DemandEvent.DemandFunded;
import org.tpx.protocol.DemandEvent.DemandPublished;
import org.tpx.protocol.DemandEvent.DemandSubmitted;
import org.tpx.protocol.DemandEvent.SolutionAwarded;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.PostingReason;

/**
 * The awards of demands, reckoned a second time: what has to be paid in, both sides' fees, what goes back to the poster, and that each
 * part of an award is paid as it was told. A poster's award account holds what is paid in for all of its demands.
 */
final class Demands {

    private record Demand(
            long id,
            long posterId,
            Currency currency,
            long amountMinor,
            long guarantorId,
            long feeScheduleId,
            int feeScheduleVersion,
            long heldMinor) {

        String named(String what) {
            return what + " of demand " + id;
        }
    }

    private final Handle handle;
    private final Rules rules;
    private final Differences differences;

    Demands(Handle handle, Rules rules, Differences differences) {
        this.handle = handle;
        this.rules = rules;
        this.differences = differences;
    }

    void submitted(Place place, DemandSubmitted event) {
        handle.execute(
                "INSERT INTO demand (demand_id, code, poster_id, kind, currency, amount_minor, guarantor_id, fee_schedule_id,"
                        + " fee_schedule_version, held_minor, closed_sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0)"
                        + " ON CONFLICT DO NOTHING",
                event.demandId(),
                event.code(),
                event.posterId(),
                event.terms().kind(),
                event.terms().amount().currency(),
                event.terms().amount().minor(),
                event.terms().guarantorId(),
                event.feeScheduleId());
    }

    void published(Place place, DemandPublished event) {
        handle.execute(
                "UPDATE demand SET fee_schedule_version = ? WHERE demand_id = ?",
                event.feeScheduleVersion(),
                event.demandId());
    }

    void funded(Place place, DemandFunded event) {
        with(event.demandId(), "DemandFunded", demand -> {
            long parts = demand.guarantorId() == 0 ? demand.amountMinor() : awardedMinor(demand);
            long expected = parts + feeMinor(demand, FeeSide.BUYER, parts) - demand.heldMinor();
            differences.check(
                    demand.named("money paid in"),
                    demand.currency(),
                    expected,
                    event.amount().minor());
            hold(demand, demand.heldMinor() + event.amount().minor());
        });
    }

    void awarded(Place place, SolutionAwarded event) {
        with(event.demandId(), "SolutionAwarded", demand -> {
            long part = event.amount().minor();
            long fee = Math.min(part, feeMinor(demand, FeeSide.SELLER, part));
            differences.check(
                    demand.named("solver's fee"),
                    demand.currency(),
                    fee,
                    event.fee().minor());
            differences.check(
                    demand.named("solver's part less its fee"),
                    demand.currency(),
                    part - fee,
                    event.net().minor());
            handle.execute(
                    "INSERT INTO demand_award (demand_id, party_id, amount_minor, fee_minor, paid_sequence)"
                            + " VALUES (?, ?, ?, ?, 0) ON CONFLICT DO NOTHING",
                    event.demandId(),
                    event.partyId(),
                    part,
                    event.fee().minor());
        });
    }

    /** A posting was told: one that pays a part of an award must be the one that was told with the award. */
    void posted(Place place, MoneyPosted event) {
        if (event.reason() != PostingReason.AWARD_PAID) {
            return;
        }
        int paid = handle.execute(
                "UPDATE demand_award SET paid_sequence = ? WHERE (demand_id, party_id) IN (SELECT a.demand_id, a.party_id FROM demand_award a"
                        + " JOIN demand d ON d.demand_id = a.demand_id WHERE a.paid_sequence = 0 AND d.poster_id = ?"
                        + " AND a.amount_minor = ? AND a.fee_minor = ? AND (a.party_id = ? OR a.fee_minor = a.amount_minor)"
                        + " ORDER BY a.demand_id, a.party_id LIMIT 1)",
                place.sequence(),
                party(event, AccountKind.AWARD),
                minor(event, AccountKind.AWARD),
                minor(event, AccountKind.FEE_EARNED),
                party(event, AccountKind.PAYABLE));
        differences.require(
                paid == 1, "payment of an award", "a part that was told, once", "POST-" + event.postingId());
    }

    void closed(Place place, DemandClosed event) {
        with(event.demandId(), "DemandClosed", demand -> {
            long parts = awardedMinor(demand);
            long fee = parts == 0 ? 0 : feeMinor(demand, FeeSide.BUYER, parts);
            differences.check(
                    demand.named("award"),
                    demand.currency(),
                    parts,
                    event.awarded().minor());
            differences.check(
                    demand.named("poster's fee"),
                    demand.currency(),
                    fee,
                    event.fee().minor());
            differences.check(
                    demand.named("rest"),
                    demand.currency(),
                    demand.heldMinor() - parts - fee,
                    event.returned().minor());
            long unpaid = handle.select(
                            "SELECT COUNT(*) FROM demand_award WHERE demand_id = ? AND paid_sequence = 0", demand.id())
                    .mapTo(Long.class)
                    .one();
            differences.check(demand.named("unpaid parts"), (Object) 0L, unpaid);
            end(place, demand);
        });
    }

    void cancelled(Place place, DemandCancelled event) {
        with(event.demandId(), "DemandCancelled", demand -> {
            differences.check(
                    demand.named("rest"),
                    demand.currency(),
                    demand.heldMinor(),
                    event.returned().minor());
            end(place, demand);
        });
    }

    /** A turn changed an award account: it holds what is paid in for the poster's demands and no more. */
    void checkHeld(AccountBalance account) {
        long held = handle.select(
                        "SELECT COALESCE(SUM(held_minor), 0) FROM demand WHERE poster_id = ? AND currency = ?",
                        account.key().partyId(),
                        account.key().currency())
                .mapTo(Long.class)
                .one();
        differences.check(
                "money paid in for demands on " + account.key(),
                account.key().currency(),
                held,
                account.balanceMinor());
    }

    private void end(Place place, Demand demand) {
        hold(demand, 0);
        handle.execute("UPDATE demand SET closed_sequence = ? WHERE demand_id = ?", place.sequence(), demand.id());
    }

    private void hold(Demand demand, long minor) {
        handle.execute("UPDATE demand SET held_minor = ? WHERE demand_id = ?", minor, demand.id());
    }

    private long awardedMinor(Demand demand) {
        return handle.select("SELECT COALESCE(SUM(amount_minor), 0) FROM demand_award WHERE demand_id = ?", demand.id())
                .mapTo(Long.class)
                .one();
    }

    // Before the publication the latest version of the schedule counts.
    private long feeMinor(Demand demand, FeeSide side, long minor) {
        int version = demand.feeScheduleVersion() > 0
                ? demand.feeScheduleVersion()
                : handle.select(
                                "SELECT COALESCE(MAX(version), 0) FROM fee_schedule WHERE fee_schedule_id = ?",
                                demand.feeScheduleId())
                        .mapTo(Integer.class)
                        .one();
        return rules.tariff(demand.feeScheduleId(), version)
                .map(tariff -> tariff.feeMinor(FeeMode.NEGOTIATED, side, minor))
                .orElse(0L);
    }

    private void with(long demandId, String event, Consumer<Demand> action) {
        find(demandId)
                .ifPresentOrElse(
                        action, () -> differences.onDifference(event, "a demand that was submitted", "" + demandId));
    }

    private Optional<Demand> find(long demandId) {
        return handle.select("SELECT * FROM demand WHERE demand_id = ?", demandId)
                .map((row, context) -> new Demand(
                        row.getLong("demand_id"),
                        row.getLong("poster_id"),
                        Currency.valueOf(row.getString("currency")),
                        row.getLong("amount_minor"),
                        row.getLong("guarantor_id"),
                        row.getLong("fee_schedule_id"),
                        row.getInt("fee_schedule_version"),
                        row.getLong("held_minor")))
                .findOne();
    }

    private static long party(MoneyPosted event, AccountKind kind) {
        return event.legs().stream()
                .filter(leg -> leg.account() == kind)
                .mapToLong(PostingLeg::partyId)
                .findFirst()
                .orElse(0);
    }

    private static long minor(MoneyPosted event, AccountKind kind) {
        return event.legs().stream()
                .filter(leg -> leg.account() == kind)
                .filter(leg -> leg.side() == (kind == AccountKind.AWARD ? EntrySide.DEBIT : EntrySide.CREDIT))
                .mapToLong(leg -> leg.amount().minor())
                .sum();
    }
}
