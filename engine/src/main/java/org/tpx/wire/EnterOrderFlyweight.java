package org.tpx.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.protocol.Currency;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;
import org.tpx.protocol.TimeInForce;
import org.tpx.protocol.UnitCommand.EnterOrder;

/**
 * An {@link EnterOrder} command where it lies. Trusts the bytes, which an edge has checked or the journal has kept.
 * Allocates nothing; one thread.
 *
 * <pre>
 *    0   8 bytes header       block of 53 bytes, template 102
 *    8   i64 seriesId
 *   16   i64 partyId
 *   24   u8  side            by ordinal
 *   25   u8  kind            by ordinal
 *   26   u8  timeInForce     by ordinal
 *   27   i64 expiresNanos
 *   35   i64 price.minor
 *   43   u8  price.currency
 *   44   i64 units
 *   52   i64 minimumUnits
 *   60   u8  selfTrade       by ordinal
 *   61   end
 * </pre>
 */
public final class EnterOrderFlyweight {
    public static final int TEMPLATE_ID = 102;
    public static final int SERIES_ID_OFFSET = MessageHeader.LENGTH;
    public static final int PARTY_ID_OFFSET = SERIES_ID_OFFSET + Long.BYTES;
    public static final int SIDE_OFFSET = PARTY_ID_OFFSET + Long.BYTES;
    public static final int KIND_OFFSET = SIDE_OFFSET + EnumLayout.LENGTH;
    public static final int TIME_IN_FORCE_OFFSET = KIND_OFFSET + EnumLayout.LENGTH;
    public static final int EXPIRES_NANOS_OFFSET = TIME_IN_FORCE_OFFSET + EnumLayout.LENGTH;
    public static final int PRICE_OFFSET = EXPIRES_NANOS_OFFSET + Long.BYTES;
    public static final int UNITS_OFFSET = PRICE_OFFSET + MoneyLayout.LENGTH;
    public static final int MINIMUM_UNITS_OFFSET = UNITS_OFFSET + Long.BYTES;
    public static final int SELF_TRADE_OFFSET = MINIMUM_UNITS_OFFSET + Long.BYTES;
    /** Bytes of the message with its header. */
    public static final int LENGTH = SELF_TRADE_OFFSET + EnumLayout.LENGTH;

    private static final EnumLayout<Side> SIDES = new EnumLayout<>(Side.class);
    private static final EnumLayout<OrderKind> KINDS = new EnumLayout<>(OrderKind.class);
    private static final EnumLayout<TimeInForce> TIMES_IN_FORCE = new EnumLayout<>(TimeInForce.class);
    private static final EnumLayout<SelfTrade> SELF_TRADES = new EnumLayout<>(SelfTrade.class);

    private DirectBuffer buffer = new UnsafeBuffer();
    private int offset;

    /** Writes a whole message and returns {@link #LENGTH}. */
    public static int encode(
            MutableDirectBuffer buffer,
            int offset,
            long seriesId,
            long partyId,
            Side side,
            OrderKind kind,
            TimeInForce timeInForce,
            long expiresNanos,
            long priceMinor,
            Currency currency,
            long units,
            long minimumUnits,
            SelfTrade selfTrade) {
        MessageHeader.write(buffer, offset, LENGTH - MessageHeader.LENGTH, TEMPLATE_ID);
        buffer.putLong(offset + SERIES_ID_OFFSET, seriesId, LITTLE_ENDIAN);
        buffer.putLong(offset + PARTY_ID_OFFSET, partyId, LITTLE_ENDIAN);
        SIDES.write(buffer, offset + SIDE_OFFSET, side);
        KINDS.write(buffer, offset + KIND_OFFSET, kind);
        TIMES_IN_FORCE.write(buffer, offset + TIME_IN_FORCE_OFFSET, timeInForce);
        buffer.putLong(offset + EXPIRES_NANOS_OFFSET, expiresNanos, LITTLE_ENDIAN);
        MoneyLayout.write(buffer, offset + PRICE_OFFSET, priceMinor, currency);
        buffer.putLong(offset + UNITS_OFFSET, units, LITTLE_ENDIAN);
        buffer.putLong(offset + MINIMUM_UNITS_OFFSET, minimumUnits, LITTLE_ENDIAN);
        SELF_TRADES.write(buffer, offset + SELF_TRADE_OFFSET, selfTrade);
        return LENGTH;
    }

    /** Lays the flyweight over the message whose header begins at the offset. */
    public EnterOrderFlyweight wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    /** The series. */
    public long seriesId() {
        return buffer.getLong(offset + SERIES_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** For whom. */
    public long partyId() {
        return buffer.getLong(offset + PARTY_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Buy or sell; throws {@link MalformedMessageException} for an unknown code. */
    public Side side() {
        return SIDES.read(buffer, offset + SIDE_OFFSET, "side");
    }

    /** What becomes of it where it cannot trade; throws {@link MalformedMessageException} for an unknown code. */
    public OrderKind kind() {
        return KINDS.read(buffer, offset + KIND_OFFSET, "kind");
    }

    /** How long it may rest; throws {@link MalformedMessageException} for an unknown code. */
    public TimeInForce timeInForce() {
        return TIMES_IN_FORCE.read(buffer, offset + TIME_IN_FORCE_OFFSET, "timeInForce");
    }

    /** Its last instant, UTC epoch nanoseconds; 0 where it has none. */
    public long expiresNanos() {
        return buffer.getLong(offset + EXPIRES_NANOS_OFFSET, LITTLE_ENDIAN);
    }

    /** The limit for one unit, in minor units of {@link #currency}; 0 where it is absent. */
    public long priceMinor() {
        return MoneyLayout.minor(buffer, offset + PRICE_OFFSET);
    }

    /**
     * The currency of the price, XXX where it is absent; throws {@link MalformedMessageException} for an unknown code.
     */
    public Currency currency() {
        return MoneyLayout.currency(buffer, offset + PRICE_OFFSET, "price");
    }

    /** Units. */
    public long units() {
        return buffer.getLong(offset + UNITS_OFFSET, LITTLE_ENDIAN);
    }

    /** Units that must trade at once for it to be taken at all; 0 for none. */
    public long minimumUnits() {
        return buffer.getLong(offset + MINIMUM_UNITS_OFFSET, LITTLE_ENDIAN);
    }

    /**
     * What happens when it meets an order of the same party; throws {@link MalformedMessageException} for an unknown
     * code.
     */
    public SelfTrade selfTrade() {
        return SELF_TRADES.read(buffer, offset + SELF_TRADE_OFFSET, "selfTrade");
    }
}
