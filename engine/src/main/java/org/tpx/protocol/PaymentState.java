package org.tpx.protocol;

/** Where a payment out stands. */
public enum PaymentState {
    DUE,
    PROPOSED,
    INSTRUCTED,
    CONFIRMED
}
