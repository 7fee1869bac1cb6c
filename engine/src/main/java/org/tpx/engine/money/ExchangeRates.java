package org.tpx.engine.money;

import java.math.BigInteger;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.Money;

/**
 * Money that the bank converted before it arrived. Amount, rate and converted amount are the bank's, and none is ever guessed: either all
 * are there and fit together, or the payment was not converted. They fit where the converted amount lies less than one minor unit beside
 * what the rate makes of the original, since banks round as they do.
 */
public final class ExchangeRates {

    private static final BigInteger RATE_SCALE = BigInteger.valueOf(10_000_000_000L);

    private ExchangeRates() {}

    /** Whether the payment was not converted, or all that the bank said of it fits together. */
    public static boolean fit(ReceiveMoney command) {
        Money original = command.original();
        if (original.isNone()) {
            return command.exchangeRateE10() == 0 && command.rateUnit() == Currency.XXX;
        }
        Currency from = original.currency();
        Currency to = command.amount().currency();
        boolean complete = original.isPositive() && command.exchangeRateE10() > 0 && from != to;
        if (command.rateUnit() == to) {
            return complete && isPriceOfConverted(original, command.amount(), command.exchangeRateE10());
        }
        boolean ofOriginal = command.rateUnit() == Currency.XXX || command.rateUnit() == from;
        return complete && ofOriginal && isPriceOfOriginal(original, command.amount(), command.exchangeRateE10());
    }

    // The rate prices one unit of the original: converted = original * rate.
    private static boolean isPriceOfOriginal(Money original, Money converted, long rateE10) {
        BigInteger scale = RATE_SCALE.multiply(scale(original));
        BigInteger exact = minor(original).multiply(BigInteger.valueOf(rateE10)).multiply(scale(converted));
        return isCloser(minor(converted).multiply(scale), exact, scale);
    }

    // The rate prices one unit of the converted currency: converted = original / rate.
    private static boolean isPriceOfConverted(Money original, Money converted, long rateE10) {
        BigInteger scale = BigInteger.valueOf(rateE10).multiply(scale(original));
        BigInteger exact = minor(original).multiply(RATE_SCALE).multiply(scale(converted));
        return isCloser(minor(converted).multiply(scale), exact, scale);
    }

    private static boolean isCloser(BigInteger one, BigInteger other, BigInteger than) {
        return one.subtract(other).abs().compareTo(than) < 0;
    }

    private static BigInteger minor(Money money) {
        return BigInteger.valueOf(money.minor());
    }

    private static BigInteger scale(Money money) {
        return BigInteger.TEN.pow(money.currency().minorDigits());
    }
}
