package org.tpx.protocol;

/** What a defaulter failed to do (section 5.4). */
public enum DefaultTrigger {
    /** The single transferee did not quote. */
    NO_QUOTE,
    /** The winner did not sign in time. */
    NOT_SIGNED,
    /** The buyer did not pay in time, the grace period included. */
    NOT_PAID,
    /** Two people found that it colluded; the sale is void. */
    COLLUSION
}
