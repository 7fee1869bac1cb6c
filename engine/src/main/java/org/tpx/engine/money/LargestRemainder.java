package org.tpx.engine.money;

import java.math.BigInteger;
import java.util.Arrays;
import org.tpx.engine.kernel.Invariant;

/**
 * Divides an amount in proportion to weights, in whole minor units that add up to it: rounded down, and what is left goes one unit
 * each to the largest remainders, of equal ones to the first.
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /** The parts of an amount, in the order of the weights; none of these is negative, and one at least is positive. */
    public static long[] divide(long amountMinor, long[] weights) {
        BigInteger whole = BigInteger.valueOf(amountMinor);
        BigInteger sum = Arrays.stream(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        Invariant.check(sum.signum() > 0, "an amount was to be divided among nobody", amountMinor);
        long[] parts = new long[weights.length];
        BigInteger[] rests = new BigInteger[weights.length];
        long left = amountMinor;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] quotient =
                    whole.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(sum);
            parts[i] = quotient[0].longValueExact();
            rests[i] = quotient[1];
            left -= parts[i];
        }
        for (; left > 0; left--) {
            int largest = largest(rests);
            parts[largest]++;
            rests[largest] = BigInteger.ONE.negate();
        }
        return parts;
    }

    private static int largest(BigInteger[] rests) {
        int largest = 0;
        for (int i = 1; i < rests.length; i++) {
            if (rests[i].compareTo(rests[largest]) > 0) {
                largest = i;
            }
        }
        return largest;
    }
}
