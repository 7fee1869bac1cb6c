package org.tpx.gateway.view;

import org.tpx.protocol.Money;

/**
 * The best prices and what rests at them. While a call collects orders, or a halted series keeps those of a call, the bid may be above
 * the ask.
 *
 * @param bid the highest price at which somebody buys; {@link Money#NONE} where nobody does
 * @param bidUnits units wanted at it
 * @param ask the lowest price at which somebody sells; {@link Money#NONE} where nobody does
 * @param askUnits units offered at it
 */
public record Best(Money bid, long bidUnits, Money ask, long askUnits) {

    /** Of an empty book. */
    public static final Best NONE = new Best(Money.NONE, 0, Money.NONE, 0);
}
