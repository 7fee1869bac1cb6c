package org.tpx.engine.oversight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.rule.Calendars;
import org.tpx.engine.sale.Auctions;
import org.tpx.protocol.PeriodCounting;
import org.tpx.protocol.SystemEvent.DeadlineMoved;
import org.tpx.protocol.TimerKind;

/**
 * Moves deadlines that are counted in days, and halts auctions that an outage touched. Both may concern everything
 * at once, so they work in steps and go on in later turns where they must.
 */
public final class Deadlines {

    private static final int TIMERS_PER_STEP = 256;

    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final Auctions auctions;
    private final int calendarWork;
    private final int outageAuctionWork;
    private final int outageTimerWork;
    private long outageFromNanos;
    private long outageToNanos;

    /** The deadlines of these listings and auctions. */
    public Deadlines(Foundation foundation, Listings listings, Rules rules, Auctions auctions) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        this.auctions = auctions;
        calendarWork = foundation.backlog().register(this::recount);
        outageAuctionWork = foundation.backlog().register(this::haltNext);
        outageTimerWork = foundation.backlog().register(this::moveOutOfOutage);
    }

    /** A calendar has a new version: causes DeadlineMoved per deadline that it moves. */
    public void onCalendar(long calendarId) {
        foundation.backlog().add(calendarWork, calendarId);
    }

    /**
     * The node was away: causes AuctionHalted per auction that was open, or due to open or close, meanwhile, and by profile
     * DeadlineMoved per deadline in days that passed meanwhile.
     */
    public void onOutage(long lastDurableNanos, long nowNanos) {
        outageFromNanos = lastDurableNanos;
        outageToNanos = nowNanos;
        foundation.backlog().add(outageAuctionWork, 0);
        foundation.backlog().add(outageTimerWork, 0);
    }

    /** Writes or reads what an unfinished step needs. */
    public void exchange(Snapshot snapshot) {
        outageFromNanos = snapshot.number(outageFromNanos);
        outageToNanos = snapshot.number(outageToNanos);
    }

    private long recount(Turn turn, long calendarId, long cursor) {
        List<Timer> timers = foundation.timers().after(cursor, TIMERS_PER_STEP);
        for (Timer timer : timers) {
            if (isPeriod(timer) && calendarId(timer) == calendarId) {
                move(turn, timer, Math.max(endOf(timer), turn.timeNanos()));
            }
        }
        return next(timers);
    }

    private long haltNext(Turn turn, long subjectId, long cursor) {
        Listing listing = listings.find(cursor + 1);
        if (listing == null) {
            return Backlog.DONE;
        }
        auctions.haltAfterOutage(turn, listing, outageFromNanos, outageToNanos);
        return cursor + 1;
    }

    private long moveOutOfOutage(Turn turn, long subjectId, long cursor) {
        List<Timer> timers = foundation.timers().after(cursor, TIMERS_PER_STEP);
        for (Timer timer : timers) {
            Listing listing = ofPeriod(timer);
            boolean passed = timer.deadlineNanos() > outageFromNanos && timer.deadlineNanos() <= outageToNanos;
            if (listing != null && passed && rules.of(listing).outageMovesDays()) {
                move(turn, timer, rules.calendar(listing).firstCloseAfter(outageToNanos));
            }
        }
        return next(timers);
    }

    private static long next(List<Timer> step) {
        return step.size() < TIMERS_PER_STEP
                ? Backlog.DONE
                : step.get(step.size() - 1).id();
    }

    private void move(Turn turn, Timer timer, long deadlineNanos) {
        if (deadlineNanos != timer.deadlineNanos()) {
            foundation.timers().move(timer.id(), deadlineNanos);
            long paymentId = timer.kind() == TimerKind.REFUND ? timer.partyId() : 0;
            long partyId =
                    paymentId == 0 ? timer.partyId() : foundation.payments().moveDue(paymentId, deadlineNanos);
            turn.emit(
                    new DeadlineMoved(timer.id(), timer.kind(), timer.listingId(), partyId, paymentId, deadlineNanos));
        }
    }

    private static boolean isPeriod(Timer timer) {
        return !timer.isFrozen() && timer.days() > 0;
    }

    private @Nullable Listing ofPeriod(Timer timer) {
        return isPeriod(timer) ? listings.find(timer.listingId()) : null;
    }

    // What belongs to no listing, a payment of trading money, is counted on the first calendar.
    private long calendarId(Timer timer) {
        Listing listing = listings.find(timer.listingId());
        return listing == null ? Calendars.FIRST : listing.calendarId();
    }

    private long endOf(Timer timer) {
        Listing listing = listings.find(timer.listingId());
        return listing == null
                ? foundation
                        .calendars()
                        .get(Calendars.FIRST)
                        .closeOfWorkingDay(timer.startNanos(), timer.days(), PeriodCounting.EXCLUDE_START)
                : rules.endOfPeriod(listing, timer.startNanos(), timer.days(), timer.dayKind());
    }
}
