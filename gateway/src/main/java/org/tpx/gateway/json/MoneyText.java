package org.tpx.gateway.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.wire.MalformedMessageException;

/**
 * Reads amounts of money: {@code CNY 5050000.00}, the currency's code, one space, a decimal number without grouping and with no more
 * decimals than the currency has. {@link Money#toString()} writes them.
 */
public final class MoneyText {
    /** The form of an amount, for those who describe it. */
    public static final String PATTERN = "([A-Z]{3}) (-?)(0|[1-9][0-9]*)(?:\\.([0-9]+))?";

    private static final Pattern FORM = Pattern.compile(PATTERN);
    private static final int LONGEST = 18;

    private MoneyText() {}

    /**
     * The amount. Throws {@link MalformedMessageException} for an unknown currency, too many decimals, more digits than an amount can have, and for
     * everything that is no amount.
     *
     * @param field how to name the place of the text in a complaint
     */
    public static Money parse(String text, String field) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new MalformedMessageException(field, "is not an amount such as CNY 5050000.00: " + Shown.text(text));
        }
        Currency currency = currency(form.group(1), field);
        String decimals = form.group(4) == null ? "" : form.group(4);
        int digits = currency.minorDigits();
        if (decimals.length() > digits) {
            throw new MalformedMessageException(
                    field, "has too many decimals: " + currency + " has " + digits + ", not " + decimals.length());
        }
        String minor = form.group(3) + decimals + "0".repeat(digits - decimals.length());
        if (minor.length() > LONGEST) {
            throw new MalformedMessageException(field, "is too large: " + Shown.text(text));
        }
        long amount = Long.parseLong(minor);
        return Money.ofMinor(form.group(2).isEmpty() ? amount : -amount, currency);
    }

    private static Currency currency(String code, String field) {
        for (Currency currency : Currency.values()) {
            if (currency != Currency.XXX && currency.name().equals(code)) {
                return currency;
            }
        }
        throw new MalformedMessageException(field, "names an unknown currency: " + code);
    }
}
