package org.tpx.protocol;

/** Why money moved in the books. */
public enum PostingReason {
    DEPOSIT_IN,
    PRICE_IN,
    UNEXPECTED_IN,
    DEPOSIT_CONVERTED,
    SELLER_FEE_RESERVED,
    FEES_EARNED,
    PRICE_RELEASED,
    DEPOSIT_RELEASED,
    DEPOSIT_FORFEITED,
    FORFEIT_APPLIED,
    PAID_OUT,
    TRADING_IN,
    TRADING_WITHDRAWN,
    AWARD_FUNDED,
    AWARD_PAID,
    AWARD_CLOSED
}
