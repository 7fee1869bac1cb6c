package org.tpx.book;

import org.tpx.protocol.CancelReason;
import org.tpx.protocol.Side;
import org.tpx.protocol.TieBreak;

/**
 * A call auction over an {@link OrderBook} in its call phase: what the one price would be as orders come in, and the trades at
 * it when the call ends.
 *
 * <pre>
 *   book.phase(CALL)             orders come and go, indicate() says price, volume and surplus
 *   book.phase(CALL_NO_CANCEL)   orders come
 *   uncross(n) ... uncross(n)    trades at the one price, n at a time, until it returns true
 *   book.phase(CONTINUOUS)       what is left goes on in its place; or massCancel(everything) lets it expire
 * </pre>
 *
 * <p>Within a side the better price trades first and of equal prices the older order, market orders before all. Price and
 * volume do not depend on the order in which the orders came. Self-trade prevention is not asked. The reference price is
 * the book's. Single-threaded, as the book; allocates nothing.
 */
public final class CallAuction {

    private final OrderBook book;
    private final TieBreak tieBreak;
    private final AuctionPrice found;
    private long price = OrderBook.NO_PRICE;
    private long volume;
    private long surplus;
    private long open;
    private boolean uncrossing;

    /** Over a book, by a rulebook. */
    public CallAuction(OrderBook book, TieBreak tieBreak) {
        this.book = book;
        this.tieBreak = tieBreak;
        found = new AuctionPrice(book);
    }

    /**
     * Reckons what an uncrossing now would give; the answer is in {@link #price}, {@link #volume} and {@link #surplus}. Looks at
     * the levels that would trade.
     *
     * @return whether anything would trade
     */
    public boolean indicate() {
        boolean trades = found.find(tieBreak, book.referencePrice());
        price = trades ? found.price() : OrderBook.NO_PRICE;
        volume = trades ? found.volume() : 0;
        surplus = trades ? found.surplus() : 0;
        return trades;
    }

    /** The indicated or final price; {@link OrderBook#NO_PRICE} where nothing trades. */
    public long price() {
        return price;
    }

    /** The lots that trade at the price. */
    public long volume() {
        return volume;
    }

    /** The lots left over at the price, of orders that accept it: above zero buys, below zero sells. */
    public long surplus() {
        return surplus;
    }

    /**
     * Trades at the one price; the first call fixes it. Causes {@code crossed} events. Where only market orders meet and there is
     * no reference price, they are cancelled: nobody can say what they are worth.
     *
     * @param tradesPerStep after how many events to pause
     * @return whether it is done; else nothing but another call may follow
     * @throws IllegalStateException if the book is in continuous trading
     */
    public boolean uncross(int tradesPerStep) {
        if (book.phase() == BookPhase.CONTINUOUS) {
            throw new IllegalStateException("not in a call");
        }
        if (!uncrossing) {
            if (!indicate() && !book.crossed()) {
                return true;
            }
            open = volume;
        }
        uncrossing = !(price == OrderBook.NO_PRICE ? cancelUnpriced(tradesPerStep) : trade(tradesPerStep));
        return !uncrossing;
    }

    /** Whether an uncrossing has begun and is not done. */
    public boolean isUncrossing() {
        return uncrossing;
    }

    /** The lots that are still to trade in an uncrossing that has begun. */
    public long open() {
        return open;
    }

    /** Takes up an uncrossing where a snapshot found it: what {@code price}, {@code volume}, {@code surplus} and {@code open} said. */
    public void resume(long fixedPrice, long fixedVolume, long fixedSurplus, long stillOpen) {
        price = fixedPrice;
        volume = fixedVolume;
        surplus = fixedSurplus;
        open = stillOpen;
        uncrossing = true;
    }

    private boolean trade(int tradesPerStep) {
        book.referencePrice(price);
        for (int trades = 0; open > 0; trades++) {
            if (trades == tradesPerStep) {
                return false;
            }
            cross(book.buys.headOf(book.buys.best()), book.sells.headOf(book.sells.best()));
        }
        return true;
    }

    private void cross(int buySlot, int sellSlot) {
        Orders orders = book.orders;
        long buy = orders.get(buySlot, Orders.ID);
        long buyMember = orders.get(buySlot, Orders.MEMBER);
        long sell = orders.get(sellSlot, Orders.ID);
        long sellMember = orders.get(sellSlot, Orders.MEMBER);
        long wanted = orders.get(buySlot, Orders.REMAINING);
        long quantity = Math.min(open, Math.min(wanted, orders.get(sellSlot, Orders.REMAINING)));
        book.telling(Side.BUY, orders.get(buySlot, Orders.PRICE));
        long buyRemaining = book.fill(book.buys, buySlot, quantity);
        long sellRemaining = book.fill(book.sells, sellSlot, quantity);
        open -= quantity;
        book.listener.crossed(buy, buyMember, sell, sellMember, price, quantity, buyRemaining, sellRemaining);
    }

    private boolean cancelUnpriced(int cancelsPerStep) {
        for (int cancels = 0; ; cancels++) {
            BookSide side = book.buys.marketQuantity() > 0 ? book.buys : book.sells;
            if (side.marketQuantity() == 0) {
                return true;
            }
            if (cancels == cancelsPerStep) {
                return false;
            }
            book.remove(side.headOf(side.best()), CancelReason.NO_PRICE);
        }
    }
}
