package org.tpx.settlement.register;

/**
 * A line of a register of shares.
 *
 * @param party the holder's code
 * @param shares what it holds
 * @param pledged of them pledged
 * @param frozen of them frozen
 * @param locked of them an executive's that were locked last
 * @param lockUntilNanos when that lock ends or ended, UTC epoch nanoseconds; 0 where there never was one
 * @param blocked of them blocked for listings and deals
 * @param confirmed whether the holder has shown who it is
 */
public record ShareHolder(
        String party,
        long shares,
        long pledged,
        long frozen,
        long locked,
        long lockUntilNanos,
        long blocked,
        boolean confirmed) {}
