package org.tpx.host;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
import org.tpx.journal.TurnRecordView;
import org.tpx.protocol.Command;
import org.tpx.protocol.Event;
import org.tpx.wire.ConfidentialFields;
import org.tpx.wire.MessageHeader;
import org.tpx.wire.RecordCodec;

/**
 * One turn as listeners see it: who asked for what and when, and what came of it. Messages stay bytes until somebody asks
 * for records, so that a listener which reads flyweights allocates nothing.
 *
 * <pre>{@code
 * turn.rewind();
 * while (turn.next()) {
 *     apply(turn.sequence(), turn.ordinal(), turn.event());
 * }
 * }</pre>
 *
 * <p>Valid until the listener returns. Single-threaded.
 */
public final class TurnView {

    private final RecordCodec codec;
    private final ConfidentialFields confidential;
    private TurnRecordView turn = new TurnRecordView();
    private @Nullable Command command;

    /** A view that decodes with this codec. */
    public TurnView(RecordCodec codec) {
        this.codec = codec;
        confidential = ConfidentialFields.of(codec.templates());
    }

    /** Lays the view over a record, before its first event; for those who read the journal themselves. */
    public TurnView over(TurnRecordView record) {
        turn = record;
        command = null;
        turn.rewindEvents();
        return this;
    }

    /** The turn's number, contiguous from 1. */
    public long sequence() {
        return turn.sequence();
    }

    /** The turn's legal time: UTC epoch nanoseconds. */
    public long timeNanos() {
        return turn.timeNanos();
    }

    /** Who sent the command; 0 is the node itself. */
    public long principalId() {
        return turn.principalId();
    }

    /** The sender's own reference; 0 for the node's own turns. */
    public long clientId() {
        return turn.clientId();
    }

    /** The number of the node's start that journaled the turn. */
    public int epoch() {
        return turn.epoch();
    }

    /** The number of the command's message. */
    public int commandTemplateId() {
        return MessageHeader.templateId(turn.buffer(), turn.commandOffset());
    }

    /** The command, decoded at the first call. What is confidential is absent in it, whether or not it can be read by now. */
    public Command command() {
        Command decoded = command;
        if (decoded == null) {
            decoded = confidential.isIn(commandTemplateId()) ? masked() : decoded(turn.buffer(), turn.commandOffset());
            command = decoded;
        }
        return decoded;
    }

    private Command masked() {
        UnsafeBuffer copy = new UnsafeBuffer(new byte[turn.commandLength()]);
        copy.putBytes(0, turn.buffer(), turn.commandOffset(), turn.commandLength());
        confidential.blank(copy, 0);
        return decoded(copy, 0);
    }

    private Command decoded(DirectBuffer buffer, int offset) {
        return codec.decodeCommand(buffer, offset, turn.commandLength());
    }

    /** Holds the bytes of all messages. */
    public DirectBuffer buffer() {
        return turn.buffer();
    }

    /** Where the command's message begins. */
    public int commandOffset() {
        return turn.commandOffset();
    }

    /** Bytes of the command's message. */
    public int commandLength() {
        return turn.commandLength();
    }

    /** The number of events. */
    public int eventCount() {
        return turn.eventCount();
    }

    /** Goes back before the first event. */
    public void rewind() {
        turn.rewindEvents();
    }

    /** Moves to the next event; false behind the last. */
    public boolean next() {
        return turn.nextEvent();
    }

    /** The event's place in its turn, from 0. */
    public int ordinal() {
        return turn.eventIndex();
    }

    /** The number of the event's message. */
    public int eventTemplateId() {
        return MessageHeader.templateId(turn.buffer(), turn.eventOffset());
    }

    /** The event, decoded at every call. */
    public Event event() {
        return codec.decodeEvent(turn.buffer(), turn.eventOffset(), turn.eventLength());
    }

    /** Where the event's message begins. */
    public int eventOffset() {
        return turn.eventOffset();
    }

    /** Bytes of the event's message. */
    public int eventLength() {
        return turn.eventLength();
    }

    /** All events, decoded; leaves the view behind the last one. */
    public List<Event> events() {
        List<Event> events = new ArrayList<>(eventCount());
        rewind();
        while (next()) {
            events.add(event());
        }
        return events;
    }
}
