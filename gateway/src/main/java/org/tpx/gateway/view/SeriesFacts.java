package org.tpx.gateway.view;

import org.tpx.protocol.Money;
import org.tpx.protocol.UnitEvent;

/**
 * What does not change about a series.
 *
 * @param code its code
 * @param name its name
 * @param tick prices are whole multiples of it
 * @param lotUnits orders are for whole multiples of so many units
 */
public record SeriesFacts(String code, String name, Money tick, long lotUnits) {

    static SeriesFacts of(UnitEvent.SeriesOpened event) {
        return new SeriesFacts(
                event.code(),
                event.terms().name(),
                event.terms().tick(),
                event.terms().lotUnits());
    }

    /** A price as a number of ticks. Throws {@link IllegalStateException} where it is none. */
    long ticks(Money price) {
        boolean whole = price.currency() == tick.currency() && price.minor() % tick.minor() == 0;
        if (!whole) {
            throw new IllegalStateException(price + " is no multiple of the tick of " + code + ", " + tick);
        }
        return price.minor() / tick.minor();
    }

    /** A number of ticks as a price. */
    Money price(long ticks) {
        return Money.ofMinor(Math.multiplyExact(ticks, tick.minor()), tick.currency());
    }
}
