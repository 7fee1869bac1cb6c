package org.tpx.journal;

import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads a turn record where it lies. {@link #wrap} looks at every length before anything is read by it, so that no bytes,
 * however damaged, make a reader throw or read outside of the record; the accessors may be used after {@link Fault#NONE}
 * only.
 *
 * <p>The command and the events are told as offsets into {@link #buffer()}. Events are walked with a cursor:
 *
 * <pre>{@code
 * view.rewindEvents();
 * while (view.nextEvent()) {
 *     handle(view.buffer(), view.eventOffset(), view.eventLength());
 * }
 * }</pre>
 *
 * <p>Single-threaded; allocates nothing after construction.
 */
public final class TurnRecordView {

    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private final CRC32C crc = new CRC32C();
    private final byte[] hash = new byte[TurnRecord.HASH_LENGTH];
    private final byte[] copy = new byte[4096];
    private int bodyLength;
    private int eventsOffset;
    private int eventIndex;
    private int eventOffset;
    private int eventLength;
    private int nextEventOffset;

    /**
     * Looks at {@code length} bytes from {@code offset} on, which must be exactly one record, and checks their structure
     * but neither CRC nor hashes.
     *
     * @return {@link Fault#NONE} when the record may be read
     */
    public Fault wrap(DirectBuffer source, int offset, int length) {
        buffer.wrap(0, 0);
        if (offset < 0 || length < TurnRecord.MIN_LENGTH || offset > source.capacity() - length) {
            return Fault.TOO_SHORT;
        }
        buffer.wrap(source, offset, length);
        Fault fault = checkStart(length);
        if (fault == Fault.NONE) {
            fault = checkCommand();
        }
        if (fault == Fault.NONE) {
            fault = checkEvents();
        }
        rewindEvents();
        return fault;
    }

    private Fault checkStart(int length) {
        if (getInt(TurnRecord.MAGIC_OFFSET) != TurnRecord.MAGIC) {
            return Fault.NOT_A_TURN;
        }
        int format = formatVersion();
        if (format != TurnRecord.FORMAT_VERSION) {
            return format > TurnRecord.FORMAT_VERSION ? Fault.NEWER_FORMAT : Fault.UNKNOWN_FORMAT;
        }
        bodyLength = getInt(TurnRecord.BODY_LENGTH_OFFSET);
        boolean fits = bodyLength == length - TurnRecord.TRAILER_LENGTH && bodyLength % 8 == 0;
        return fits ? Fault.NONE : Fault.BODY_LENGTH;
    }

    private Fault checkCommand() {
        int length = commandLength();
        int room = bodyLength - TurnRecord.COMMAND_OFFSET - TurnRecord.SALT_LENGTH;
        if (length < 0 || length > TurnRecord.MAX_COMMAND_LENGTH || TurnRecord.padded(length) > room) {
            return Fault.COMMAND_LENGTH;
        }
        int end = TurnRecord.COMMAND_OFFSET + length;
        int saltOffset = TurnRecord.COMMAND_OFFSET + TurnRecord.padded(length);
        eventsOffset = saltOffset + TurnRecord.SALT_LENGTH;
        boolean padded = isZero(end, saltOffset) && getInt(bodyLength + TurnRecord.HASH_LENGTH + 4) == 0;
        return padded ? Fault.NONE : Fault.PADDING;
    }

    private Fault checkEvents() {
        int count = eventCount();
        if (count < 0 || count > TurnRecord.MAX_EVENT_COUNT) {
            return Fault.EVENT_COUNT;
        }
        int event = eventsOffset;
        for (int i = 0; i < count; i++) {
            int room = bodyLength - event - TurnRecord.EVENT_HEADER_LENGTH;
            int length = room < 0 ? -1 : getInt(event);
            if (length < 0 || length > room) {
                return Fault.EVENT_LENGTH;
            }
            int end = event + TurnRecord.EVENT_HEADER_LENGTH + length;
            int next = event + TurnRecord.EVENT_HEADER_LENGTH + TurnRecord.padded(length);
            if (getInt(event + 4) != 0 || !isZero(end, next)) {
                return Fault.PADDING;
            }
            event = next;
        }
        return event == bodyLength ? Fault.NONE : Fault.EVENTS_END;
    }

    /** {@link Fault#CRC} when the CRC32C over body and chain is not the recorded one. */
    public Fault checkCrc() {
        crc.reset();
        int covered = bodyLength + TurnRecord.HASH_LENGTH;
        byte[] array = buffer.byteArray();
        if (array != null) {
            crc.update(array, buffer.wrapAdjustment(), covered);
        } else {
            updateCrcByCopy(covered);
        }
        return (int) crc.getValue() == getInt(covered) ? Fault.NONE : Fault.CRC;
    }

    private void updateCrcByCopy(int covered) {
        for (int done = 0; done < covered; ) {
            int step = Math.min(copy.length, covered - done);
            buffer.getBytes(done, copy, 0, step);
            crc.update(copy, 0, step);
            done += step;
        }
    }

    /** {@link Fault#EVENTS_ROOT} when the root over command and events, computed anew, is not the recorded one. */
    public Fault checkEventsRoot(ChainHasher hasher) {
        hasher.eventsRoot(buffer, 0, hash, 0);
        for (int i = 0; i < TurnRecord.HASH_LENGTH; i++) {
            if (hash[i] != buffer.getByte(TurnRecord.EVENTS_ROOT_OFFSET + i)) {
                return Fault.EVENTS_ROOT;
            }
        }
        return Fault.NONE;
    }

    /**
     * Moves {@code chain} over this record; {@link Fault#CHAIN}, and {@code chain} stays, when the recorded chain is another.
     *
     * @param leaf this record's leaf, from {@link #leaf}
     */
    public Fault checkChain(ChainHasher chain, byte[] leaf, int leafOffset) {
        return chain.advanceTo(leaf, leafOffset, buffer, bodyLength) ? Fault.NONE : Fault.CHAIN;
    }

    /** Writes the leaf of this record, {@code SHA-256(0x00 || HEAD)}, to {@code out}. */
    public void leaf(ChainHasher hasher, byte[] out, int offset) {
        hasher.leaf(buffer, 0, out, offset);
    }

    /** The record's bytes; offset 0 is its first. */
    public DirectBuffer buffer() {
        return buffer;
    }

    /** The length of the record. */
    public int length() {
        return buffer.capacity();
    }

    /** The version of the record's layout. */
    public int formatVersion() {
        return buffer.getShort(TurnRecord.FORMAT_VERSION_OFFSET, TurnRecord.BYTE_ORDER) & 0xFFFF;
    }

    /** The version of the rules that decided this turn. */
    public int logicVersion() {
        return buffer.getShort(TurnRecord.LOGIC_VERSION_OFFSET, TurnRecord.BYTE_ORDER) & 0xFFFF;
    }

    /** The number of the node's start that wrote this record. */
    public int epoch() {
        return getInt(TurnRecord.EPOCH_OFFSET);
    }

    /** The turn's sequence: the first is 1, and there are no gaps. */
    public long sequence() {
        return getLong(TurnRecord.SEQUENCE_OFFSET);
    }

    /** The turn's legal time, UTC epoch nanoseconds. */
    public long timeNanos() {
        return getLong(TurnRecord.TIME_OFFSET);
    }

    /** Who acted; 0 is the node itself. */
    public long principalId() {
        return getLong(TurnRecord.PRINCIPAL_OFFSET);
    }

    /** The caller's own id of the command. */
    public long clientId() {
        return getLong(TurnRecord.CLIENT_OFFSET);
    }

    /** Where the turn frame begins, as the engine takes it. */
    public int frameOffset() {
        return TurnRecord.FRAME_OFFSET;
    }

    /** Where the command message begins. */
    public int commandOffset() {
        return TurnRecord.COMMAND_OFFSET;
    }

    /** The length of the command message. */
    public int commandLength() {
        return getInt(TurnRecord.COMMAND_LENGTH_OFFSET);
    }

    /** The number of events. */
    public int eventCount() {
        return getInt(TurnRecord.EVENT_COUNT_OFFSET);
    }

    /** Where the framed events begin. */
    public int eventsOffset() {
        return eventsOffset;
    }

    /** The length of the framed events. */
    public int eventsLength() {
        return bodyLength - eventsOffset;
    }

    /** Where the salt of the command lies; 16 bytes. */
    public int commandSaltOffset() {
        return eventsOffset - TurnRecord.SALT_LENGTH;
    }

    /** Where the recorded events root lies; 32 bytes. */
    public int eventsRootOffset() {
        return TurnRecord.EVENTS_ROOT_OFFSET;
    }

    /** Where the recorded chain lies; 32 bytes. */
    public int chainOffset() {
        return bodyLength;
    }

    /** Writes the recorded chain to {@code out}. */
    public void chain(byte[] out, int offset) {
        buffer.getBytes(bodyLength, out, offset, TurnRecord.HASH_LENGTH);
    }

    /** Puts the cursor before the first event. */
    public void rewindEvents() {
        eventIndex = -1;
        nextEventOffset = eventsOffset;
    }

    /** Moves to the next event; false after the last. */
    public boolean nextEvent() {
        if (eventIndex + 1 >= eventCount()) {
            return false;
        }
        eventIndex++;
        eventLength = getInt(nextEventOffset);
        eventOffset = nextEventOffset + TurnRecord.EVENT_HEADER_LENGTH;
        nextEventOffset = eventOffset + TurnRecord.padded(eventLength);
        return true;
    }

    /** The event's place in its turn, counted from 0. */
    public int eventIndex() {
        return eventIndex;
    }

    /** Where the event message begins. */
    public int eventOffset() {
        return eventOffset;
    }

    /** The length of the event message. */
    public int eventLength() {
        return eventLength;
    }

    /** Where the event's salt lies; 16 bytes. */
    public int eventSaltOffset() {
        return eventOffset - TurnRecord.SALT_LENGTH;
    }

    /**
     * Compares the recorded events with a block of framed events without salts, as the engine writes it.
     *
     * @return -1 when they are the same, else the index of the first event that differs, which is the smaller count when
     *     one side only has more
     */
    public int firstDifferentEvent(DirectBuffer block, int offset, int blockLength, int count) {
        int same = Math.min(count, eventCount());
        int ours = eventsOffset;
        int theirs = offset;
        for (int i = 0; i < same; i++) {
            int length = getInt(ours);
            if (block.getInt(theirs, TurnRecord.BYTE_ORDER) != length || !sameMessage(ours, block, theirs, length)) {
                return i;
            }
            int step = TurnRecord.EVENT_HEADER_LENGTH + TurnRecord.padded(length);
            ours += step;
            theirs += step;
        }
        return count == eventCount() && theirs - offset == blockLength ? -1 : same;
    }

    private boolean sameMessage(int ours, DirectBuffer block, int theirs, int length) {
        int from = ours + TurnRecord.EVENT_HEADER_LENGTH;
        int to = theirs + TurnRecord.EVENT_HEADER_LENGTH;
        for (int i = 0; i < length; i++) {
            if (buffer.getByte(from + i) != block.getByte(to + i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isZero(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer.getByte(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private int getInt(int offset) {
        return buffer.getInt(offset, TurnRecord.BYTE_ORDER);
    }

    private long getLong(int offset) {
        return buffer.getLong(offset, TurnRecord.BYTE_ORDER);
    }
}
