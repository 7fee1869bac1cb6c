package org.tpx.protocol;

/** The side of a ledger leg. */
public enum EntrySide {
    DEBIT,
    CREDIT
}
