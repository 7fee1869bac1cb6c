package org.tpx.engine.sale;

import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Awards;
import org.tpx.engine.listing.Endings;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.listing.SaleFloor;
import org.tpx.engine.member.Access;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.IntentState;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.SaleCommand;
import org.tpx.protocol.SaleEvent;
import org.tpx.protocol.TimerKind;
import org.tpx.protocol.UnsoldReason;

/** All ascending auctions: their hours, their periods, their end, and how they stand still and go on (machine 9.3). */
public final class Auctions implements SaleFloor {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final Halts halts;
    private final Awards awards;
    private final Endings endings;
    private final Table<Auction> auctions = new Table<>(Auction::new);
    private final Long2ObjectHashMap<Auction> latest = new Long2ObjectHashMap<>();

    /** Auctions for these listings. */
    public Auctions(
            Foundation foundation, Listings listings, Rules rules, Halts halts, Awards awards, Endings endings) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        this.halts = halts;
        this.awards = awards;
        this.endings = endings;
    }

    /** Causes AuctionScheduled; before the start the hours may be fixed anew. */
    public void schedule(Turn turn, SaleCommand.ScheduleAuction command) {
        Listing listing = listings.forRole(turn, command.listingId(), CLERK);
        if (listing == null) {
            return;
        }
        Auction auction = current(listing);
        long freeEndNanos = command.freeEndNanos() == 0
                ? command.startNanos() + rules.freePeriodNanos(listing)
                : command.freeEndNanos();
        RejectReason reason = refusalOfHours(turn, listing, auction, command.startNanos(), freeEndNanos);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        if (auction == null) {
            auction = auctions.add(new Auction(listing, rules.of(listing), rules.limitedPeriodNanos(listing)));
            latest.put(listing.id(), auction);
        }
        rules.startAt(listing, TimerKind.AUCTION_START, command.startNanos());
        auction.schedule(command.startNanos(), freeEndNanos, listing.timers().id(TimerKind.AUCTION_START));
        turn.emit(new SaleEvent.AuctionScheduled(listing.id(), bidders(listing), command.startNanos(), freeEndNanos));
    }

    /** T:start: causes AuctionStarted. */
    public void onStart(Turn turn, Listing listing) {
        Auction auction = fired(listing, TimerKind.AUCTION_START);
        if (halts.isHalted(listing)) {
            auction.park();
            return;
        }
        listing.openSale();
        enter(listing, auction, AuctionPhase.FREE, TimerKind.FREE_END, auction.freeEndNanos());
        turn.emit(new SaleEvent.AuctionStarted(listing.id(), auction.freeEndNanos()));
    }

    /** T:freeEnd: causes LimitedPeriodStarted. */
    public void onFreeEnd(Turn turn, Listing listing) {
        Auction auction = fired(listing, TimerKind.FREE_END);
        if (halts.isHalted(listing)) {
            auction.park();
            return;
        }
        long deadlineNanos = turn.timeNanos() + auction.limitedPeriodNanos();
        enter(listing, auction, AuctionPhase.LIMITED, TimerKind.LIMITED_END, deadlineNanos);
        turn.emit(new SaleEvent.LimitedPeriodStarted(listing.id(), deadlineNanos));
    }

    /** T:deadline: causes AuctionDetermined and the award, or AuctionFailed and Unsold. */
    public void onLimitedEnd(Turn turn, Listing listing) {
        Auction auction = fired(listing, TimerKind.LIMITED_END);
        if (halts.isHalted(listing)) {
            auction.park();
            return;
        }
        boolean titleStands = foundation.rights().mayTransfer(listing.rightId(), listing.transferorId()) == null;
        if (auction.highPartyId() == 0 || !titleStands) {
            auction.end(AuctionPhase.FAILED);
            turn.emit(new SaleEvent.AuctionFailed(listing.id()));
            endings.unsold(turn, listing, UnsoldReason.AUCTION_FAILED);
            return;
        }
        auction.end(AuctionPhase.DETERMINED);
        Money high = Money.ofMinor(auction.highMinor(), listing.currency());
        Money second =
                auction.secondPartyId() == 0 ? Money.NONE : Money.ofMinor(auction.secondMinor(), listing.currency());
        turn.emit(new SaleEvent.AuctionDetermined(
                listing.id(), auction.highPartyId(), high, auction.secondPartyId(), second));
        awards.win(turn, listing, auction.highPartyId(), high, FeeMode.BIDDING, auction.secondPartyId(), second);
    }

    @Override
    public void suspend(Turn turn, Listing listing) {
        Auction auction = live(listing);
        if (auction != null) {
            long orderedNanos = Halts.earliest(halts.orderedNanos(listing), turn.timeNanos());
            auction.standSince(Halts.earliest(auction.standingNanos(), orderedNanos));
            tellHalted(turn, auction, auction.standingNanos());
        }
    }

    @Override
    public void resume(Turn turn, Listing listing) {
        goOn(turn, listing, 0);
    }

    /**
     * One reason to stand still is gone: causes AuctionResumed unless another one remains.
     *
     * @param sinceNanos since when that reason held, or 0 where the auction knows it itself
     */
    void goOn(Turn turn, Listing listing, long sinceNanos) {
        Auction auction = live(listing);
        if (auction == null) {
            return;
        }
        long standingNanos = Halts.earliest(auction.standingNanos(), sinceNanos);
        if (halts.isHalted(listing)) {
            auction.standSince(standingNanos);
            return;
        }
        auction.standSince(0);
        if (standingNanos != 0) {
            restart(turn, listing, auction, standingNanos);
        }
    }

    /** Halts an auction that was live when the node went away: causes AuctionHalted. */
    public void haltAfterOutage(Turn turn, Listing listing, long lastDurableNanos, long nowNanos) {
        Auction auction = live(listing);
        boolean touched = auction != null && (auction.isRunning() || auction.startNanos() <= nowNanos);
        if (auction != null && touched && !halts.isHalted(listing)) {
            listing.halt(Math.max(1, lastDurableNanos));
            tellHalted(turn, auction, lastDurableNanos);
        }
    }

    /** The auction of the listing's present attempt, or null. Allocates nothing. */
    @Nullable
    Auction current(Listing listing) {
        Auction auction = latest.get(listing.id());
        return auction == null || auction.attempt() != listing.attempt() ? null : auction;
    }

    /** Writes or reads all auctions. */
    public void exchange(Snapshot snapshot) {
        auctions.exchange(snapshot);
        if (snapshot.isReading()) {
            latest.clear();
            auctions.forEach(auction -> latest.put(auction.listingId(), auction));
        }
    }

    // A listing that ended, withdrawn before its auction opened for example, takes the auction with it.
    private @Nullable Auction live(Listing listing) {
        Auction auction = current(listing);
        boolean ended = listing.state() != ListingState.IN_AUCTION && listing.state() != ListingState.SUSPENDED;
        return auction == null || ended || !auction.isLive() ? null : auction;
    }

    private void restart(Turn turn, Listing listing, Auction auction, long standingNanos) {
        long leastNanos = rules.haltMinimumNanos(listing);
        long leftNanos = Math.max(auction.deadlineNanos() - standingNanos, leastNanos);
        if (auction.isScheduled()) {
            long startNanos = Math.max(auction.startNanos(), turn.timeNanos() + leastNanos);
            long freeNanos = auction.freeEndNanos() - auction.startNanos();
            rules.startAt(listing, TimerKind.AUCTION_START, startNanos);
            auction.schedule(
                    startNanos, startNanos + freeNanos, listing.timers().id(TimerKind.AUCTION_START));
        } else {
            boolean free = auction.phase() == AuctionPhase.FREE;
            TimerKind kind = free ? TimerKind.FREE_END : TimerKind.LIMITED_END;
            enter(listing, auction, auction.phase(), kind, turn.timeNanos() + leftNanos);
        }
        turn.emit(new SaleEvent.AuctionResumed(listing.id(), auction.phase(), auction.deadlineNanos()));
    }

    private void enter(Listing listing, Auction auction, AuctionPhase phase, TimerKind kind, long deadlineNanos) {
        rules.startAt(listing, kind, deadlineNanos);
        auction.enter(phase, deadlineNanos, listing.timers().id(kind));
    }

    private Auction fired(Listing listing, TimerKind kind) {
        listing.timers().id(kind, 0);
        Auction auction = current(listing);
        if (auction == null) {
            throw new InvariantBrokenException("no auction of listing " + listing.id());
        }
        return auction;
    }

    private static void tellHalted(Turn turn, Auction auction, long sinceNanos) {
        long leftNanos = Math.max(0, auction.deadlineNanos() - sinceNanos);
        long leftSeconds = Math.min(Integer.MAX_VALUE, leftNanos / NANOS_PER_SECOND);
        turn.emit(new SaleEvent.AuctionHalted(auction.listingId(), (int) leftSeconds));
    }

    private static @Nullable RejectReason refusalOfHours(
            Turn turn, Listing listing, @Nullable Auction auction, long startNanos, long freeEndNanos) {
        boolean schedulable = listing.state() == ListingState.IN_AUCTION && (auction == null || auction.isScheduled());
        if (!schedulable || freeEndNanos <= startNanos) {
            return RejectReason.NOT_ALLOWED;
        }
        return startNanos <= turn.timeNanos() ? RejectReason.LATE : null;
    }

    private static int bidders(Listing listing) {
        return (int) listing.intents().stream()
                .filter(intent -> intent.state() == IntentState.ADMITTED)
                .count();
    }
}
