package org.tpx.host;

/**
 * Who is told turns by a live node, and from where on.
 *
 * @param listener is told on the node's publish thread; what it throws stops the node
 * @param fromSequence the first turn that it is told; turns from before this start are read from the journal first; 0 for
 *     none of those
 */
public record Subscription(TurnListener listener, long fromSequence) {

    public Subscription {
        if (fromSequence < 0) {
            throw new IllegalArgumentException("turns count from 1, not " + fromSequence);
        }
    }

    /** Tells the listener what comes from this start of the node on. */
    public static Subscription fromNow(TurnListener listener) {
        return new Subscription(listener, 0);
    }

    /** Tells the listener the whole journal and then what comes. */
    public static Subscription fromStart(TurnListener listener) {
        return new Subscription(listener, 1);
    }
}
