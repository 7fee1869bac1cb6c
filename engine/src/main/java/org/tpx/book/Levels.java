package org.tpx.book;

import org.tpx.protocol.Side;

/**
 * The prices of one side at which orders rest. An order alone at its price is its own level; the others stand in a queue.
 *
 * <pre>
 *  handle                 0 none      bit 30 clear: slot of a queue      bit 30 set: slot of the order that is alone
 *
 *  queue word             0    1         2                          3
 *                         key  quantity  first order | last &lt;&lt; 32   number of orders | tree node above &lt;&lt; 32
 *
 *  order that is alone    the node above stands in its place word, below 0, where others have their queue
 * </pre>
 *
 * So where prices are sparse an order costs no queue, neither in memory nor in time. A queue that shrinks to one order
 * stays one until that goes too.
 */
final class Levels {

    static final int KEY = 0;
    static final int QUANTITY = 1;
    static final int ENDS = 2;
    static final int COUNT = 3;

    private static final int ALONE = 1 << 30;
    private static final int LEVEL_LONGS = 4;
    private static final int CHUNK_BITS = 13;
    private static final long LOW = 0xFFFF_FFFFL;

    private final long flip;
    private final long marketPrice;
    private final Orders orders;
    private final Slab queues = new Slab(LEVEL_LONGS, CHUNK_BITS, 0);

    Levels(Side side, Orders orders) {
        this.orders = orders;
        flip = side == Side.BUY ? Long.MAX_VALUE : Long.MIN_VALUE;
        marketPrice = flip;
    }

    /** The key of an order's price on this side. */
    long key(long price) {
        return (price == OrderBook.MARKET ? marketPrice : price) ^ flip;
    }

    /** The price that has this key. */
    long price(long key) {
        return key == 0 ? OrderBook.MARKET : key ^ flip;
    }

    /** The handle of an order alone at its price. */
    static int alone(int order) {
        return order | ALONE;
    }

    static boolean isAlone(int level) {
        return (level & ALONE) != 0;
    }

    /** The order of an {@link #alone} handle. */
    static int order(int level) {
        return level & ~ALONE;
    }

    long keyOf(int level) {
        return isAlone(level) ? key(orders.get(order(level), Orders.PRICE)) : queues.get(level, KEY);
    }

    long quantityOf(int level) {
        return isAlone(level) ? orders.get(order(level), Orders.REMAINING) : queues.get(level, QUANTITY);
    }

    int countOf(int level) {
        return isAlone(level) ? 1 : (int) queues.get(level, COUNT);
    }

    /** The order that is longest at this level. */
    int headOf(int level) {
        return isAlone(level) ? order(level) : (int) queues.get(level, ENDS);
    }

    /** The tree's node above, 0 for none. */
    int nodeOf(int level) {
        return isAlone(level)
                ? -Orders.level(orders.get(order(level), Orders.PLACE))
                : (int) (queues.get(level, COUNT) >>> 32);
    }

    void setNode(int level, int node) {
        if (isAlone(level)) {
            int order = order(level);
            orders.set(order, Orders.PLACE, Orders.withLevel(orders.get(order, Orders.PLACE), -node));
        } else {
            queues.set(level, COUNT, (queues.get(level, COUNT) & LOW) | ((long) node << 32));
        }
    }

    /** Makes a queue of the order that was alone at this key and another; what the tree knows of it is the caller's. */
    int pair(long key, int first, int second) {
        int queue = queues.take();
        long[] chunk = queues.chunk(queue);
        int at = queues.at(queue);
        long place = orders.get(first, Orders.PLACE);
        chunk[at + KEY] = key;
        chunk[at + QUANTITY] = orders.get(first, Orders.REMAINING);
        chunk[at + ENDS] = first | (long) first << 32;
        chunk[at + COUNT] = 1 | (long) -Orders.level(place) << 32;
        orders.set(first, Orders.PLACE, Orders.withLevel(place, queue));
        enqueue(queue, second);
        return queue;
    }

    /** Puts an order behind the others of a queue. */
    void enqueue(int queue, int order) {
        long[] chunk = queues.chunk(queue);
        int at = queues.at(queue);
        long[] lines = orders.chunk(order);
        int line = orders.at(order);
        long ends = chunk[at + ENDS];
        int last = (int) (ends >>> 32);
        lines[line + Orders.NEXT] = 0;
        lines[line + Orders.PREVIOUS] = last;
        lines[line + Orders.PLACE] = Orders.withLevel(lines[line + Orders.PLACE], queue);
        chunk[at + QUANTITY] += lines[line + Orders.REMAINING];
        chunk[at + COUNT]++;
        chunk[at + ENDS] = ends(ends, order);
        orders.set(last, Orders.NEXT, order);
    }

    /** Takes an order out of a queue; returns whether it was the last, and then the queue is still in the tree. */
    boolean dequeue(int queue, int order) {
        long[] chunk = queues.chunk(queue);
        int at = queues.at(queue);
        if ((int) --chunk[at + COUNT] == 0) {
            return true;
        }
        long[] lines = orders.chunk(order);
        int line = orders.at(order);
        chunk[at + QUANTITY] -= lines[line + Orders.REMAINING];
        int next = (int) lines[line + Orders.NEXT];
        int previous = (int) lines[line + Orders.PREVIOUS];
        if (previous == 0) {
            chunk[at + ENDS] = (chunk[at + ENDS] & ~LOW) | next;
        } else {
            orders.set(previous, Orders.NEXT, next);
        }
        if (next == 0) {
            chunk[at + ENDS] = ends(chunk[at + ENDS], previous);
        } else {
            orders.set(next, Orders.PREVIOUS, previous);
        }
        return false;
    }

    /** Takes lots out of a queue. */
    void cut(int queue, long quantity) {
        queues.chunk(queue)[queues.at(queue) + QUANTITY] -= quantity;
    }

    /** Forgets an empty queue. */
    void give(int queue) {
        queues.give(queue);
    }

    long heapBytes() {
        return queues.heapBytes();
    }

    /** The ends of a queue with another last order. */
    private static long ends(long ends, int last) {
        return (ends & LOW) | ((long) last << 32);
    }
}
