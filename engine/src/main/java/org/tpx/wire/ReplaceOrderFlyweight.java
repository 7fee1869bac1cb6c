package org.tpx.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.protocol.Currency;
import org.tpx.protocol.UnitCommand.ReplaceOrder;

/**
 * A {@link ReplaceOrder} command where it lies. Trusts the bytes, which an edge has checked or the journal has kept.
 * Allocates nothing; one thread.
 *
 * <pre>
 *    0   8 bytes header       block of 41 bytes, template 103
 *    8   i64 seriesId
 *   16   i64 enteredById
 *   24   i64 orderNumber
 *   32   i64 price.minor
 *   40   u8  price.currency
 *   41   i64 units
 *   49   end
 * </pre>
 */
public final class ReplaceOrderFlyweight {
    public static final int TEMPLATE_ID = 103;
    public static final int SERIES_ID_OFFSET = MessageHeader.LENGTH;
    public static final int ENTERED_BY_ID_OFFSET = SERIES_ID_OFFSET + Long.BYTES;
    public static final int ORDER_NUMBER_OFFSET = ENTERED_BY_ID_OFFSET + Long.BYTES;
    public static final int PRICE_OFFSET = ORDER_NUMBER_OFFSET + Long.BYTES;
    public static final int UNITS_OFFSET = PRICE_OFFSET + MoneyLayout.LENGTH;
    /** Bytes of the message with its header. */
    public static final int LENGTH = UNITS_OFFSET + Long.BYTES;

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
            long units) {
        MessageHeader.write(buffer, offset, LENGTH - MessageHeader.LENGTH, TEMPLATE_ID);
        buffer.putLong(offset + SERIES_ID_OFFSET, seriesId, LITTLE_ENDIAN);
        buffer.putLong(offset + ENTERED_BY_ID_OFFSET, enteredById, LITTLE_ENDIAN);
        buffer.putLong(offset + ORDER_NUMBER_OFFSET, orderNumber, LITTLE_ENDIAN);
        MoneyLayout.write(buffer, offset + PRICE_OFFSET, priceMinor, currency);
        buffer.putLong(offset + UNITS_OFFSET, units, LITTLE_ENDIAN);
        return LENGTH;
    }

    /** Lays the flyweight over the message whose header begins at the offset. */
    public ReplaceOrderFlyweight wrap(DirectBuffer buffer, int offset) {
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
}
