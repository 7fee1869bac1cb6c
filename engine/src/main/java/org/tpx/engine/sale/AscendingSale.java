package org.tpx.engine.sale;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.SaleEvent;

/**
 * Rising bids in a free and then a limited period (section 2.2 A); {@link Bidding} takes the bids.
 *
 * <pre>
 *  SCHEDULED --T:start--> FREE --T:freeEnd--> LIMITED --T:deadline--> DETERMINED, or FAILED without a bid
 *                                              |   ^
 *                                              +---+ every bid: deadline = its time + limited period
 * </pre>
 */
public final class AscendingSale implements Sale<AscendingAuction> {

    private final Hall hall;
    private final Ascent ascent;
    private final Table<AscendingAuction> auctions = new Table<>(AscendingAuction::new);

    /** Ascending auctions in this hall. */
    public AscendingSale(Hall hall, Ascent ascent) {
        this.hall = hall;
        this.ascent = ascent;
    }

    @Override
    public AuctionMode mode() {
        return AuctionMode.MULTI_ROUND_ASCENDING;
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
    public boolean takesFirstPeriod() {
        return true;
    }

    @Override
    public long firstPeriodNanos(Listing listing) {
        return hall.rules().freePeriodNanos(listing);
    }

    /** Causes AuctionStarted. */
    @Override
    public void onStart(Turn turn, Listing listing, AscendingAuction auction) {
        long freeEndNanos = turn.timeNanos() + auction.firstPeriodNanos();
        hall.clock().enter(listing, auction, AuctionPhase.FREE, freeEndNanos);
        turn.emit(new SaleEvent.AuctionStarted(listing.id(), freeEndNanos));
    }

    /** Causes LimitedPeriodStarted; or AuctionDetermined and the award, or AuctionFailed and Unsold. */
    @Override
    public void onPhaseEnd(Turn turn, Listing listing, AscendingAuction auction) {
        if (auction.phase() == AuctionPhase.FREE) {
            ascent.openLimitedPeriod(turn, listing, auction);
        } else {
            ascent.end(turn, listing, auction);
        }
    }

    /** Writes or reads its auctions, and the terms that it shares with {@link DynamicSale}. */
    @Override
    public void exchange(Snapshot snapshot) {
        auctions.exchange(snapshot);
        ascent.exchange(snapshot);
    }
}
