package org.tpx.settlement.ledger;

import java.math.BigDecimal;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyReceived;

/**
 * What the bank made of a payment in another currency, looked at once more: the converted amount lies less than one minor unit beside
 * what the rate makes of the original. A rate prices one unit of the original, or one of the converted currency where it says so.
 */
record Conversion(Money original, Money converted, long rateE10, Currency rateUnit) {
    private static final int RATE_DIGITS = 10;

    static Conversion of(MoneyReceived event) {
        return new Conversion(event.original(), event.amount(), event.exchangeRateE10(), event.rateUnit());
    }

    boolean isConsistent() {
        if (original.isNone()) {
            return rateE10 == 0;
        }
        BigDecimal rate = BigDecimal.valueOf(rateE10, RATE_DIGITS);
        BigDecimal minorUnit = BigDecimal.valueOf(1, converted.currency().minorDigits());
        if (rateUnit == converted.currency()) {
            // Multiplied out, since the quotient may have no end.
            BigDecimal beside = amount(converted).multiply(rate).subtract(amount(original));
            return beside.abs().compareTo(minorUnit.multiply(rate)) < 0;
        }
        BigDecimal exact = amount(original).multiply(rate);
        return amount(converted).subtract(exact).abs().compareTo(minorUnit) < 0;
    }

    private static BigDecimal amount(Money money) {
        return BigDecimal.valueOf(money.minor(), money.currency().minorDigits());
    }
}
