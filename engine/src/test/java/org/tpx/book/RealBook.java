package org.tpx.book;

import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;

/** {@link OrderBook} behind the interface of the tests. */
final class RealBook implements Book {

    final OrderBook book;
    private final MassCancel cancel = new MassCancel();

    RealBook(OrderBookListener listener) {
        this(new OrderBook(listener));
    }

    RealBook(OrderBook book) {
        this.book = book;
    }

    @Override
    public boolean enter(
            long order,
            long member,
            Side side,
            OrderKind kind,
            long price,
            long quantity,
            long minimum,
            SelfTrade selfTrade,
            long tag) {
        return book.enter(order, member, side, kind, price, quantity, minimum, selfTrade, tag);
    }

    @Override
    public void cancel(long order) {
        book.cancel(order);
    }

    @Override
    public void reduce(long order, long quantity) {
        book.reduce(order, quantity);
    }

    @Override
    public boolean replace(long order, long price, long quantity) {
        return book.replace(order, price, quantity);
    }

    @Override
    public void massCancel(Selection selection, int ordersPerStep) {
        switch (selection.what()) {
            case "member" -> cancel.member(selection.member());
            case "tag" -> cancel.tag(selection.value(), selection.mask());
            case "member and tag" -> cancel.memberAndTag(selection.member(), selection.value(), selection.mask());
            case "expired" -> cancel.expired(selection.value(), selection.mask());
            case "outside" -> cancel.outside();
            default -> cancel.everything();
        }
        while (!book.massCancel(cancel, ordersPerStep)) {
            assert !cancel.isDone();
        }
    }

    @Override
    public boolean proceed() {
        return book.proceed();
    }

    @Override
    public void tradesPerStep(int trades) {
        book.tradesPerStep(trades);
    }

    @Override
    public void phase(BookPhase next) {
        book.phase(next);
    }

    @Override
    public void bands(long low, long high) {
        book.bands(low, high);
    }

    @Override
    public void referencePrice(long price) {
        book.referencePrice(price);
    }

    @Override
    public long referencePrice() {
        return book.referencePrice();
    }

    @Override
    public int size() {
        return book.size();
    }

    @Override
    public long bestPrice(Side side) {
        return book.bestPrice(side);
    }

    @Override
    public long bestQuantity(Side side) {
        return book.bestQuantity(side);
    }

    @Override
    public long marketQuantity(Side side) {
        return book.marketQuantity(side);
    }

    @Override
    public int depth(Side side, long[] prices, long[] quantities, int[] counts) {
        return book.depth(side, prices, quantities, counts);
    }

    @Override
    public long remaining(long order) {
        return book.remaining(order);
    }

    @Override
    public long price(long order) {
        return book.price(order);
    }

    @Override
    public void forEachOrder(OrderVisitor visitor) {
        book.forEachOrder(visitor);
    }

    @Override
    public void restore(
            long order,
            long member,
            Side side,
            OrderKind kind,
            SelfTrade selfTrade,
            long price,
            long remaining,
            long tag) {
        book.restore(order, member, side, kind, selfTrade, price, remaining, tag);
    }
}
