package org.tpx.book;

import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;

/**
 * A book of orders in price-time priority.
 *
 * <p>Each command causes its events at the listener before it returns; what is wrong with a command is a
 * {@link OrderBookListener#rejected} event, and then nothing has changed. Prices are ticks (any number but the two that
 * {@link #MARKET} and {@link #NO_PRICE} take), quantities lots, order ids and members any 64-bit value. The {@code tag} of
 * an order is the owner's: the book keeps it and selects by it in a mass cancel.
 *
 * <p>A command that would trade more often than {@link #tradesPerStep(int)} allows stops and returns false; the owner then
 * calls {@link #proceed()} until it returns true, and nothing else before.
 *
 * <p>Not thread-safe. Allocates nothing after warm-up.
 */
public final class OrderBook {

    /** The price of an order without a limit. */
    public static final long MARKET = Long.MIN_VALUE;

    /** No price: the answer where nothing rests. */
    public static final long NO_PRICE = Long.MAX_VALUE;

    /** The largest quantity of one order, in lots; so no sum over a full book overflows. */
    public static final long MAX_QUANTITY = (1L << 39) - 1;

    /** The largest number of resting orders, about 16.7 million. */
    public static final int MAX_ORDERS = OrderIndex.MAX_SLOT;

    final BookSide buys;
    final BookSide sells;
    final Orders orders;
    final OrderBookListener listener;

    private final OrderIndex index;
    private final EnteringOrder entering;
    private final int maxOrders;
    private int size;
    private BookPhase phase = BookPhase.CONTINUOUS;
    private long bandLow = MARKET + 1;
    private long bandHigh = NO_PRICE - 1;
    private long reference = NO_PRICE;
    private int tradesPerStep = Integer.MAX_VALUE;
    private Side toldSide = Side.BUY;
    private long toldPrice = NO_PRICE;

    /** An empty book that makes room as orders come. */
    public OrderBook(OrderBookListener listener) {
        this(listener, 16, MAX_ORDERS);
    }

    /** An empty book with room for {@code expectedOrders} at once, which never holds more than {@code maxOrders}. */
    public OrderBook(OrderBookListener listener, int expectedOrders, int maxOrders) {
        if (expectedOrders < 0 || maxOrders < expectedOrders || maxOrders > MAX_ORDERS) {
            throw new IllegalArgumentException("expected " + expectedOrders + " of at most " + maxOrders + " orders");
        }
        this.listener = listener;
        this.maxOrders = maxOrders;
        orders = new Orders(expectedOrders);
        index = new OrderIndex(orders, expectedOrders);
        buys = new BookSide(Side.BUY, orders);
        sells = new BookSide(Side.SELL, orders);
        entering = new EnteringOrder(this);
    }

    /**
     * Enters an order. Causes {@code traded} (and {@code cancelled} for self-trade prevention) as it meets others, then
     * {@code rested} or {@code cancelled} for a remainder; or {@code rejected} alone.
     *
     * @param price the limit, or {@link #MARKET}; of no meaning for {@link OrderKind#MARKET_TO_LIMIT}
     * @param minimum how many lots must trade at once for the order to be taken at all; 0 for any
     * @return whether the command is done, see {@link #tradesPerStep(int)}
     */
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
        checkDone();
        if (index.find(order) != 0) {
            return reject(order, member, OrderRejection.DUPLICATE_ORDER);
        }
        if (kind == OrderKind.LIMIT && minimum == 0 && restsAtOnce(side, price, quantity)) {
            place(0, order, member, Orders.terms(side, kind, selfTrade), side(side), price, quantity, tag);
            listener.rested(order, member, side, price, quantity);
            return true;
        }
        return entering.enter(order, member, side, kind, price, quantity, minimum, selfTrade, tag);
    }

    /** Whether nothing is wrong with a limit order and nothing stands opposite; most orders are such. */
    private boolean restsAtOnce(Side side, long price, long quantity) {
        BookSide opposite = side(side.opposite());
        return phase == BookPhase.CONTINUOUS
                && quantity >= 1
                && quantity <= MAX_QUANTITY
                && price >= bandLow
                && price <= bandHigh
                && size < maxOrders
                && !opposite.reaches(opposite.key(price));
    }

    /** Takes an order out. Causes {@code cancelled}, or {@code rejected}. */
    public void cancel(long order) {
        checkDone();
        int slot = resting(order);
        if (slot != 0) {
            remove(slot, CancelReason.REQUESTED);
        }
    }

    /** Takes lots from an order, which keeps its place. Causes {@code reduced}, {@code cancelled} if none remain, or {@code rejected}. */
    public void reduce(long order, long quantity) {
        checkDone();
        int slot = resting(order);
        if (slot == 0) {
            return;
        }
        long member = orders.get(slot, Orders.MEMBER);
        if (quantity < 1) {
            reject(order, member, OrderRejection.INVALID_QUANTITY);
        } else if (quantity >= orders.get(slot, Orders.REMAINING)) {
            remove(slot, CancelReason.REQUESTED);
        } else {
            telling(Orders.side(orders.get(slot, Orders.PLACE)), orders.get(slot, Orders.PRICE));
            long remaining = sideOf(slot).cut(slot, quantity);
            listener.reduced(order, member, quantity, remaining);
        }
    }

    /**
     * Gives an order a new price and remaining quantity. It keeps its place where the price stays and the quantity does not
     * grow; otherwise it enters anew, under the terms it had. Causes {@code replaced} and what follows from it, or
     * {@code rejected}, and then it rests as before.
     *
     * @return whether the command is done, see {@link #tradesPerStep(int)}
     */
    public boolean replace(long order, long price, long quantity) {
        checkDone();
        int slot = resting(order);
        if (slot == 0) {
            return true;
        }
        boolean samePrice = price == orders.get(slot, Orders.PRICE);
        if (!samePrice || quantity > orders.get(slot, Orders.REMAINING)) {
            return entering.replace(slot, price, quantity);
        }
        long member = orders.get(slot, Orders.MEMBER);
        if (quantity < 1) {
            return reject(order, member, OrderRejection.INVALID_QUANTITY);
        }
        sideOf(slot).cut(slot, orders.get(slot, Orders.REMAINING) - quantity);
        listener.replaced(order, member, price, quantity, true);
        return true;
    }

    /**
     * Cancels the orders that the selection names, best price first and the older first, buys before sells. It is the
     * owner's verb (expiry, a lost connection, a supervisor) and works in every phase. Causes {@code cancelled} for each.
     *
     * @param ordersPerStep how many orders to look at before this returns
     * @return whether it is done; else call it again with the same selection
     */
    public boolean massCancel(MassCancel selection, int ordersPerStep) {
        checkDone();
        return selection.step(this, ordersPerStep);
    }

    /** Goes on with the command that returned false. Returns whether it is done now. */
    public boolean proceed() {
        if (!entering.isPending()) {
            throw new IllegalStateException("no command is pending");
        }
        return entering.match();
    }

    /** Whether a command stopped at {@link #tradesPerStep(int)} and waits for {@link #proceed()}. */
    public boolean isPending() {
        return entering.isPending();
    }

    /**
     * Passes a pending command through, word by word, and takes back what it gets; so one method writes it into a snapshot and
     * takes it up in a book that was {@link #restore}d from there.
     */
    public void exchangePending(LongUnaryOperator words) {
        entering.exchange(words);
    }

    /** After how many trades (and self-trade cancels) a command pauses; without a limit at first. */
    public void tradesPerStep(int trades) {
        if (trades < 1) {
            throw new IllegalArgumentException("trades per step: " + trades);
        }
        tradesPerStep = trades;
    }

    /**
     * The phase from now on.
     *
     * @throws IllegalStateException if the book is crossed and would be continuous: uncross it first
     */
    public void phase(BookPhase next) {
        checkDone();
        if (next == BookPhase.CONTINUOUS && crossed()) {
            throw new IllegalStateException("crossed: " + bestPrice(Side.BUY) + " over " + bestPrice(Side.SELL));
        }
        phase = next;
    }

    /** The phase now; a new book is continuous. */
    public BookPhase phase() {
        return phase;
    }

    /**
     * The limits from now on, both included: orders outside are rejected and market orders do not trade beyond. What rests
     * already stays; {@link MassCancel#outside} takes it out.
     */
    public void bands(long low, long high) {
        checkDone();
        if (low > high || low == MARKET || high == NO_PRICE) {
            throw new IllegalArgumentException("bands " + low + " to " + high);
        }
        bandLow = low;
        bandHigh = high;
    }

    /** The lowest price of the bands. */
    public long bandLow() {
        return bandLow;
    }

    /** The highest price of the bands. */
    public long bandHigh() {
        return bandHigh;
    }

    /**
     * The reference price, which each trade replaces by its own. Where the resting order is a market order, the price is the
     * best for it of reference, best resting limit and the entering order's limit: the highest for a resting buy, the lowest
     * for a resting sell (as on Xetra).
     */
    public void referencePrice(long price) {
        reference = price;
    }

    /** The last trade's price or the one that was set, else {@link #NO_PRICE}. */
    public long referencePrice() {
        return reference;
    }

    /** While {@code cancelled} or {@code reduced} is told: the side of that order. */
    public Side toldSide() {
        return toldSide;
    }

    /** The same for its price; and while {@code traded} is told the limit of the taker, while {@code crossed} is told of the buy. */
    public long toldPrice() {
        return toldPrice;
    }

    void telling(Side side, long price) {
        toldSide = side;
        toldPrice = price;
    }

    /** After how many trades a command pauses. */
    int tradesPerStep() {
        return tradesPerStep;
    }

    /** Whether no further order can rest. */
    boolean isFull() {
        return size == maxOrders;
    }

    /** How many orders rest. */
    public int size() {
        return size;
    }

    /** Bytes of heap in the arrays of orders, index and levels. They grow with the largest size there was, and stay. */
    public long heapBytes() {
        return orders.heapBytes() + index.heapBytes() + buys.heapBytes() + sells.heapBytes();
    }

    /** Whether the best buy could trade with the best sell. */
    public boolean crossed() {
        return buys.best() != 0
                && sells.best() != 0
                && (buys.bestKey() == 0 || sells.reaches(sells.key(buys.price(buys.bestKey()))));
    }

    /** The best limit, or {@link #NO_PRICE}. */
    public long bestPrice(Side of) {
        BookSide side = side(of);
        int level = side.bestLimit();
        return level == 0 ? NO_PRICE : side.price(side.keyOf(level));
    }

    /** Lots at the best limit. */
    public long bestQuantity(Side of) {
        BookSide side = side(of);
        int level = side.bestLimit();
        return level == 0 ? 0 : side.quantityOf(level);
    }

    /** Lots in market orders. */
    public long marketQuantity(Side of) {
        return side(of).marketQuantity();
    }

    /**
     * Fills the arrays with price, lots and number of orders of the best levels, and returns of how many: as many as there
     * are or as the arrays hold. Market orders come first, at {@link #MARKET}.
     */
    public int depth(Side of, long[] prices, long[] quantities, int[] counts) {
        return side(of).depth(prices, quantities, counts);
    }

    /** The lots that rest under this id; 0 where it is unknown. */
    public long remaining(long order) {
        int slot = index.find(order);
        return slot == 0 ? 0 : orders.get(slot, Orders.REMAINING);
    }

    /** The member whose order this is; 0 where it is unknown. */
    public long member(long order) {
        int slot = index.find(order);
        return slot == 0 ? 0 : orders.get(slot, Orders.MEMBER);
    }

    /** The price of a resting order, {@link #NO_PRICE} where it is unknown. */
    public long price(long order) {
        int slot = index.find(order);
        return slot == 0 ? NO_PRICE : orders.get(slot, Orders.PRICE);
    }

    /** The owner's tag of a resting order; 0 where it is unknown. */
    public long tag(long order) {
        int slot = index.find(order);
        return slot == 0 ? 0 : orders.get(slot, Orders.TAG);
    }

    /** The side of a resting order, null where it is unknown. */
    public @Nullable Side side(long order) {
        int slot = index.find(order);
        return slot == 0 ? null : Orders.side(orders.get(slot, Orders.PLACE));
    }

    /** Shows all buys, then all sells, in price-time order: what {@link #restore} needs to build the same book again. */
    public void forEachOrder(OrderVisitor visitor) {
        visit(buys, visitor);
        visit(sells, visitor);
    }

    /**
     * Puts an order behind the others of its price without a word to the listener. Restored in the order in which
     * {@link #forEachOrder} showed them, they make a book that gives the same events from there on, once phase, bands and
     * reference price are set as they were.
     */
    public void restore(
            long order,
            long member,
            Side side,
            OrderKind kind,
            SelfTrade selfTrade,
            long price,
            long remaining,
            long tag) {
        if (size == maxOrders || index.find(order) != 0) {
            throw new IllegalStateException("cannot restore order " + order + " among " + size);
        }
        place(0, order, member, Orders.terms(side, kind, selfTrade), side(side), price, remaining, tag);
    }

    BookSide side(Side side) {
        return side == Side.BUY ? buys : sells;
    }

    BookSide sideOf(int slot) {
        return side(Orders.side(orders.get(slot, Orders.PLACE)));
    }

    /** The slot of a resting order, or 0. */
    int find(long order) {
        return index.find(order);
    }

    /** Takes a resting order out and tells it. */
    void remove(int slot, CancelReason reason) {
        long order = orders.get(slot, Orders.ID);
        long member = orders.get(slot, Orders.MEMBER);
        long remaining = orders.get(slot, Orders.REMAINING);
        telling(Orders.side(orders.get(slot, Orders.PLACE)), orders.get(slot, Orders.PRICE));
        forget(sideOf(slot), slot);
        listener.cancelled(order, member, remaining, reason);
    }

    /** Takes lots that traded from a resting order, which goes out with its last; gives what remains. */
    long fill(BookSide side, int slot, long quantity) {
        if (quantity < orders.get(slot, Orders.REMAINING)) {
            return side.cut(slot, quantity);
        }
        forget(side, slot);
        return 0;
    }

    /** Takes a resting order out of its queue and leaves it its line, for it will enter anew. */
    void lift(int slot) {
        sideOf(slot).unlink(slot);
        orders.set(slot, Orders.REMAINING, 0);
        size--;
    }

    /** Forgets an order that is in no queue. */
    void drop(int slot) {
        index.remove(orders.get(slot, Orders.ID), slot);
        orders.give(slot);
    }

    private void forget(BookSide side, int slot) {
        side.unlink(slot);
        size--;
        drop(slot);
    }

    /** Puts an order into a line, a new one or the one it had, and at the end of its queue. */
    void place(int had, long order, long member, long terms, BookSide side, long price, long remaining, long tag) {
        int slot = had == 0 ? orders.take() : had;
        long[] lines = orders.chunk(slot);
        int line = orders.at(slot);
        lines[line + Orders.ID] = order;
        lines[line + Orders.PRICE] = price;
        lines[line + Orders.REMAINING] = remaining;
        lines[line + Orders.MEMBER] = member;
        lines[line + Orders.TAG] = tag;
        lines[line + Orders.PLACE] = terms;
        side.append(slot, side.key(price));
        if (had == 0) {
            index.add(order, slot);
        }
        size++;
    }

    /** The slot of an order that may be changed now; 0 after the refusal was told. */
    private int resting(long order) {
        int slot = index.find(order);
        if (slot == 0) {
            reject(order, 0, OrderRejection.UNKNOWN_ORDER);
            return 0;
        }
        if (phase == BookPhase.CALL_NO_CANCEL) {
            reject(order, orders.get(slot, Orders.MEMBER), OrderRejection.NO_CANCEL_PHASE);
            return 0;
        }
        return slot;
    }

    boolean reject(long order, long member, OrderRejection rejection) {
        listener.rejected(order, member, rejection);
        return true;
    }

    private void visit(BookSide side, OrderVisitor visitor) {
        for (int level = side.best(); level != 0; level = side.behind(side.keyOf(level))) {
            for (int slot = side.headOf(level); slot != 0; slot = (int) orders.get(slot, Orders.NEXT)) {
                long place = orders.get(slot, Orders.PLACE);
                visitor.order(
                        orders.get(slot, Orders.ID),
                        orders.get(slot, Orders.MEMBER),
                        side.side,
                        Orders.kind(place),
                        Orders.selfTrade(place),
                        orders.get(slot, Orders.PRICE),
                        orders.get(slot, Orders.REMAINING),
                        orders.get(slot, Orders.TAG));
            }
        }
    }

    private void checkDone() {
        if (entering.isPending()) {
            throw new IllegalStateException("a command is pending: proceed() first");
        }
    }
}
