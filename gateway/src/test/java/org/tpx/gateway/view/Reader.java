package org.tpx.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tpx.protocol.Money;
import org.tpx.protocol.Side;

/** A client of the feed: what it knows of one series, from a snapshot and the messages after it, each on its own. */
final class Reader implements MarketDataListener {
    /** Buys before sells, the best price first, of equal prices the lower number: no more is needed for priority. */
    private static final Comparator<RestingOrder> PRIORITY = Comparator.comparing(RestingOrder::side)
            .thenComparing(order -> order.side() == Side.BUY
                    ? -order.price().minor()
                    : order.price().minor())
            .thenComparing(RestingOrder::order);

    private final int tapeLength;
    private final Map<Long, RestingOrder> orders = new TreeMap<>();
    private final Map<Long, PriceLevel> bids = new TreeMap<>(Comparator.reverseOrder());
    private final Map<Long, PriceLevel> asks = new TreeMap<>();
    private List<Trade> trades = new ArrayList<>();
    private MarketData.Stamp stamp = new MarketData.Stamp(0, 0, 0, 0);
    private SeriesFacts facts = new SeriesFacts("", "", Money.NONE, 0);
    private Level1 level1;
    private boolean behind;

    Reader(MarketData.Snapshot snapshot, int tapeLength) {
        this.tapeLength = tapeLength;
        this.level1 = snapshot.level1();
        heal(snapshot);
    }

    /** Whether a message was missed, so that nothing more is taken until a snapshot comes. */
    boolean isBehind() {
        return behind;
    }

    void heal(MarketData.Snapshot snapshot) {
        behind = false;
        stamp = snapshot.stamp();
        facts = snapshot.facts();
        level1 = snapshot.level1();
        orders.clear();
        snapshot.orders().forEach(order -> orders.put(order.order(), order));
        bids.clear();
        asks.clear();
        snapshot.bids().forEach(level -> set(Side.BUY, level));
        snapshot.asks().forEach(level -> set(Side.SELL, level));
        trades = new ArrayList<>(snapshot.trades());
    }

    @Override
    public void onMessages(List<MarketData> messages) {
        messages.forEach(this::on);
    }

    void on(MarketData message) {
        behind |= message.stamp().number() != stamp.number() + 1;
        if (!behind) {
            stamp = message.stamp();
            apply(message);
        }
    }

    private void apply(MarketData message) {
        if (message instanceof MarketData.OrderAdded added) {
            assertThat(orders.put(added.order().order(), added.order())).isNull();
        } else if (message instanceof MarketData.OrderExecuted executed) {
            assertThat(order(executed.order()).units()).isEqualTo(executed.units() + executed.remaining());
            leave(executed.order(), executed.remaining());
        } else if (message instanceof MarketData.OrderReduced reduced) {
            assertThat(reduced.remaining()).isBetween(1L, order(reduced.order()).units() - 1);
            leave(reduced.order(), reduced.remaining());
        } else if (message instanceof MarketData.OrderRemoved removed) {
            leave(removed.order(), 0);
        } else if (message instanceof MarketData.Traded traded) {
            trades.add(traded.trade());
        } else if (message instanceof MarketData.LevelChanged changed) {
            set(changed.side(), changed.level());
        } else {
            applyToLevel1(message);
        }
    }

    private void applyToLevel1(MarketData message) {
        Level1 was = level1;
        Best best = message instanceof MarketData.BestChanged changed ? changed.best() : was.best();
        DayFigures figures = message instanceof MarketData.FiguresChanged changed ? changed.figures() : was.figures();
        boolean halted = message instanceof MarketData.HaltChanged changed ? changed.halted() : was.halted();
        Indication indication =
                message instanceof MarketData.IndicationChanged changed ? changed.indication() : was.indication();
        level1 = message instanceof MarketData.SessionChanged changed
                ? new Level1(best, figures, changed.session(), changed.untilNanos(), halted, indication)
                : new Level1(best, figures, was.session(), was.untilNanos(), halted, indication);
    }

    private RestingOrder order(long number) {
        return Objects.requireNonNull(orders.get(number), () -> "order " + number);
    }

    private void leave(long number, long remaining) {
        RestingOrder order = order(number);
        if (remaining == 0) {
            orders.remove(number);
        } else {
            orders.put(number, new RestingOrder(number, order.side(), order.price(), remaining));
        }
    }

    private void set(Side side, PriceLevel level) {
        Map<Long, PriceLevel> levels = side == Side.BUY ? bids : asks;
        assertThat(level.units() == 0).isEqualTo(level.orders() == 0);
        if (level.orders() == 0) {
            assertThat(levels.remove(level.price().minor())).isNotNull();
        } else {
            assertThat(levels.put(level.price().minor(), level)).isNotEqualTo(level);
        }
    }

    /** Every order in priority. */
    List<RestingOrder> orders() {
        return orders.values().stream().sorted(PRIORITY).toList();
    }

    List<Trade> trades() {
        return trades;
    }

    /** All that it knows. */
    MarketData.Snapshot known() {
        List<Trade> last = trades.subList(Math.max(0, trades.size() - tapeLength), trades.size());
        return new MarketData.Snapshot(
                stamp, facts, level1, List.copyOf(bids.values()), List.copyOf(asks.values()), orders(), last);
    }
}
