package org.tpx.book;

import java.util.Arrays;

/**
 * Equal pieces of some longs each, taken and given back, in a few large arrays. A slot is a number from 1; 0 is none.
 *
 * <p>It grows by an eighth, which is copied at most within the last array; full arrays stay where they are. So a large book
 * neither pauses to grow nor keeps much that it does not use. The first piece of an array starts 64 bytes after a collector's region does (16 bytes of header
 * and six spare longs), so that eight longs are one cache line where the array is large enough to have regions of its own.
 */
final class Slab {

    static final int SPARE = 6;
    private static final int LEAST_GROWTH = 16;

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
        while (capacity <= firstCapacity) {
            grow(firstCapacity + 1 - capacity);
        }
    }

    /** The array that holds this slot. */
    long[] chunk(int slot) {
        return chunks[slot >>> bits];
    }

    /** Where in its array this slot begins. */
    int at(int slot) {
        return (slot & mask) * longs + SPARE;
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
            grow(Math.max(LEAST_GROWTH, capacity / 8));
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
        return (long) capacity * longs * Long.BYTES + count * (16L + SPARE * Long.BYTES) + 4L * chunks.length;
    }

    private void grow(int pieces) {
        int used = capacity & mask;
        int more = Math.min(pieces, (1 << bits) - used);
        if (used == 0) {
            if (count == chunks.length) {
                chunks = Arrays.copyOf(chunks, count * 2);
            }
            chunks[count++] = new long[more * longs + SPARE];
        } else {
            chunks[count - 1] = Arrays.copyOf(chunks[count - 1], (used + more) * longs + SPARE);
        }
        capacity += more;
    }
}
