package org.tpx.journal;

import org.tpx.protocol.Hash256;

/**
 * Where a journal ends: what the next turn continues from.
 *
 * @param sequence the last turn, 0 before the first
 * @param timeNanos the last turn's legal time, UTC epoch nanoseconds; 0 before the first
 * @param epoch the epoch of the last turn, 0 before the first
 * @param chain the chain of the last turn, {@link Hash256#ZERO} before the first
 * @param day the last file's day, counted from 1970-01-01; -1 when there is no file
 * @param endPosition where the next document of the last file begins; 0 when there is no file
 */
public record JournalHead(long sequence, long timeNanos, int epoch, Hash256 chain, int day, long endPosition) {

    /** Before the first turn. */
    public static JournalHead empty() {
        return new JournalHead(0, 0, 0, Hash256.ZERO, -1, 0);
    }
}
