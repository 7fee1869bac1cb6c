package org.tpx.protocol;

/**
 * What becomes of an order that cannot trade, or not wholly, when it enters. How long a resting order may stay (GTC, DAY,
 * GTD) is {@link TimeInForce}.
 */
public enum OrderKind {
    /** Trades what it can and rests with the remainder. Without a price it rests before every limit. */
    LIMIT,
    /** Trades what it can; the remainder is cancelled. */
    IMMEDIATE_OR_CANCEL,
    /** Trades wholly and at once, or is rejected. */
    FILL_OR_KILL,
    /** Rests without trading, or is rejected. */
    POST_ONLY,
    /**
     * Takes the best opposite limit as its own limit, trades at it and rests with the remainder. Rejected where no such
     * limit exists or a market order rests opposite, for then nobody could say what its limit is.
     */
    MARKET_TO_LIMIT
}
