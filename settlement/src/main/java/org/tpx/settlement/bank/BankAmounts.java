package org.tpx.settlement.bank;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;

/** Amounts as banks write them: decimal digits with a currency attribute, never a sign, never more digits than the currency has. */
final class BankAmounts {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}(\\.\\d{1,17})?");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    private BankAmounts() {}

    /** The amount, or {@link Money#NONE} where the exchange does not know its currency. */
    static Money money(@Nullable XmlElement element, String what) {
        if (element == null || !DECIMAL.matcher(element.text()).matches()) {
            throw new MalformedBankMessageException("Some " + what + " of the message is no decimal number.");
        }
        if (!CODE.matcher(element.currency()).matches()) {
            throw new MalformedBankMessageException("Some " + what + " of the message has no currency.");
        }
        BigDecimal decimal = new BigDecimal(element.text());
        Currency currency = currency(element.currency());
        if (currency == Currency.XXX) {
            return Money.NONE;
        }
        BigDecimal minor = decimal.movePointRight(currency.minorDigits());
        if (minor.stripTrailingZeros().scale() > 0) {
            throw new MalformedBankMessageException(
                    "Some " + what + " of the message has more digits than " + currency + " has.");
        }
        if (minor.compareTo(BigDecimal.valueOf(Money.MAX_MINOR)) > 0) {
            throw new MalformedBankMessageException(
                    "Some " + what + " of the message lies beyond what the exchange can book.");
        }
        return Money.ofMinor(minor.longValueExact(), currency);
    }

    /** As the bank writes it, currency first. */
    static String text(@Nullable XmlElement element) {
        return element == null ? "" : element.currency() + " " + element.text();
    }

    private static Currency currency(String code) {
        return Arrays.stream(Currency.values())
                .filter(currency -> currency.name().equals(code))
                .findFirst()
                .orElse(Currency.XXX);
    }
}
