package org.tpx.protocol;

/** The two sides of a book. */
public enum Side {
    /** Wants units; the highest price is the best. */
    BUY,
    /** Gives units; the lowest price is the best. */
    SELL;

    /** The side that this one trades with. */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
