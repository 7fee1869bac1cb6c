package org.tpx.gateway.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tpx.protocol.Side;

/**
 * A price-time book as one writes it down on paper, fed with the rows that {@link SyntheticOrders} makes up: the reference for what the
 * exchange makes of the same rows. Every row that is not passed over has the next number.
 */
final class NaiveBook {
    private final Map<String, Order> toldLive = new HashMap<>();
    private final List<Order> resting = new ArrayList<>();
    private final List<String> trades = new ArrayList<>();
    private final List<Long> unknown = new ArrayList<>();
    private long lastNumber;

    /** One order; units as they are in this book, told units as they are if all was as the file says. */
    private static final class Order {
        private final long number;
        private final Side side;
        private long price;
        private long units;
        private long toldUnits;

        private Order(long number, Side side, long price, long units) {
            this.number = number;
            this.side = side;
            this.price = price;
            this.units = units;
            this.toldUnits = units;
        }
    }

    /** All trades so far: {@code buy #7 sell #9 100@118660}. */
    List<String> trades() {
        return trades;
    }

    /** The numbers of cancels and reductions of orders that are not in this book, since it matched them otherwise than the file. */
    List<Long> unknown() {
        return unknown;
    }

    /** The prices of a file are ten-thousandths. */
    void feed(String row) {
        String[] cells = row.split(",", -1);
        Order told = toldLive.get(cells[2]);
        if (told == null) {
            if (cells[1].equals("1")) {
                add(cells);
            }
        } else if (cells[1].equals("8")) {
            lastNumber++;
            replace(told, Long.parseLong(cells[4]), Long.parseLong(cells[3]));
        } else if (cells[1].matches("[234]")) {
            lastNumber++;
            long units = cells[1].equals("3") ? told.toldUnits : Math.min(Long.parseLong(cells[3]), told.toldUnits);
            take(told, cells[2], units, cells[1].equals("4"));
        }
    }

    private void add(String[] cells) {
        lastNumber++;
        Side side = cells[5].equals("1") ? Side.BUY : Side.SELL;
        Order order = new Order(lastNumber, side, Long.parseLong(cells[4]), Long.parseLong(cells[3]));
        toldLive.put(cells[2], order);
        match(order);
        if (order.units > 0) {
            resting.add(order);
        }
    }

    private void take(Order order, String id, long units, boolean executed) {
        order.toldUnits -= units;
        if (order.toldUnits == 0) {
            toldLive.remove(id);
        }
        if (executed) {
            match(new Order(lastNumber, order.side.opposite(), order.price, units));
        } else if (resting.contains(order)) {
            order.units = order.toldUnits == 0 ? 0 : Math.max(0, order.units - units);
            resting.removeIf(other -> other.units == 0);
        } else {
            unknown.add(lastNumber);
        }
    }

    private void replace(Order order, long price, long units) {
        boolean keepsItsPlace = price == order.price && units <= order.units;
        boolean rests = resting.contains(order);
        order.price = price;
        order.toldUnits = units;
        if (!rests) {
            unknown.add(lastNumber);
            return;
        }
        order.units = units;
        if (!keepsItsPlace) {
            resting.remove(order);
            match(order);
            if (order.units > 0) {
                resting.add(order);
            }
        }
    }

    private void match(Order incoming) {
        Optional<Order> best = best(incoming);
        while (incoming.units > 0 && best.isPresent()) {
            Order other = best.get();
            long units = Math.min(incoming.units, other.units);
            incoming.units -= units;
            other.units -= units;
            resting.removeIf(order -> order.units == 0);
            Order buy = incoming.side == Side.BUY ? incoming : other;
            Order sell = incoming.side == Side.BUY ? other : incoming;
            trades.add("buy #" + buy.number + " sell #" + sell.number + " " + units + "@" + other.price);
            best = best(incoming);
        }
    }

    /** The order that trades first with this one: the best price, and of those the one that has rested longest. */
    private Optional<Order> best(Order incoming) {
        Comparator<Order> byPrice = Comparator.comparingLong(order -> order.price);
        return resting.stream()
                .filter(order -> order.side != incoming.side)
                .filter(order ->
                        incoming.side == Side.BUY ? order.price <= incoming.price : order.price >= incoming.price)
                .min(incoming.side == Side.BUY ? byPrice : byPrice.reversed());
    }
}
