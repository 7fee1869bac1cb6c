package org.tpx.gateway.cli;

import org.tpx.gateway.json.InstantText;
import org.tpx.settlement.ledger.SettlementBooks;

/**
 * A place in the past of the books, as an option names it: a turn, an instant, or a day, of which the end is meant.
 *
 * @param sequence the last turn that counts
 * @param timeNanos the instant as of which it is looked at, UTC epoch nanoseconds
 */
record At(long sequence, long timeNanos) {
    private static final String TURN = "\\d{1,18}";
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** Where the books end. */
    static At end(SettlementBooks books) {
        return new At(Long.MAX_VALUE, books.position().timeNanos());
    }

    /** Reads the value of an option; throws {@link InputException} for anything else. */
    static At parse(String option, String text, SettlementBooks books) {
        if (text.matches(TURN)) {
            long sequence = Long.parseLong(text);
            if (sequence < 1) {
                throw new InputException(option + ": turns count from 1, not " + text);
            }
            return sequence >= books.position().sequence() ? end(books) : new At(sequence, books.timeAt(sequence));
        }
        long nanos = text.matches(DAY) ? endOf(option, text) : Times.parse(option, text);
        return new At(books.sequenceAt(nanos), nanos);
    }

    /** The last instant of a day where the exchange is. */
    private static long endOf(String option, String day) {
        long noon = Times.parse(
                option,
                day + "T12:00:00" + InstantText.OF_THE_EXCHANGE.format(0).substring(29));
        return InstantText.OF_THE_EXCHANGE.startOfDay(noon) + DAY_NANOS - 1;
    }
}
