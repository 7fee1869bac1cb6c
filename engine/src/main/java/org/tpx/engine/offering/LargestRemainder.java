package org.tpx.engine.offering;

import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * Shares a quantity in proportion to weights in whole numbers: each share rounded down, then one more for the largest
 * fractions that were cut off, of equal ones for the one that stands first. The shares always add up to the quantity.
 */
final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * The shares, place by place. Weights are not negative; their sum and the quantity are below 2^62, and the sum is above 0
     * unless the quantity is 0.
     */
    static long[] share(long quantity, long[] weights) {
        long total = 0;
        for (long weight : weights) {
            total = Math.addExact(total, weight);
        }
        long[] shares = new long[weights.length];
        long[] fractions = new long[weights.length];
        long left = quantity;
        for (int place = 0; place < weights.length && quantity > 0; place++) {
            shares[place] = portion(quantity, weights[place], total);
            // The products may overflow; their difference lies between 0 and total, so it comes out right.
            fractions[place] = quantity * weights[place] - shares[place] * total;
            left -= shares[place];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted((one, other) -> Long.compare(fractions[other], fractions[one]))
                .limit(left)
                .forEach(place -> shares[place]++);
        return shares;
    }

    private static long portion(long quantity, long weight, long total) {
        if (Math.multiplyHigh(quantity, weight) == 0 && quantity * weight >= 0) {
            return quantity * weight / total;
        }
        return BigInteger.valueOf(quantity)
                .multiply(BigInteger.valueOf(weight))
                .divide(BigInteger.valueOf(total))
                .longValueExact();
    }
}
