package org.tpx.book;

import org.tpx.protocol.CancelReason;
import org.tpx.protocol.Side;

/**
 * Told of everything that a book does, in the order in which it happens, on the book's thread and after the book has
 * changed. A listener may ask the book, and must not command it.
 *
 * <p>From {@code rested}, {@code traded}, {@code crossed}, {@code reduced}, {@code replaced} and {@code cancelled} the
 * whole book can be rebuilt, order by order.
 */
public interface OrderBookListener {

    /** An order, or what is left of it, now rests behind all others of its price. */
    void rested(long order, long member, Side side, long price, long quantity);

    /**
     * A resting order (maker) and an entering one (taker) trade at the resting order's price; where that is a market order,
     * see {@link OrderBook#referencePrice(long)}. A remainder of zero means that the order is filled and gone.
     */
    void traded(
            long maker,
            long makerMember,
            long taker,
            long takerMember,
            Side takerSide,
            long price,
            long quantity,
            long makerRemaining,
            long takerRemaining);

    /** Two orders trade at the one price of a call auction. A remainder of zero means that the order is filled and gone. */
    void crossed(
            long buy,
            long buyMember,
            long sell,
            long sellMember,
            long price,
            long quantity,
            long buyRemaining,
            long sellRemaining);

    /** A resting order lost {@code cut} lots and kept its place. */
    void reduced(long order, long member, long cut, long remaining);

    /**
     * A resting order has a new price and quantity. Without its priority it has left its place: {@code traded} and
     * {@code rested} (or {@code cancelled}) tell what became of it.
     */
    void replaced(long order, long member, long price, long quantity, boolean keepsPriority);

    /** {@code quantity} lots, all that was left of the order, are out. */
    void cancelled(long order, long member, long quantity, CancelReason reason);

    /** The command changed nothing. The member is 0 where the order is unknown. */
    void rejected(long order, long member, OrderRejection reason);
}
