package org.tpx.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** The index against a map, with ids that are random, that count, and that were chosen to collide. */
class OrderIndexTest {

    private final Orders orders = new Orders(8);
    private final OrderIndex index = new OrderIndex(orders, 8);

    @Test
    void shouldFindWhatWasAddedAndNothingElse() {
        churn(new SplittableRandom(1), 60_000, i -> i * 0x9E37_79B9_7F4A_7C15L ^ i << 17);
    }

    @Test
    void shouldFindIdsThatCount() {
        churn(new SplittableRandom(2), 60_000, i -> i);
    }

    @Test
    void shouldFindIdsThatDifferInTheirHighBitsOnly() {
        churn(new SplittableRandom(3), 20_000, i -> i << 40);
    }

    /** Someone who knows the hash function sends ids that all want the same cell of the same segment. */
    @Test
    void shouldStayRightWhenIdsCollide() {
        churn(new SplittableRandom(4), 3_000, i -> unhash(0x1234_5678_9000_0000L | i));
    }

    private void churn(SplittableRandom random, int size, LongUnaryOperator ids) {
        Map<Long, Integer> expected = new HashMap<>();
        List<Long> live = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            long id = ids.applyAsLong(i);
            int slot = orders.take();
            orders.set(slot, Orders.ID, id);
            index.add(id, slot);
            expected.put(id, slot);
            live.add(id);
            if (random.nextInt(3) == 0) {
                remove(expected, live, random.nextInt(live.size()));
            }
            long probe = ids.applyAsLong(1 + random.nextInt(size));
            assertThat(index.find(probe)).isEqualTo(expected.getOrDefault(probe, 0));
        }
        expected.forEach((id, slot) -> assertThat(index.find(id)).isEqualTo(slot));
        while (!live.isEmpty()) {
            remove(expected, live, live.size() - 1);
        }
        for (int i = 1; i <= size; i++) {
            assertThat(index.find(ids.applyAsLong(i))).isZero();
        }
    }

    private void remove(Map<Long, Integer> expected, List<Long> live, int at) {
        long id = live.get(at);
        live.set(at, live.get(live.size() - 1));
        live.remove(live.size() - 1);
        int slot = Objects.requireNonNull(expected.remove(id));
        index.remove(id, slot);
        orders.give(slot);
    }

    /** The id with this hash: the two multiplications and the shift undone. */
    private static long unhash(long hash) {
        long mixed = hash * inverse(0xD6E8_FEB8_6659_FD93L);
        return (mixed ^ mixed >>> 32) * inverse(0x9E37_79B9_7F4A_7C15L);
    }

    private static long inverse(long odd) {
        long inverse = odd;
        for (int i = 0; i < 6; i++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
