package org.tpx.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tpx.protocol.Aggressor;
import org.tpx.protocol.Event;
import org.tpx.protocol.Money;
import org.tpx.protocol.Side;
import org.tpx.protocol.UnitEvent.OrderCancelled;
import org.tpx.protocol.UnitEvent.OrderReduced;
import org.tpx.protocol.UnitEvent.OrderReplaced;
import org.tpx.protocol.UnitEvent.OrderRested;
import org.tpx.protocol.UnitEvent.UnitsTraded;

/** A list of the orders of one series in the order in which they came to rest, without a thought of speed. */
final class NaiveBook {
    private static final Comparator<Order> PRIORITY = Comparator.comparing((Order order) -> order.side)
            .thenComparing(order -> order.side == Side.BUY ? -order.price.minor() : order.price.minor());

    private final long seriesId;
    private final List<Order> orders = new ArrayList<>();

    NaiveBook(long seriesId) {
        this.seriesId = seriesId;
    }

    private record Order(long by, long number, Side side, Money price, long units) {}

    void on(Event event) {
        if (event instanceof OrderRested rested && rested.seriesId() == seriesId) {
            orders.add(new Order(
                    rested.enteredById(), rested.orderNumber(), rested.side(), rested.price(), rested.units()));
        } else if (event instanceof OrderReduced reduced && reduced.seriesId() == seriesId) {
            set(reduced.enteredById(), reduced.orderNumber(), reduced.remaining());
        } else if (event instanceof OrderReplaced replaced && replaced.seriesId() == seriesId) {
            set(replaced.enteredById(), replaced.orderNumber(), replaced.keepsPriority() ? replaced.units() : 0);
        } else if (event instanceof OrderCancelled cancelled && cancelled.seriesId() == seriesId) {
            set(cancelled.enteredById(), cancelled.orderNumber(), 0);
        } else if (event instanceof UnitsTraded traded && traded.seriesId() == seriesId) {
            trade(traded);
        }
    }

    /** Who trades is the first of its side, unless it enters. */
    private void trade(UnitsTraded traded) {
        if (traded.aggressor() != Aggressor.BUY) {
            assertThat(first(Side.BUY)).isEqualTo(traded.buyEnteredById() + "-" + traded.buyOrderNumber());
        }
        if (traded.aggressor() != Aggressor.SELL) {
            assertThat(first(Side.SELL)).isEqualTo(traded.sellEnteredById() + "-" + traded.sellOrderNumber());
        }
        set(traded.buyEnteredById(), traded.buyOrderNumber(), traded.buyRemaining());
        set(traded.sellEnteredById(), traded.sellOrderNumber(), traded.sellRemaining());
    }

    private String first(Side side) {
        return orders.stream()
                .sorted(PRIORITY)
                .filter(order -> order.side == side)
                .findFirst()
                .map(order -> order.by + "-" + order.number)
                .orElse("nobody");
    }

    private void set(long by, long number, long units) {
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            if (order.by == by && order.number == number) {
                if (units == 0) {
                    orders.remove(i);
                } else {
                    orders.set(i, new Order(by, number, order.side, order.price, units));
                }
                return;
            }
        }
    }

    /** What rests: buys before sells, the best price first, the older first. */
    List<String> orders() {
        return orders.stream()
                .sorted(PRIORITY)
                .map(order -> order.side + " " + order.price + " " + order.units)
                .toList();
    }
}
