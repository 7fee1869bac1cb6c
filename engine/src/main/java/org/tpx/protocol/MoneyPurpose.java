package org.tpx.protocol;

/** What a payment into the settlement account is for, as the payer states it. */
public enum MoneyPurpose {
    DEPOSIT,
    PRICE,
    /** Money for buying units or funding awards; it names no listing. */
    TRADING,
    /** What is owed back for a deal that was unwound; only for claims on record. */
    RESTITUTION,
    /** Dues or the seat fee of a member, into the operating account; it names no listing. */
    DUES
}
