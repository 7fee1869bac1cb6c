package org.tpx.book;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Side;
import org.tpx.protocol.TieBreak;

/** The reference for the price of a call: every candidate tried, every order counted for each, rules read down the page. */
public final class NaiveAuction {

    /** A limit order, or a market order, of a call. */
    public record Order(Side side, long price, long quantity) {
        boolean takes(long auctionPrice) {
            return price == OrderBook.MARKET || (side == Side.BUY ? price >= auctionPrice : price <= auctionPrice);
        }
    }

    /** What would happen at one price; surplus above zero is of buys. */
    public record Outcome(long price, long volume, long surplus) {}

    private final List<Order> orders;

    /** A call of these orders. */
    public NaiveAuction(List<Order> orders) {
        this.orders = orders;
    }

    /** The outcome under a rulebook, null where nothing trades. */
    public @Nullable Outcome outcome(TieBreak rule, long reference) {
        TreeSet<Long> limits = new TreeSet<>();
        orders.stream().filter(order -> order.price != OrderBook.MARKET).forEach(order -> limits.add(order.price));
        if (limits.isEmpty()) {
            return reference == OrderBook.NO_PRICE || at(reference).volume == 0 ? null : at(reference);
        }
        List<Outcome> best = best(candidates(rule, limits));
        return best.isEmpty() ? null : at(choose(rule, reference, best));
    }

    private static List<Long> candidates(TieBreak rule, SortedSet<Long> limits) {
        if (rule != TieBreak.BEP && rule != TieBreak.ASX) {
            return List.copyOf(limits);
        }
        List<Long> ticks = new ArrayList<>();
        for (long price = limits.first(); price <= limits.last(); price++) {
            ticks.add(price);
        }
        return ticks;
    }

    private List<Outcome> best(List<Long> prices) {
        List<Outcome> outcomes = new ArrayList<>(prices.stream().map(this::at).toList());
        long most = outcomes.stream().mapToLong(Outcome::volume).max().orElse(0);
        outcomes.removeIf(outcome -> outcome.volume < most || most == 0);
        long least = outcomes.stream()
                .mapToLong(outcome -> Math.abs(outcome.surplus))
                .min()
                .orElse(0);
        outcomes.removeIf(outcome -> Math.abs(outcome.surplus) > least);
        return outcomes;
    }

    private Outcome at(long price) {
        long demand = sum(Side.BUY, price);
        long supply = sum(Side.SELL, price);
        return new Outcome(price, Math.min(demand, supply), demand - supply);
    }

    private long sum(Side side, long price) {
        return orders.stream()
                .filter(order -> order.side == side && order.takes(price))
                .mapToLong(Order::quantity)
                .sum();
    }

    private long choose(TieBreak rule, long reference, List<Outcome> best) {
        long low = best.get(0).price;
        long high = best.get(best.size() - 1).price;
        boolean allBuys = best.stream().allMatch(outcome -> outcome.surplus > 0);
        boolean allSells = best.stream().allMatch(outcome -> outcome.surplus < 0);
        boolean given = reference != OrderBook.NO_PRICE;
        List<Long> prices = best.stream().map(Outcome::price).toList();
        if (rule == TieBreak.SSE) {
            return BigInteger.valueOf(low)
                    .add(BigInteger.valueOf(high))
                    .add(BigInteger.ONE)
                    .shiftRight(1)
                    .longValueExact();
        }
        if (rule == TieBreak.SZSE) {
            return nearest(prices, reference);
        }
        if (rule == TieBreak.BEP && given && (allBuys || allSells)) {
            long margin = BigDecimal.valueOf(reference)
                    .abs()
                    .multiply(new BigDecimal("0.05"))
                    .setScale(0, RoundingMode.CEILING)
                    .longValueExact();
            return nearest(prices, allBuys ? reference + margin : reference - margin);
        }
        if (allBuys || allSells) {
            return allBuys ? high : low;
        }
        if (rule == TieBreak.BEP) {
            return nearest(prices, reference);
        }
        List<Long> remaining = new ArrayList<>(prices);
        if (best.stream().anyMatch(outcome -> outcome.surplus != 0)) {
            long lastBuys = best.stream()
                    .filter(o -> o.surplus > 0)
                    .mapToLong(Outcome::price)
                    .max()
                    .orElseThrow();
            long firstSells = best.stream()
                    .filter(o -> o.surplus < 0)
                    .mapToLong(Outcome::price)
                    .min()
                    .orElseThrow();
            remaining.removeIf(price -> price != lastBuys && price != firstSells);
            if (rule == TieBreak.EURONEXT && given) {
                return Math.max(lastBuys, Math.min(firstSells, reference));
            }
        }
        if (rule == TieBreak.EURONEXT && given) {
            return euronextWithoutSurplus(low, reference, best.get(0));
        }
        return nearest(remaining, reference);
    }

    /** From the reference toward the range, the first price that does as much. */
    private long euronextWithoutSurplus(long low, long reference, Outcome same) {
        long price = reference;
        while (at(price).volume != same.volume || at(price).surplus != 0) {
            price += price < low ? 1 : -1;
        }
        return price;
    }

    /** The higher of two that are equally near; the lowest where there is no reference. */
    private static long nearest(List<Long> prices, long reference) {
        if (reference == OrderBook.NO_PRICE) {
            return prices.get(0);
        }
        return prices.stream()
                .min(Comparator.comparingLong((Long price) -> Math.abs(price - reference))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** The most that can trade: best buys against best sells, order by order, while they would have each other. */
    static long greedyVolume(List<Order> orders) {
        List<Order> buys = new ArrayList<>(
                orders.stream().filter(order -> order.side == Side.BUY).toList());
        List<Order> sells = new ArrayList<>(
                orders.stream().filter(order -> order.side == Side.SELL).toList());
        buys.sort(Comparator.comparingLong(
                (Order order) -> order.price == OrderBook.MARKET ? Long.MIN_VALUE : -order.price));
        sells.sort(Comparator.comparingLong(Order::price));
        long volume = 0;
        int sell = 0;
        long given = sells.isEmpty() ? 0 : sells.get(0).quantity;
        for (Order buy : buys) {
            long wanted = buy.quantity;
            while (wanted > 0
                    && sell < sells.size()
                    && (buy.price == OrderBook.MARKET || sells.get(sell).takes(buy.price))) {
                long traded = Math.min(wanted, given);
                volume += traded;
                wanted -= traded;
                given -= traded;
                if (given == 0 && ++sell < sells.size()) {
                    given = sells.get(sell).quantity;
                }
            }
        }
        return volume;
    }
}
