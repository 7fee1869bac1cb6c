package org.tpx.protocol;

/** Which side an agent may act on for its client. */
public enum MandateScope {
    /** Listings only. */
    SELL,
    /** Intents, quotes, bids, orders only. */
    BUY,
    /** Both sides. */
    BOTH
}
