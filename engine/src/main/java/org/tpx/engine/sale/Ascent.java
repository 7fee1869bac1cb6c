package org.tpx.engine.sale;

import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.Money;
import org.tpx.protocol.SaleEvent;

/** What all auctions with rising bids share, whenever their free period runs: the limited period and the award. */
final class Ascent {

    private final Hall hall;

    Ascent(Hall hall) {
        this.hall = hall;
    }

    AscendingAuction newAuction(Listing listing) {
        return new AscendingAuction(
                listing, hall.rules().of(listing), hall.rules().limitedPeriodNanos(listing));
    }

    /** Causes LimitedPeriodStarted. */
    void openLimitedPeriod(Turn turn, Listing listing, AscendingAuction auction) {
        long deadlineNanos = turn.timeNanos() + auction.limitedPeriodNanos();
        hall.clock().enter(listing, auction, AuctionPhase.LIMITED, deadlineNanos);
        turn.emit(new SaleEvent.LimitedPeriodStarted(listing.id(), deadlineNanos));
    }

    /** Causes AuctionDetermined and the award, or AuctionFailed and Unsold. */
    void end(Turn turn, Listing listing, AscendingAuction auction) {
        if (auction.highPartyId() == 0) {
            hall.outcomes().fail(turn, listing, auction);
            return;
        }
        Money high = Money.ofMinor(auction.highMinor(), listing.currency());
        Money second =
                auction.secondPartyId() == 0 ? Money.NONE : Money.ofMinor(auction.secondMinor(), listing.currency());
        hall.outcomes().determine(turn, listing, auction, auction.highPartyId(), high, auction.secondPartyId(), second);
    }
}
