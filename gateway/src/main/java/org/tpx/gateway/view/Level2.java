package org.tpx.gateway.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tpx.protocol.Money;
import org.tpx.protocol.Side;

/** What rests at each price of a series, and what of it a turn has changed. Prices are ticks. Single-threaded. */
final class Level2 {
    private static final Total NOTHING = new Total(0, 0);

    private final SeriesFacts facts;
    private final NavigableMap<Long, Total> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, Total> asks = new TreeMap<>();

    /** What was at the prices that the turn has touched, before it did. */
    private final NavigableMap<Long, Total> bidsBefore = new TreeMap<>(Comparator.reverseOrder());

    private final NavigableMap<Long, Total> asksBefore = new TreeMap<>();

    Level2(SeriesFacts facts) {
        this.facts = facts;
    }

    private record Total(long units, int orders) {}

    /** Is told a level that a turn has changed; the level is empty where nothing rests there any more. */
    @FunctionalInterface
    interface ChangeReader {
        void changed(Side side, PriceLevel level);
    }

    /** Units and orders come to a price, or leave it where they are below zero. */
    void change(Side side, long price, long units, int orders) {
        NavigableMap<Long, Total> levels = side == Side.BUY ? bids : asks;
        Total before = levels.getOrDefault(price, NOTHING);
        (side == Side.BUY ? bidsBefore : asksBefore).putIfAbsent(price, before);
        Total after = new Total(before.units + units, before.orders + orders);
        if (after.orders == 0) {
            levels.remove(price);
        } else {
            levels.put(price, after);
        }
    }

    /** Tells the levels that are not as they were when this was asked the last time, bids first, the best price first. */
    void takeChanges(ChangeReader reader) {
        takeChanges(Side.BUY, bids, bidsBefore, reader);
        takeChanges(Side.SELL, asks, asksBefore, reader);
    }

    private void takeChanges(
            Side side, NavigableMap<Long, Total> levels, NavigableMap<Long, Total> before, ChangeReader reader) {
        before.forEach((price, was) -> {
            Total is = levels.getOrDefault(price, NOTHING);
            if (!is.equals(was)) {
                reader.changed(side, level(price, is));
            }
        });
        before.clear();
    }

    /** Up to so many levels of a side, the best first. */
    List<PriceLevel> levels(Side side, int most) {
        List<PriceLevel> levels = new ArrayList<>();
        (side == Side.BUY ? bids : asks)
                .entrySet().stream().limit(most).forEach(entry -> levels.add(level(entry.getKey(), entry.getValue())));
        return levels;
    }

    /** The best prices. */
    Best best() {
        PriceLevel bid = first(bids);
        PriceLevel ask = first(asks);
        return new Best(bid.price(), bid.units(), ask.price(), ask.units());
    }

    private PriceLevel first(NavigableMap<Long, Total> levels) {
        return levels.isEmpty()
                ? new PriceLevel(Money.NONE, 0, 0)
                : level(levels.firstKey(), levels.firstEntry().getValue());
    }

    private PriceLevel level(long price, Total total) {
        return new PriceLevel(facts.price(price), total.units, total.orders);
    }
}
