package org.tpx.host;

import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.protocol.Command;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.SystemCommand;
import org.tpx.wire.PlaceBidFlyweight;
import org.tpx.wire.RecordCodec;

/**
 * The last look at a command before it reaches the core, which trusts its bytes: every field within its limits, and nothing
 * that only the node itself may journal. One for each thread that submits.
 */
final class CommandEncoder {

    private final RecordCodec codec;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
    private final PlaceBidFlyweight bid = new PlaceBidFlyweight();
    private final UnsafeBuffer bidHeader = new UnsafeBuffer(new byte[PlaceBidFlyweight.LENGTH]);

    CommandEncoder(RecordCodec codec) {
        this.codec = codec;
        PlaceBidFlyweight.encode(bidHeader, 0, 0, 0, 1, Currency.CNY);
    }

    /** Holds what {@link #encode} wrote, from offset 0. */
    DirectBuffer buffer() {
        return buffer;
    }

    /** Checks and encodes; returns the length. Throws {@link org.tpx.wire.MalformedMessageException} naming the field. */
    int encode(long principalId, Command command) {
        requireNotTheNodes(principalId, command);
        codec.check((Record) command);
        return codec.encode((Record) command, buffer, 0);
    }

    /** Checks a command that is encoded already. A sound bid costs no allocation. */
    void check(long principalId, DirectBuffer message, int offset, int length) {
        if (!isSoundBid(message, offset, length)) {
            Command command = codec.decodeCommand(message, offset, length);
            requireNotTheNodes(principalId, command);
            codec.check((Record) command);
        }
    }

    private boolean isSoundBid(DirectBuffer message, int offset, int length) {
        if (length != PlaceBidFlyweight.LENGTH
                || offset < 0
                || offset > message.capacity() - length
                || message.getLong(offset) != bidHeader.getLong(0)) {
            return false;
        }
        bid.wrap(message, offset);
        return bid.listingId() >= 0
                && bid.partyId() >= 0
                && bid.amountMinor() >= 1
                && bid.amountMinor() <= Money.MAX_MINOR
                && bid.currency() != Currency.XXX;
    }

    private static void requireNotTheNodes(long principalId, Command command) {
        boolean own = command instanceof SystemCommand && !(command instanceof SystemCommand.OpenExchange);
        if (principalId == 0 && own) {
            throw new IllegalArgumentException(
                    "only the node itself sends " + command.getClass().getSimpleName());
        }
    }
}
