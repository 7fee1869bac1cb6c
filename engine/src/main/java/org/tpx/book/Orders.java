package org.tpx.book;

import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;

/**
 * The resting orders, one 64-byte line each:
 *
 * <pre>
 *  word  0    1      2          3       4    5     6         7
 *        id   price  remaining  member  tag  next  previous  place
 *
 *  place: bits 0-31 see Levels, 32 side (1 = sell), 33 post-only, 34-35 self-trade prevention
 * </pre>
 *
 * {@code next} and {@code previous} have a long each, although they are ints, so that a neighbour is re-linked by a store
 * alone: the store waits in the processor's buffer, where a load would have to wait for the neighbour's line.
 */
final class Orders {

    static final int ID = 0;
    static final int PRICE = 1;
    static final int REMAINING = 2;
    static final int MEMBER = 3;
    static final int TAG = 4;
    static final int NEXT = 5;
    static final int PREVIOUS = 6;
    static final int PLACE = 7;

    private static final SelfTrade[] SELF_TRADES = SelfTrade.values();
    private static final long SELL = 1L << 32;
    private static final long POST_ONLY = 1L << 33;
    private static final int SELF_TRADE_SHIFT = 34;
    private static final int LINE_LONGS = 8;
    private static final int CHUNK_BITS = 15;
    private static final int MASK = (1 << CHUNK_BITS) - 1;

    private final Slab lines;

    Orders(int firstCapacity) {
        lines = new Slab(LINE_LONGS, CHUNK_BITS, firstCapacity);
    }

    long heapBytes() {
        return lines.heapBytes();
    }

    int take() {
        return lines.take();
    }

    void give(int slot) {
        lines.give(slot);
    }

    long[] chunk(int slot) {
        return lines.chunk(slot);
    }

    int at(int slot) {
        return ((slot & MASK) << 3) - Slab.HEADER_LONGS;
    }

    long get(int slot, int word) {
        return chunk(slot)[at(slot) + word];
    }

    void set(int slot, int word, long value) {
        chunk(slot)[at(slot) + word] = value;
    }

    static long terms(Side side, OrderKind kind, SelfTrade selfTrade) {
        return (side == Side.SELL ? SELL : 0)
                | (kind == OrderKind.POST_ONLY ? POST_ONLY : 0)
                | ((long) selfTrade.ordinal() << SELF_TRADE_SHIFT);
    }

    static int level(long place) {
        return (int) place;
    }

    static long withLevel(long place, int level) {
        return (place & 0xFFFF_FFFF_0000_0000L) | (level & 0xFFFF_FFFFL);
    }

    static Side side(long place) {
        return (place & SELL) == 0 ? Side.BUY : Side.SELL;
    }

    static OrderKind kind(long place) {
        return (place & POST_ONLY) == 0 ? OrderKind.LIMIT : OrderKind.POST_ONLY;
    }

    static SelfTrade selfTrade(long place) {
        return SELF_TRADES[(int) (place >>> SELF_TRADE_SHIFT) & 3];
    }
}
