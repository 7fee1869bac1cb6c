package org.tpx.protocol;

/** What the winner of a sealed sale pays. */
public enum PriceRule {
    /** Its own bid. */
    FIRST_PRICE,
    /** The best valid bid of the others, or the listing price where there is none (Vickrey). */
    SECOND_PRICE
}
