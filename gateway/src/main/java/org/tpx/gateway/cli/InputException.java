package org.tpx.gateway.cli;

/** What was handed to the program cannot be used; the message is a sentence for the caller. */
final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputException(String sentence) {
        super(sentence);
    }
}
