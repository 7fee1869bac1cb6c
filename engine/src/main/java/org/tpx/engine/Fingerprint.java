package org.tpx.engine;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * A quick 64-bit hash of bytes, the same on every machine. It tells accidents apart, not forgeries: against those stands the
 * journal's chain. Allocates nothing.
 */
final class Fingerprint {

    private static final int BLOCK = 2 * Long.BYTES;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long LEFT = 0xA0761D6478BD642FL;
    private static final long RIGHT = 0xE7037ED1A0B428DBL;

    private Fingerprint() {}

    /** The fingerprint of so many bytes, beginning from another one or any number. */
    static long of(DirectBuffer buffer, int offset, int length, long seed) {
        long hash = (seed ^ length) * MIX;
        int end = offset + length;
        int index = offset;
        for (; index + BLOCK <= end; index += BLOCK) {
            hash = next(hash, word(buffer, index), word(buffer, index + Long.BYTES));
        }
        if (index < end) {
            hash = next(hash, firstOfRest(buffer, index, end, length), lastOfRest(buffer, index, end, length));
        }
        return hash ^ (hash >>> 29);
    }

    // The product of both words waits for no other block; so blocks are multiplied at the same time.
    private static long next(long hash, long first, long second) {
        long left = first ^ LEFT;
        long right = second ^ RIGHT;
        return (Long.rotateLeft(hash, 29) ^ (left * right) ^ Math.multiplyHigh(left, right)) * MIX;
    }

    // The last words may overlap those before: they are there, and need no loop over single bytes.
    private static long firstOfRest(DirectBuffer buffer, int index, int end, int length) {
        if (length >= BLOCK) {
            return word(buffer, end - BLOCK);
        }
        return length >= Long.BYTES ? word(buffer, index) : bytes(buffer, index, end);
    }

    private static long lastOfRest(DirectBuffer buffer, int index, int end, int length) {
        return length >= Long.BYTES ? word(buffer, end - Long.BYTES) : end - index;
    }

    private static long bytes(DirectBuffer buffer, int index, int end) {
        long bytes = 0;
        for (int at = index; at < end; at++) {
            bytes = (bytes << Byte.SIZE) | (buffer.getByte(at) & 0xFF);
        }
        return bytes;
    }

    private static long word(DirectBuffer buffer, int index) {
        return buffer.getLong(index, LITTLE_ENDIAN);
    }
}
