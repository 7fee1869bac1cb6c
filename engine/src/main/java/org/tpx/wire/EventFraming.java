package org.tpx.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.BitUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * How the events of a turn lie one after the other, in the engine's buffer as in the journal. Allocates nothing.
 *
 * <pre>
 *    0   i32 eventLength     bytes of the message, without padding
 *    4   i32 zero
 *    8   16 bytes salt       zero as the engine writes it, random once the host has filled it in
 *   24   the event: 8 bytes of message header, block, groups, texts
 *    ..  zero bytes up to a multiple of 8
 * </pre>
 */
public final class EventFraming {
    public static final int EVENT_LENGTH_OFFSET = 0;
    public static final int ZERO_OFFSET = 4;
    public static final int SALT_OFFSET = 8;
    public static final int SALT_LENGTH = 16;
    /** Where the message begins. */
    public static final int MESSAGE_OFFSET = 24;
    /** Every frame begins and ends at a multiple of this. */
    public static final int ALIGNMENT = 8;

    private EventFraming() {}

    /** Bytes of a frame around a message of that many bytes, with padding. */
    public static int framedLength(int messageLength) {
        return MESSAGE_OFFSET + BitUtil.align(messageLength, ALIGNMENT);
    }

    /** Bytes of the event's message, without padding. */
    public static int eventLength(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset + EVENT_LENGTH_OFFSET, LITTLE_ENDIAN);
    }

    /**
     * Writes all of a frame but its message: length, zero, zero salt and the zero bytes behind the message, which must
     * already stand at {@link #MESSAGE_OFFSET}. Returns the bytes of the frame.
     */
    public static int frame(MutableDirectBuffer buffer, int offset, int messageLength) {
        int framedLength = framedLength(messageLength);
        int padding = framedLength - MESSAGE_OFFSET - messageLength;
        buffer.putInt(offset + EVENT_LENGTH_OFFSET, messageLength, LITTLE_ENDIAN);
        buffer.putInt(offset + ZERO_OFFSET, 0, LITTLE_ENDIAN);
        buffer.putLong(offset + SALT_OFFSET, 0, LITTLE_ENDIAN);
        buffer.putLong(offset + SALT_OFFSET + Long.BYTES, 0, LITTLE_ENDIAN);
        if (padding > 0) {
            // The last word ends with so many bytes that are not the message's.
            int last = offset + framedLength - Long.BYTES;
            long kept = buffer.getLong(last, LITTLE_ENDIAN) & (-1L >>> (padding * Byte.SIZE));
            buffer.putLong(last, kept, LITTLE_ENDIAN);
        }
        return framedLength;
    }
}
