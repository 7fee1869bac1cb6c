package org.tpx.protocol;

/** Why something that the bank told waits for a person, or is told to one. */
public enum BankQueue {
    /** It came before, with the same content. */
    DUPLICATE,
    /** It is no longer awaited. */
    LATE,
    /** Nobody knows whose it is, or which payment is meant. */
    UNKNOWN,
    /** It is less than it should be. */
    SHORT,
    /** It is more than it should be. */
    SURPLUS,
    /** It is in another currency than it should be. */
    WRONG_CURRENCY,
    /** It says otherwise than what the bank told before under the same reference, or than what is booked. */
    CONTRADICTORY,
    /** It cannot be read, or is not what the bank should send. */
    MALFORMED
}
