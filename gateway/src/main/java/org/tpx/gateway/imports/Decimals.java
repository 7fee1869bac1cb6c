package org.tpx.gateway.imports;

import java.math.BigDecimal;
import org.tpx.gateway.json.Shown;
import org.tpx.wire.MalformedMessageException;

/** Decimal numbers as files write them. */
final class Decimals {
    private static final int LONGEST = 40;

    private Decimals() {}

    /**
     * A decimal number of zero or above, with a point or an exponent or neither. Throws {@link MalformedMessageException} for everything
     * else, and for what has more than forty digits.
     *
     * @param field how to name the place of the text in a complaint
     */
    static BigDecimal parse(String text, String field) {
        if (text.isEmpty()) {
            throw new MalformedMessageException(field, "is empty");
        }
        if (text.length() > LONGEST) {
            throw new MalformedMessageException(field, "is no number of at most 40 digits: " + Shown.text(text));
        }
        BigDecimal number = number(text, field);
        // A large exponent costs nothing here, but every digit of it as soon as somebody reckons with it.
        if (Math.abs((long) number.scale()) > LONGEST) {
            throw new MalformedMessageException(field, "is no number of at most 40 digits: " + Shown.text(text));
        }
        if (number.signum() < 0) {
            throw new MalformedMessageException(field, "is below 0: " + Shown.text(text));
        }
        return number;
    }

    /** The same, above zero. */
    static BigDecimal parsePositive(String text, String field) {
        BigDecimal number = parse(text, field);
        if (number.signum() == 0) {
            throw new MalformedMessageException(field, "must be above 0");
        }
        return number;
    }

    private static BigDecimal number(String text, String field) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException failure) {
            throw new MalformedMessageException(field, "is no number: " + Shown.text(text));
        }
    }
}
