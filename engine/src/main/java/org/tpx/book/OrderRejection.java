package org.tpx.book;

/** Why a command changed nothing. The order of the constants is the precedence. */
public enum OrderRejection {
    /** An order with this id rests already. */
    DUPLICATE_ORDER,
    /** No order with this id rests. */
    UNKNOWN_ORDER,
    /** The no-cancel phase of a call: nothing is cancelled, reduced or replaced. */
    NO_CANCEL_PHASE,
    /** Only limit and market orders without a minimum take part in a call. */
    NOT_IN_CALL,
    /** Not between 1 and {@link OrderBook#MAX_QUANTITY}, or a minimum outside of 0 to the quantity. */
    INVALID_QUANTITY,
    /** A reserved number, or a market price where a limit is needed. */
    INVALID_PRICE,
    /** The limit is outside of the price bands. */
    PRICE_BAND,
    /** A market-to-limit order finds no limit to take. */
    NO_LIMIT_OPPOSITE,
    /** Two market orders would meet, and neither a limit nor a reference price says at what price. */
    NO_REFERENCE_PRICE,
    /** A post-only order would trade. */
    WOULD_TRADE,
    /** A fill-or-kill order cannot be filled. */
    NOT_FILLABLE,
    /** Less than the minimum quantity would trade at once. */
    BELOW_MINIMUM,
    /** As many orders rest as the book can hold. */
    BOOK_FULL
}
