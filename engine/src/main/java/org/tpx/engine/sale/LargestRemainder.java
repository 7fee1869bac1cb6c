package org.tpx.engine.sale;

import java.math.BigInteger;
import org.tpx.engine.kernel.Invariant;

/**
 * Shares an amount out in proportion to weights, in whole minor units and exactly: each share is rounded down, then what is left
 * goes, one unit each, to the largest cut-off fractions, of equal ones to the earlier.
 */
final class LargestRemainder {

    private LargestRemainder() {}

    /** The shares, in the order of the weights, which are positive; they sum up to the amount. */
    static long[] share(long amountMinor, long[] weights) {
        BigInteger total = BigInteger.ZERO;
        for (long weight : weights) {
            Invariant.check(weight > 0, "a share without weight");
            total = total.add(BigInteger.valueOf(weight));
        }
        long[] shares = new long[weights.length];
        BigInteger[] fractions = new BigInteger[weights.length];
        long left = amountMinor;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] parts = BigInteger.valueOf(amountMinor)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(total);
            shares[i] = parts[0].longValueExact();
            fractions[i] = parts[1];
            left -= shares[i];
        }
        for (; left > 0; left--) {
            int largest = largest(fractions);
            shares[largest]++;
            fractions[largest] = BigInteger.ZERO;
        }
        return shares;
    }

    private static int largest(BigInteger[] fractions) {
        int largest = 0;
        for (int i = 1; i < fractions.length; i++) {
            if (fractions[i].compareTo(fractions[largest]) > 0) {
                largest = i;
            }
        }
        return largest;
    }
}
