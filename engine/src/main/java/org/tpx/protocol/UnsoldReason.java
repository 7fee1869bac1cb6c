package org.tpx.protocol;

/** Why a listing's attempt ended without a sale. */
public enum UnsoldReason {
    NO_INTENT,
    NO_ADMITTED,
    NO_QUOTE,
    AUCTION_FAILED,
    AWARD_DEFAULTED,
    NEGOTIATION_CANCELLED,
    APPROVAL_REFUSED,
    TOO_FEW_ADMITTED,
    VOIDED,
    RESERVE_NOT_MET,
    /** The contract was rescinded. */
    RESCINDED,
    /** The certificate was revoked. */
    CERTIFICATE_REVOKED
}
