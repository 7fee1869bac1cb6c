package org.tpx.protocol;

/** The parts of a trading day of a series. */
public enum UnitSession {
    /** No orders enter; good-till-cancelled orders wait, and may be cancelled. */
    CLOSED,
    /** Orders enter and leave, nothing trades. */
    PRE_OPEN,
    /** Orders enter and may not leave; it ends in one price. */
    OPENING_CALL,
    /** Orders trade as they enter. */
    CONTINUOUS,
    /** Orders enter and may not leave; it ends in one price and the day is over. */
    CLOSING_CALL,
    /** After a halt: orders enter and leave; it ends in one price. */
    RESUMPTION_CALL
}
