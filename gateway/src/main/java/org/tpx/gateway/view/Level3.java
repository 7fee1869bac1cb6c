package org.tpx.gateway.view;

import java.util.HashMap;
import java.util.Map;
import org.tpx.book.BookPhase;
import org.tpx.book.CallAuction;
import org.tpx.book.OrderBook;
import org.tpx.book.OrderBookListener;
import org.tpx.book.OrderRejection;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.Money;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;
import org.tpx.protocol.TieBreak;
import org.tpx.protocol.UnitEvent;

/**
 * The book of one series as its events tell it, order by order. Orders get public numbers here, and behind these nobody finds who
 * entered them: the orders of the series are counted as they come to rest.
 *
 * <p>Nothing is matched again. What the events say is done, and must fit what rests: {@link IllegalStateException} where it does
 * not, for then the journal or this class is wrong. Single-threaded.
 */
final class Level3 {
    private final SeriesFacts facts;
    private final Level3Listener listener;
    private final OrderBook book = new OrderBook(new Told());
    private final CallAuction auction;
    private final Map<OrderName, Long> resting = new HashMap<>();
    private long lastOrder;

    Level3(SeriesFacts facts, TieBreak tieBreak, Money reference, Level3Listener listener) {
        this.facts = facts;
        this.listener = listener;
        this.auction = new CallAuction(book, tieBreak);
        // In this phase the book takes orders, crossed ones too, lets them go, and trades nothing by itself.
        book.phase(BookPhase.CALL);
        if (!reference.isNone()) {
            book.referencePrice(facts.ticks(reference));
        }
    }

    /** How the exchange names an order. */
    private record OrderName(long enteredById, long number) {}

    void on(UnitEvent.OrderRested event) {
        long order = ++lastOrder;
        long price = facts.ticks(event.price());
        OrderName name = new OrderName(event.enteredById(), event.orderNumber());
        require(resting.put(name, order) == null, event);
        book.restore(order, 0, event.side(), OrderKind.LIMIT, SelfTrade.ALLOW, price, event.units(), 0);
        listener.added(order, event.side(), price, event.units());
    }

    /** An entering order is in no book yet; both orders of a call are. */
    void on(UnitEvent.UnitsTraded event) {
        OrderName buy = new OrderName(event.buyEnteredById(), event.buyOrderNumber());
        OrderName sell = new OrderName(event.sellEnteredById(), event.sellOrderNumber());
        switch (event.aggressor()) {
            case BUY -> {
                require(!resting.containsKey(buy), event);
                execute(sell, event, event.sellRemaining());
            }
            case SELL -> {
                require(!resting.containsKey(sell), event);
                execute(buy, event, event.buyRemaining());
            }
            case NONE -> {
                execute(buy, event, event.buyRemaining());
                execute(sell, event, event.sellRemaining());
            }
        }
        book.referencePrice(facts.ticks(event.price()));
    }

    private void execute(OrderName name, UnitEvent.UnitsTraded event, long remaining) {
        long order = order(name, event);
        Side side = side(order);
        long price = book.price(order);
        require(book.remaining(order) == event.units() + remaining, event);
        cut(name, order, event.units(), remaining);
        listener.executed(order, side, price, event.tradeNumber(), event.units(), remaining);
    }

    void on(UnitEvent.OrderReduced event) {
        OrderName name = new OrderName(event.enteredById(), event.orderNumber());
        long order = order(name, event);
        require(book.remaining(order) == event.units() + event.remaining(), event);
        lower(name, order, event.remaining());
    }

    void on(UnitEvent.OrderReplaced event) {
        OrderName name = new OrderName(event.enteredById(), event.orderNumber());
        long order = order(name, event);
        if (event.keepsPriority()) {
            boolean fits = book.price(order) == facts.ticks(event.price()) && book.remaining(order) >= event.units();
            require(fits, event);
            lower(name, order, event.units());
        } else {
            remove(name, order);
        }
    }

    /** What is left of an order that entered and never rested goes out as well, and is nothing to this book. */
    void on(UnitEvent.OrderCancelled event) {
        OrderName name = new OrderName(event.enteredById(), event.orderNumber());
        Long order = resting.get(name);
        if (order != null) {
            require(book.remaining(order) == event.units(), event);
            remove(name, order);
        }
    }

    /** What an uncrossing now would give. */
    Indication indication() {
        if (!auction.indicate()) {
            return Indication.NONE;
        }
        return new Indication(facts.price(auction.price()), auction.volume(), auction.surplus());
    }

    /** Shows every order: buys before sells, the best price first, of equal prices the older first. */
    void forEachOrder(OrderReader reader) {
        book.forEachOrder((order, member, side, kind, selfTrade, price, remaining, tag) ->
                reader.order(order, side, price, remaining));
    }

    /** Is shown an order; the price is ticks. */
    @FunctionalInterface
    interface OrderReader {
        void order(long order, Side side, long price, long units);
    }

    private void lower(OrderName name, long order, long remaining) {
        Side side = side(order);
        long price = book.price(order);
        long units = book.remaining(order) - remaining;
        if (remaining == 0) {
            remove(name, order);
        } else if (units > 0) {
            cut(name, order, units, remaining);
            listener.reduced(order, side, price, units, remaining);
        }
    }

    private void remove(OrderName name, long order) {
        Side side = side(order);
        long price = book.price(order);
        long units = book.remaining(order);
        cut(name, order, units, 0);
        listener.removed(order, side, price, units);
    }

    private void cut(OrderName name, long order, long units, long remaining) {
        if (remaining == 0) {
            resting.remove(name);
            book.cancel(order);
        } else {
            book.reduce(order, units);
        }
    }

    private long order(OrderName name, UnitEvent event) {
        Long order = resting.get(name);
        if (order == null) {
            throw contradiction(event);
        }
        return order;
    }

    private Side side(long order) {
        Side side = book.side(order);
        if (side == null) {
            throw new IllegalStateException("order " + order + " of " + facts.code() + " does not rest");
        }
        return side;
    }

    private void require(boolean fits, UnitEvent event) {
        if (!fits) {
            throw contradiction(event);
        }
    }

    private IllegalStateException contradiction(UnitEvent event) {
        return new IllegalStateException("does not fit the book of " + facts.code() + ": " + event);
    }

    /** The book does what the events say; a refusal would be a mistake of this class. */
    private static final class Told implements OrderBookListener {

        @Override
        public void rested(long order, long member, Side side, long price, long quantity) {}

        @Override
        public void traded(
                long maker,
                long makerMember,
                long taker,
                long takerMember,
                Side takerSide,
                long price,
                long quantity,
                long makerRemaining,
                long takerRemaining) {}

        @Override
        public void crossed(
                long buy,
                long buyMember,
                long sell,
                long sellMember,
                long price,
                long quantity,
                long buyRemaining,
                long sellRemaining) {}

        @Override
        public void reduced(long order, long member, long cut, long remaining) {}

        @Override
        public void replaced(long order, long member, long price, long quantity, boolean keepsPriority) {}

        @Override
        public void cancelled(long order, long member, long quantity, CancelReason reason) {}

        @Override
        public void rejected(long order, long member, OrderRejection reason) {
            throw new IllegalStateException("the book refuses order " + order + ": " + reason);
        }
    }
}
