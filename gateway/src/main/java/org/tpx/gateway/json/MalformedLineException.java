package org.tpx.gateway.json;

import org.tpx.wire.MalformedMessageException;

/**
 * A line that is not one of our commands: which line, which field, and why. Nothing of it has entered the exchange.
 */
public final class MalformedLineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final String field;
    private final String reason;

    /**
     * Tells what is wrong where.
     *
     * @param line the number of the line, from 1
     * @param field the field at fault, {@code owners[2].party} for one of a list's entry, {@code line} for the line as a whole
     * @param reason a phrase that follows the field's name
     */
    public MalformedLineException(long line, String field, String reason) {
        super(line + ": " + field + ": " + reason);
        this.line = line;
        this.field = field;
        this.reason = reason;
    }

    /** The same complaint with the number of its line. */
    public MalformedLineException(long line, MalformedMessageException complaint) {
        this(line, complaint.field(), complaint.reason());
        initCause(complaint);
    }

    /** The number of the line, from 1. */
    public long line() {
        return line;
    }

    /** The field at fault. */
    public String field() {
        return field;
    }

    /** What is wrong with it, as a phrase that follows its name. */
    public String reason() {
        return reason;
    }
}
