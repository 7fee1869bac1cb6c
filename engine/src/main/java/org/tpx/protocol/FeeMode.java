package org.tpx.protocol;

/** Which column of a fee schedule applies. */
public enum FeeMode {
    /** A price found by competition. */
    BIDDING,
    /** A price quoted by a single transferee or agreed. */
    NEGOTIATED
}
