package org.tpx.engine.unit;

import java.util.ArrayList;
import java.util.List;
import org.tpx.book.BookPhase;
import org.tpx.book.CallAuction;
import org.tpx.book.OrderBook;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;

/** A book in a snapshot: its orders in price-time order, its phase and bands, and what it was in the middle of. */
final class BookState {

    private BookState() {}

    /** Writes the book, or reads it into an empty one. */
    static void exchange(Snapshot snapshot, OrderBook book, CallAuction auction) {
        exchangeOrders(snapshot, book);
        BookPhase phase = snapshot.constant(book.phase());
        long low = snapshot.number(book.bandLow());
        long high = snapshot.number(book.bandHigh());
        long reference = snapshot.number(book.referencePrice());
        if (snapshot.isReading()) {
            book.bands(low, high);
            book.phase(phase);
            book.referencePrice(reference);
        }
        book.exchangePending(snapshot::number);
        exchangeUncrossing(snapshot, auction);
    }

    private static void exchangeOrders(Snapshot snapshot, OrderBook book) {
        List<Row> rows = new ArrayList<>();
        book.forEachOrder((order, member, side, kind, selfTrade, price, remaining, tag) ->
                rows.add(new Row(order, member, side, kind, selfTrade, price, remaining, tag)));
        snapshot.parts(rows, Row::new);
        if (snapshot.isReading()) {
            rows.forEach(row -> row.restore(book));
        }
    }

    // What was indicated last is of no consequence; what an uncrossing has fixed is.
    private static void exchangeUncrossing(Snapshot snapshot, CallAuction auction) {
        if (snapshot.flag(auction.isUncrossing())) {
            long price = snapshot.number(auction.price());
            long volume = snapshot.number(auction.volume());
            long surplus = snapshot.number(auction.surplus());
            long open = snapshot.number(auction.open());
            if (snapshot.isReading()) {
                auction.resume(price, volume, surplus, open);
            }
        }
    }

    private static final class Row implements Snapshot.Part {
        private long order;
        private long member;
        private Side side = Side.BUY;
        private OrderKind kind = OrderKind.LIMIT;
        private SelfTrade selfTrade = SelfTrade.ALLOW;
        private long price;
        private long remaining;
        private long tag;

        private Row() {}

        private Row(
                long order,
                long member,
                Side side,
                OrderKind kind,
                SelfTrade selfTrade,
                long price,
                long remaining,
                long tag) {
            this.order = order;
            this.member = member;
            this.side = side;
            this.kind = kind;
            this.selfTrade = selfTrade;
            this.price = price;
            this.remaining = remaining;
            this.tag = tag;
        }

        private void restore(OrderBook book) {
            book.restore(order, member, side, kind, selfTrade, price, remaining, tag);
        }

        @Override
        public void exchange(Snapshot snapshot) {
            order = snapshot.number(order);
            member = snapshot.number(member);
            side = snapshot.constant(side);
            kind = snapshot.constant(kind);
            selfTrade = snapshot.constant(selfTrade);
            price = snapshot.number(price);
            remaining = snapshot.number(remaining);
            tag = snapshot.number(tag);
        }
    }
}
