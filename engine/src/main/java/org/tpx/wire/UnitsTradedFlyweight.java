package org.tpx.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.protocol.Aggressor;
import org.tpx.protocol.Currency;
import org.tpx.protocol.UnitEvent.UnitsTraded;

/**
 * A {@link UnitsTraded} event where it lies. Trusts the bytes, which the engine has written or the journal has kept.
 * Allocates nothing; one thread. All of its amounts are in one currency.
 *
 * <pre>
 *    0   8 bytes header       block of 125 bytes, template 1154
 *    8   i64 seriesId
 *   16   i64 tradeNumber
 *   24   u8  aggressor       by ordinal
 *   25   i64 buyEnteredById
 *   33   i64 buyOrderNumber
 *   41   i64 buyerId
 *   49   i64 buyRemaining
 *   57   i64 sellEnteredById
 *   65   i64 sellOrderNumber
 *   73   i64 sellerId
 *   81   i64 sellRemaining
 *   89   i64 price.minor
 *   97   u8  price.currency
 *   98   i64 units
 *  106   i64 amount.minor
 *  114   u8  amount.currency
 *  115   i64 buyerFee.minor
 *  123   u8  buyerFee.currency
 *  124   i64 sellerFee.minor
 *  132   u8  sellerFee.currency
 *  133   end
 * </pre>
 */
public final class UnitsTradedFlyweight {
    public static final int TEMPLATE_ID = 1154;
    public static final int SERIES_ID_OFFSET = MessageHeader.LENGTH;
    public static final int TRADE_NUMBER_OFFSET = SERIES_ID_OFFSET + Long.BYTES;
    public static final int AGGRESSOR_OFFSET = TRADE_NUMBER_OFFSET + Long.BYTES;
    public static final int BUY_ENTERED_BY_ID_OFFSET = AGGRESSOR_OFFSET + EnumLayout.LENGTH;
    public static final int BUY_ORDER_NUMBER_OFFSET = BUY_ENTERED_BY_ID_OFFSET + Long.BYTES;
    public static final int BUYER_ID_OFFSET = BUY_ORDER_NUMBER_OFFSET + Long.BYTES;
    public static final int BUY_REMAINING_OFFSET = BUYER_ID_OFFSET + Long.BYTES;
    public static final int SELL_ENTERED_BY_ID_OFFSET = BUY_REMAINING_OFFSET + Long.BYTES;
    public static final int SELL_ORDER_NUMBER_OFFSET = SELL_ENTERED_BY_ID_OFFSET + Long.BYTES;
    public static final int SELLER_ID_OFFSET = SELL_ORDER_NUMBER_OFFSET + Long.BYTES;
    public static final int SELL_REMAINING_OFFSET = SELLER_ID_OFFSET + Long.BYTES;
    public static final int PRICE_OFFSET = SELL_REMAINING_OFFSET + Long.BYTES;
    public static final int UNITS_OFFSET = PRICE_OFFSET + MoneyLayout.LENGTH;
    public static final int AMOUNT_OFFSET = UNITS_OFFSET + Long.BYTES;
    public static final int BUYER_FEE_OFFSET = AMOUNT_OFFSET + MoneyLayout.LENGTH;
    public static final int SELLER_FEE_OFFSET = BUYER_FEE_OFFSET + MoneyLayout.LENGTH;
    /** Bytes of the message with its header. */
    public static final int LENGTH = SELLER_FEE_OFFSET + MoneyLayout.LENGTH;

    private static final EnumLayout<Aggressor> AGGRESSORS = new EnumLayout<>(Aggressor.class);

    private DirectBuffer buffer = new UnsafeBuffer();
    private int offset;

    /** Writes a whole message and returns {@link #LENGTH}. */
    public static int encode(
            MutableDirectBuffer buffer,
            int offset,
            long seriesId,
            long tradeNumber,
            Aggressor aggressor,
            long buyEnteredById,
            long buyOrderNumber,
            long buyerId,
            long buyRemaining,
            long sellEnteredById,
            long sellOrderNumber,
            long sellerId,
            long sellRemaining,
            long priceMinor,
            Currency currency,
            long units,
            long amountMinor,
            long buyerFeeMinor,
            long sellerFeeMinor) {
        MessageHeader.write(buffer, offset, LENGTH - MessageHeader.LENGTH, TEMPLATE_ID);
        buffer.putLong(offset + SERIES_ID_OFFSET, seriesId, LITTLE_ENDIAN);
        buffer.putLong(offset + TRADE_NUMBER_OFFSET, tradeNumber, LITTLE_ENDIAN);
        AGGRESSORS.write(buffer, offset + AGGRESSOR_OFFSET, aggressor);
        buffer.putLong(offset + BUY_ENTERED_BY_ID_OFFSET, buyEnteredById, LITTLE_ENDIAN);
        buffer.putLong(offset + BUY_ORDER_NUMBER_OFFSET, buyOrderNumber, LITTLE_ENDIAN);
        buffer.putLong(offset + BUYER_ID_OFFSET, buyerId, LITTLE_ENDIAN);
        buffer.putLong(offset + BUY_REMAINING_OFFSET, buyRemaining, LITTLE_ENDIAN);
        buffer.putLong(offset + SELL_ENTERED_BY_ID_OFFSET, sellEnteredById, LITTLE_ENDIAN);
        buffer.putLong(offset + SELL_ORDER_NUMBER_OFFSET, sellOrderNumber, LITTLE_ENDIAN);
        buffer.putLong(offset + SELLER_ID_OFFSET, sellerId, LITTLE_ENDIAN);
        buffer.putLong(offset + SELL_REMAINING_OFFSET, sellRemaining, LITTLE_ENDIAN);
        MoneyLayout.write(buffer, offset + PRICE_OFFSET, priceMinor, currency);
        buffer.putLong(offset + UNITS_OFFSET, units, LITTLE_ENDIAN);
        MoneyLayout.write(buffer, offset + AMOUNT_OFFSET, amountMinor, currency);
        MoneyLayout.write(buffer, offset + BUYER_FEE_OFFSET, buyerFeeMinor, currency);
        MoneyLayout.write(buffer, offset + SELLER_FEE_OFFSET, sellerFeeMinor, currency);
        return LENGTH;
    }

    /** Lays the flyweight over the message whose header begins at the offset. */
    public UnitsTradedFlyweight wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    /** The series. */
    public long seriesId() {
        return buffer.getLong(offset + SERIES_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Number of the trade in its series. */
    public long tradeNumber() {
        return buffer.getLong(offset + TRADE_NUMBER_OFFSET, LITTLE_ENDIAN);
    }

    /** Which order came last, none in a call; throws {@link MalformedMessageException} for an unknown code. */
    public Aggressor aggressor() {
        return AGGRESSORS.read(buffer, offset + AGGRESSOR_OFFSET, "aggressor");
    }

    /** Who entered the buy order. */
    public long buyEnteredById() {
        return buffer.getLong(offset + BUY_ENTERED_BY_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Number of the buy order. */
    public long buyOrderNumber() {
        return buffer.getLong(offset + BUY_ORDER_NUMBER_OFFSET, LITTLE_ENDIAN);
    }

    /** The buyer. */
    public long buyerId() {
        return buffer.getLong(offset + BUYER_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Units that it still wants; 0 where it is filled. */
    public long buyRemaining() {
        return buffer.getLong(offset + BUY_REMAINING_OFFSET, LITTLE_ENDIAN);
    }

    /** Who entered the sell order. */
    public long sellEnteredById() {
        return buffer.getLong(offset + SELL_ENTERED_BY_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Number of the sell order. */
    public long sellOrderNumber() {
        return buffer.getLong(offset + SELL_ORDER_NUMBER_OFFSET, LITTLE_ENDIAN);
    }

    /** The seller. */
    public long sellerId() {
        return buffer.getLong(offset + SELLER_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Units that it still offers; 0 where it is filled. */
    public long sellRemaining() {
        return buffer.getLong(offset + SELL_REMAINING_OFFSET, LITTLE_ENDIAN);
    }

    /** The price of one unit, in minor units of {@link #currency}. */
    public long priceMinor() {
        return MoneyLayout.minor(buffer, offset + PRICE_OFFSET);
    }

    /** The currency of all amounts; throws {@link MalformedMessageException} for an unknown code. */
    public Currency currency() {
        return MoneyLayout.currency(buffer, offset + PRICE_OFFSET, "price");
    }

    /** Units. */
    public long units() {
        return buffer.getLong(offset + UNITS_OFFSET, LITTLE_ENDIAN);
    }

    /** Price times units, in minor units of {@link #currency}. */
    public long amountMinor() {
        return MoneyLayout.minor(buffer, offset + AMOUNT_OFFSET);
    }

    /** What the buyer pays as well, in minor units of {@link #currency}. */
    public long buyerFeeMinor() {
        return MoneyLayout.minor(buffer, offset + BUYER_FEE_OFFSET);
    }

    /** What the seller gets less, in minor units of {@link #currency}. */
    public long sellerFeeMinor() {
        return MoneyLayout.minor(buffer, offset + SELLER_FEE_OFFSET);
    }
}
