package org.tpx.protocol;

/** How a price is formed when two or more transferees are admitted (section 2.2). */
public enum AuctionMode {
    /** Rising quotes in a free and then a limited period that every bid extends. */
    MULTI_ROUND_ASCENDING,
    /** None: the price was agreed with a named counterparty. Only a proposed negotiation has it. */
    NEGOTIATED,
    /** None: an offer was taken up at its marked price. Only a take-up has it, no draft. */
    MARKED_PRICE
}
