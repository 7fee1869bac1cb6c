package org.tpx.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.Side;

/**
 * What a client builds from the order events alone, and what it can hold against the book: that the maker of each trade was
 * first in price and time, that nobody trades worse than its limit, and that every lot is accounted for.
 */
final class Level3 implements OrderBookListener {

    private record Terms(Side side, long price) {}

    private final TreeMap<Long, Map<Long, Long>> buys =
            new TreeMap<>(Comparator.comparing((Long price) -> rank(Side.BUY, price)));
    private final TreeMap<Long, Map<Long, Long>> sells = new TreeMap<>();
    private final Map<Long, Terms> terms = new HashMap<>();
    private final Map<Long, Long> open = new HashMap<>();
    private long entered;
    private long traded;
    private long gone;

    /** Market orders first, then the best price; MARKET is the lowest number, so it is first among sells by itself. */
    private static long rank(Side side, long price) {
        return side == Side.SELL ? price : price == OrderBook.MARKET ? Long.MIN_VALUE : -price;
    }

    private SortedMap<Long, Map<Long, Long>> side(Side side) {
        return side == Side.BUY ? buys : sells;
    }

    private Terms terms(long order) {
        return Objects.requireNonNull(terms.get(order));
    }

    /** The owner knows what it enters; a limit may still be the market's. */
    void entering(long order, Side side, long price, long quantity) {
        terms.put(order, new Terms(side, price));
        open.put(order, quantity);
        entered += quantity;
    }

    @Override
    public void rested(long order, long member, Side side, long price, long quantity) {
        assertThat(open.get(order)).isEqualTo(quantity);
        terms.put(order, new Terms(side, price));
        side(side).computeIfAbsent(price, level -> new LinkedHashMap<>()).put(order, quantity);
    }

    @Override
    public void traded(
            long maker,
            long makerMember,
            long taker,
            long takerMember,
            Side takerSide,
            long price,
            long quantity,
            long makerRemaining,
            long takerRemaining) {
        Side makerSide = takerSide.opposite();
        assertThat(first(makerSide)).as("first in price and time").isEqualTo(maker);
        trade(maker, price, quantity, makerRemaining);
        trade(taker, price, quantity, takerRemaining);
        setResting(maker, makerRemaining);
        traded += quantity;
    }

    @Override
    public void crossed(
            long buy,
            long buyMember,
            long sell,
            long sellMember,
            long price,
            long quantity,
            long buyRemaining,
            long sellRemaining) {
        assertThat(first(Side.BUY)).isEqualTo(buy);
        assertThat(first(Side.SELL)).isEqualTo(sell);
        trade(buy, price, quantity, buyRemaining);
        trade(sell, price, quantity, sellRemaining);
        setResting(buy, buyRemaining);
        setResting(sell, sellRemaining);
        traded += quantity;
    }

    private void trade(long order, long price, long quantity, long remaining) {
        Terms terms = terms(order);
        assertThat(rank(terms.side, terms.price) <= rank(terms.side, price))
                .as("%s order %d with limit %d trades at %d", terms.side, order, terms.price, price)
                .isTrue();
        assertThat(quantity).isPositive();
        assertThat(open.merge(order, -quantity, Long::sum)).isEqualTo(remaining);
    }

    @Override
    public void reduced(long order, long member, long cut, long remaining) {
        assertThat(open.merge(order, -cut, Long::sum)).isEqualTo(remaining);
        gone += cut;
        setResting(order, remaining);
    }

    @Override
    public void replaced(long order, long member, long price, long quantity, boolean keepsPriority) {
        long was = Objects.requireNonNull(open.put(order, quantity));
        entered += Math.max(0, quantity - was);
        gone += Math.max(0, was - quantity);
        if (keepsPriority) {
            setResting(order, quantity);
        } else {
            setResting(order, 0);
            terms.put(order, new Terms(terms(order).side, price));
        }
    }

    @Override
    public void cancelled(long order, long member, long quantity, CancelReason reason) {
        assertThat(open.put(order, 0L)).isEqualTo(quantity);
        gone += quantity;
        setResting(order, 0);
    }

    @Override
    public void rejected(long order, long member, OrderRejection reason) {}

    private long first(Side side) {
        return side(side).values().iterator().next().keySet().iterator().next();
    }

    private void setResting(long order, long remaining) {
        Terms terms = terms(order);
        Map<Long, Long> level = side(terms.side).get(terms.price);
        if (level == null || !level.containsKey(order)) {
            return;
        }
        if (remaining > 0) {
            level.put(order, remaining);
            return;
        }
        level.remove(order);
        if (level.isEmpty()) {
            side(terms.side).remove(terms.price);
        }
    }

    long traded() {
        return traded;
    }

    /** What rests, as text: the same as {@link #of} gives for the book itself. */
    String resting() {
        StringBuilder text = new StringBuilder();
        for (Side side : Side.values()) {
            side(side)
                    .forEach((price, level) -> level.forEach((order, remaining) -> text.append(side)
                            .append(' ')
                            .append(order)
                            .append(' ')
                            .append(price)
                            .append(' ')
                            .append(remaining)
                            .append('\n')));
        }
        return text.toString();
    }

    static String of(Book book) {
        StringBuilder text = new StringBuilder();
        book.forEachOrder((order, member, side, kind, selfTrade, price, remaining, tag) -> text.append(side)
                .append(' ')
                .append(order)
                .append(' ')
                .append(price)
                .append(' ')
                .append(remaining)
                .append('\n'));
        return text.toString();
    }

    /** Every lot that entered has traded (twice counted, once a side), is gone, or rests. */
    void checkConserved() {
        long rests = Stream.of(buys, sells)
                .flatMap(side -> side.values().stream())
                .flatMap(level -> level.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        assertThat(entered).isEqualTo(2 * traded + gone + rests);
    }
}
