package org.tpx.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.protocol.Currency;
import org.tpx.protocol.UnitEvent.OrderReplaced;

/**
 * An {@link OrderReplaced} event where it lies. Trusts the bytes, which the engine has written or the journal has kept.
 * Allocates nothing; one thread.
 *
 * <pre>
 *    0   8 bytes header       block of 42 bytes, template 1156
 *    8   i64 seriesId
 *   16   i64 enteredById
 *   24   i64 orderNumber
 *   32   i64 price.minor
 *   40   u8  price.currency
 *   41   i64 units
 *   49   u8  keepsPriority   0 or 1
 *   50   end
 * </pre>
 */
public final class OrderReplacedFlyweight {
    public static final int TEMPLATE_ID = 1156;
    public static final int SERIES_ID_OFFSET = MessageHeader.LENGTH;
    public static final int ENTERED_BY_ID_OFFSET = SERIES_ID_OFFSET + Long.BYTES;
    public static final int ORDER_NUMBER_OFFSET = ENTERED_BY_ID_OFFSET + Long.BYTES;
    public static final int PRICE_OFFSET = ORDER_NUMBER_OFFSET + Long.BYTES;
    public static final int UNITS_OFFSET = PRICE_OFFSET + MoneyLayout.LENGTH;
    public static final int KEEPS_PRIORITY_OFFSET = UNITS_OFFSET + Long.BYTES;
    /** Bytes of the message with its header. */
    public static final int LENGTH = KEEPS_PRIORITY_OFFSET + Byte.BYTES;

    private DirectBuffer buffer = new UnsafeBuffer();
    private int offset;

    /** Writes a whole message and returns {@link #LENGTH}. */
    public static int encode(
            MutableDirectBuffer buffer,
            int offset,
            long seriesId,
            long enteredById,
            long orderNumber,
            long priceMinor,
            Currency currency,
            long units,
            boolean keepsPriority) {
        MessageHeader.write(buffer, offset, LENGTH - MessageHeader.LENGTH, TEMPLATE_ID);
        buffer.putLong(offset + SERIES_ID_OFFSET, seriesId, LITTLE_ENDIAN);
        buffer.putLong(offset + ENTERED_BY_ID_OFFSET, enteredById, LITTLE_ENDIAN);
        buffer.putLong(offset + ORDER_NUMBER_OFFSET, orderNumber, LITTLE_ENDIAN);
        MoneyLayout.write(buffer, offset + PRICE_OFFSET, priceMinor, currency);
        buffer.putLong(offset + UNITS_OFFSET, units, LITTLE_ENDIAN);
        buffer.putByte(offset + KEEPS_PRIORITY_OFFSET, (byte) (keepsPriority ? 1 : 0));
        return LENGTH;
    }

    /** Lays the flyweight over the message whose header begins at the offset. */
    public OrderReplacedFlyweight wrap(DirectBuffer buffer, int offset) {
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

    /** The limit for one unit, in minor units of {@link #currency}. */
    public long priceMinor() {
        return MoneyLayout.minor(buffer, offset + PRICE_OFFSET);
    }

    /** The currency of the price; throws {@link MalformedMessageException} for an unknown code. */
    public Currency currency() {
        return MoneyLayout.currency(buffer, offset + PRICE_OFFSET, "price");
    }

    /** Units from now on. */
    public long units() {
        return buffer.getLong(offset + UNITS_OFFSET, LITTLE_ENDIAN);
    }

    /** Whether it kept its place. */
    public boolean keepsPriority() {
        return buffer.getByte(offset + KEEPS_PRIORITY_OFFSET) != 0;
    }
}
