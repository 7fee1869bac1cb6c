package org.tpx.book;

import org.tpx.protocol.Side;

/**
 * One side of a book: its levels in order of price, each a queue of orders in order of time.
 *
 * <p>Prices become keys by one exclusive-or, such that the best price has the lowest unsigned key on either side. Market
 * orders have the key 0 and so stand before every limit; -1 is no key. A level is a handle of {@link Levels}.
 */
final class BookSide {

    static final long NO_KEY = -1;

    final Side side;

    private final Orders orders;
    private final Levels levels;
    private final PriceTree tree;
    private int best;
    private long bestKey = NO_KEY;

    BookSide(Side side, Orders orders) {
        this.side = side;
        this.orders = orders;
        levels = new Levels(side, orders);
        tree = new PriceTree(levels);
    }

    /** The key of an order's price on this side. */
    long key(long price) {
        return levels.key(price);
    }

    /** The price that has this key. */
    long price(long key) {
        return levels.price(key);
    }

    /** The lowest key, or {@link #NO_KEY}. */
    long bestKey() {
        return bestKey;
    }

    /** Whether the best order's key is this one or before it. */
    boolean reaches(long key) {
        return Long.compareUnsigned(bestKey, key) <= 0;
    }

    /** The best level, or 0. */
    int best() {
        return best;
    }

    /** The level next behind this key, or 0. */
    int behind(long key) {
        return tree.next(key);
    }

    /** The level next before this key, or 0. */
    int before(long key) {
        return tree.previous(key);
    }

    /** The level with this key, or 0. */
    int level(long key) {
        return tree.find(key);
    }

    /** The best level that is not of market orders, or 0. */
    int bestLimit() {
        return bestKey == 0 ? tree.next(0) : best;
    }

    long keyOf(int level) {
        return levels.keyOf(level);
    }

    long quantityOf(int level) {
        return levels.quantityOf(level);
    }

    int countOf(int level) {
        return levels.countOf(level);
    }

    /** The order that is longest at this level. */
    int headOf(int level) {
        return levels.headOf(level);
    }

    /** Fills the arrays with price, lots and number of orders of the best levels, and returns of how many. */
    int depth(long[] prices, long[] quantities, int[] counts) {
        int level = best;
        int filled = 0;
        while (level != 0 && filled < prices.length) {
            long key = keyOf(level);
            prices[filled] = price(key);
            quantities[filled] = quantityOf(level);
            counts[filled++] = countOf(level);
            level = behind(key);
        }
        return filled;
    }

    /** Lots in market orders. */
    long marketQuantity() {
        return bestKey == 0 ? quantityOf(best) : 0;
    }

    /** Puts an order, whose line holds its price, remaining quantity and terms, behind the others of its price. */
    void append(int order, long key) {
        int level = tree.find(key);
        if (level == 0) {
            open(order, key);
        } else if (Levels.isAlone(level)) {
            int queue = levels.pair(key, Levels.order(level), order);
            tree.exchange(queue, key);
            if (best == level) {
                best = queue;
            }
        } else {
            levels.enqueue(level, order);
        }
    }

    /** Takes an order out of its queue; its line stays as it is. */
    void unlink(int order) {
        long[] lines = orders.chunk(order);
        int line = orders.at(order);
        int queue = Orders.level(lines[line + Orders.PLACE]);
        if (queue <= 0) {
            close(Levels.alone(order), key(lines[line + Orders.PRICE]));
        } else if (levels.dequeue(queue, order)) {
            close(queue, keyOf(queue));
            levels.give(queue);
        }
    }

    /** Takes lots from an order that keeps some and its place; gives what remains. */
    long cut(int order, long quantity) {
        long[] lines = orders.chunk(order);
        int line = orders.at(order);
        int queue = Orders.level(lines[line + Orders.PLACE]);
        if (queue > 0) {
            levels.cut(queue, quantity);
        }
        lines[line + Orders.REMAINING] -= quantity;
        return lines[line + Orders.REMAINING];
    }

    long heapBytes() {
        return levels.heapBytes() + tree.heapBytes();
    }

    private void open(int order, long key) {
        long[] lines = orders.chunk(order);
        int line = orders.at(order);
        lines[line + Orders.NEXT] = 0;
        lines[line + Orders.PREVIOUS] = 0;
        int level = Levels.alone(order);
        tree.insert(key, level);
        if (Long.compareUnsigned(key, bestKey) < 0) {
            best = level;
            bestKey = key;
        }
    }

    private void close(int level, long key) {
        int rest = tree.remove(level, key);
        if (level == best) {
            best = tree.first(rest);
            bestKey = best == 0 ? NO_KEY : keyOf(best);
        }
    }
}
