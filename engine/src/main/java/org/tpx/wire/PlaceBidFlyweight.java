package org.tpx.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.protocol.Currency;
import org.tpx.protocol.SaleCommand.PlaceBid;

/**
 * A {@link PlaceBid} command where it lies. Trusts the bytes, which an edge has checked or the journal has kept.
 * Allocates nothing; one thread.
 *
 * <pre>
 *    0   8 bytes header       block of 25 bytes, template 72
 *    8   i64 listingId
 *   16   i64 partyId
 *   24   i64 amount.minor
 *   32   u8  amount.currency
 *   33   end
 * </pre>
 */
public final class PlaceBidFlyweight {
    public static final int TEMPLATE_ID = 72;
    public static final int LISTING_ID_OFFSET = MessageHeader.LENGTH;
    public static final int PARTY_ID_OFFSET = LISTING_ID_OFFSET + Long.BYTES;
    public static final int AMOUNT_OFFSET = PARTY_ID_OFFSET + Long.BYTES;
    /** Bytes of the message with its header. */
    public static final int LENGTH = AMOUNT_OFFSET + MoneyLayout.LENGTH;

    private DirectBuffer buffer = new UnsafeBuffer();
    private int offset;

    /** Writes a whole message and returns {@link #LENGTH}. */
    public static int encode(
            MutableDirectBuffer buffer, int offset, long listingId, long partyId, long amountMinor, Currency currency) {
        MessageHeader.write(buffer, offset, LENGTH - MessageHeader.LENGTH, TEMPLATE_ID);
        buffer.putLong(offset + LISTING_ID_OFFSET, listingId, LITTLE_ENDIAN);
        buffer.putLong(offset + PARTY_ID_OFFSET, partyId, LITTLE_ENDIAN);
        MoneyLayout.write(buffer, offset + AMOUNT_OFFSET, amountMinor, currency);
        return LENGTH;
    }

    /** Lays the flyweight over the message whose header begins at the offset. */
    public PlaceBidFlyweight wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    /** The listing bid for. */
    public long listingId() {
        return buffer.getLong(offset + LISTING_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Who bids. */
    public long partyId() {
        return buffer.getLong(offset + PARTY_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** The bid in minor units of {@link #currency}. */
    public long amountMinor() {
        return MoneyLayout.minor(buffer, offset + AMOUNT_OFFSET);
    }

    /** The currency of the bid; throws {@link MalformedMessageException} for an unknown code. */
    public Currency currency() {
        return MoneyLayout.currency(buffer, offset + AMOUNT_OFFSET, "amount");
    }
}
