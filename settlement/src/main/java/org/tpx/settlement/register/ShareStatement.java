package org.tpx.settlement.register;

import java.util.List;

/**
 * What came to a holder and went, what weighs on it, and where that stood after a turn.
 *
 * @param register the code of the register
 * @param sequence the turn
 * @param lines entry by entry, in the order of the journal
 * @param holder where it stood
 */
public record ShareStatement(String register, long sequence, List<Line> lines, ShareHolder holder) {

    /**
     * One entry.
     *
     * @param sequence its turn
     * @param timeNanos when, UTC epoch nanoseconds
     * @param what why shares came or went, or what weighs on them and its number
     * @param other from whom or to whom; empty where nobody else was concerned
     * @param change shares that came, or went where it is negative; for what weighs on them, that it is on more or fewer
     * @param shares what the holder holds after it
     */
    public record Line(long sequence, long timeNanos, String what, String other, long change, long shares) {}
}
