package org.tpx.protocol;

/** Why an order, or what was left of it, went out of the book without trading. */
public enum CancelReason {
    /** Asked for, or a reduction to nothing. */
    REQUESTED,
    /** One of many that were cancelled together. */
    MASS_CANCEL,
    /** The remainder of {@link OrderKind#IMMEDIATE_OR_CANCEL}. */
    NOT_IMMEDIATE,
    /** {@link SelfTrade} prevention. */
    SELF_TRADE,
    /** The remainder of a market order that would have had to trade outside of the price bands. */
    PRICE_BAND,
    /** Its time in force is over. */
    EXPIRED,
    /** A market order without a price when its call auction ended. */
    NO_PRICE
}
