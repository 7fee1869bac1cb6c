package org.tpx.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;

/**
 * Times and amounts as people write them: {@code 2025-07-08 11:07:59.900}, local at +08:00 and without what is zero at the
 * end, and {@code CNY 6,400,000.00}.
 */
public final class Written {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Written() {}

    /** The instant of a local time. */
    public static long nanos(String local) {
        Instant instant = LocalDateTime.parse(local.replace(' ', 'T')).toInstant(CHINA);
        return instant.getEpochSecond() * SECOND_NANOS + instant.getNano();
    }

    /** The local time of an instant. */
    public static String local(long nanos) {
        long seconds = Math.floorDiv(nanos, SECOND_NANOS);
        int fraction = (int) Math.floorMod(nanos, SECOND_NANOS);
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, fraction, CHINA);
        boolean wholeMinute = time.getSecond() == 0 && fraction == 0;
        return MINUTES.format(time) + (wholeMinute ? "" : time.toString().substring("yyyy-MM-ddTHH:mm".length()));
    }

    /** The amount of a text. */
    public static Money money(String text) {
        String[] words = text.replace(",", "").split(" ", 2);
        Currency currency = Currency.valueOf(words[0]);
        long minor =
                new BigDecimal(words[1]).movePointRight(currency.minorDigits()).longValueExact();
        return Money.ofMinor(minor, currency);
    }

    /** The text of an amount. */
    public static String text(Money money) {
        StringBuilder text = new StringBuilder(money.toString());
        int point = text.indexOf(".") < 0 ? text.length() : text.indexOf(".");
        for (int place = point - 3; place > 4 && Character.isDigit(text.charAt(place - 1)); place -= 3) {
            text.insert(place, ',');
        }
        return text.toString();
    }

    /** A digest that belongs to a text. */
    public static Hash256 digest(String text) {
        return new Hash256(text.hashCode(), text.length(), 1, 1);
    }
}
