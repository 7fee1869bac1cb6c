package org.tpx.gateway.imports;

import java.math.BigDecimal;
import org.tpx.gateway.json.InstantText;
import org.tpx.gateway.json.Shown;
import org.tpx.wire.MalformedMessageException;

/** How a file writes times. What lies between two nanoseconds is the earlier of them. Immutable. */
public final class FileTimes {
    private static final String FIELD = OrderColumn.TIME.label();
    private static final int DATE_LENGTH = 10;
    private static final BigDecimal END = BigDecimal.valueOf(Long.MAX_VALUE);

    private final long unitNanos;
    private final BigDecimal startNanos;

    private FileTimes(long unitNanos, long startNanos) {
        this.unitNanos = unitNanos;
        this.startNanos = BigDecimal.valueOf(startNanos);
    }

    /** Times as text, RFC 3339 with an offset; a space may stand for the T. */
    public static FileTimes asText() {
        return new FileTimes(0, 0);
    }

    /** Times as decimal numbers of a unit since an instant: 0 for the beginning of 1970, midnight of a day, or any other. */
    public static FileTimes counted(long unitNanos, long startNanos) {
        return new FileTimes(unitNanos, startNanos);
    }

    /** The instant in UTC epoch nanoseconds; throws {@link MalformedMessageException} for what is no time from 1970 to 2262. */
    long read(String text) {
        if (unitNanos == 0) {
            return InstantText.parse(withoutSpace(text), FIELD);
        }
        BigDecimal nanos = Decimals.parse(text, FIELD)
                .multiply(BigDecimal.valueOf(unitNanos))
                .add(startNanos);
        if (nanos.compareTo(END) >= 0) {
            throw new MalformedMessageException(FIELD, "lies outside of 1970 to 2262: " + Shown.text(text));
        }
        return nanos.longValue();
    }

    private static String withoutSpace(String text) {
        boolean space = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' ';
        return space ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1) : text;
    }
}
