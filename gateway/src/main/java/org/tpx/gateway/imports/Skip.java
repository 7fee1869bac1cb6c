package org.tpx.gateway.imports;

/** Why a row of an order file brought nothing. */
public enum Skip {
    /** A hidden order was executed. */
    HIDDEN("executions of hidden orders"),
    /** The action column has a value that no action was named for. */
    UNKNOWN_ACTION("rows of unknown actions"),
    /** No order of this id rests: it came before the file began, or is gone. */
    UNKNOWN_ORDER("rows about unknown orders"),
    /** An order of this id rests already. */
    ID_IN_USE("adds of an id that is in use");

    private final String phrase;

    Skip(String phrase) {
        this.phrase = phrase;
    }

    /** What such rows are, in the plural. */
    public String phrase() {
        return phrase;
    }
}
