package org.tpx.engine.kernel;

/** The state machine found itself in a state that must not exist: a defect. The host stops the node. */
public final class InvariantBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Tells what does not hold. */
    public InvariantBrokenException(String sentence) {
        super(sentence);
    }
}
