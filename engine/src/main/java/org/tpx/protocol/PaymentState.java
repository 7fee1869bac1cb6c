package org.tpx.protocol;

/** Where a payment out stands. */
public enum PaymentState {
    DUE,
    PROPOSED,
    INSTRUCTED,
    CONFIRMED,
    /** Not made any more, before it was sent. */
    CANCELLED
}
