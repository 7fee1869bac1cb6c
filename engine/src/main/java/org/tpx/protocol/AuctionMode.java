package org.tpx.protocol;

/** How a price is formed when two or more transferees are admitted (section 2.2). */
public enum AuctionMode {
    /** Rising quotes in a free and then a limited period that every bid extends. */
    MULTI_ROUND_ASCENDING,
    /** None: the price was agreed with a named counterparty. Only a proposed negotiation has it. */
    NEGOTIATED,
    /** The same with the free period running during the disclosure. */
    DYNAMIC_QUOTATION,
    /** One sealed quote each, opened together. */
    SEALED_ONE_TIME,
    /** A quote and scores by criteria in one weighted sum. */
    WEIGHTED,
    /** A tender before a committee, with ranked candidates. */
    TENDER,
    /** The price falls step by step until somebody accepts it. */
    DUTCH,
    /** Offers in rounds, then final offers, selected by published criteria. */
    COMPETITIVE_NEGOTIATION,
    /** Bids on single lots and on packages of them. */
    PACKAGE,
    /** A fixed number of rounds in which each bidder has one turn, the lowest bid first. */
    ROUNDS,
    /** None: an offer was taken up at its marked price. Only a take-up has it, no draft. */
    MARKED_PRICE
}
