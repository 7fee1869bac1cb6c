package org.tpx.protocol;

/** Why a transfer may be negotiated with one named party instead of being listed (section 3). */
public enum LegalBasis {
    /** A university's or institute's own achievement, which it may transfer at an agreed price once that was made public. */
    UNIVERSITY_ACHIEVEMENT,
    /** State-owned equity or assets: restructuring in a key sector, or reorganisation inside a group. */
    STATE_REORGANISATION,
    /** A listing that failed and one taker afterwards, at no less than the listing price. */
    FAILED_LISTING,
    /** A private holder, who is free. */
    PRIVATE_HOLDER
}
