package org.tpx.settlement.ledger;

/**
 * The first phase of money that leaves an account: a part of its balance waits, and nothing else may use it. The second phase posts it
 * or voids it.
 *
 * @param id names the hold; no other open hold has the same
 * @param account the account
 * @param minor how much, minor units, above zero
 * @param untilNanos when it times out, UTC epoch nanoseconds; {@link #FOREVER} when never
 */
public record Hold(long id, AccountKey account, long minor, long untilNanos) {

    /** A hold that never times out. */
    public static final long FOREVER = Long.MAX_VALUE;

    /** The same hold with another instant at which it times out. */
    Hold until(long nanos) {
        return new Hold(id, account, minor, nanos);
    }
}
