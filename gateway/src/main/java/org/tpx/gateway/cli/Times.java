package org.tpx.gateway.cli;

import org.tpx.gateway.json.InstantText;
import org.tpx.wire.MalformedMessageException;

/** Times on the command line. */
final class Times {
    private Times() {}

    /** Reads the value of an option; throws {@link InputException} where it is no time. */
    static long parse(String option, String text) {
        try {
            return InstantText.parse(text, option);
        } catch (MalformedMessageException complaint) {
            throw new InputException(complaint.field() + ": " + complaint.reason());
        }
    }

    /** A time for people and programs alike. */
    static String format(long nanos) {
        return InstantText.OF_THE_EXCHANGE.format(nanos);
    }

    /** For people: {@code 2025-07-08T15:00:00}. */
    static String toTheSecond(long nanos) {
        return format(nanos).substring(0, 19);
    }
}
