package org.tpx.settlement.ledger;

/**
 * The books cannot be kept any more: a posting does not balance, an amount is beyond what an account can hold, or both sides of the
 * books differ. Nothing of it is booked, and booking it again would end the same way. The message is a sentence for a person.
 */
public final class BrokenBooksException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Books that broke for this reason. */
    public BrokenBooksException(String sentence) {
        super(sentence);
    }

    /** The same, with the turn that broke them. */
    BrokenBooksException at(long sequence) {
        BrokenBooksException told = new BrokenBooksException("The books stop before the batch of turn " + sequence
                + ", of which nothing is booked: " + getMessage());
        told.initCause(this);
        return told;
    }
}
