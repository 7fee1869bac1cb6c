package org.tpx.benchmarks.parity;

import com.paritytrading.parity.match.OrderBook;
import com.paritytrading.parity.match.OrderBookListener;
import com.paritytrading.parity.match.Side;
import org.tpx.benchmarks.books.Tally;
import org.tpx.benchmarks.books.TestedBook;

/**
 * Parity's book. It knows no members and cannot replace, so that a replacement is a cancel and an order. It never forgets the id
 * of an order that was filled and then ignores an order with that id, so that each stream gets a new book.
 */
public final class ParityBook implements TestedBook, OrderBookListener {

    private OrderBook book = new OrderBook(this);
    private final Tally tally = new Tally();
    private int resting;

    @Override
    public void reuse() {
        book = new OrderBook(this);
    }

    @Override
    public void place(long id, long member, boolean buys, long price, long lots) {
        book.enter(id, buys ? Side.BUY : Side.SELL, price, lots);
    }

    @Override
    public void cancel(long id, long member) {
        book.cancel(id, 0);
    }

    @Override
    public void replace(long id, long member, boolean buys, long price, long lots) {
        book.cancel(id, 0);
        book.enter(id, buys ? Side.BUY : Side.SELL, price, lots);
    }

    @Override
    public int resting() {
        return resting;
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public void match(long maker, long taker, Side takerSide, long price, long executed, long makerRemaining) {
        tally.trade(maker, price, executed);
        if (makerRemaining == 0) {
            resting--;
        }
    }

    @Override
    public void add(long order, Side side, long price, long size) {
        resting++;
    }

    @Override
    public void cancel(long order, long canceled, long remaining) {
        if (remaining == 0) {
            resting--;
        }
    }
}
