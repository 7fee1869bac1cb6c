package org.tpx.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.protocol.Currency;
import org.tpx.protocol.SaleEvent.BidPlaced;

/**
 * A {@link BidPlaced} event where it lies. Trusts the bytes, which the engine has written or the journal has kept.
 * Allocates nothing; one thread.
 *
 * <pre>
 *    0   8 bytes header       block of 41 bytes, template 1094
 *    8   i64 listingId
 *   16   i64 partyId
 *   24   i32 bidderNumber
 *   28   i64 amount.minor
 *   36   u8  amount.currency
 *   37   i64 deadlineNanos
 *   45   i32 extension
 *   49   end
 * </pre>
 */
public final class BidPlacedFlyweight {
    public static final int TEMPLATE_ID = 1094;
    public static final int LISTING_ID_OFFSET = MessageHeader.LENGTH;
    public static final int PARTY_ID_OFFSET = LISTING_ID_OFFSET + Long.BYTES;
    public static final int BIDDER_NUMBER_OFFSET = PARTY_ID_OFFSET + Long.BYTES;
    public static final int AMOUNT_OFFSET = BIDDER_NUMBER_OFFSET + Integer.BYTES;
    public static final int DEADLINE_NANOS_OFFSET = AMOUNT_OFFSET + MoneyLayout.LENGTH;
    public static final int EXTENSION_OFFSET = DEADLINE_NANOS_OFFSET + Long.BYTES;
    /** Bytes of the message with its header. */
    public static final int LENGTH = EXTENSION_OFFSET + Integer.BYTES;

    private DirectBuffer buffer = new UnsafeBuffer();
    private int offset;

    /** Writes a whole message and returns {@link #LENGTH}. */
    public static int encode(
            MutableDirectBuffer buffer,
            int offset,
            long listingId,
            long partyId,
            int bidderNumber,
            long amountMinor,
            Currency currency,
            long deadlineNanos,
            int extension) {
        MessageHeader.write(buffer, offset, LENGTH - MessageHeader.LENGTH, TEMPLATE_ID);
        buffer.putLong(offset + LISTING_ID_OFFSET, listingId, LITTLE_ENDIAN);
        buffer.putLong(offset + PARTY_ID_OFFSET, partyId, LITTLE_ENDIAN);
        buffer.putInt(offset + BIDDER_NUMBER_OFFSET, bidderNumber, LITTLE_ENDIAN);
        MoneyLayout.write(buffer, offset + AMOUNT_OFFSET, amountMinor, currency);
        buffer.putLong(offset + DEADLINE_NANOS_OFFSET, deadlineNanos, LITTLE_ENDIAN);
        buffer.putInt(offset + EXTENSION_OFFSET, extension, LITTLE_ENDIAN);
        return LENGTH;
    }

    /** Lays the flyweight over the message whose header begins at the offset. */
    public BidPlacedFlyweight wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    /** The listing bid for. */
    public long listingId() {
        return buffer.getLong(offset + LISTING_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Who bid. */
    public long partyId() {
        return buffer.getLong(offset + PARTY_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** The number in the bidder code, 1 for BC-001. */
    public int bidderNumber() {
        return buffer.getInt(offset + BIDDER_NUMBER_OFFSET, LITTLE_ENDIAN);
    }

    /** The bid in minor units of {@link #currency}. */
    public long amountMinor() {
        return MoneyLayout.minor(buffer, offset + AMOUNT_OFFSET);
    }

    /** The currency of the bid; throws {@link MalformedMessageException} for an unknown code. */
    public Currency currency() {
        return MoneyLayout.currency(buffer, offset + AMOUNT_OFFSET, "amount");
    }

    /** End of the running period from now on, UTC epoch nanoseconds. */
    public long deadlineNanos() {
        return buffer.getLong(offset + DEADLINE_NANOS_OFFSET, LITTLE_ENDIAN);
    }

    /** Extensions of the limited period so far. */
    public int extension() {
        return buffer.getInt(offset + EXTENSION_OFFSET, LITTLE_ENDIAN);
    }
}
