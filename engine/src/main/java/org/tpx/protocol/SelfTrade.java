package org.tpx.protocol;

/** What happens when an order meets one of the same member. The entering order says it; a call auction does not ask. */
public enum SelfTrade {
    /** They trade. */
    ALLOW,
    /** What is left of the entering order is cancelled. */
    CANCEL_NEWEST,
    /** The resting order is cancelled, and the entering one goes on. */
    CANCEL_OLDEST,
    /** Both are cancelled. */
    CANCEL_BOTH
}
