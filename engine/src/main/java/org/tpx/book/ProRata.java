package org.tpx.book;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Shares an incoming quantity among the orders of one price in proportion to their sizes, rounded down, in exact whole
 * numbers (as CME's pro-rata algorithms do).
 *
 * <p>Shares below the minimum become nothing. What rounding and minimum leave is shared by {@link Remainder}. One object
 * holds only its two settings; arrays are the caller's. Quantities up to {@link OrderBook#MAX_QUANTITY}.
 */
public final class ProRata {

    /** Who gets the lots that rounding and the minimum leave. */
    public enum Remainder {
        /** Nobody; they are the result of {@link ProRata#allocate}. */
        NOBODY,
        /** The orders in time order, each as much as it still wants. */
        FIRST_COME,
        /** One lot each in the order of the cut-off fractions, the largest first, of equals the earlier; then in time order. */
        LARGEST_FRACTION
    }

    private final long minimum;
    private final Remainder remainder;

    /** Shares below {@code minimum} lots are not given. */
    public ProRata(long minimum, Remainder remainder) {
        this.minimum = minimum;
        this.remainder = remainder;
    }

    /**
     * Writes into {@code shares} what each of the orders gets.
     *
     * @param quantity the lots to share
     * @param sizes the sizes of the resting orders, in time order
     * @param top how many orders at the front are filled before the rest shares (a TOP order): usually 0 or 1
     * @return the lots that nobody got
     */
    public long allocate(long quantity, long[] sizes, int top, long[] shares) {
        long left = quantity;
        Arrays.fill(shares, 0, sizes.length, 0);
        for (int i = 0; i < top; i++) {
            shares[i] = Math.min(left, sizes[i]);
            left -= shares[i];
        }
        long total = 0;
        for (int i = top; i < sizes.length; i++) {
            total += sizes[i];
        }
        long shared = Math.min(left, total);
        long open = left;
        for (int i = top; i < sizes.length && shared > 0; i++) {
            long share = shared == total ? sizes[i] : share(shared, sizes[i], total);
            shares[i] = share < minimum && share < sizes[i] ? 0 : share;
            open -= shares[i];
        }
        if (remainder == Remainder.LARGEST_FRACTION) {
            open = byFraction(open, shared, total, sizes, top, shares);
        }
        return remainder == Remainder.NOBODY ? open : firstCome(open, sizes, top, shares);
    }

    private static long firstCome(long open, long[] sizes, int top, long[] shares) {
        long left = open;
        for (int i = top; i < sizes.length && left > 0; i++) {
            long more = Math.min(left, sizes[i] - shares[i]);
            shares[i] += more;
            left -= more;
        }
        return left;
    }

    /** One lot each, by fraction; one that has got its lot has no fraction left. */
    private static long byFraction(long open, long shared, long total, long[] sizes, int top, long[] shares) {
        long left = open;
        while (left > 0) {
            int largest = -1;
            long largestFraction = 0;
            for (int i = top; i < sizes.length; i++) {
                long fraction = fraction(shared, total, sizes[i], shares[i]);
                if (fraction > largestFraction) {
                    largest = i;
                    largestFraction = fraction;
                }
            }
            if (largest < 0) {
                return left;
            }
            shares[largest]++;
            left--;
        }
        return 0;
    }

    /** The cut-off part, in units of 1 / total; negative or 0 once rounded up, and 0 for who got nothing. */
    private static long fraction(long shared, long total, long size, long share) {
        // The products may overflow, their difference does not: it lies between -total and total.
        return share == 0 ? 0 : shared * size - share * total;
    }

    /** {@code shared * size / total}, rounded down. */
    private static long share(long shared, long size, long total) {
        if (Math.multiplyHigh(shared, size) == 0 && shared * size >= 0) {
            return shared * size / total;
        }
        return BigInteger.valueOf(shared)
                .multiply(BigInteger.valueOf(size))
                .divide(BigInteger.valueOf(total))
                .longValueExact();
    }
}
