package org.tpx.protocol;

/** Which way money went over the settlement account, as the bank tells it. */
public enum MoneyDirection {
    /** No money is meant: a whole message for example. */
    NONE,
    /** Into the settlement account. */
    IN,
    /** Out of the settlement account. */
    OUT
}
