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
    NEGOTIATING
}
