package org.tpx.settlement.document;

/** How a price is paid, as the certificate states it. */
public enum PaymentForm {
    /** All at once. */
    LUMP_SUM
}
