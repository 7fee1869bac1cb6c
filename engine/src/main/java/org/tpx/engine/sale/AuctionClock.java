package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Timers;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Rules;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.SaleEvent;
import org.tpx.protocol.TimerKind;

/**
 * The one clock of each auction: a phase has one deadline and one timer, or none. Whatever makes the auction stand still (a
 * halt of its listing or of the market, a suspension, an outage), it goes on with the time that was left in its phase, at
 * least the profile's; a start is put off likewise. So no mode knows of halts.
 */
final class AuctionClock {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Timers timers;
    private final Rules rules;
    private final Halts halts;
    private final AuctionIndex index;

    AuctionClock(Timers timers, Rules rules, Halts halts, AuctionIndex index) {
        this.timers = timers;
        this.rules = rules;
        this.halts = halts;
        this.index = index;
    }

    /** Fixes or changes the hours before the start. */
    void schedule(Listing listing, Auction auction, long startNanos, long firstPeriodNanos) {
        auction.hours(startNanos, firstPeriodNanos);
        enter(listing, auction, AuctionPhase.SCHEDULED, startNanos);
    }

    /** Takes the hours back, in whatever phase the auction is: it waits to be scheduled anew. */
    void unschedule(Listing listing, Auction auction) {
        auction.hours(Auction.NONE, 0);
        auction.standSince(0);
        enter(listing, auction, AuctionPhase.SCHEDULED, Auction.NONE);
    }

    /** Enters a phase that ends at this instant, or by no clock: {@link Auction#NONE}. */
    void enter(Listing listing, Auction auction, AuctionPhase phase, long deadlineNanos) {
        rules.cancel(listing, kindOf(auction.phase()));
        TimerKind kind = kindOf(phase);
        if (deadlineNanos != Auction.NONE) {
            rules.startAt(listing, kind, deadlineNanos);
        }
        auction.enter(phase, deadlineNanos, listing.timers().id(kind));
    }

    /**
     * The same, and tells it: causes PhaseStarted.
     *
     * @param number which round it is, 0 where the mode has none
     */
    void begin(Turn turn, Listing listing, Auction auction, AuctionPhase phase, int number, long deadlineNanos) {
        enter(listing, auction, phase, deadlineNanos);
        turn.emit(new SaleEvent.PhaseStarted(listing.id(), phase, number, deadlineNanos));
    }

    /** Ends the auction in DETERMINED, FAILED or VOID; no timer of it is left. */
    void end(Listing listing, Auction auction, AuctionPhase last) {
        enter(listing, auction, last, Auction.NONE);
    }

    /** Moves the end of the running phase. Allocates nothing. */
    void extend(Auction auction, long deadlineNanos) {
        auction.moveDeadline(deadlineNanos);
        timers.move(auction.timerId(), deadlineNanos);
    }

    /** The timer of the running phase fired; false where the auction stands still, so that it fired in vain. */
    boolean fired(Listing listing, Auction auction) {
        listing.timers().id(kindOf(auction.phase()), 0);
        auction.park();
        return !halts.isHalted(listing);
    }

    /** The listing was suspended: causes AuctionHalted. */
    void suspend(Turn turn, Listing listing) {
        Auction auction = index.live(listing);
        if (auction != null) {
            long orderedNanos = Halts.earliest(halts.orderedNanos(listing), turn.timeNanos());
            auction.standSince(Halts.earliest(auction.standingNanos(), orderedNanos));
            tellHalted(turn, auction, auction.standingNanos());
        }
    }

    /**
     * One reason to stand still is gone: causes AuctionResumed unless another one remains.
     *
     * @param sinceNanos since when that reason held, or 0 where the auction knows it itself
     * @return the auction where it goes on, else null
     */
    @Nullable
    Auction goOn(Turn turn, Listing listing, long sinceNanos) {
        Auction auction = index.live(listing);
        if (auction == null) {
            return null;
        }
        long standingNanos = Halts.earliest(auction.standingNanos(), sinceNanos);
        if (halts.isHalted(listing)) {
            auction.standSince(standingNanos);
            return null;
        }
        auction.standSince(0);
        if (standingNanos == 0) {
            return null;
        }
        restart(turn, listing, auction, standingNanos);
        return auction;
    }

    /** Halts an auction that was live when the node went away: causes AuctionHalted. */
    void haltAfterOutage(Turn turn, Listing listing, long lastDurableNanos, long nowNanos) {
        Auction auction = index.live(listing);
        boolean touched = auction != null && (auction.isRunning() || auction.startNanos() <= nowNanos);
        if (auction != null && touched && !halts.isHalted(listing)) {
            listing.halt(Math.max(1, lastDurableNanos));
            tellHalted(turn, auction, lastDurableNanos);
        }
    }

    private void restart(Turn turn, Listing listing, Auction auction, long standingNanos) {
        long leastNanos = rules.haltMinimumNanos(listing);
        if (auction.isScheduled()) {
            long startNanos = Math.max(auction.startNanos(), turn.timeNanos() + leastNanos);
            schedule(listing, auction, startNanos, auction.firstPeriodNanos());
        } else if (auction.deadlineNanos() != Auction.NONE) {
            long leftNanos = Math.max(auction.deadlineNanos() - standingNanos, leastNanos);
            enter(listing, auction, auction.phase(), turn.timeNanos() + leftNanos);
        }
        turn.emit(new SaleEvent.AuctionResumed(listing.id(), auction.phase(), auction.deadlineNanos()));
    }

    private static void tellHalted(Turn turn, Auction auction, long sinceNanos) {
        boolean clocked = auction.deadlineNanos() != Auction.NONE;
        long leftNanos = clocked ? Math.max(0, auction.deadlineNanos() - sinceNanos) : 0;
        long leftSeconds = Math.min(Integer.MAX_VALUE, leftNanos / NANOS_PER_SECOND);
        turn.emit(new SaleEvent.AuctionHalted(auction.listingId(), (int) leftSeconds));
    }

    private static TimerKind kindOf(AuctionPhase phase) {
        return switch (phase) {
            case SCHEDULED -> TimerKind.AUCTION_START;
            case FREE -> TimerKind.FREE_END;
            case LIMITED -> TimerKind.LIMITED_END;
            default -> TimerKind.PHASE_END;
        };
    }
}
