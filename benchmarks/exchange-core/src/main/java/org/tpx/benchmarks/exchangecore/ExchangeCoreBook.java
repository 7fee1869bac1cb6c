package org.tpx.benchmarks.exchangecore;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tpx.benchmarks.books.Tally;
import org.tpx.benchmarks.books.TestedBook;

/**
 * A book of exchange-core with one command object that is used again, as its ring does, and with its events and orders pooled,
 * as its matching engine does. A replacement is its move, which leaves the quantity as it is.
 */
class ExchangeCoreBook implements TestedBook {

    /** Makes one of exchange-core's books. */
    interface Maker {
        IOrderBook make(
                CoreSymbolSpecification symbol,
                ObjectsPool pool,
                OrderBookEventsHelper events,
                LoggingConfiguration logging);
    }

    private static final CoreSymbolSpecification SYMBOL = CoreSymbolSpecification.builder()
            .symbolId(1)
            .type(SymbolType.FUTURES_CONTRACT)
            .build();

    private final IOrderBook book;
    private final OrderCommand command = new OrderCommand();
    private final Tally tally = new Tally();
    private @Nullable MatcherTradeEvent freeEvents;

    ExchangeCoreBook(Maker maker) {
        book = maker.make(SYMBOL, pool(), new OrderBookEventsHelper(this::takeEvent), LoggingConfiguration.DEFAULT);
    }

    /** The sizes that its matching engine has. */
    private static ObjectsPool pool() {
        return new ObjectsPool(Map.of(
                ObjectsPool.DIRECT_ORDER, 1024 * 1024,
                ObjectsPool.DIRECT_BUCKET, 1024 * 64,
                ObjectsPool.ART_NODE_4, 1024 * 32,
                ObjectsPool.ART_NODE_16, 1024 * 16,
                ObjectsPool.ART_NODE_48, 1024 * 8,
                ObjectsPool.ART_NODE_256, 1024 * 4));
    }

    @Override
    public void place(long id, long member, boolean buys, long price, long lots) {
        command.orderId = id;
        command.uid = member;
        command.action = buys ? OrderAction.BID : OrderAction.ASK;
        command.orderType = OrderType.GTC;
        command.price = price;
        command.reserveBidPrice = price;
        command.size = lots;
        book.newOrder(command);
        takeEvents();
    }

    @Override
    public void cancel(long id, long member) {
        command.orderId = id;
        command.uid = member;
        check(book.cancelOrder(command));
        takeEvents();
    }

    @Override
    public void replace(long id, long member, boolean buys, long price, long lots) {
        command.orderId = id;
        command.uid = member;
        command.price = price;
        check(book.moveOrder(command));
        takeEvents();
    }

    @Override
    public int resting() {
        return book.getOrdersNum(OrderAction.BID) + book.getOrdersNum(OrderAction.ASK);
    }

    @Override
    public Tally tally() {
        return tally;
    }

    private void takeEvents() {
        MatcherTradeEvent event = command.matcherEvent;
        command.matcherEvent = null;
        while (event != null) {
            MatcherTradeEvent next = event.nextEvent;
            if (event.eventType == MatcherEventType.TRADE) {
                tally.trade(event.matchedOrderId, event.price, event.size);
            } else if (event.eventType == MatcherEventType.REJECT) {
                throw new IllegalStateException("order " + command.orderId + " is rejected");
            }
            event.nextEvent = freeEvents;
            freeEvents = event;
            event = next;
        }
    }

    private MatcherTradeEvent takeEvent() {
        MatcherTradeEvent event = freeEvents;
        if (event == null) {
            return new MatcherTradeEvent();
        }
        freeEvents = event.nextEvent;
        event.nextEvent = null;
        return event;
    }

    private void check(CommandResultCode code) {
        if (code != CommandResultCode.SUCCESS) {
            throw new IllegalStateException("order " + command.orderId + ": " + code);
        }
    }
}
