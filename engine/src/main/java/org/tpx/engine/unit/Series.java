package org.tpx.engine.unit;

import org.tpx.book.BookPhase;
import org.tpx.book.CallAuction;
import org.tpx.book.OrderBook;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.money.TradingAccounts;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.SeriesTerms;
import org.tpx.protocol.UnitEvent.SeriesOpened;
import org.tpx.protocol.UnitSession;
import org.tpx.protocol.VenuePolicy;

/**
 * A series of units: its terms, its holders, its book, and where its trading day stands. In the book prices are ticks,
 * quantities lots, an order is known by {@link OrderNames}, and a party by the number of its {@link Holding}.
 *
 * <pre>
 *   CLOSED -> PRE_OPEN -> OPENING_CALL -> CONTINUOUS -> CLOSING_CALL -> CLOSED      by the clock ({@link TradingHours})
 *                                         |        ^
 *                                     RESUMPTION_CALL                              after a halt
 * </pre>
 */
final class Series implements Snapshot.Part, Codes.Coded {

    private static final int TRADES_PER_STEP = 512;
    private static final int BPS = 10_000;

    private final SeriesOpened opened;
    private final Reckoning reckoning;
    private final TradingHours hours;
    private final Holders holders;
    private final OrderBook book;
    private final BookEvents bookEvents;
    private final CallAuction auction;
    private final Removal removal = new Removal();
    private UnitSession session = UnitSession.CLOSED;
    private long sessionEndNanos;
    private long timerId;
    private long dayNanos = Long.MIN_VALUE;
    private long day;
    private boolean halted;
    private long lastTrade;
    private long dayFeesMinor;
    private long reservedUnits;
    private boolean woundUp;

    Series(EventWriter events, TradingAccounts accounts, SeriesOpened opened) {
        this.opened = opened;
        reckoning = new Reckoning(opened.terms());
        hours = new TradingHours(opened.terms(), opened.policy());
        holders = new Holders(accounts, opened.terms().currency(), opened.policy());
        bookEvents = new BookEvents(this, events, accounts);
        book = new OrderBook(bookEvents);
        auction = new CallAuction(book, opened.terms().tieBreak());
        book.tradesPerStep(TRADES_PER_STEP);
        book.phase(BookPhase.CALL);
        if (!opened.terms().referencePrice().isNone()) {
            book.referencePrice(reckoning.ticks(opened.terms().referencePrice().minor()));
        }
    }

    @Override
    public long id() {
        return opened.seriesId();
    }

    @Override
    public String code() {
        return opened.code();
    }

    /** The calendar of its sessions. */
    long calendarId() {
        return opened.calendarId();
    }

    /** The event that opened it, which tells its terms. */
    SeriesOpened opened() {
        return opened;
    }

    SeriesTerms terms() {
        return opened.terms();
    }

    /** The currency of its prices. */
    Currency currency() {
        return opened.terms().currency();
    }

    /** What the venue permits. */
    VenuePolicy policy() {
        return opened.policy();
    }

    Reckoning reckoning() {
        return reckoning;
    }

    TradingHours hours() {
        return hours;
    }

    Holders holders() {
        return holders;
    }

    OrderBook book() {
        return book;
    }

    BookEvents bookEvents() {
        return bookEvents;
    }

    CallAuction auction() {
        return auction;
    }

    Removal removal() {
        return removal;
    }

    /** The session that runs. */
    UnitSession session() {
        return session;
    }

    /** When it ends, or 0 where no further one is known. */
    long sessionEndNanos() {
        return sessionEndNanos;
    }

    void enter(UnitSession next, long untilNanos) {
        session = next;
        sessionEndNanos = untilNanos;
    }

    /** The timer of the session's end, or 0. */
    long timerId() {
        return timerId;
    }

    void timer(long id) {
        timerId = id;
    }

    /** Local midnight of the last trading day that began. */
    long dayNanos() {
        return dayNanos;
    }

    /** The number of that day, counted from 1. */
    long day() {
        return day;
    }

    /** A trading day begins at this midnight; its price bands are fixed. */
    void beginDay(long midnightNanos) {
        dayNanos = midnightNanos;
        day++;
        long reference = book.referencePrice();
        int bps = opened.terms().bandBps();
        if (bps > 0 && reference != OrderBook.NO_PRICE) {
            long width = reference / BPS * bps + reference % BPS * bps / BPS;
            book.bands(Math.max(1, reference - width), reference + width);
        }
    }

    /** Whether a supervisor or an outage halted it; the whole market may be halted besides. */
    boolean isHalted() {
        return halted;
    }

    void halt(boolean now) {
        halted = now;
    }

    long nextTrade() {
        return ++lastTrade;
    }

    void earn(long feesMinor) {
        dayFeesMinor += feesMinor;
    }

    /** The fees of the day, which leave. */
    Money takeFees() {
        Money fees = Money.ofMinor(dayFeesMinor, currency());
        dayFeesMinor = 0;
        return fees;
    }

    /** Units that offerings keep for themselves until they are allotted. */
    long reservedUnits() {
        return reservedUnits;
    }

    /** Keeps so many units for an offering, or lets them go where the number is negative. */
    void reserve(long units) {
        reservedUnits += units;
        Invariant.check(reservedUnits >= 0, "an offering let more units go than it kept, series", id());
    }

    /** Whether it was wound up, so that nothing is issued or traded any more. */
    boolean isWoundUp() {
        return woundUp;
    }

    void windUp() {
        woundUp = true;
    }

    /** Writes or reads all but what {@link #opened} tells. */
    @Override
    public void exchange(Snapshot snapshot) {
        session = snapshot.constant(session);
        sessionEndNanos = snapshot.number(sessionEndNanos);
        timerId = snapshot.number(timerId);
        dayNanos = snapshot.number(dayNanos);
        day = snapshot.number(day);
        halted = snapshot.flag(halted);
        lastTrade = snapshot.number(lastTrade);
        dayFeesMinor = snapshot.number(dayFeesMinor);
        reservedUnits = snapshot.number(reservedUnits);
        woundUp = snapshot.flag(woundUp);
        holders.exchange(snapshot);
        BookState.exchange(snapshot, book, auction);
        removal.exchange(snapshot);
    }
}
