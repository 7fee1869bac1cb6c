package org.tpx.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tpx.book.ProRata.Remainder;
import tools.jackson.databind.JsonNode;

class ProRataTest {

    private final JsonNode vectors = Vectors.read("prorata_vectors.json");

    /** CME Globex notice 2005: pro rata with a TOP order, at least two lots, rounded down, the rest first come. */
    @Test
    void shouldShareAsTheGlobexNoticePrints() {
        JsonNode book = vectors.get("book");
        long[] sizes =
                book.valueStream().mapToLong(order -> order.get("qty").asLong()).toArray();
        long[] shares = new long[sizes.length];
        long incoming = vectors.get("incoming").get("qty").asLong();
        long left = new ProRata(2, Remainder.FIRST_COME).allocate(incoming, sizes, 1, shares);
        for (int i = 0; i < sizes.length; i++) {
            String id = book.get(i).get("id").asString();
            assertThat(shares[i])
                    .as("order " + id)
                    .isEqualTo(vectors.get("expect_fills").get(id).asLong());
        }
        assertThat(left).isZero();
    }

    /** CME Confluence, complex match example: shares of sources, at least two lots, a residual for the next step. */
    @Test
    void shouldShareAsTheComplexMatchExamplePrints() {
        JsonNode second = vectors.get("second");
        long[] sizes = longs(second.get("sources"));
        long[] shares = new long[sizes.length];
        long left = new ProRata(2, Remainder.NOBODY)
                .allocate(second.get("aggressor").asLong(), sizes, 0, shares);
        assertThat(shares).containsExactly(longs(second.get("expect")));
        assertThat(left).isEqualTo(second.get("residual").asLong());
    }

    @Test
    void shouldGiveSingleLotsToTheLargestFractions() {
        long[] shares = new long[3];
        long left = new ProRata(0, Remainder.LARGEST_FRACTION).allocate(10, new long[] {5, 8, 8}, 0, shares);
        // 50/21 = 2 8/21, 80/21 = 3 17/21 twice: the two lots that are left go to the latter.
        assertThat(shares).containsExactly(2, 4, 4);
        assertThat(left).isZero();
    }

    @Test
    void shouldStayExactWhereProductsOverflow() {
        long[] sizes = {OrderBook.MAX_QUANTITY, OrderBook.MAX_QUANTITY, 2};
        long[] shares = new long[3];
        new ProRata(0, Remainder.NOBODY).allocate(OrderBook.MAX_QUANTITY, sizes, 0, shares);
        assertThat(shares).containsExactly(OrderBook.MAX_QUANTITY / 2, OrderBook.MAX_QUANTITY / 2, 0);
    }

    @Test
    void shouldNeverGiveMoreThanWantedNorLoseALot() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 5_000; round++) {
            long[] sizes = random.longs(1 + random.nextInt(8), 1, 200).toArray();
            long[] shares = new long[sizes.length];
            long quantity = random.nextInt(1_000);
            Remainder remainder = Remainder.values()[random.nextInt(3)];
            ProRata rule = new ProRata(random.nextInt(4), remainder);
            long left = rule.allocate(quantity, sizes, random.nextInt(2), shares);
            assertThat(Arrays.stream(shares).sum() + left).as("round %d", round).isEqualTo(quantity);
            for (int i = 0; i < sizes.length; i++) {
                assertThat(shares[i]).isBetween(0L, sizes[i]);
            }
            if (remainder != Remainder.NOBODY) {
                assertThat(left)
                        .isEqualTo(Math.max(0, quantity - Arrays.stream(sizes).sum()));
            }
        }
    }

    private static long[] longs(JsonNode array) {
        return array.valueStream().mapToLong(JsonNode::asLong).toArray();
    }
}
