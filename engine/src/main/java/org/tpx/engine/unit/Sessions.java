package org.tpx.engine.unit;

import org.tpx.book.BookPhase;
import org.tpx.book.OrderBook;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.money.Payments;
import org.tpx.engine.rule.Calendars;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.UnitEvent.CallUncrossed;
import org.tpx.protocol.UnitEvent.SessionStarted;
import org.tpx.protocol.UnitSession;

/**
 * The trading days of all series: each session ends by a timer, a call ends in its one price, and at the close orders expire
 * and the fees of the day leave. What does not fit into a turn goes on in the next, and nothing else comes between. Halted
 * series follow the clock too, but nothing trades in them.
 */
public final class Sessions {

    private static final int TRADES_PER_STEP = 512;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final SeriesRegister register;
    private final Calendars calendars;
    private final Payments payments;
    private final Backlog backlog;
    private final int uncrossingWork;
    private final int expiryWork;
    private final int calendarWork;

    Sessions(SeriesRegister register, Calendars calendars, Payments payments, Backlog backlog) {
        this.register = register;
        this.calendars = calendars;
        this.payments = payments;
        this.backlog = backlog;
        uncrossingWork = backlog.register(this::uncrossOn);
        expiryWork = backlog.register(this::expireOn);
        calendarWork = backlog.register(this::replanNext);
    }

    /** T:session: causes SessionStarted; where a call ends, UnitsTraded and CallUncrossed before it. */
    public void onSessionEnd(Turn turn, Timer timer) {
        Series series = register.fired(timer.id());
        boolean call = series.session() != UnitSession.CLOSED && series.session() != UnitSession.CONTINUOUS;
        boolean collectsOn = next(series) == UnitSession.OPENING_CALL;
        if (call && !collectsOn && !register.isHalted(series)) {
            backlog.add(uncrossingWork, series.id());
        } else {
            startNext(turn, series);
        }
    }

    /** A calendar has a new version: causes SessionStarted for each closed series that opens at another time. */
    public void onCalendar(long calendarId) {
        backlog.add(calendarWork, calendarId);
    }

    /** A closed series opens with the next trading day, if one is known: causes SessionStarted where that is news. */
    void plan(Turn turn, Series series) {
        long openNanos = nextOpenNanos(turn, series);
        if (openNanos != series.sessionEndNanos()) {
            start(turn, series, UnitSession.CLOSED, openNanos);
        }
    }

    /** Nothing trades in the series from now on, and orders may leave. */
    void stop(Series series) {
        series.book().phase(BookPhase.CALL);
    }

    /** A halt is over: causes SessionStarted where a call comes first. */
    void reopen(Turn turn, Series series) {
        boolean open = series.session() == UnitSession.CONTINUOUS || series.session() == UnitSession.RESUMPTION_CALL;
        boolean callFirst = series.policy().call() && series.terms().resumptionCallSeconds() > 0;
        if (open && (callFirst || series.book().crossed())) {
            startCall(turn, series, turn.timeNanos());
        } else {
            series.book().phase(phase(series.session()));
        }
    }

    private void startNext(Turn turn, Series series) {
        long atNanos = series.sessionEndNanos();
        UnitSession next = next(series);
        if (series.session() == UnitSession.CLOSED) {
            series.beginDay(atNanos - series.hours().openNanos());
        }
        if (next == UnitSession.CLOSED) {
            start(turn, series, next, nextOpenNanos(turn, series));
            expire(series, atNanos);
        } else if (next == UnitSession.CONTINUOUS && series.book().crossed() && !register.isHalted(series)) {
            startCall(turn, series, atNanos);
        } else {
            start(turn, series, next, clockEndNanos(series, atNanos));
        }
    }

    /** The call that comes before continuous trading after a halt, cut where that ends. */
    private void startCall(Turn turn, Series series, long atNanos) {
        long fullNanos = atNanos + series.terms().resumptionCallSeconds() * SECOND_NANOS;
        long endNanos = Math.min(fullNanos, clockEndNanos(series, atNanos));
        start(turn, series, UnitSession.RESUMPTION_CALL, endNanos);
    }

    private void start(Turn turn, Series series, UnitSession session, long untilNanos) {
        series.enter(session, untilNanos);
        if (untilNanos == 0) {
            register.cancelTimer(series);
        } else {
            register.setTimer(series, Math.max(untilNanos, turn.timeNanos()));
        }
        series.book().phase(register.isHalted(series) ? BookPhase.CALL : phase(session));
        turn.emit(new SessionStarted(series.id(), session, untilNanos));
    }

    private long uncrossOn(Turn turn, long seriesId, long cursor) {
        Series series = register.get(seriesId);
        if (!series.auction().uncross(TRADES_PER_STEP)) {
            return cursor;
        }
        Reckoning reckoning = series.reckoning();
        long price = series.auction().price();
        turn.emit(new CallUncrossed(
                seriesId,
                series.session(),
                price == OrderBook.NO_PRICE
                        ? Money.NONE
                        : Money.ofMinor(reckoning.priceMinor(price), series.currency()),
                reckoning.units(series.auction().volume()),
                reckoning.units(series.auction().surplus())));
        startNext(turn, series);
        return Backlog.DONE;
    }

    private void expire(Series series, long closeNanos) {
        series.removal().begin(0, 0).expired(OrderTags.expiringAt(closeNanos), OrderTags.EXPIRY_MASK);
        backlog.add(expiryWork, series.id());
    }

    private long expireOn(Turn turn, long seriesId, long cursor) {
        Series series = register.get(seriesId);
        if (!series.removal().step(series.book())) {
            return cursor;
        }
        Money fees = series.takeFees();
        if (fees.isPositive()) {
            payments.instruct(turn, payments.due(turn, PaymentKind.FEES, 0, 0, fees, turn.timeNanos()));
        }
        return Backlog.DONE;
    }

    private long replanNext(Turn turn, long calendarId, long cursor) {
        Series series = register.find(cursor + 1);
        if (series == null) {
            return Backlog.DONE;
        }
        if (series.calendarId() == calendarId && series.session() == UnitSession.CLOSED) {
            plan(turn, series);
        }
        return cursor + 1;
    }

    /** The session that the clock brings at the end of the one that runs. */
    private static UnitSession next(Series series) {
        TradingHours hours = series.hours();
        return series.session() == UnitSession.CLOSED
                ? hours.at(hours.openNanos())
                : hours.at(series.sessionEndNanos() - series.dayNanos());
    }

    private static long clockEndNanos(Series series, long atNanos) {
        return series.dayNanos() + series.hours().endNanos(atNanos - series.dayNanos());
    }

    /** When the next trading day opens, behind the last one that began; 0 where the calendar knows none. */
    private long nextOpenNanos(Turn turn, Series series) {
        if (series.hours().areNone() || series.isWoundUp()) {
            return 0;
        }
        long openNanos = series.hours().openNanos();
        long earliest = Math.max(turn.timeNanos() - openNanos, series.dayNanos() + 1);
        long midnight = calendars.get(series.calendarId()).nextLoadedMidnight(earliest);
        return midnight == Long.MAX_VALUE ? 0 : midnight + openNanos;
    }

    private static BookPhase phase(UnitSession session) {
        return switch (session) {
            case CLOSED, PRE_OPEN, RESUMPTION_CALL -> BookPhase.CALL;
            case OPENING_CALL, CLOSING_CALL -> BookPhase.CALL_NO_CANCEL;
            case CONTINUOUS -> BookPhase.CONTINUOUS;
        };
    }
}
