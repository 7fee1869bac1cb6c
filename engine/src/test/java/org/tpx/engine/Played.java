package org.tpx.engine;

import java.util.List;
import org.agrona.DirectBuffer;
import org.tpx.protocol.Command;
import org.tpx.protocol.Event;
import org.tpx.wire.TurnFrame;

/** One turn that was carried out: what went in, as a record and as the bytes of its frame, and what came out, likewise. */
public final class Played {

    private final DirectBuffer frame;
    private final Command command;
    private final List<Event> events;
    private final byte[] eventBytes;

    Played(DirectBuffer frame, Command command, List<Event> events, byte[] eventBytes) {
        this.frame = frame;
        this.command = command;
        this.events = events;
        this.eventBytes = eventBytes;
    }

    /** The turn's number. */
    public long sequence() {
        return TurnFrame.sequence(frame, 0);
    }

    /** The turn's legal time. */
    public long timeNanos() {
        return TurnFrame.timeNanos(frame, 0);
    }

    /** The frame, from offset 0 on. */
    public DirectBuffer frame() {
        return frame;
    }

    /** What was asked for. */
    public Command command() {
        return command;
    }

    /** What it caused. */
    public List<Event> events() {
        return events;
    }

    /** The same as framed bytes. */
    byte[] eventBytes() {
        return eventBytes;
    }
}
