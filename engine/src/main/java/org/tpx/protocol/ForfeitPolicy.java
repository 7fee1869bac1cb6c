package org.tpx.protocol;

/** What becomes of a defaulter's deposit (section 5.4). */
public enum ForfeitPolicy {
    /** As the rule profile says. */
    BY_PROFILE,
    /** Fees first, the rest compensates the transferor. */
    FULL,
    /** Fees and the shortfall of the re-sale are kept, the rest is returned. */
    ACTUAL_LOSS
}
