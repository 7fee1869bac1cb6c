package org.tpx.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The eight bytes before every message. Allocates nothing.
 *
 * <pre>
 *   0               2               4               6               8
 *  +---------------+---------------+---------------+---------------+
 *  |u16 blockLength|u16 templateId | u16 schemaId  | u16 version   |
 *  +---------------+---------------+---------------+---------------+
 * </pre>
 */
public final class MessageHeader {
    /** Bytes of the header. */
    public static final int LENGTH = 8;
    /** The schema of the exchange. */
    public static final int SCHEMA_ID = 8088;
    /** The version of the schema that this program writes. */
    public static final int SCHEMA_VERSION = 1;

    public static final int BLOCK_LENGTH_OFFSET = 0;
    public static final int TEMPLATE_ID_OFFSET = 2;
    public static final int SCHEMA_ID_OFFSET = 4;
    public static final int VERSION_OFFSET = 6;

    private MessageHeader() {}

    /** Writes the header of a message of our schema and version. */
    public static void write(MutableDirectBuffer buffer, int offset, int blockLength, int templateId) {
        // One store: a word that is read back at once, as for the digest of events, must not come from four.
        long words = (blockLength & 0xFFFFL)
                | (templateId & 0xFFFFL) << (Byte.SIZE * TEMPLATE_ID_OFFSET)
                | (long) SCHEMA_ID << (Byte.SIZE * SCHEMA_ID_OFFSET)
                | (long) SCHEMA_VERSION << (Byte.SIZE * VERSION_OFFSET);
        buffer.putLong(offset, words, LITTLE_ENDIAN);
    }

    /** Bytes of the root block. */
    public static int blockLength(DirectBuffer buffer, int offset) {
        return unsignedShort(buffer, offset + BLOCK_LENGTH_OFFSET);
    }

    /** The number of the message. */
    public static int templateId(DirectBuffer buffer, int offset) {
        return unsignedShort(buffer, offset + TEMPLATE_ID_OFFSET);
    }

    /** The schema that the message belongs to. */
    public static int schemaId(DirectBuffer buffer, int offset) {
        return unsignedShort(buffer, offset + SCHEMA_ID_OFFSET);
    }

    /** The version of the schema that the message was written with. */
    public static int version(DirectBuffer buffer, int offset) {
        return unsignedShort(buffer, offset + VERSION_OFFSET);
    }

    static int unsignedShort(DirectBuffer buffer, int index) {
        return buffer.getShort(index, LITTLE_ENDIAN) & 0xFFFF;
    }

    static void putUnsignedShort(MutableDirectBuffer buffer, int index, int value) {
        buffer.putShort(index, (short) value, LITTLE_ENDIAN);
    }
}
