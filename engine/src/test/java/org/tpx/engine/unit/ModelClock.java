package org.tpx.engine.unit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tpx.engine.Written;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.MoneyEvent.PaymentInstructed;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.SeriesTerms;
import org.tpx.protocol.UnitEvent.SeriesHalted;
import org.tpx.protocol.UnitEvent.SeriesResumed;
import org.tpx.protocol.UnitEvent.SessionStarted;
import org.tpx.protocol.UnitSession;

/** The trading days of {@link UnitModel}: Monday to Friday, in weeks without holidays. */
final class ModelClock {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private record Span(UnitSession session, int fromSeconds, int toSeconds) {}

    private final UnitModel model;
    private final List<Span> spans = new ArrayList<>();
    private LocalDate date;
    private long nextNanos;
    private long payments;

    ModelClock(UnitModel model, LocalDate firstDay) {
        this.model = model;
        SeriesTerms terms = model.terms;
        if (model.policy.call()) {
            span(UnitSession.PRE_OPEN, terms.preOpenSeconds(), terms.openingCallSeconds());
            span(UnitSession.OPENING_CALL, terms.openingCallSeconds(), terms.continuousSeconds());
        }
        if (model.policy.continuous()) {
            span(UnitSession.CONTINUOUS, terms.continuousSeconds(), terms.closingCallSeconds());
            if (model.policy.call()) {
                span(UnitSession.CLOSING_CALL, terms.closingCallSeconds(), terms.closeSeconds());
            }
        }
        date = firstDay;
        nextNanos = nanos(spans.get(0).fromSeconds());
    }

    private void span(UnitSession session, int fromSeconds, int toSeconds) {
        if (fromSeconds < toSeconds) {
            spans.add(new Span(session, fromSeconds, toSeconds));
        }
    }

    /** When the session ends that runs. */
    long nextNanos() {
        return nextNanos;
    }

    /** Lets time pass. */
    void advance(long toNanos) {
        while (nextNanos <= toNanos) {
            boolean call = model.session != UnitSession.CLOSED && model.session != UnitSession.CONTINUOUS;
            if (call && clock(nextNanos) != UnitSession.OPENING_CALL && !model.isHalted()) {
                model.trading.uncross(model.session);
            }
            startNext(nextNanos);
        }
    }

    void halt(String reason) {
        model.halted = true;
        model.trading.continuous(false);
        model.events.add(new SeriesHalted(model.seriesId, reason));
    }

    void resume(long nowNanos) {
        model.events.add(new SeriesResumed(model.seriesId));
        boolean open = model.session == UnitSession.CONTINUOUS || model.session == UnitSession.RESUMPTION_CALL;
        boolean callFirst = model.policy.call() && model.terms.resumptionCallSeconds() > 0;
        if (open && (callFirst || model.trading.isCrossed())) {
            startCall(nowNanos);
        } else {
            model.trading.continuous(model.session == UnitSession.CONTINUOUS);
        }
    }

    /** The node was away until then. */
    void outage(long backNanos) {
        if ((model.session != UnitSession.CLOSED || nextNanos <= backNanos) && !model.isHalted()) {
            halt("the node was away");
        }
        advance(backNanos);
    }

    private void startNext(long atNanos) {
        if (model.session == UnitSession.CLOSED) {
            model.trading.beginDay();
        }
        UnitSession next = clock(atNanos);
        if (next == UnitSession.CLOSED) {
            do {
                date = date.plusDays(1);
            } while (date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
            start(next, nanos(spans.get(0).fromSeconds()));
            model.trading.expire(atNanos);
            payFees(atNanos);
        } else if (next == UnitSession.CONTINUOUS && model.trading.isCrossed() && !model.isHalted()) {
            startCall(atNanos);
        } else {
            start(next, clockEnd(atNanos));
        }
    }

    private void payFees(long atNanos) {
        Money fees = model.trading.takeFees();
        if (fees.isPositive()) {
            model.events.add(new PaymentDue(++payments, PaymentKind.FEES, 0, 0, fees, atNanos));
            model.events.add(new PaymentInstructed(payments));
        }
    }

    /** Counts a payment out that is not one of fees. */
    void countPayment() {
        payments++;
    }

    private void startCall(long atNanos) {
        long full = atNanos + model.terms.resumptionCallSeconds() * SECOND_NANOS;
        start(UnitSession.RESUMPTION_CALL, Math.min(full, clockEnd(atNanos)));
    }

    private void start(UnitSession session, long untilNanos) {
        model.session = session;
        nextNanos = untilNanos;
        model.trading.continuous(session == UnitSession.CONTINUOUS && !model.isHalted());
        model.events.add(new SessionStarted(model.seriesId, session, untilNanos));
    }

    private UnitSession clock(long nanos) {
        return spans.stream()
                .filter(span -> nanos(span.fromSeconds()) <= nanos && nanos < nanos(span.toSeconds()))
                .map(Span::session)
                .findFirst()
                .orElse(UnitSession.CLOSED);
    }

    private long clockEnd(long nanos) {
        return spans.stream()
                .map(span -> nanos(span.toSeconds()))
                .filter(end -> end > nanos)
                .findFirst()
                .orElseThrow();
    }

    private long nanos(int seconds) {
        return Written.nanos(date + " 00:00") + seconds * SECOND_NANOS;
    }
}
