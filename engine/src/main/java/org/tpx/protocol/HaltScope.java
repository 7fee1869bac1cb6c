package org.tpx.protocol;

/** How far a halt reaches (section 6.3). */
public enum HaltScope {
    /** One listing's sale. */
    LISTING,
    /** Every sale. */
    MARKET
}
