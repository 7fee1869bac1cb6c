package org.tpx.wire;

/**
 * A message that is not one of ours, or not within its limits. Carries the name of the field at fault (of a list's
 * entry as {@code lines[3].amount}) and the reason as a phrase that follows the name:
 * {@code deposit: must be at least 0}.
 */
public final class MalformedMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    /** Tells the field at fault and what is wrong with it. */
    public MalformedMessageException(String field, String reason) {
        super(field + ": " + reason);
        this.field = field;
        this.reason = reason;
    }

    /** The same complaint about an entry of a list. */
    MalformedMessageException inside(String list, int index) {
        return new MalformedMessageException(list + "[" + index + "]." + field, reason);
    }

    /** The name of the field at fault. */
    public String field() {
        return field;
    }

    /** What is wrong with it, as a phrase without a full stop. */
    public String reason() {
        return reason;
    }
}
