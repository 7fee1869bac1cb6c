package org.tpx.protocol;

/** How long an order may rest. */
public enum TimeInForce {
    /** Until the close of the trading day. */
    DAY,
    /** Until it is cancelled. */
    GOOD_TILL_CANCELLED,
    /** Until the close of the first trading day that ends at its last instant or later. */
    GOOD_TILL_DATE
}
