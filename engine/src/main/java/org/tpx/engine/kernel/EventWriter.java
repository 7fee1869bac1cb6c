package org.tpx.engine.kernel;

import java.nio.ByteBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.protocol.Event;
import org.tpx.wire.EventFraming;
import org.tpx.wire.RecordCodec;

/**
 * Collects the events of one turn as frames ({@link EventFraming}), ready to be copied into the journal's record. The
 * cold events are records; for the hot ones {@link #claim} gives the place where a flyweight writes. Single-threaded;
 * {@link #claim} and {@link #commit} allocate nothing.
 */
public final class EventWriter {

    /** The most events of one turn; what needs more goes on in the next turn. */
    public static final int MAX_EVENTS = 4096;

    /** The most bytes of all events of one turn, frames included. */
    public static final int MAX_BYTES = 1 << 20;

    // Room for one more message of the largest size, so that the bound is checked after writing, not before.
    private static final int SLACK = 1 << 17;

    private final RecordCodec codec;
    private final MutableDirectBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(MAX_BYTES + SLACK));
    private int length;
    private int count;

    /** A writer that encodes records with this codec. */
    public EventWriter(RecordCodec codec) {
        this.codec = codec;
    }

    /** The codec of its records. */
    public RecordCodec codec() {
        return codec;
    }

    /** Forgets the events of the turn before. */
    public void reset() {
        length = 0;
        count = 0;
    }

    /** Appends an event. */
    public void write(Event event) {
        commit(codec.encode((Record) event, buffer, claim()));
    }

    /** The offset in {@link #buffer()} where the message of the next event belongs; {@link #commit} must follow. */
    public int claim() {
        return length + EventFraming.MESSAGE_OFFSET;
    }

    /** Frames the message that was written at {@link #claim()} with so many bytes. */
    public void commit(int messageLength) {
        length += EventFraming.frame(buffer, length, messageLength);
        count++;
        Invariant.check(count <= MAX_EVENTS && length <= MAX_BYTES, "a turn wrote too many events", count);
    }

    /** Whether a good part of the turn's bound is used, so that more work should wait for the next turn. */
    public boolean isNearlyFull() {
        return count > MAX_EVENTS / 2 || length > MAX_BYTES / 2;
    }

    /** Holds the frames from offset 0 on. */
    public MutableDirectBuffer buffer() {
        return buffer;
    }

    /** Bytes of all frames of the turn. */
    public int length() {
        return length;
    }

    /** Events of the turn. */
    public int count() {
        return count;
    }
}
