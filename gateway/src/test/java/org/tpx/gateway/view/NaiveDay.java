package org.tpx.gateway.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Event;
import org.tpx.protocol.Money;
import org.tpx.protocol.UnitEvent.SessionStarted;
import org.tpx.protocol.UnitEvent.UnitsTraded;
import org.tpx.protocol.UnitSession;

/** The figures of a day from a list of its trades. */
final class NaiveDay {
    private final long seriesId;
    private final List<UnitsTraded> trades = new ArrayList<>();
    private UnitSession session = UnitSession.CLOSED;
    private Money reference;
    private Money last = Money.NONE;
    private int days;

    NaiveDay(long seriesId, Money reference) {
        this.seriesId = seriesId;
        this.reference = reference;
    }

    void on(Event event) {
        if (event instanceof UnitsTraded traded && traded.seriesId() == seriesId) {
            trades.add(traded);
            last = traded.price();
        } else if (event instanceof SessionStarted started && started.seriesId() == seriesId) {
            if (session == UnitSession.CLOSED) {
                days++;
                reference = last.isNone() ? reference : last;
                trades.clear();
            }
            session = started.session();
        }
    }

    int days() {
        return days;
    }

    DayFigures figures() {
        List<Money> prices = trades.stream().map(UnitsTraded::price).toList();
        Comparator<Money> rising = Comparator.naturalOrder();
        Money first = prices.isEmpty() ? Money.NONE : prices.get(0);
        Money close = prices.isEmpty() || session != UnitSession.CLOSED ? Money.NONE : last;
        long paid = trades.stream()
                .mapToLong(trade -> trade.price().minor() * trade.units())
                .sum();
        return new DayFigures(
                reference,
                first,
                prices.stream().max(rising).orElse(Money.NONE),
                prices.stream().min(rising).orElse(Money.NONE),
                close,
                last,
                trades.size(),
                trades.stream().mapToLong(UnitsTraded::units).sum(),
                Money.ofMinor(paid, Currency.CNY));
    }
}
