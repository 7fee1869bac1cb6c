package org.tpx.protocol;

/** Why a negotiated transfer came to nothing. */
public enum CancellationGround {
    BASIS_REFUSED,
    OBJECTION_UPHELD,
    /** The transferor broke it off. */
    WITHDRAWN,
    /** The time to sign passed. */
    NOT_SIGNED,
    /** The price did not come, the grace period included. */
    NOT_PAID,
    /** An authority did not approve the signed contract. */
    APPROVAL_REFUSED,
    /** The contract was rescinded. */
    RESCINDED,
    /** The certificate was revoked. */
    CERTIFICATE_REVOKED
}
