package org.tpx.settlement.register;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who holds how many shares: the rows as they stand, and the history that they are the sum of. */
final class ShareHoldings {

    /** A row of the register. */
    record Row(long partyId, long shares, boolean confirmed, long lockedShares, long lockUntilNanos) {

        long lockedShares(long timeNanos) {
            return timeNanos < lockUntilNanos ? Math.min(lockedShares, shares) : 0;
        }
    }

    private final Handle handle;

    ShareHoldings(Handle handle) {
        this.handle = handle;
    }

    Row find(long registerId, long partyId) {
        return handle.select(
                        "SELECT shares, confirmed, locked_shares, lock_until_nanos FROM share_holding"
                                + " WHERE register_id = ? AND party_id = ?",
                        registerId,
                        partyId)
                .map((row, context) -> new Row(
                        partyId,
                        row.getLong("shares"),
                        row.getInt("confirmed") != 0,
                        row.getLong("locked_shares"),
                        row.getLong("lock_until_nanos")))
                .findOne()
                .orElse(new Row(partyId, 0, false, 0, 0));
    }

    /** Enters a change, 0 for one that only says something of the holder, and returns what the party holds from now on. */
    long enter(
            EntryPlace place,
            int line,
            long registerId,
            long partyId,
            long change,
            String why,
            long otherId,
            long dealId) {
        handle.execute(
                "INSERT INTO share_entry (sequence, ordinal, line, time_nanos, register_id, party_id, change, why,"
                        + " other_party_id, deal_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                place.sequence(),
                place.ordinal(),
                line,
                place.timeNanos(),
                registerId,
                partyId,
                change,
                why,
                otherId,
                dealId);
        long shares = Math.addExact(find(registerId, partyId).shares(), change);
        handle.execute(
                "INSERT INTO share_holding (register_id, party_id, shares, confirmed, locked_shares, lock_until_nanos)"
                        + " VALUES (?, ?, ?, 0, 0, 0)"
                        + " ON CONFLICT (register_id, party_id) DO UPDATE SET shares = excluded.shares",
                registerId,
                partyId,
                shares);
        return shares;
    }

    void confirm(long registerId, long partyId) {
        handle.execute(
                "UPDATE share_holding SET confirmed = 1 WHERE register_id = ? AND party_id = ?", registerId, partyId);
    }

    void lock(long registerId, long partyId, long shares, long untilNanos) {
        handle.execute(
                "UPDATE share_holding SET locked_shares = ?, lock_until_nanos = ? WHERE register_id = ? AND party_id = ?",
                shares,
                untilNanos,
                registerId,
                partyId);
    }

    /** The shares of all holders together. */
    long sum(long registerId) {
        return number("SELECT COALESCE(SUM(shares), 0) FROM share_holding WHERE register_id = ?", registerId);
    }

    /** How many hold shares. */
    long holders(long registerId) {
        return number("SELECT COUNT(*) FROM share_holding WHERE register_id = ? AND shares > 0", registerId);
    }

    private long number(String sql, long registerId) {
        Optional<Long> number = handle.select(sql, registerId).mapTo(Long.class).findOne();
        return number.orElse(0L);
    }
}
