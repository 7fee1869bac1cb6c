package org.tpx.host;

/**
 * Who is told turns by a live node, and from where on.
 *
 * @param listener is told on the node's publish thread; what it throws stops the node
 * @param fromSequence the first turn that it is told; turns from before this start are read from the journal first
 */
public record Subscription(TurnListener listener, long fromSequence) {

    public Subscription {
        if (fromSequence < 1) {
            throw new IllegalArgumentException("turns count from 1, not " + fromSequence);
        }
    }

    /** Tells the listener the whole journal and then what comes. */
    public static Subscription fromStart(TurnListener listener) {
        return new Subscription(listener, 1);
    }
}
