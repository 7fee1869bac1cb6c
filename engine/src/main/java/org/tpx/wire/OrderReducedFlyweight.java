package org.tpx.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.protocol.UnitEvent.OrderReduced;

/**
 * An {@link OrderReduced} event where it lies. Trusts the bytes, which the engine has written or the journal has kept.
 * Allocates nothing; one thread.
 *
 * <pre>
 *    0   8 bytes header       block of 40 bytes, template 1155
 *    8   i64 seriesId
 *   16   i64 enteredById
 *   24   i64 orderNumber
 *   32   i64 units
 *   40   i64 remaining
 *   48   end
 * </pre>
 */
public final class OrderReducedFlyweight {
    public static final int TEMPLATE_ID = 1155;
    public static final int SERIES_ID_OFFSET = MessageHeader.LENGTH;
    public static final int ENTERED_BY_ID_OFFSET = SERIES_ID_OFFSET + Long.BYTES;
    public static final int ORDER_NUMBER_OFFSET = ENTERED_BY_ID_OFFSET + Long.BYTES;
    public static final int UNITS_OFFSET = ORDER_NUMBER_OFFSET + Long.BYTES;
    public static final int REMAINING_OFFSET = UNITS_OFFSET + Long.BYTES;
    /** Bytes of the message with its header. */
    public static final int LENGTH = REMAINING_OFFSET + Long.BYTES;

    private DirectBuffer buffer = new UnsafeBuffer();
    private int offset;

    /** Writes a whole message and returns {@link #LENGTH}. */
    public static int encode(
            MutableDirectBuffer buffer,
            int offset,
            long seriesId,
            long enteredById,
            long orderNumber,
            long units,
            long remaining) {
        MessageHeader.write(buffer, offset, LENGTH - MessageHeader.LENGTH, TEMPLATE_ID);
        buffer.putLong(offset + SERIES_ID_OFFSET, seriesId, LITTLE_ENDIAN);
        buffer.putLong(offset + ENTERED_BY_ID_OFFSET, enteredById, LITTLE_ENDIAN);
        buffer.putLong(offset + ORDER_NUMBER_OFFSET, orderNumber, LITTLE_ENDIAN);
        buffer.putLong(offset + UNITS_OFFSET, units, LITTLE_ENDIAN);
        buffer.putLong(offset + REMAINING_OFFSET, remaining, LITTLE_ENDIAN);
        return LENGTH;
    }

    /** Lays the flyweight over the message whose header begins at the offset. */
    public OrderReducedFlyweight wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    /** The series. */
    public long seriesId() {
        return buffer.getLong(offset + SERIES_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Who entered it. */
    public long enteredById() {
        return buffer.getLong(offset + ENTERED_BY_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Number of the order. */
    public long orderNumber() {
        return buffer.getLong(offset + ORDER_NUMBER_OFFSET, LITTLE_ENDIAN);
    }

    /** Units that were taken away. */
    public long units() {
        return buffer.getLong(offset + UNITS_OFFSET, LITTLE_ENDIAN);
    }

    /** Units that still rest. */
    public long remaining() {
        return buffer.getLong(offset + REMAINING_OFFSET, LITTLE_ENDIAN);
    }
}
