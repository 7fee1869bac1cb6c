package org.tpx.book;

/** Why an order, or what was left of it, went out of the book without trading. */
public enum CancelReason {
    /** {@link OrderBook#cancel}, or a reduction to nothing. */
    REQUESTED,
    /** {@link OrderBook#massCancel}. */
    MASS_CANCEL,
    /** The remainder of {@link OrderKind#IMMEDIATE_OR_CANCEL}. */
    NOT_IMMEDIATE,
    /** {@link SelfTrade} prevention. */
    SELF_TRADE,
    /** The remainder of a market order that would have had to trade outside of the price bands. */
    PRICE_BAND,
    /** A market order without a price when its call auction ended. */
    NO_PRICE
}
