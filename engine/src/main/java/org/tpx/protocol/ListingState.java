package org.tpx.protocol;

/** Where a listing stands (machine 9.1). */
public enum ListingState {
    DRAFT,
    UNDER_REVIEW,
    RETURNED,
    REJECTED,
    ACCEPTED,
    PRE_DISCLOSED,
    DISCLOSED,
    QUALIFYING,
    SINGLE_QUOTE,
    IN_AUCTION,
    AWARDED,
    DEFAULTED_AWARD,
    CONTRACTED,
    UNSOLD,
    SUSPENDED,
    COMPLETED,
    CLOSED_UNSOLD,
    TERMINATED,
    WITHDRAWN,
    NEGOTIATING,
    /** The single quote is in, and holders of a right of first refusal are asked whether they take it. */
    ROFR_PENDING
}
