package org.tpx.settlement.bank;

/** A file from the bank that is no sound message; the whole of it is refused. The message is a sentence for people. */
public final class MalformedBankMessageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedBankMessageException(String sentence) {
        super(sentence);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
