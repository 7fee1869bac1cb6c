package org.tpx.protocol;

/**
 * Where an auction stands (machine 9.3). Every mode begins with SCHEDULED and ends in DETERMINED, FAILED or VOID; a halt is
 * kept beside it.
 */
public enum AuctionPhase {
    /** Before its hours. */
    SCHEDULED,
    /** Ascending: the free period. */
    FREE,
    /** Ascending: the limited period. */
    LIMITED,
    DETERMINED,
    FAILED,
    VOID,
    /** The holder of a right of first refusal is asked. */
    ROFR_INQUIRY,
    /** Sealed and package: bids are collected. */
    COLLECTING,
    /** Sealed: two people open the bids. */
    UNSEALING,
    /** Sealed: those who tied quote once more. */
    REQUOTE,
    /** Weighted and tender: bids and plans are handed in. */
    SUBMISSION,
    /** Weighted and tender: the committee scores all but the price. */
    NONPRICE_SCORING,
    /** Weighted and tender: prices are opened. */
    PRICE_OPENING,
    /** Weighted and tender: scores become one sum. */
    COMPOSITE,
    /** Weighted and tender: the candidates are published. */
    CANDIDATE_NOTICE,
    /** Dutch: the price falls. */
    DESCENDING,
    /** Dutch, hybrid: the others may bid more than the accepted price. */
    SEALED_STAGE,
    /** Dutch, hybrid: the one that accepted may bid more than the best of them. */
    BEST_BID,
    /** Rounds: the pause before a round. */
    ROUND_PAUSE,
    /** Rounds: one bidder's turn. */
    TURN,
    /** Competitive negotiation: a round of offers. */
    ROUND,
    /** Competitive negotiation: final offers. */
    FINAL_OFFERS,
    /** Competitive negotiation: an offer is selected. */
    SELECTED,
    /** Sealed: the seed of the lot between equal bids is awaited. */
    LOT
}
