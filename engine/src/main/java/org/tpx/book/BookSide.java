package org.tpx.book;

import org.tpx.protocol.Side;

/**
 * One side of a book: its levels in order of price, each a queue of orders in order of time.
 *
 * <p>Prices become keys by one exclusive-or, such that the best price has the lowest unsigned key on either side. Market
 * orders have the key 0 and so stand before every limit; -1 is no key.
 *
 * <pre>
 *  level word  0    1         2                          3
 *              key  quantity  first order | last &lt;&lt; 32   number of orders
 * </pre>
 */
final class BookSide {

    static final long NO_KEY = -1;

    private static final int KEY = 0;
    private static final int QUANTITY = 1;
    private static final int ENDS = 2;
    private static final int COUNT = 3;
    private static final int LEVEL_LONGS = 4;
    private static final int CHUNK_BITS = 14;

    final Side side;

    private final long flip;
    private final long marketPrice;
    private final Orders orders;
    private final Slab levels;
    private final PriceTree tree;
    private int best;
    private long bestKey = NO_KEY;

    BookSide(Side side, Orders orders, int firstCapacity) {
        this.side = side;
        this.orders = orders;
        flip = side == Side.BUY ? Long.MAX_VALUE : Long.MIN_VALUE;
        marketPrice = flip;
        levels = new Slab(LEVEL_LONGS, CHUNK_BITS, Math.min(firstCapacity, 1 << CHUNK_BITS));
        tree = new PriceTree(levels);
    }

    /** The key of an order's price on this side. */
    long key(long price) {
        return (price == OrderBook.MARKET ? marketPrice : price) ^ flip;
    }

    /** The price that has this key. */
    long price(long key) {
        return key == 0 ? OrderBook.MARKET : key ^ flip;
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
        return levels.get(level, KEY);
    }

    long quantityOf(int level) {
        return levels.get(level, QUANTITY);
    }

    int countOf(int level) {
        return (int) levels.get(level, COUNT);
    }

    /** The order that is longest at this level. */
    int headOf(int level) {
        return (int) levels.get(level, ENDS);
    }

    /** Lots in market orders. */
    long marketQuantity() {
        return bestKey == 0 ? quantityOf(best) : 0;
    }

    /** Puts an order, whose line holds its remaining quantity and its terms, behind the others of its price. */
    void append(int order, long key) {
        int level = tree.find(key);
        if (level == 0) {
            level = open(key);
        }
        long[] chunk = levels.chunk(level);
        int at = levels.at(level);
        long[] lines = orders.chunk(order);
        int line = orders.at(order);
        long ends = chunk[at + ENDS];
        int last = (int) (ends >>> 32);
        lines[line + Orders.NEXT] = 0;
        lines[line + Orders.PREVIOUS] = last;
        lines[line + Orders.PLACE] = Orders.withLevel(lines[line + Orders.PLACE], level);
        chunk[at + QUANTITY] += lines[line + Orders.REMAINING];
        chunk[at + COUNT]++;
        if (last == 0) {
            chunk[at + ENDS] = order | (long) order << 32;
        } else {
            chunk[at + ENDS] = ends(ends, order);
            orders.set(last, Orders.NEXT, order);
        }
    }

    /** Takes an order out of its queue; its line stays as it is. */
    void unlink(int order) {
        long[] lines = orders.chunk(order);
        int line = orders.at(order);
        int level = Orders.level(lines[line + Orders.PLACE]);
        long[] chunk = levels.chunk(level);
        int at = levels.at(level);
        if (--chunk[at + COUNT] == 0) {
            close(level, chunk[at + KEY]);
            return;
        }
        chunk[at + QUANTITY] -= lines[line + Orders.REMAINING];
        int next = (int) lines[line + Orders.NEXT];
        int previous = (int) lines[line + Orders.PREVIOUS];
        if (previous == 0) {
            chunk[at + ENDS] = (chunk[at + ENDS] & 0xFFFF_FFFF_0000_0000L) | next;
        } else {
            orders.set(previous, Orders.NEXT, next);
        }
        if (next == 0) {
            chunk[at + ENDS] = ends(chunk[at + ENDS], previous);
        } else {
            orders.set(next, Orders.PREVIOUS, previous);
        }
    }

    /** Takes lots from an order that keeps some and its place; gives what remains. */
    long cut(int order, long quantity) {
        long[] lines = orders.chunk(order);
        int line = orders.at(order);
        int level = Orders.level(lines[line + Orders.PLACE]);
        levels.chunk(level)[levels.at(level) + QUANTITY] -= quantity;
        lines[line + Orders.REMAINING] -= quantity;
        return lines[line + Orders.REMAINING];
    }

    long heapBytes() {
        return levels.heapBytes() + tree.heapBytes();
    }

    /** The ends of a queue with another last order. */
    private static long ends(long ends, int last) {
        return (ends & 0xFFFF_FFFFL) | ((long) last << 32);
    }

    private int open(long key) {
        int level = levels.take();
        long[] chunk = levels.chunk(level);
        int at = levels.at(level);
        chunk[at + KEY] = key;
        chunk[at + QUANTITY] = 0;
        chunk[at + ENDS] = 0;
        chunk[at + COUNT] = 0;
        tree.insert(key, level);
        if (Long.compareUnsigned(key, bestKey) < 0) {
            best = level;
            bestKey = key;
        }
        return level;
    }

    private void close(int level, long key) {
        tree.remove(key);
        levels.give(level);
        if (level == best) {
            best = tree.first();
            bestKey = best == 0 ? NO_KEY : keyOf(best);
        }
    }
}
