package org.tpx.host;

import org.agrona.DirectBuffer;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.UnitCommand;
import org.tpx.wire.CancelOrderFlyweight;
import org.tpx.wire.EnterOrderFlyweight;
import org.tpx.wire.MessageHeader;
import org.tpx.wire.PlaceBidFlyweight;
import org.tpx.wire.ReduceOrderFlyweight;
import org.tpx.wire.ReplaceOrderFlyweight;

/**
 * Knows a bid or an order command whose every field is within its limits, without decoding it. What it does not know is not
 * wrong for that; then the codec looks. Allocates nothing; one thread.
 */
final class SoundMessages {

    private static final long MAX_UNITS = (1L << 39) - 1;

    private final PlaceBidFlyweight bid = new PlaceBidFlyweight();
    private final EnterOrderFlyweight enter = new EnterOrderFlyweight();
    private final ReplaceOrderFlyweight replace = new ReplaceOrderFlyweight();
    private final ReduceOrderFlyweight reduce = new ReduceOrderFlyweight();
    private final CancelOrderFlyweight cancel = new CancelOrderFlyweight();

    /** Whether the message is known to be sound. Throws {@link org.tpx.wire.MalformedMessageException} for an unknown code. */
    boolean contains(DirectBuffer message, int offset, int length) {
        if (length < MessageHeader.LENGTH
                || offset < 0
                || offset > message.capacity() - length
                || !isOurs(message, offset)) {
            return false;
        }
        int templateId = MessageHeader.templateId(message, offset);
        if (length != length(templateId)
                || MessageHeader.blockLength(message, offset) != length - MessageHeader.LENGTH) {
            return false;
        }
        return switch (templateId) {
            case PlaceBidFlyweight.TEMPLATE_ID -> isSound(bid.wrap(message, offset));
            case EnterOrderFlyweight.TEMPLATE_ID -> isSound(enter.wrap(message, offset));
            case ReplaceOrderFlyweight.TEMPLATE_ID -> isSound(replace.wrap(message, offset));
            case ReduceOrderFlyweight.TEMPLATE_ID -> isSound(reduce.wrap(message, offset));
            default -> isSound(cancel.wrap(message, offset));
        };
    }

    private static boolean isOurs(DirectBuffer message, int offset) {
        return MessageHeader.schemaId(message, offset) == MessageHeader.SCHEMA_ID
                && MessageHeader.version(message, offset) == MessageHeader.SCHEMA_VERSION;
    }

    /** The bytes of a message of this number, or 0 where it is none of these. */
    private static int length(int templateId) {
        return switch (templateId) {
            case PlaceBidFlyweight.TEMPLATE_ID -> PlaceBidFlyweight.LENGTH;
            case EnterOrderFlyweight.TEMPLATE_ID -> EnterOrderFlyweight.LENGTH;
            case ReplaceOrderFlyweight.TEMPLATE_ID -> ReplaceOrderFlyweight.LENGTH;
            case ReduceOrderFlyweight.TEMPLATE_ID -> ReduceOrderFlyweight.LENGTH;
            case CancelOrderFlyweight.TEMPLATE_ID -> CancelOrderFlyweight.LENGTH;
            default -> 0;
        };
    }

    private static boolean isSound(PlaceBidFlyweight bid) {
        return bid.listingId() >= 0 && bid.partyId() >= 0 && isAmount(bid.amountMinor(), bid.currency());
    }

    // Reading a constant refuses a code that none has.
    @SuppressWarnings("ReturnValueIgnored")
    private static boolean isSound(EnterOrderFlyweight order) {
        order.side();
        order.kind();
        order.timeInForce();
        order.selfTrade();
        boolean priced = isAmount(order.priceMinor(), order.currency());
        boolean unpriced = order.priceMinor() == 0 && order.currency() == Currency.XXX;
        return order.seriesId() >= 0
                && order.partyId() >= 0
                && order.expiresNanos() >= 0
                && (priced || unpriced)
                && isUnits(order.units())
                && (order.minimumUnits() == 0 || isUnits(order.minimumUnits()));
    }

    private static boolean isSound(ReplaceOrderFlyweight order) {
        return isOrder(order.seriesId(), order.enteredById(), order.orderNumber())
                && isAmount(order.priceMinor(), order.currency())
                && isUnits(order.units());
    }

    private static boolean isSound(ReduceOrderFlyweight order) {
        return isOrder(order.seriesId(), order.enteredById(), order.orderNumber()) && isUnits(order.units());
    }

    private static boolean isSound(CancelOrderFlyweight order) {
        return isOrder(order.seriesId(), order.enteredById(), order.orderNumber());
    }

    private static boolean isOrder(long seriesId, long enteredById, long orderNumber) {
        return seriesId >= 0 && enteredById >= 0 && orderNumber >= 1 && orderNumber <= UnitCommand.MAX_ORDER_NUMBER;
    }

    private static boolean isAmount(long minor, Currency currency) {
        return minor >= 1 && minor <= Money.MAX_MINOR && currency != Currency.XXX;
    }

    private static boolean isUnits(long units) {
        return units >= 1 && units <= MAX_UNITS;
    }
}
