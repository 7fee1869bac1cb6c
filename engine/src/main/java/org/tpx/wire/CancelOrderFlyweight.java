package org.tpx.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.protocol.UnitCommand.CancelOrder;

/**
 * A {@link CancelOrder} command where it lies. Trusts the bytes, which an edge has checked or the journal has kept.
 * Allocates nothing; one thread.
 *
 * <pre>
 *    0   8 bytes header       block of 24 bytes, template 105
 *    8   i64 seriesId
 *   16   i64 enteredById
 *   24   i64 orderNumber
 *   32   end
 * </pre>
 */
public final class CancelOrderFlyweight {
    public static final int TEMPLATE_ID = 105;
    public static final int SERIES_ID_OFFSET = MessageHeader.LENGTH;
    public static final int ENTERED_BY_ID_OFFSET = SERIES_ID_OFFSET + Long.BYTES;
    public static final int ORDER_NUMBER_OFFSET = ENTERED_BY_ID_OFFSET + Long.BYTES;
    /** Bytes of the message with its header. */
    public static final int LENGTH = ORDER_NUMBER_OFFSET + Long.BYTES;

    private DirectBuffer buffer = new UnsafeBuffer();
    private int offset;

    /** Writes a whole message and returns {@link #LENGTH}. */
    public static int encode(
            MutableDirectBuffer buffer, int offset, long seriesId, long enteredById, long orderNumber) {
        MessageHeader.write(buffer, offset, LENGTH - MessageHeader.LENGTH, TEMPLATE_ID);
        buffer.putLong(offset + SERIES_ID_OFFSET, seriesId, LITTLE_ENDIAN);
        buffer.putLong(offset + ENTERED_BY_ID_OFFSET, enteredById, LITTLE_ENDIAN);
        buffer.putLong(offset + ORDER_NUMBER_OFFSET, orderNumber, LITTLE_ENDIAN);
        return LENGTH;
    }

    /** Lays the flyweight over the message whose header begins at the offset. */
    public CancelOrderFlyweight wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    /** The series. */
    public long seriesId() {
        return buffer.getLong(offset + SERIES_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Who entered it; 0 for the sender. */
    public long enteredById() {
        return buffer.getLong(offset + ENTERED_BY_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Number of the order. */
    public long orderNumber() {
        return buffer.getLong(offset + ORDER_NUMBER_OFFSET, LITTLE_ENDIAN);
    }
}
