package org.tpx.settlement.ledger;

/**
 * How far into the journal the books reach.
 *
 * @param sequence the last booked turn, 0 before the first
 * @param timeNanos its time, UTC epoch nanoseconds
 * @param chain the journal's chain hash at that turn, as hexadecimal digits; empty where the feeder did not tell it
 */
public record Position(long sequence, long timeNanos, String chain) {

    /** Before the first turn. */
    public static final Position START = new Position(0, 0, "");
}
