package org.tpx.protocol;

/** Where a right stands with the authority that grants it. */
public enum RightStanding {
    /** Applied for and not granted. */
    PENDING,
    /** Granted and in force. */
    IN_FORCE,
    /** Over: its term, an annual fee that was never paid, or its owner's waiver ended it. */
    ENDED,
    /** Declared invalid: it counts as never granted. */
    INVALIDATED
}
