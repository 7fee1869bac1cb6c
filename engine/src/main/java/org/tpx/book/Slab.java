package org.tpx.book;

import java.util.Arrays;

/**
 * Equal pieces of some longs each, taken and given back, in a few large arrays. A slot is a number from 1; 0 is none.
 *
 * <p>It grows by a sixteenth, which is copied at most within the last array; full arrays stay where they are. So a large book
 * neither pauses to grow nor keeps much that it does not use.
 *
 * <p>The place of an array's first piece is the array's own header, 16 bytes, and not used. So a full array of 2^n pieces of
 * 2^m longs takes a power of two of bytes, header included, and a collector that gives large arrays regions of their own has
 * none to round up; and eight longs are one cache line where an array starts on one.
 */
final class Slab {

    /** Longs by which the first piece would begin before the first long. */
    static final int HEADER_LONGS = 2;

    private static final int LEAST_GROWTH = 2;
    private static final int GROWTH_SHIFT = 4;

    private final int longs;
    private final int bits;
    private final int mask;
    private long[][] chunks = new long[1][];
    private int count;
    private int capacity;
    private int fresh = 1;
    private int free;

    /** Pieces of so many longs, at most 2^bits of them in one array, and room for so many at first. */
    Slab(int longs, int bits, int firstCapacity) {
        this.longs = longs;
        this.bits = bits;
        mask = (1 << bits) - 1;
        while (capacity - count <= firstCapacity) {
            grow(firstCapacity + 1 - capacity + count);
        }
    }

    /** The array that holds this slot. */
    long[] chunk(int slot) {
        return chunks[slot >>> bits];
    }

    /** Where in its array this slot begins. */
    int at(int slot) {
        return (slot & mask) * longs - HEADER_LONGS;
    }

    long get(int slot, int word) {
        return chunk(slot)[at(slot) + word];
    }

    void set(int slot, int word, long value) {
        chunk(slot)[at(slot) + word] = value;
    }

    /** A slot whose longs hold anything. */
    int take() {
        int slot = free;
        if (slot != 0) {
            free = (int) get(slot, 0);
            return slot;
        }
        if (fresh == capacity) {
            grow(Math.max(LEAST_GROWTH, capacity >>> GROWTH_SHIFT));
        }
        if ((fresh & mask) == 0) {
            fresh++;
        }
        return fresh++;
    }

    /** The slot may be taken again. */
    void give(int slot) {
        set(slot, 0, free);
        free = slot;
    }

    /** Bytes of heap in the arrays. */
    long heapBytes() {
        return (long) capacity * longs * Long.BYTES + 4L * chunks.length + 16;
    }

    private void grow(int pieces) {
        int used = capacity & mask;
        int more = Math.min(Math.max(pieces, 2), (1 << bits) - used);
        if (used == 0) {
            if (count == chunks.length) {
                chunks = Arrays.copyOf(chunks, count * 2);
            }
            chunks[count++] = new long[more * longs - HEADER_LONGS];
        } else {
            chunks[count - 1] = Arrays.copyOf(chunks[count - 1], (used + more) * longs - HEADER_LONGS);
        }
        capacity += more;
    }
}
