package org.tpx.settlement.ledger;

/** The projection was handed a turn that does not follow the last one; booking it would leave a hole in the books. */
public final class SequenceGapException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final long expectedSequence;
    private final long foundSequence;

    SequenceGapException(long expectedSequence, long foundSequence) {
        super("expected turn " + expectedSequence + " of the journal, but got turn " + foundSequence);
        this.expectedSequence = expectedSequence;
        this.foundSequence = foundSequence;
    }

    /** The sequence that follows the last booked one. */
    public long expectedSequence() {
        return expectedSequence;
    }

    /** The sequence that came. */
    public long foundSequence() {
        return foundSequence;
    }
}
