package org.tpx.engine.sale;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Intent;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.SaleFloor;
import org.tpx.engine.member.Access;
import org.tpx.engine.rofr.FirstRefusals;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.SaleCommand;
import org.tpx.protocol.SaleEvent;

/**
 * The front of all auctions: knows the {@link Sale} of each mode, fixes the hours of an auction and hands what listings,
 * timers, halts and outages ask on to the sale and the clock.
 */
public final class Auctions implements SaleFloor {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Hall hall;
    private final FirstRefusals refusals;
    private final Map<AuctionMode, Sale<?>> sales = new EnumMap<>(AuctionMode.class);

    /** The auctions of these modes in this hall. */
    public Auctions(Hall hall, FirstRefusals refusals, Sale<?>... sales) {
        this.hall = hall;
        this.refusals = refusals;
        for (Sale<?> sale : sales) {
            this.sales.put(sale.mode(), sale);
        }
    }

    @Override
    public boolean isOffered(AuctionMode mode) {
        return sales.containsKey(mode);
    }

    @Override
    public @Nullable RejectReason refusalOfNotice(Listing listing, Money price) {
        Sale<?> sale = sales.get(listing.terms().auctionMode());
        if (sale == null) {
            return RejectReason.NOT_ALLOWED;
        }
        RejectReason reason = sale.refusalOfNotice(listing, price);
        return reason == null ? hall.funding().refusalOfMode(listing) : reason;
    }

    @Override
    public Money leastPrice(Listing listing, Money price) {
        Sale<?> sale = sales.get(listing.terms().auctionMode());
        return sale == null ? price : sale.leastPrice(listing, price);
    }

    @Override
    public int leastBidders(Listing listing) {
        return sale(listing).leastBidders(listing);
    }

    @Override
    public boolean answersOnly(Listing listing, long partyId) {
        return refusals.answers(listing, partyId);
    }

    @Override
    public void onNotice(Turn turn, Listing listing) {
        sale(listing).onNotice(turn, listing);
    }

    @Override
    public void onDisclosureEnd(Turn turn, Listing listing) {
        sale(listing).onDisclosureEnd(turn, listing);
    }

    /** Causes AuctionScheduled; before the start the hours may be fixed anew. */
    public void schedule(Turn turn, SaleCommand.ScheduleAuction command) {
        Listing listing = hall.listings().forRole(turn, command.listingId(), CLERK);
        if (listing == null) {
            return;
        }
        if (!isOffered(listing.terms().auctionMode())) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        Sale<?> sale = sale(listing);
        long startNanos = command.startNanos();
        long firstPeriodNanos =
                command.freeEndNanos() == 0 ? sale.firstPeriodNanos(listing) : command.freeEndNanos() - startNanos;
        RejectReason reason = refusalOfHours(turn, sale, listing, command, firstPeriodNanos);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        fix(turn, sale, listing, startNanos, firstPeriodNanos);
    }

    /** T:start: what the mode begins with. */
    public void onStart(Turn turn, Listing listing) {
        Auction auction = hall.index().required(listing);
        if (hall.clock().fired(listing, auction)) {
            listing.openSale();
            start(sale(listing), turn, listing, auction);
        }
    }

    /** The running phase ended by its clock: what the mode does then. */
    public void onPhaseEnd(Turn turn, Listing listing) {
        Auction auction = hall.index().required(listing);
        if (!hall.clock().fired(listing, auction)) {
            return;
        }
        if (auction.phase() == AuctionPhase.ROFR_INQUIRY) {
            hall.outcomes().holders().end(turn, listing);
        } else {
            endPhase(sale(listing), turn, listing, auction);
        }
    }

    @Override
    public void suspend(Turn turn, Listing listing) {
        hall.clock().suspend(turn, listing);
    }

    @Override
    public void resume(Turn turn, Listing listing) {
        goOn(turn, listing, 0);
    }

    @Override
    public void onEnd(Turn turn, Listing listing) {
        hall.outcomes().over(turn, listing);
    }

    /** A halt of the listing's sale since then is lifted: causes AuctionResumed unless another reason to stand still remains. */
    void goOn(Turn turn, Listing listing, long sinceNanos) {
        Auction resumed = hall.clock().goOn(turn, listing, sinceNanos);
        if (resumed != null && resumed.phase() != AuctionPhase.ROFR_INQUIRY) {
            resume(sale(listing), turn, listing, resumed);
        }
    }

    /** A halt of the market since then is lifted: causes AuctionResumed as {@link #goOn}; {@link #onMarketLift} follows the last. */
    void goOnWithMarket(Turn turn, Listing listing, long sinceNanos) {
        hall.clock().goOn(turn, listing, sinceNanos);
    }

    /** Every auction goes on after a halt of the market. */
    void onMarketLift(Turn turn) {
        sales.values().forEach(sale -> sale.onMarketLift(turn));
    }

    /** Why the auction of a lot could not have such hours, or null; 0 seconds take the first period from the notice. */
    @Nullable
    RejectReason refusalOfHours(Listing listing, long startNanos, int firstPeriodSeconds) {
        Sale<?> sale = sale(listing);
        long periodNanos = firstPeriodNanos(sale, listing, firstPeriodSeconds);
        boolean lasts = periodNanos > 0 || !sale.takesFirstPeriod();
        return sale.isReady(listing) && lasts && startNanos + periodNanos >= startNanos
                ? null
                : RejectReason.NOT_ALLOWED;
    }

    /** Fixes the hours of a listing's auction as a lot of a catalogue: causes AuctionScheduled. */
    void schedule(Turn turn, Listing listing, long startNanos, int firstPeriodSeconds) {
        Sale<?> sale = sale(listing);
        fix(turn, sale, listing, startNanos, firstPeriodNanos(sale, listing, firstPeriodSeconds));
    }

    /** Halts an auction that was live when the node went away: causes AuctionHalted. */
    public void haltAfterOutage(Turn turn, Listing listing, long lastDurableNanos, long nowNanos) {
        hall.clock().haltAfterOutage(turn, listing, lastDurableNanos, nowNanos);
    }

    /** Whether the listing's present attempt has an auction, scheduled or further. */
    public boolean hasAuction(Listing listing) {
        return hall.current(listing) != null;
    }

    /** Ends the auction of the listing's present attempt in VOID, where there is one; the inquiry among holders with it. */
    public void voidAuction(Listing listing) {
        Auction auction = hall.current(listing);
        if (auction != null) {
            hall.clock().end(listing, auction, AuctionPhase.VOID);
        }
        hall.outcomes().holders().cancel(listing);
    }

    /** Writes or reads all auctions. */
    public void exchange(Snapshot snapshot) {
        sales.values().forEach(sale -> sale.exchange(snapshot));
        hall.funding().exchange(snapshot);
        if (snapshot.isReading()) {
            hall.index().clear();
            sales.values().forEach(sale -> sale.auctions().forEach(hall.index()::put));
        }
        hall.outcomes().holders().exchange(snapshot);
    }

    private Sale<?> sale(Listing listing) {
        Sale<?> sale = sales.get(listing.terms().auctionMode());
        if (sale == null) {
            throw new InvariantBrokenException("no sale of this mode, listing " + listing.id());
        }
        return sale;
    }

    private void fix(Turn turn, Sale<?> sale, Listing listing, long startNanos, long firstPeriodNanos) {
        Auction current = hall.current(listing);
        Auction auction = current == null ? hall.open(sale, listing) : current;
        hall.clock().schedule(listing, auction, startNanos, firstPeriodNanos);
        long freeEndNanos = firstPeriodNanos == 0 ? 0 : startNanos + firstPeriodNanos;
        int bidders = (int) listing.intents().stream().filter(Intent::bids).count();
        turn.emit(new SaleEvent.AuctionScheduled(listing.id(), bidders, startNanos, freeEndNanos));
    }

    private static long firstPeriodNanos(Sale<?> sale, Listing listing, int seconds) {
        return seconds == 0 || !sale.takesFirstPeriod() ? sale.firstPeriodNanos(listing) : seconds * NANOS_PER_SECOND;
    }

    private <A extends Auction> void start(Sale<A> sale, Turn turn, Listing listing, Auction auction) {
        sale.onStart(turn, listing, sale.auctions().get(auction.number()));
    }

    private <A extends Auction> void resume(Sale<A> sale, Turn turn, Listing listing, Auction auction) {
        sale.onResumed(turn, listing, sale.auctions().get(auction.number()));
    }

    private <A extends Auction> void endPhase(Sale<A> sale, Turn turn, Listing listing, Auction auction) {
        sale.onPhaseEnd(turn, listing, sale.auctions().get(auction.number()));
    }

    private @Nullable RejectReason refusalOfHours(
            Turn turn, Sale<?> sale, Listing listing, SaleCommand.ScheduleAuction command, long firstPeriodNanos) {
        Auction auction = hall.current(listing);
        boolean schedulable = listing.state() == ListingState.IN_AUCTION && (auction == null || auction.isScheduled());
        boolean lasts = firstPeriodNanos > 0 && command.startNanos() + firstPeriodNanos > command.startNanos();
        if (!schedulable
                || !sale.isScheduledAlone()
                || !sale.isReady(listing)
                || (sale.takesFirstPeriod() ? !lasts : command.freeEndNanos() != 0)) {
            return RejectReason.NOT_ALLOWED;
        }
        return command.startNanos() <= turn.timeNanos() ? RejectReason.LATE : null;
    }
}
