package org.tpx.settlement.register;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What weighs on shares: pledges and freezes by number, blocks by listing, executives' locks; as they stand, and the history. */
final class ShareBurdens {

    /** What can weigh on shares. */
    enum Kind {
        PLEDGE,
        FREEZE,
        LOCK,
        BLOCK
    }

    private final Handle handle;

    ShareBurdens(Handle handle) {
        this.handle = handle;
    }

    /** The shares that a burden is on; empty where it was never entered. */
    Optional<Long> find(long registerId, Kind kind, String reference, long partyId) {
        return handle.select(
                        "SELECT shares FROM share_burden WHERE register_id = ? AND kind = ? AND reference = ?"
                                + " AND party_id = ?",
                        registerId,
                        kind,
                        reference,
                        partyId)
                .mapTo(Long.class)
                .findOne();
    }

    /** All shares of a party that burdens of a kind are on. */
    long sum(long registerId, Kind kind, long partyId) {
        return handle.select(
                        "SELECT COALESCE(SUM(shares), 0) FROM share_burden WHERE register_id = ? AND kind = ?"
                                + " AND party_id = ?",
                        registerId,
                        kind,
                        partyId)
                .mapTo(Long.class)
                .one();
    }

    void set(long registerId, Kind kind, String reference, long partyId, long favouredId, long shares) {
        handle.execute(
                "INSERT INTO share_burden (register_id, kind, reference, party_id, favoured_id, shares, consented)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 0)"
                        + " ON CONFLICT (register_id, kind, reference, party_id) DO UPDATE SET shares = excluded.shares",
                registerId,
                kind,
                reference,
                partyId,
                favouredId,
                shares);
    }

    void consent(long registerId, String reference) {
        handle.execute(
                "UPDATE share_burden SET consented = 1 WHERE register_id = ? AND kind = ? AND reference = ?",
                registerId,
                Kind.PLEDGE,
                reference);
    }

    /** Enters a change into the history. */
    void enter(
            EntryPlace place,
            long registerId,
            long partyId,
            Kind kind,
            String reference,
            long change,
            long untilNanos) {
        handle.execute(
                "INSERT INTO share_weight (sequence, ordinal, time_nanos, register_id, party_id, kind, reference,"
                        + " change, until_nanos) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                place.sequence(),
                place.ordinal(),
                place.timeNanos(),
                registerId,
                partyId,
                kind,
                reference,
                change,
                untilNanos);
    }
}
