package org.tpx.gateway.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes up a file of orders as LOBSTER writes them, from a seed: no row of it ever happened. Orders are added on both sides of a price
 * that wanders, reduced, deleted, and executed as whoever came took them: the best price first, and the oldest order first.
 */
final class SyntheticOrders {
    private static final long TICK = 100;
    private static final int FIRST_PRICE = 1_186_000;
    private static final String[] UNKNOWN = {
        "5,0,100,%d,1", "7,0,0,-1,-1", "4,99,10,%d,-1", "6,-1,500,%d,-1", "2,98,10,%d,1"
    };

    private final Random random;
    private final boolean crossing;
    private final List<String> rows = new ArrayList<>();
    private final List<Order> live = new ArrayList<>();
    private long nanos = 34_200_000_000_000L;
    private long lastId = 100;
    private long middle = FIRST_PRICE;

    /** An order that rests. */
    private static final class Order {
        private final long id;
        private final long side;
        private long price;
        private int units;

        private Order(long id, long side, long price, int units) {
            this.id = id;
            this.side = side;
            this.price = price;
            this.units = units;
        }
    }

    private SyntheticOrders(long seed, boolean crossing) {
        this.random = new Random(seed);
        this.crossing = crossing;
    }

    /** A file in which every execution is of the order that price and time put first. */
    static List<String> sound(long seed, int rows) {
        return new SyntheticOrders(seed, false).make(rows);
    }

    /**
     * A file in which orders cross the book when they are added, orders are executed that stand behind others, and orders get another
     * price and size (8, which LOBSTER does not have).
     */
    static List<String> crossing(long seed, int rows) {
        return new SyntheticOrders(seed, true).make(rows);
    }

    private List<String> make(int count) {
        while (rows.size() < count) {
            next();
        }
        return List.copyOf(rows.subList(0, count));
    }

    private void next() {
        nanos += random.nextInt(4) == 0 ? 0 : random.nextInt(2_000_000_000);
        int kind = random.nextInt(100);
        if (kind < 45 || live.size() < 10) {
            add();
        } else if (kind < 55) {
            reduce(live.get(random.nextInt(live.size())));
        } else if (crossing && kind < 62) {
            replace(live.get(random.nextInt(live.size())));
        } else if (kind < 75) {
            remove(3, live.get(random.nextInt(live.size())));
        } else if (kind < 95) {
            execute(random.nextBoolean() ? 1 : -1);
        } else {
            String row = UNKNOWN[random.nextInt(UNKNOWN.length)];
            rows.add(time() + "," + String.format(Locale.ROOT, row, middle + 50));
        }
    }

    private void add() {
        long side = random.nextBoolean() ? 1 : -1;
        long away = TICK * (1L + random.nextInt(20));
        long price = middle - side * (crossing && random.nextInt(5) == 0 ? -away : away);
        middle += TICK * (random.nextInt(3) - 1L);
        if (!crossing) {
            price = side == 1 ? Math.min(price, best(-1) - TICK) : Math.max(price, best(1) + TICK);
        }
        Order order = new Order(++lastId, side, price, 1 + random.nextInt(300));
        live.add(order);
        write(1, order, order.units);
    }

    private void reduce(Order order) {
        if (order.units > 1) {
            int units = 1 + random.nextInt(order.units - 1);
            order.units -= units;
            write(2, order, units);
        }
    }

    private void replace(Order order) {
        order.price += random.nextBoolean() ? 0 : TICK * (random.nextInt(11) - 5);
        order.units = 1 + random.nextInt(300);
        write(8, order, order.units);
    }

    private void execute(long side) {
        boolean any = crossing && random.nextInt(5) == 0;
        Order order = any ? live.get(random.nextInt(live.size())) : first(side);
        if (order == null) {
            return;
        }
        if (random.nextBoolean() && order.units > 1) {
            int units = 1 + random.nextInt(order.units - 1);
            order.units -= units;
            write(4, order, units);
        } else {
            remove(4, order);
        }
    }

    private void remove(int action, Order order) {
        live.remove(order);
        write(action, order, order.units);
    }

    private long best(long side) {
        Order order = first(side);
        return order == null ? middle + side * -10 * TICK : order.price;
    }

    private @Nullable Order first(long side) {
        Order first = null;
        for (Order order : live) {
            if (order.side == side && (first == null || side * order.price > side * first.price)) {
                first = order;
            }
        }
        return first;
    }

    private void write(int action, Order order, long units) {
        rows.add(time() + "," + action + "," + order.id + "," + units + "," + order.price + "," + order.side);
    }

    private String time() {
        return String.format(Locale.ROOT, "%d.%09d", nanos / 1_000_000_000, nanos % 1_000_000_000);
    }
}
