package org.tpx.settlement.ledger;

/** The turns in the life of a listing that a person looks for in a list of results. */
public enum ListingOutcome {
    /** The application was rejected. */
    REJECTED,
    /** The listing was suspended. */
    SUSPENDED,
    /** The listing went on after a suspension. */
    RESUMED,
    /** The sale was confirmed to a transferee. */
    AWARDED,
    /** The terms of a negotiated transfer were agreed, or changed. */
    NEGOTIATED,
    /** The awarded transferee did not do its part. */
    AWARD_DEFAULTED,
    /** An attempt ended without a sale. */
    UNSOLD,
    /** The right was listed again. */
    RELISTED,
    /** The transferor withdrew. */
    WITHDRAWN,
    /** The exchange terminated the listing. */
    TERMINATED,
    /** The listing was closed unsold for good. */
    CLOSED,
    /** Contract, certificate, title and money are done. */
    COMPLETED;

    /** Whether it names a transferee and a price. */
    boolean isAgreement() {
        return this == AWARDED || this == NEGOTIATED;
    }
}
