package org.tpx.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The frame in which a command reaches the engine. The journal records the same bytes, so that a replay hands them on
 * without a copy. Allocates nothing.
 *
 * <pre>
 *    0   i64 sequence        the turn's number, contiguous from 1
 *    8   i64 timeNanos       the legal time, UTC epoch nanoseconds
 *   16   i64 principalId     who asks; 0 is the node itself
 *   24   i64 clientId        the caller's own number of the command
 *   32   i32 commandLength   bytes of the message
 *   36   i32 eventCount      0 on the way in, the number of events in the journal
 *   40   the command: 8 bytes of message header, block, groups, texts
 * </pre>
 */
public final class TurnFrame {
    public static final int SEQUENCE_OFFSET = 0;
    public static final int TIME_NANOS_OFFSET = 8;
    public static final int PRINCIPAL_ID_OFFSET = 16;
    public static final int CLIENT_ID_OFFSET = 24;
    public static final int COMMAND_LENGTH_OFFSET = 32;
    public static final int EVENT_COUNT_OFFSET = 36;
    /** Where the message begins; the bytes before it are the frame's header. */
    public static final int MESSAGE_OFFSET = 40;

    private TurnFrame() {}

    /** The turn's number. */
    public static long sequence(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + SEQUENCE_OFFSET, LITTLE_ENDIAN);
    }

    /** Sets the turn's number. */
    public static void sequence(MutableDirectBuffer buffer, int offset, long sequence) {
        buffer.putLong(offset + SEQUENCE_OFFSET, sequence, LITTLE_ENDIAN);
    }

    /** The legal time of the turn, UTC epoch nanoseconds. */
    public static long timeNanos(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + TIME_NANOS_OFFSET, LITTLE_ENDIAN);
    }

    /** Sets the legal time of the turn, UTC epoch nanoseconds. */
    public static void timeNanos(MutableDirectBuffer buffer, int offset, long timeNanos) {
        buffer.putLong(offset + TIME_NANOS_OFFSET, timeNanos, LITTLE_ENDIAN);
    }

    /** Who asks; 0 is the node itself. */
    public static long principalId(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + PRINCIPAL_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Sets who asks; 0 is the node itself. */
    public static void principalId(MutableDirectBuffer buffer, int offset, long principalId) {
        buffer.putLong(offset + PRINCIPAL_ID_OFFSET, principalId, LITTLE_ENDIAN);
    }

    /** The caller's own number of the command. */
    public static long clientId(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + CLIENT_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Sets the caller's own number of the command. */
    public static void clientId(MutableDirectBuffer buffer, int offset, long clientId) {
        buffer.putLong(offset + CLIENT_ID_OFFSET, clientId, LITTLE_ENDIAN);
    }

    /** Bytes of the command's message, without padding. */
    public static int commandLength(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset + COMMAND_LENGTH_OFFSET, LITTLE_ENDIAN);
    }

    /** Sets the bytes of the command's message, without padding. */
    public static void commandLength(MutableDirectBuffer buffer, int offset, int commandLength) {
        buffer.putInt(offset + COMMAND_LENGTH_OFFSET, commandLength, LITTLE_ENDIAN);
    }

    /** The number of events of the turn; 0 on the way in. */
    public static int eventCount(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset + EVENT_COUNT_OFFSET, LITTLE_ENDIAN);
    }

    /** Sets the number of events of the turn. */
    public static void eventCount(MutableDirectBuffer buffer, int offset, int eventCount) {
        buffer.putInt(offset + EVENT_COUNT_OFFSET, eventCount, LITTLE_ENDIAN);
    }

    /** The template id of the command. */
    public static int templateId(DirectBuffer buffer, int offset) {
        return MessageHeader.templateId(buffer, offset + MESSAGE_OFFSET);
    }

    /** Bytes of the whole frame: header and message, without padding. */
    public static int length(DirectBuffer buffer, int offset) {
        return MESSAGE_OFFSET + commandLength(buffer, offset);
    }
}
