package org.tpx.gateway.json;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.tpx.wire.MalformedMessageException;

/**
 * Instants as text: RFC 3339 with an offset, written with nine digits of fraction ({@code 2025-06-09T09:00:00.000000000+08:00}), read
 * with none to nine. Instants are UTC epoch nanoseconds from 1970 to 2262. Immutable; any thread.
 */
public final class InstantText {
    /** The offset of the exchange, at which it prints every time. */
    public static final InstantText OF_THE_EXCHANGE = new InstantText(ZoneOffset.ofHours(8));

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long DAY_NANOS = 86_400 * SECOND_NANOS;
    private static final int DATE_TIME_LENGTH = 19;
    private static final int OFFSET_LENGTH = 6;
    private static final int FRACTION_DIGITS = 9;
    private static final String PATTERN = "0000-00-00T00:00:00";

    private final ZoneOffset offset;

    /** Writes times at this offset. */
    public InstantText(ZoneOffset offset) {
        this.offset = offset;
    }

    /** The offset in seconds. */
    public int offsetSeconds() {
        return offset.getTotalSeconds();
    }

    /** The first instant of the day, at this offset, that the instant lies on. */
    public long startOfDay(long nanos) {
        long offsetNanos = offset.getTotalSeconds() * SECOND_NANOS;
        return nanos - Math.floorMod(nanos + offsetNanos, DAY_NANOS);
    }

    /** The instant as text. */
    public String format(long nanos) {
        long second = Math.floorDiv(nanos, SECOND_NANOS);
        int fraction = (int) Math.floorMod(nanos, SECOND_NANOS);
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, offset);
        char[] text = (PATTERN + ".000000000").toCharArray();
        digits(text, 0, 4, time.getYear());
        digits(text, 5, 2, time.getMonthValue());
        digits(text, 8, 2, time.getDayOfMonth());
        digits(text, 11, 2, time.getHour());
        digits(text, 14, 2, time.getMinute());
        digits(text, 17, 2, time.getSecond());
        digits(text, DATE_TIME_LENGTH + 1, FRACTION_DIGITS, fraction);
        return new String(text) + offset.getId();
    }

    private static void digits(char[] text, int offset, int count, int value) {
        int rest = value;
        for (int i = offset + count - 1; i >= offset; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /**
     * The instant that the text names. Throws {@link MalformedMessageException} for everything else: a time without an offset, a day
     * that is not in the calendar, a tenth digit of fraction, a time outside of 1970 to 2262.
     *
     * @param field how to name the place of the text in a complaint
     */
    public static long parse(String text, String field) {
        int zone = zoneStart(text);
        if (zone < 0) {
            throw malformed(text, field, "is not a time such as 2025-06-09T09:00:00+08:00");
        }
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 7),
                    number(text, 8, 10),
                    number(text, 11, 13),
                    number(text, 14, 16),
                    number(text, 17, 19));
            return nanos(time.toEpochSecond(zone(text, zone)), fraction(text, zone), text, field);
        } catch (DateTimeException failure) {
            throw malformed(text, field, "names no such time");
        }
    }

    private static long nanos(long second, long fraction, String text, String field) {
        boolean outside = second < 0 || second >= Long.MAX_VALUE / SECOND_NANOS;
        if (outside) {
            throw malformed(text, field, "lies outside of 1970 to 2262");
        }
        return second * SECOND_NANOS + fraction;
    }

    /** Where the offset starts, or -1 where the text has not the form of a time. */
    private static int zoneStart(String text) {
        if (text.length() <= DATE_TIME_LENGTH || !isDateTime(text)) {
            return -1;
        }
        int zone = DATE_TIME_LENGTH;
        if (text.charAt(zone) == '.') {
            zone++;
            while (zone < text.length() && isDigit(text, zone)) {
                zone++;
            }
            int digits = zone - DATE_TIME_LENGTH - 1;
            if (digits < 1 || digits > FRACTION_DIGITS) {
                return -1;
            }
        }
        return isZone(text, zone) ? zone : -1;
    }

    private static boolean isDateTime(String text) {
        for (int i = 0; i < DATE_TIME_LENGTH; i++) {
            char expected = PATTERN.charAt(i);
            if (expected == '0' ? !isDigit(text, i) : text.charAt(i) != expected) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZone(String text, int zone) {
        if (text.length() == zone + 1) {
            return text.charAt(zone) == 'Z';
        }
        return text.length() == zone + OFFSET_LENGTH
                && (text.charAt(zone) == '+' || text.charAt(zone) == '-')
                && isDigit(text, zone + 1)
                && isDigit(text, zone + 2)
                && text.charAt(zone + 3) == ':'
                && isDigit(text, zone + 4)
                && isDigit(text, zone + 5);
    }

    private static ZoneOffset zone(String text, int zone) {
        if (text.charAt(zone) == 'Z') {
            return ZoneOffset.UTC;
        }
        int sign = text.charAt(zone) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(
                sign * number(text, zone + 1, zone + 3), sign * number(text, zone + 4, zone + 6));
    }

    private static long fraction(String text, int zone) {
        long fraction = 0;
        for (int i = 0; i < FRACTION_DIGITS; i++) {
            int at = DATE_TIME_LENGTH + 1 + i;
            fraction = fraction * 10 + (at < zone ? text.charAt(at) - '0' : 0);
        }
        return fraction;
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static MalformedMessageException malformed(String text, String field, String reason) {
        return new MalformedMessageException(field, reason + ": " + Shown.text(text));
    }
}
