package org.tpx.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Side;
import org.tpx.protocol.UnitEvent.OrderRested;

/**
 * An {@link OrderRested} event where it lies. Trusts the bytes, which the engine has written or the journal has kept.
 * Allocates nothing; one thread.
 *
 * <pre>
 *    0   8 bytes header       block of 50 bytes, template 1153
 *    8   i64 seriesId
 *   16   i64 enteredById
 *   24   i64 orderNumber
 *   32   i64 partyId
 *   40   u8  side            by ordinal
 *   41   i64 price.minor
 *   49   u8  price.currency
 *   50   i64 units
 *   58   end
 * </pre>
 */
public final class OrderRestedFlyweight {
    public static final int TEMPLATE_ID = 1153;
    public static final int SERIES_ID_OFFSET = MessageHeader.LENGTH;
    public static final int ENTERED_BY_ID_OFFSET = SERIES_ID_OFFSET + Long.BYTES;
    public static final int ORDER_NUMBER_OFFSET = ENTERED_BY_ID_OFFSET + Long.BYTES;
    public static final int PARTY_ID_OFFSET = ORDER_NUMBER_OFFSET + Long.BYTES;
    public static final int SIDE_OFFSET = PARTY_ID_OFFSET + Long.BYTES;
    public static final int PRICE_OFFSET = SIDE_OFFSET + EnumLayout.LENGTH;
    public static final int UNITS_OFFSET = PRICE_OFFSET + MoneyLayout.LENGTH;
    /** Bytes of the message with its header. */
    public static final int LENGTH = UNITS_OFFSET + Long.BYTES;

    private static final EnumLayout<Side> SIDES = new EnumLayout<>(Side.class);

    private DirectBuffer buffer = new UnsafeBuffer();
    private int offset;

    /** Writes a whole message and returns {@link #LENGTH}. */
    public static int encode(
            MutableDirectBuffer buffer,
            int offset,
            long seriesId,
            long enteredById,
            long orderNumber,
            long partyId,
            Side side,
            long priceMinor,
            Currency currency,
            long units) {
        MessageHeader.write(buffer, offset, LENGTH - MessageHeader.LENGTH, TEMPLATE_ID);
        buffer.putLong(offset + SERIES_ID_OFFSET, seriesId, LITTLE_ENDIAN);
        buffer.putLong(offset + ENTERED_BY_ID_OFFSET, enteredById, LITTLE_ENDIAN);
        buffer.putLong(offset + ORDER_NUMBER_OFFSET, orderNumber, LITTLE_ENDIAN);
        buffer.putLong(offset + PARTY_ID_OFFSET, partyId, LITTLE_ENDIAN);
        SIDES.write(buffer, offset + SIDE_OFFSET, side);
        MoneyLayout.write(buffer, offset + PRICE_OFFSET, priceMinor, currency);
        buffer.putLong(offset + UNITS_OFFSET, units, LITTLE_ENDIAN);
        return LENGTH;
    }

    /** Lays the flyweight over the message whose header begins at the offset. */
    public OrderRestedFlyweight wrap(DirectBuffer buffer, int offset) {
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

    /** For whom. */
    public long partyId() {
        return buffer.getLong(offset + PARTY_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Buy or sell; throws {@link MalformedMessageException} for an unknown code. */
    public Side side() {
        return SIDES.read(buffer, offset + SIDE_OFFSET, "side");
    }

    /** The limit for one unit, in minor units of {@link #currency}. */
    public long priceMinor() {
        return MoneyLayout.minor(buffer, offset + PRICE_OFFSET);
    }

    /** The currency of the price; throws {@link MalformedMessageException} for an unknown code. */
    public Currency currency() {
        return MoneyLayout.currency(buffer, offset + PRICE_OFFSET, "price");
    }

    /** Units that rest. */
    public long units() {
        return buffer.getLong(offset + UNITS_OFFSET, LITTLE_ENDIAN);
    }
}
