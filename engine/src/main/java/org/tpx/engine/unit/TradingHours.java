package org.tpx.engine.unit;

import java.util.ArrayList;
import java.util.List;
import org.tpx.protocol.SeriesTerms;
import org.tpx.protocol.UnitSession;
import org.tpx.protocol.VenuePolicy;

/**
 * The sessions of a trading day as terms and policy give them, one behind the other. Times are nanoseconds after local
 * midnight. Immutable.
 *
 * <pre>
 *   calls and continuous   PRE_OPEN  OPENING_CALL  CONTINUOUS  CLOSING_CALL
 *   calls only             PRE_OPEN  OPENING_CALL
 *   continuous only                                CONTINUOUS
 *   neither                (none)
 * </pre>
 */
final class TradingHours {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private record Span(UnitSession session, long fromNanos, long toNanos) {}

    private final List<Span> spans = new ArrayList<>();

    TradingHours(SeriesTerms terms, VenuePolicy policy) {
        if (policy.call()) {
            add(UnitSession.PRE_OPEN, terms.preOpenSeconds(), terms.openingCallSeconds());
            add(UnitSession.OPENING_CALL, terms.openingCallSeconds(), terms.continuousSeconds());
        }
        if (policy.continuous()) {
            add(UnitSession.CONTINUOUS, terms.continuousSeconds(), terms.closingCallSeconds());
        }
        if (policy.continuous() && policy.call()) {
            add(UnitSession.CLOSING_CALL, terms.closingCallSeconds(), terms.closeSeconds());
        }
    }

    /** Whether the hours of the terms rise. */
    static boolean areWellFormed(SeriesTerms terms) {
        return terms.preOpenSeconds() <= terms.openingCallSeconds()
                && terms.openingCallSeconds() <= terms.continuousSeconds()
                && terms.continuousSeconds() <= terms.closingCallSeconds()
                && terms.closingCallSeconds() <= terms.closeSeconds();
    }

    /** Whether there is no session at all. */
    boolean areNone() {
        return spans.isEmpty();
    }

    /** When the first session starts; there is one. */
    long openNanos() {
        return spans.get(0).fromNanos();
    }

    /** The session that runs then, CLOSED before the first and after the last. */
    UnitSession at(long nanos) {
        for (Span span : spans) {
            if (span.fromNanos() <= nanos && nanos < span.toNanos()) {
                return span.session();
            }
        }
        return UnitSession.CLOSED;
    }

    /** The end of the session that runs then; one does. */
    long endNanos(long nanos) {
        for (Span span : spans) {
            if (nanos < span.toNanos()) {
                return span.toNanos();
            }
        }
        throw new IllegalStateException("no session runs " + nanos + " ns after midnight");
    }

    private void add(UnitSession session, int fromSeconds, int toSeconds) {
        if (fromSeconds < toSeconds) {
            spans.add(new Span(session, fromSeconds * SECOND_NANOS, toSeconds * SECOND_NANOS));
        }
    }
}
