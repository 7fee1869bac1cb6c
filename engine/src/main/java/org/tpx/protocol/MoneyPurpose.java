package org.tpx.protocol;

/** What a payment into the settlement account is for, as the payer states it. */
public enum MoneyPurpose {
    DEPOSIT,
    PRICE,
    /** Money for buying units; it names no listing. */
    TRADING
}
