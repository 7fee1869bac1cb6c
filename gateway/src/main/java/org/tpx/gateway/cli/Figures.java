package org.tpx.gateway.cli;

import java.util.Locale;
import org.tpx.protocol.Money;

/** Figures as people read them. */
final class Figures {
    private Figures() {}

    /** {@code 1,234,567}. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 5,050,000.00}, for where the currency is said elsewhere. */
    static String amount(Money money) {
        String text = grouped(money);
        return text.substring(text.indexOf(' ') + 1);
    }

    /** {@code CNY 5,050,000.00}. */
    static String grouped(Money money) {
        String text = money.toString();
        int space = text.indexOf(' ');
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        long whole = Long.parseLong(text, space + 1, end, 10);
        String sign = whole == 0 && money.minor() < 0 ? "-" : "";
        return text.substring(0, space + 1) + sign + grouped(whole) + text.substring(end);
    }
}
