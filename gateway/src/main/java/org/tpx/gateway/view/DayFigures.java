package org.tpx.gateway.view;

import org.tpx.protocol.Money;

/**
 * The figures of a trading day. They stand until the next one begins.
 *
 * @param reference the last price before the day, or that of the terms before the first trade
 * @param open the day's first price
 * @param high its highest
 * @param low its lowest
 * @param close its last price, once the day is over
 * @param last the last price there was, be it of an earlier day
 * @param trades trades of the day
 * @param units units that changed hands in it
 * @param turnover what was paid for them
 */
public record DayFigures(
        Money reference,
        Money open,
        Money high,
        Money low,
        Money close,
        Money last,
        long trades,
        long units,
        Money turnover) {

    /** Before the first day. */
    static DayFigures ofNewSeries(Money reference, Money tick) {
        return new DayFigures(
                reference,
                Money.NONE,
                Money.NONE,
                Money.NONE,
                Money.NONE,
                Money.NONE,
                0,
                0,
                Money.zero(tick.currency()));
    }

    /** Another day begins. */
    DayFigures nextDay() {
        return new DayFigures(
                last.isNone() ? reference : last,
                Money.NONE,
                Money.NONE,
                Money.NONE,
                Money.NONE,
                last,
                0,
                0,
                Money.zero(turnover.currency()));
    }

    /** Units traded. */
    DayFigures traded(Money price, long tradedUnits, Money amount) {
        boolean first = trades == 0;
        return new DayFigures(
                reference,
                first ? price : open,
                first || price.isGreaterThan(high) ? price : high,
                first ? price : price.min(low),
                close,
                price,
                trades + 1,
                units + tradedUnits,
                turnover.plus(amount));
    }

    /** The day is over. */
    DayFigures closed() {
        return trades == 0 ? this : new DayFigures(reference, open, high, low, last, last, trades, units, turnover);
    }
}
