package org.tpx.settlement.ledger;

/** The books were made from another journal than the one that is to be booked; nothing was changed. */
public final class ForeignJournalException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ForeignJournalException(Position position, String chain) {
        super("the books reach turn " + position.sequence() + " of a journal whose chain was " + position.chain()
                + " there; in this journal it is " + chain);
    }
}
