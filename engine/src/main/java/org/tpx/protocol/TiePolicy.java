package org.tpx.protocol;

/** Which of several equal best bids of a sealed sale wins once those who tied have quoted again, or could have. */
public enum TiePolicy {
    /** The one that was handed in first. */
    EARLIEST,
    /** A lot from a seed that was committed before the bidding. */
    LOT,
    /** The same, with the nonce of every opened bid mixed in. */
    LOT_WITH_NONCES
}
