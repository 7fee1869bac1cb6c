package org.tpx.settlement.bank;

/** Where one sending of a payment stands. */
public enum TransferState {
    /** Sent, or to be sent; the journal shows no outcome. */
    INSTRUCTED,
    CONFIRMED,
    RETURNED
}
