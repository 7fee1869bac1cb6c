package org.tpx.gateway.imports;

import java.math.BigDecimal;
import org.tpx.gateway.json.Shown;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.wire.MalformedMessageException;

/** Turns the figures of a column into whole numbers: prices into minor units of the currency, sizes into units. Immutable. */
public final class Scale {
    /** The most units of an order, and of a series. */
    static final long MAX_UNITS = (1L << 39) - 1;

    private final String field;
    private final String step;
    private final BigDecimal stepFigure;
    private final long stepSize;
    private final long maxSteps;

    private Scale(OrderColumn column, String step, BigDecimal stepFigure, long stepSize, long maxSteps) {
        this.field = column.label();
        this.step = step;
        this.stepFigure = stepFigure;
        this.stepSize = stepSize;
        this.maxSteps = maxSteps;
    }

    /**
     * Prices, as whole multiples of a tick.
     *
     * @param one the file's figure for a price of one: 10000 where it writes ten-thousandths
     */
    public static Scale ofPrices(BigDecimal one, Money tick) {
        BigDecimal figure =
                one.multiply(BigDecimal.valueOf(tick.minor(), tick.currency().minorDigits()));
        return new Scale(OrderColumn.PRICE, "ticks of " + tick, figure, tick.minor(), Money.MAX_MINOR / tick.minor());
    }

    /**
     * Sizes, as whole units.
     *
     * @param one the file's figure for one unit
     */
    public static Scale ofSizes(BigDecimal one) {
        return new Scale(OrderColumn.SIZE, "units", one, 1, MAX_UNITS);
    }

    /**
     * Reads a tick, a decimal number of the currency; throws {@link MalformedMessageException} naming the option, where it is no whole number
     * of minor units.
     */
    public static Money tick(String text, Currency currency, String option) {
        BigDecimal minor = Decimals.parsePositive(text, option).movePointRight(currency.minorDigits());
        boolean whole = minor.stripTrailingZeros().scale() <= 0;
        if (!whole || minor.compareTo(BigDecimal.valueOf(Money.MAX_MINOR)) > 0) {
            throw new MalformedMessageException(
                    option, "must be a whole number of " + Money.ofMinor(1, currency) + ", not " + Shown.text(text));
        }
        return Money.ofMinor(minor.longValueExact(), currency);
    }

    /** Reads the value of an option that says how a file writes one; throws {@link MalformedMessageException} naming the option. */
    public static BigDecimal one(String text, String option) {
        return Decimals.parsePositive(text, option);
    }

    /** The whole number that a figure stands for; throws {@link MalformedMessageException} naming the column. */
    long read(String text) {
        BigDecimal figure = Decimals.parsePositive(text, field);
        BigDecimal[] steps = figure.divideAndRemainder(stepFigure);
        if (steps[1].signum() != 0) {
            throw new MalformedMessageException(field, "is no whole number of " + step + ": " + Shown.text(text));
        }
        if (steps[0].compareTo(BigDecimal.valueOf(maxSteps)) > 0) {
            throw new MalformedMessageException(
                    field, "has more than " + maxSteps + " " + step + ": " + Shown.text(text));
        }
        return steps[0].longValueExact() * stepSize;
    }
}
