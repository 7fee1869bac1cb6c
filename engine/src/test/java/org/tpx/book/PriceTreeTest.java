package org.tpx.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.protocol.Side;

/** The tree of levels against a sorted map, for keys of every spread. */
class PriceTreeTest {

    @ParameterizedTest(name = "keys of {0} bits")
    @ValueSource(ints = {3, 6, 7, 12, 20, 42, 61, 64})
    void shouldFindKeysAndTheirNeighboursAsASortedMapDoes(int bits) {
        SplittableRandom random = new SplittableRandom(bits);
        Orders orders = new Orders(8);
        Levels levels = new Levels(Side.SELL, orders);
        PriceTree tree = new PriceTree(levels);
        TreeMap<Long, Integer> expected = new TreeMap<>(Long::compareUnsigned);
        for (int i = 0; i < 20_000; i++) {
            long key = random.nextLong() >>> (64 - bits) ^ (bits < 40 ? 0x7FFF_FFFF_F000L : 0);
            change(random, orders, levels, tree, expected, key);
            long probe = key + random.nextInt(3) - 1;
            assertThat(tree.find(probe)).isEqualTo(expected.getOrDefault(probe, 0));
            assertThat(tree.next(probe)).isEqualTo(slot(expected.higherEntry(probe)));
            assertThat(tree.previous(probe)).isEqualTo(slot(expected.lowerEntry(probe)));
            assertThat(tree.first()).isEqualTo(slot(expected.firstEntry()));
        }
        assertThat(expected.size()).isPositive();
    }

    private static void change(
            SplittableRandom random,
            Orders orders,
            Levels levels,
            PriceTree tree,
            NavigableMap<Long, Integer> expected,
            long key) {
        Integer level = expected.get(key);
        if (level == null) {
            int fresh = orders.take();
            orders.set(fresh, Orders.PRICE, levels.price(key));
            orders.set(fresh, Orders.PLACE, 0);
            assertThat(tree.find(key)).isZero();
            tree.insert(key, Levels.alone(fresh));
            expected.put(key, Levels.alone(fresh));
        } else {
            tree.remove(level, key);
            orders.give(Levels.order(level));
            expected.remove(key);
        }
        if (expected.size() > 500 && random.nextInt(4) > 0) {
            long first = expected.firstKey();
            int best = Objects.requireNonNull(expected.remove(first));
            assertThat(tree.first(tree.remove(best, first))).isEqualTo(slot(expected.firstEntry()));
            orders.give(Levels.order(best));
        }
    }

    private static int slot(Map.@Nullable Entry<Long, Integer> entry) {
        return entry == null ? 0 : entry.getValue();
    }
}
