package org.tpx.host;

import org.tpx.protocol.EventListener;

/** Is told turns in the order of the journal, each once it is durable. Called by one thread. */
@FunctionalInterface
public interface TurnListener {

    /**
     * A turn is durable.
     *
     * @param turn its command and its events; valid during the call only
     */
    void onTurn(TurnView turn);

    /** Tells every event of a turn, decoded, to a listener that only wants those. */
    static TurnListener of(EventListener listener) {
        return turn -> {
            turn.rewind();
            while (turn.next()) {
                listener.onEvent(turn.sequence(), turn.ordinal(), turn.timeNanos(), turn.event());
            }
        };
    }
}
