package org.tpx.engine.kernel;

import org.agrona.DirectBuffer;
import org.tpx.protocol.Event;
import org.tpx.protocol.RejectReason;
import org.tpx.wire.CommandRefusedFlyweight;
import org.tpx.wire.TurnFrame;

/**
 * The command that is being carried out: the only source of time and caller for the state machine, and the only way out
 * for its events. One instance, used again for every turn. Single-threaded; allocates nothing but what an event record
 * costs.
 */
public final class Turn {

    private final EventWriter events;
    private long sequence;
    private long timeNanos;
    private long principalId;
    private long clientId;
    private int templateId;

    /** Turns whose events go to this writer. */
    public Turn(EventWriter events) {
        this.events = events;
    }

    /** Begins the turn whose frame ({@link TurnFrame}) lies at the offset. */
    public void begin(DirectBuffer frame, int offset) {
        events.reset();
        sequence = TurnFrame.sequence(frame, offset);
        timeNanos = TurnFrame.timeNanos(frame, offset);
        principalId = TurnFrame.principalId(frame, offset);
        clientId = TurnFrame.clientId(frame, offset);
        templateId = TurnFrame.templateId(frame, offset);
    }

    /** The turn's number, contiguous from 1. */
    public long sequence() {
        return sequence;
    }

    /** The legal time of everything that happens in this turn: UTC epoch nanoseconds. */
    public long timeNanos() {
        return timeNanos;
    }

    /** Who sent the command; 0 is the node itself. */
    public long principalId() {
        return principalId;
    }

    /** The sender's own reference. */
    public long clientId() {
        return clientId;
    }

    /** The number of the command's message. */
    public int templateId() {
        return templateId;
    }

    /** Tells that something happened. */
    public void emit(Event event) {
        events.write(event);
    }

    /** Refuses the command; allocates nothing. The caller has changed nothing and returns. */
    public void refuse(RejectReason reason, long subjectId) {
        events.commit(CommandRefusedFlyweight.encode(events.buffer(), events.claim(), templateId, reason, subjectId));
    }

    /** Where the events go; for the flyweights of the hot path, and to see how full the turn is. */
    public EventWriter events() {
        return events;
    }
}
