package org.tpx.protocol;

/** When the price leaves the settlement account (section 5.1). */
public enum ReleasePolicy {
    /** As the rule profile says. */
    BY_PROFILE,
    /** With the transaction certificate. */
    ON_CERTIFICATE,
    /** When the registry has entered the new owner. */
    ON_TITLE_REGISTERED,
    /** When the handover protocol is signed. */
    ON_ACCEPTANCE,
    /** A part with the certificate, the rest when the title has passed, by registry or handover. */
    SPLIT
}
