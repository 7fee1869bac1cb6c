package org.tpx.protocol;

/** Which order of a trade came last and took the price of the other. */
public enum Aggressor {
    BUY,
    SELL,
    /** Neither: a call trades all at one price. */
    NONE
}
