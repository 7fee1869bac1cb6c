package org.tpx.protocol;

/** How the holders of a right of first refusal come in (section 1.6). */
public enum RofrMode {
    /** They do not bid; once the others' price is found, they answer on the spot whether they take it. */
    MATCH_ONCE,
    /** They bid like everybody else, and nobody is asked afterwards. */
    BID_AS_ORDINARY,
    /** They do not bid, but may take each price at which the bidding would end; then higher bids go on against them. */
    MATCH_IN_AUCTION,
    /** They answer within days after the price was found. */
    POST_AUCTION
}
