package org.tpx.book;

import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;

/** The order that enters, from the checks before its first trade to what becomes of it after its last. One a book. */
final class EnteringOrder {

    private static final long STOPPED = Long.MIN_VALUE;
    private static final Side[] SIDES = Side.values();
    private static final OrderKind[] KINDS = OrderKind.values();
    private static final SelfTrade[] SELF_TRADES = SelfTrade.values();

    private final OrderBook book;
    private final Orders orders;
    private final OrderBookListener listener;

    private long order;
    private long member;
    private Side side = Side.BUY;
    private OrderKind kind = OrderKind.LIMIT;
    private SelfTrade selfTrade = SelfTrade.ALLOW;
    private long price;
    private long remaining;
    private long tag;

    /** The last key of the other side with which it may trade. */
    private long bound;

    /** Its line, where it rested before, else 0. */
    private int slot;

    private boolean pending;

    EnteringOrder(OrderBook book) {
        this.book = book;
        orders = book.orders;
        listener = book.listener;
    }

    /** Whether it stopped at the limit of trades in one step. */
    boolean isPending() {
        return pending;
    }

    boolean enter(
            long newOrder,
            long itsMember,
            Side itsSide,
            OrderKind itsKind,
            long limit,
            long quantity,
            long minimum,
            SelfTrade prevention,
            long itsTag) {
        order = newOrder;
        member = itsMember;
        side = itsSide;
        kind = itsKind;
        selfTrade = prevention;
        tag = itsTag;
        slot = 0;
        return check(kind == OrderKind.MARKET_TO_LIMIT ? book.bestPrice(side.opposite()) : limit, quantity, minimum);
    }

    /** An order that rests enters anew, under the terms it had. */
    boolean replace(int itsSlot, long limit, long quantity) {
        long place = orders.get(itsSlot, Orders.PLACE);
        order = orders.get(itsSlot, Orders.ID);
        member = orders.get(itsSlot, Orders.MEMBER);
        side = Orders.side(place);
        kind = Orders.kind(place);
        selfTrade = Orders.selfTrade(place);
        tag = orders.get(itsSlot, Orders.TAG);
        slot = itsSlot;
        return check(limit, quantity, 0);
    }

    /** Passes a pending order through; in another book it has no line yet, and gets one where it rests. */
    void exchange(LongUnaryOperator words) {
        pending = words.applyAsLong(pending ? 1 : 0) != 0;
        if (!pending) {
            return;
        }
        order = words.applyAsLong(order);
        member = words.applyAsLong(member);
        side = SIDES[(int) words.applyAsLong(side.ordinal())];
        kind = KINDS[(int) words.applyAsLong(kind.ordinal())];
        selfTrade = SELF_TRADES[(int) words.applyAsLong(selfTrade.ordinal())];
        price = words.applyAsLong(price);
        remaining = words.applyAsLong(remaining);
        tag = words.applyAsLong(tag);
        bound = words.applyAsLong(bound);
    }

    private boolean check(long limit, long quantity, long minimum) {
        price = limit;
        remaining = quantity;
        BookSide opposite = opposite();
        bound = opposite.key(price != OrderBook.MARKET ? price : side == Side.BUY ? book.bandHigh() : book.bandLow());
        OrderRejection rejection = rejection(opposite, minimum);
        if (rejection != null) {
            return book.reject(order, member, rejection);
        }
        if (slot != 0) {
            book.lift(slot);
            listener.replaced(order, member, price, remaining, false);
        }
        return match();
    }

    /** Trades while it can; returns whether the order is through. */
    boolean match() {
        BookSide opposite = opposite();
        pending = false;
        if (book.phase() == BookPhase.CONTINUOUS) {
            int trades = book.tradesPerStep();
            while (remaining > 0 && opposite.reaches(bound)) {
                if (trades-- == 0) {
                    pending = true;
                    return false;
                }
                meet(opposite, opposite.headOf(opposite.best()));
            }
        }
        settle(opposite);
        return true;
    }

    /** Meets the first order of the other side. */
    private void meet(BookSide opposite, int makerSlot) {
        long[] lines = orders.chunk(makerSlot);
        int line = orders.at(makerSlot);
        long makerMember = lines[line + Orders.MEMBER];
        if (makerMember == member && selfTrade != SelfTrade.ALLOW) {
            preventSelfTrade(makerSlot);
            return;
        }
        long maker = lines[line + Orders.ID];
        long key = opposite.bestKey();
        long tradePrice = key == 0 ? marketPrice(opposite) : opposite.price(key);
        long quantity = Math.min(remaining, lines[line + Orders.REMAINING]);
        long makerRemaining = book.fill(opposite, makerSlot, quantity);
        remaining -= quantity;
        book.referencePrice(tradePrice);
        book.telling(side, price);
        listener.traded(maker, makerMember, order, member, side, tradePrice, quantity, makerRemaining, remaining);
    }

    private void preventSelfTrade(int makerSlot) {
        if (selfTrade != SelfTrade.CANCEL_NEWEST) {
            book.remove(makerSlot, CancelReason.SELF_TRADE);
        }
        if (selfTrade != SelfTrade.CANCEL_OLDEST) {
            cancel(CancelReason.SELF_TRADE);
        }
    }

    /** What becomes of it after its last trade. */
    private void settle(BookSide opposite) {
        if (remaining == 0) {
            drop();
        } else if (kind == OrderKind.IMMEDIATE_OR_CANCEL || kind == OrderKind.FILL_OR_KILL) {
            cancel(CancelReason.NOT_IMMEDIATE);
        } else if (price == OrderBook.MARKET && book.phase() == BookPhase.CONTINUOUS && opposite.best() != 0) {
            cancel(CancelReason.PRICE_BAND);
        } else {
            long terms = Orders.terms(side, kind, selfTrade);
            book.place(slot, order, member, terms, book.side(side), price, remaining, tag);
            listener.rested(order, member, side, price, remaining);
        }
    }

    private void cancel(CancelReason reason) {
        long quantity = remaining;
        remaining = 0;
        drop();
        book.telling(side, price);
        listener.cancelled(order, member, quantity, reason);
    }

    private void drop() {
        if (slot != 0) {
            book.drop(slot);
            slot = 0;
        }
    }

    /** The price at which a resting market order trades. There is one, or the entering order was rejected. */
    private long marketPrice(BookSide opposite) {
        long best = book.referencePrice();
        int level = opposite.bestLimit();
        if (level != 0) {
            best = better(opposite.side, best, opposite.price(opposite.keyOf(level)));
        }
        if (price != OrderBook.MARKET) {
            best = better(opposite.side, best, price);
        }
        return Math.max(book.bandLow(), Math.min(book.bandHigh(), best));
    }

    /** Of two prices the one that a resting order of this side offers more with: the higher for a buy. */
    private static long better(Side resting, long price, long other) {
        if (price == OrderBook.NO_PRICE) {
            return other;
        }
        return resting == Side.BUY ? Math.max(price, other) : Math.min(price, other);
    }

    private @Nullable OrderRejection rejection(BookSide opposite, long minimum) {
        boolean call = book.phase() != BookPhase.CONTINUOUS;
        if (call && slot == 0 && (kind != OrderKind.LIMIT || minimum != 0)) {
            return OrderRejection.NOT_IN_CALL;
        }
        if (remaining < 1 || remaining > OrderBook.MAX_QUANTITY || minimum < 0 || minimum > remaining) {
            return OrderRejection.INVALID_QUANTITY;
        }
        OrderRejection rejection = priceRejection(opposite);
        if (rejection == null && !call) {
            rejection = tradeRejection(opposite, minimum);
        }
        if (rejection == null && slot == 0 && book.isFull()) {
            return OrderRejection.BOOK_FULL;
        }
        return rejection;
    }

    private @Nullable OrderRejection priceRejection(BookSide opposite) {
        if (kind == OrderKind.MARKET_TO_LIMIT && (price == OrderBook.NO_PRICE || opposite.bestKey() == 0)) {
            return OrderRejection.NO_LIMIT_OPPOSITE;
        }
        if (price == OrderBook.NO_PRICE || (price == OrderBook.MARKET && kind == OrderKind.POST_ONLY)) {
            return OrderRejection.INVALID_PRICE;
        }
        boolean outside = price != OrderBook.MARKET && (price < book.bandLow() || price > book.bandHigh());
        return outside ? OrderRejection.PRICE_BAND : null;
    }

    private @Nullable OrderRejection tradeRejection(BookSide opposite, long minimum) {
        boolean priceless = price == OrderBook.MARKET && book.referencePrice() == OrderBook.NO_PRICE;
        if (priceless && opposite.bestKey() == 0 && opposite.bestLimit() == 0) {
            return OrderRejection.NO_REFERENCE_PRICE;
        }
        if (kind == OrderKind.POST_ONLY && opposite.reaches(bound)) {
            return OrderRejection.WOULD_TRADE;
        }
        if (kind == OrderKind.FILL_OR_KILL) {
            return fillable(opposite, remaining) ? null : OrderRejection.NOT_FILLABLE;
        }
        return minimum == 0 || fillable(opposite, minimum) ? null : OrderRejection.BELOW_MINIMUM;
    }

    private boolean fillable(BookSide opposite, long needed) {
        long open = needed;
        int level = opposite.best();
        while (level != 0 && Long.compareUnsigned(opposite.keyOf(level), bound) <= 0) {
            open = selfTrade == SelfTrade.ALLOW ? open - opposite.quantityOf(level) : openAfter(opposite, level, open);
            if (open <= 0) {
                return open > STOPPED;
            }
            level = opposite.behind(opposite.keyOf(level));
        }
        return false;
    }

    /** What is still open after a level with orders of the same member in it; {@link #STOPPED} where one of them ends it. */
    private long openAfter(BookSide opposite, int level, long open) {
        long left = open;
        for (int at = opposite.headOf(level); at != 0 && left > 0; at = (int) orders.get(at, Orders.NEXT)) {
            if (orders.get(at, Orders.MEMBER) != member) {
                left -= orders.get(at, Orders.REMAINING);
            } else if (selfTrade != SelfTrade.CANCEL_OLDEST) {
                return STOPPED;
            }
        }
        return left;
    }

    private BookSide opposite() {
        return book.side(side.opposite());
    }
}
