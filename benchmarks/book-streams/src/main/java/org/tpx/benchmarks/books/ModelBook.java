package org.tpx.benchmarks.books;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A price-time book in the plainest form: it knows which orders live while a stream is made, and what a right book does. */
final class ModelBook {

    /** A resting order. */
    static final class Order {
        final long id;
        final boolean buys;
        long price;
        long lots;

        /** Where it is among the living. */
        private int place;

        Order(long id, boolean buys, long price, long lots) {
            this.id = id;
            this.buys = buys;
            this.price = price;
            this.lots = lots;
        }
    }

    private final NavigableMap<Long, Set<Order>> buys = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, Set<Order>> sells = new TreeMap<>();
    private final Tally tally = new Tally();
    private Order[] living = new Order[64];
    private int size;
    private int buySize;

    int size() {
        return size;
    }

    /** How many orders rest on one side. */
    int size(boolean buy) {
        return buy ? buySize : size - buySize;
    }

    /** A resting order by its number below {@link #size()}; numbers change as orders come and go. */
    Order order(int place) {
        return living[place];
    }

    Outcome outcome() {
        return tally.outcome(size);
    }

    /** Lots in the best orders of a side, so many of them. */
    long lotsOfBest(boolean buy, int orders) {
        return side(buy).values().stream()
                .flatMap(Set::stream)
                .limit(orders)
                .mapToLong(order -> order.lots)
                .sum();
    }

    void place(long id, boolean buy, long price, long lots) {
        enter(new Order(id, buy, price, lots));
    }

    void cancel(Order order) {
        leaveLevel(order);
        bury(order);
    }

    void replace(Order order, long price) {
        cancel(order);
        order.price = price;
        enter(order);
    }

    private void enter(Order order) {
        NavigableMap<Long, Set<Order>> opposite = side(!order.buys);
        while (order.lots > 0 && !opposite.isEmpty() && reaches(order, opposite.firstKey())) {
            Map.Entry<Long, Set<Order>> best = opposite.firstEntry();
            Order maker = best.getValue().iterator().next();
            long lots = Math.min(order.lots, maker.lots);
            order.lots -= lots;
            maker.lots -= lots;
            tally.trade(maker.id, maker.price, lots);
            if (maker.lots == 0) {
                cancel(maker);
            }
        }
        if (order.lots > 0) {
            side(order.buys)
                    .computeIfAbsent(order.price, price -> new LinkedHashSet<>())
                    .add(order);
            bear(order);
        }
    }

    private static boolean reaches(Order order, long price) {
        return order.buys ? order.price >= price : order.price <= price;
    }

    private void leaveLevel(Order order) {
        side(order.buys).computeIfPresent(order.price, (price, level) -> {
            level.remove(order);
            return level.isEmpty() ? null : level;
        });
    }

    private void bear(Order order) {
        if (size == living.length) {
            living = Arrays.copyOf(living, size * 2);
        }
        order.place = size;
        living[size++] = order;
        buySize += order.buys ? 1 : 0;
    }

    private void bury(Order order) {
        Order last = living[--size];
        living[order.place] = last;
        last.place = order.place;
        buySize -= order.buys ? 1 : 0;
    }

    private NavigableMap<Long, Set<Order>> side(boolean buy) {
        return buy ? buys : sells;
    }
}
