package org.tpx.protocol;

/** What the notice of a negotiated transfer states about its two sides. */
public enum RelatedParty {
    NOT_STATED,
    UNRELATED,
    RELATED
}
