package org.tpx.engine.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tpx.engine.kernel.InvariantBrokenException;

/** Proportional shares in whole numbers, against example E12 and against a naive reckoning in big integers. */
class LargestRemainderTest {

    private static final int SEEDS = 2_000;

    @Test
    void shouldShareAsInExampleE12() {
        assertThat(LargestRemainder.divide(
                        2_020_000, new long[] {1_200_000, 900_000, 800_000, 620_800, 400_000, 200_000}))
                .containsExactly(588_235, 441_177, 392_157, 304_314, 196_078, 98_039);
    }

    @Test
    void shouldGiveTheOddOneOfEqualFractionsToTheEarlier() {
        assertThat(LargestRemainder.divide(5, new long[] {1, 1, 1})).containsExactly(2, 2, 1);
        assertThat(LargestRemainder.divide(1, new long[] {0, 7, 7})).containsExactly(0, 1, 0);
    }

    @Test
    void shouldShareMoreThanTheWeightsInTheSameProportion() {
        assertThat(LargestRemainder.divide(5_000_000, new long[] {600_000, 400_000}))
                .containsExactly(3_000_000, 2_000_000);
        assertThat(LargestRemainder.divide(0, new long[0])).isEmpty();
    }

    @Test
    void shouldDivideNothingAmongNobodyAndRefuseToDivideMore() {
        assertThat(LargestRemainder.divide(0, new long[] {0, 0})).containsExactly(0, 0);
        assertThatThrownBy(() -> LargestRemainder.divide(1, new long[] {0, 0}))
                .isInstanceOf(InvariantBrokenException.class);
    }

    @Test
    void shouldAgreeWithTheNaiveReckoning() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            long bound = 1L << (1 + random.nextInt(46));
            long[] weights = random.longs(1 + random.nextInt(12), 0, bound).toArray();
            weights[random.nextInt(weights.length)] = bound;
            long quantity = random.nextLong(0, 1L << 46);
            long[] shares = LargestRemainder.divide(quantity, weights);
            assertThat(LongStream.of(shares).sum()).as("seed %d", seed).isEqualTo(quantity);
            assertThat(shares).as("seed %d", seed).isEqualTo(naive(quantity, weights));
        }
    }

    // One lot after the other to the largest fraction that has not got its own yet.
    private static long[] naive(long quantity, long[] weights) {
        BigInteger total = BigInteger.valueOf(LongStream.of(weights).sum());
        long[] shares = new long[weights.length];
        BigInteger[] fractions = new BigInteger[weights.length];
        long left = quantity;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] parts = BigInteger.valueOf(quantity)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(total);
            shares[i] = parts[0].longValueExact();
            fractions[i] = parts[1];
            left -= shares[i];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < weights.length; i++) {
                largest = fractions[i].compareTo(fractions[largest]) > 0 ? i : largest;
            }
            shares[largest]++;
            fractions[largest] = BigInteger.ONE.negate();
        }
        return shares;
    }
}
