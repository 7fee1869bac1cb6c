package org.tpx.benchmarks;

import org.tpx.benchmarks.books.Tally;
import org.tpx.benchmarks.books.TestedBook;
import org.tpx.book.OrderBook;
import org.tpx.book.OrderBookListener;
import org.tpx.book.OrderRejection;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;

/** Our book under test. */
public final class TpxBook implements TestedBook, OrderBookListener {

    private final OrderBook book = new OrderBook(this);
    private final Tally tally = new Tally();

    @Override
    public void place(long id, long member, boolean buys, long price, long lots) {
        Side side = buys ? Side.BUY : Side.SELL;
        book.enter(id, member, side, OrderKind.LIMIT, price, lots, 0, SelfTrade.ALLOW, 0);
    }

    @Override
    public void cancel(long id, long member) {
        book.cancel(id);
    }

    @Override
    public void replace(long id, long member, boolean buys, long price, long lots) {
        book.replace(id, price, lots);
    }

    @Override
    public int resting() {
        return book.size();
    }

    @Override
    public Tally tally() {
        return tally;
    }

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
            long takerRemaining) {
        tally.trade(maker, price, quantity);
    }

    @Override
    public void crossed(
            long buy,
            long buyMember,
            long sell,
            long sellMember,
            long price,
            long quantity,
            long buyRemaining,
            long sellRemaining) {
        throw new IllegalStateException("no auction here");
    }

    @Override
    public void reduced(long order, long member, long cut, long remaining) {
        throw new IllegalStateException("nothing is reduced here");
    }

    @Override
    public void replaced(long order, long member, long price, long quantity, boolean keepsPriority) {
        if (keepsPriority) {
            throw new IllegalStateException("order " + order + " keeps its place");
        }
    }

    @Override
    public void cancelled(long order, long member, long quantity, CancelReason reason) {}

    @Override
    public void rejected(long order, long member, OrderRejection reason) {
        throw new IllegalStateException("order " + order + " is rejected: " + reason);
    }
}
