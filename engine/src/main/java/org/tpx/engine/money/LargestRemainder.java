package org.tpx.engine.money;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.tpx.engine.kernel.Invariant;

/**
 * Divides an amount or a quantity in proportion to weights, in whole units that add up to it: each part rounded down, and what is
 * left goes one unit each to the largest fractions that were cut off, of equal ones to the first.
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * The parts, in the order of the weights. Neither the amount nor a weight is negative, the weights add up to less than 2^63, and
     * one at least is positive unless the amount is 0.
     */
    public static long[] divide(long amount, long[] weights) {
        long total = 0;
        for (long weight : weights) {
            total = Math.addExact(total, weight);
        }
        long[] parts = new long[weights.length];
        if (amount == 0) {
            return parts;
        }
        Invariant.check(total > 0, "an amount was to be divided among nobody", amount);
        long[] fractions = new long[weights.length];
        long left = amount;
        for (int i = 0; i < weights.length; i++) {
            parts[i] = portion(amount, weights[i], total);
            // The products may overflow; their difference lies between 0 and total, so it comes out right.
            fractions[i] = amount * weights[i] - parts[i] * total;
            left -= parts[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted((one, other) -> Long.compare(fractions[other], fractions[one]))
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }

    private static long portion(long amount, long weight, long total) {
        if (Math.multiplyHigh(amount, weight) == 0 && amount * weight >= 0) {
            return amount * weight / total;
        }
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(weight))
                .divide(BigInteger.valueOf(total))
                .longValueExact();
    }
}
