package org.tpx.gateway.api;

import java.util.List;
import org.tpx.host.TurnView;
import org.tpx.protocol.Event;
import org.tpx.protocol.SystemEvent;

/**
 * What came of a command: the turn that carried it out, durable.
 *
 * @param sequence the turn
 * @param timeNanos its legal time
 * @param principalId who sent the command
 * @param clientId the sender's own reference
 * @param events what happened, in order
 */
public record Outcome(long sequence, long timeNanos, long principalId, long clientId, List<Event> events) {

    /** The outcome that a turn tells; keeps nothing of the view. */
    public static Outcome of(TurnView turn) {
        return new Outcome(turn.sequence(), turn.timeNanos(), turn.principalId(), turn.clientId(), turn.events());
    }

    /** Whether the exchange refused the command. */
    public boolean isRefused() {
        return events.get(0) instanceof SystemEvent.CommandRefused;
    }

    /** Whether the same command came before. */
    public boolean isRepeated() {
        return events.get(0) instanceof SystemEvent.CommandRepeated;
    }
}
