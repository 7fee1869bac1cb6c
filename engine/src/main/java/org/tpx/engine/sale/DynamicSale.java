package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand.SetDynamicTerms;
import org.tpx.protocol.SaleEvent.AuctionScheduled;
import org.tpx.protocol.SaleEvent.AuctionStarted;
import org.tpx.protocol.SaleEvent.DynamicTermsSet;
import org.tpx.protocol.TimerKind;

/**
 * Rising bids whose free period runs during the disclosure (section 2.2 B): bidders join as they are admitted. The limited
 * period follows the qualification, at the hour that the clerk fixes. {@link Bidding} takes the bids.
 *
 * <pre>
 *  notice: SCHEDULED --T:start--> FREE --disclosure ends--> SCHEDULED --clerk, T:start--> LIMITED --T:deadline--> DETERMINED
 *              |                                            ^                              |   ^                  or FAILED
 *              +------------ disclosure ends ---------------+                              +---+ every bid
 * </pre>
 *
 * <p>The free period has no clock of its own: it is extended, suspended and moved with the disclosure. A halt takes no bids and
 * leaves the disclosure alone.
 */
public final class DynamicSale implements Sale<AscendingAuction> {

    private final Hall hall;
    private final Ascent ascent;
    private final Table<AscendingAuction> auctions = new Table<>(AscendingAuction::new);
    private final SaleTerms<DynamicTermsSet> terms;

    /** Dynamic quotations in this hall. */
    public DynamicSale(Hall hall, Ascent ascent) {
        this.hall = hall;
        this.ascent = ascent;
        terms = new SaleTerms<>(hall.listings(), AuctionMode.DYNAMIC_QUOTATION, new DynamicTermsSet(0, 0));
    }

    @Override
    public AuctionMode mode() {
        return AuctionMode.DYNAMIC_QUOTATION;
    }

    @Override
    public Table<AscendingAuction> auctions() {
        return auctions;
    }

    @Override
    public AscendingAuction newAuction(Listing listing) {
        return ascent.newAuction(listing);
    }

    @Override
    public @Nullable RejectReason refusalOfNotice(Listing listing, Money price) {
        return terms.refusalOfNotice(listing);
    }

    /** Causes DynamicTermsSet. */
    public void setTerms(Turn turn, SetDynamicTerms command) {
        Listing listing = terms.draft(turn, command.listingId());
        if (listing != null) {
            DynamicTermsSet set = new DynamicTermsSet(listing.id(), command.freeStartDays());
            terms.put(listing, set);
            turn.emit(set);
        }
    }

    /** Causes AuctionScheduled: the free period starts with a working day after the notice. */
    @Override
    public void onNotice(Turn turn, Listing listing) {
        int days = terms.get(listing).freeStartDays();
        long startNanos = hall.rules().calendar(listing).startOfWorkingDay(turn.timeNanos(), days);
        hall.clock().schedule(listing, hall.open(this, listing), startNanos, 0);
        turn.emit(new AuctionScheduled(listing.id(), 0, startNanos, disclosureEndNanos(listing)));
    }

    @Override
    public void onDisclosureEnd(Turn turn, Listing listing) {
        Auction auction = hall.current(listing);
        if (auction != null) {
            hall.clock().unschedule(listing, auction);
        }
    }

    /** Causes AuctionStarted during the disclosure, LimitedPeriodStarted behind it. */
    @Override
    public void onStart(Turn turn, Listing listing, AscendingAuction auction) {
        if (listing.state() != ListingState.DISCLOSED) {
            ascent.openLimitedPeriod(turn, listing, auction);
            return;
        }
        hall.clock().enter(listing, auction, AuctionPhase.FREE, Auction.NONE);
        turn.emit(new AuctionStarted(listing.id(), disclosureEndNanos(listing)));
    }

    /** Causes AuctionDetermined and the award, or AuctionFailed and Unsold. */
    @Override
    public void onPhaseEnd(Turn turn, Listing listing, AscendingAuction auction) {
        ascent.end(turn, listing, auction);
    }

    @Override
    public void exchange(Snapshot snapshot) {
        auctions.exchange(snapshot);
        terms.exchange(snapshot);
    }

    private long disclosureEndNanos(Listing listing) {
        return hall.rules().deadlineNanos(listing, TimerKind.DISCLOSURE_END);
    }
}
