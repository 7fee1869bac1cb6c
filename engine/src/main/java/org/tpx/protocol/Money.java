package org.tpx.protocol;

/**
 * An exact amount: a number of minor units (fen, cents) of one currency. Arithmetic is exact and fails loudly on
 * overflow; there is no rounding here, since whoever divides must say where the remainder goes.
 *
 * @param minor the amount in minor units; negative amounts are allowed in sums, not in commands
 * @param currency the currency; {@link Currency#XXX} only in {@link #NONE}
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    /** The largest amount that a command may carry: one hundred trillion minor units, far above any deal. */
    public static final long MAX_MINOR = 100_000_000_000_000L;

    /** An absent amount. */
    public static final Money NONE = new Money(0, Currency.XXX);

    /** So many minor units of a currency. */
    public static Money ofMinor(long minor, Currency currency) {
        return new Money(minor, currency);
    }

    /** Zero in a currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** Whether this is {@link #NONE}, the absent amount. */
    public boolean isNone() {
        return currency == Currency.XXX;
    }

    /** The sum. Throws {@link CurrencyMismatchException} or {@link ArithmeticException}. */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    /** The difference. Throws {@link CurrencyMismatchException} or {@link ArithmeticException}. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    /** The same amount with the other sign. */
    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isLessThan(Money other) {
        return minor < sameCurrency(other).minor;
    }

    public boolean isGreaterThan(Money other) {
        return minor > sameCurrency(other).minor;
    }

    /** The smaller of the two. */
    public Money min(Money other) {
        return isGreaterThan(other) ? other : this;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    /** As people write it, without grouping: {@code CNY 5050000.00}. */
    @Override
    public String toString() {
        int digits = currency.minorDigits();
        String text = Long.toString(Math.abs(minor));
        if (digits > 0) {
            text = "0".repeat(Math.max(0, digits + 1 - text.length())) + text;
            int point = text.length() - digits;
            text = text.substring(0, point) + "." + text.substring(point);
        }
        return currency + " " + (minor < 0 ? "-" : "") + text;
    }

    private Money sameCurrency(Money other) {
        if (currency != other.currency) {
            throw new CurrencyMismatchException(currency, other.currency);
        }
        return other;
    }
}
