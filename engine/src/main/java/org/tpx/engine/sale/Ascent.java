package org.tpx.engine.sale;

import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand.SetAscendingTerms;
import org.tpx.protocol.SaleEvent;
import org.tpx.protocol.SaleEvent.AscendingTermsSet;
import org.tpx.protocol.UnsoldReason;

/**
 * What all auctions with rising bids share, whenever their free period runs: what a notice may say about the bids beyond the
 * terms of every listing, the limited period and the award.
 */
public final class Ascent {

    private static final AscendingTermsSet PLAIN = new AscendingTermsSet(0, false, false, List.of());

    private final Hall hall;
    private final SecretReserves reserves;
    private final SaleTerms<AscendingTermsSet> terms;

    /** Rising bids in this hall, measured by these reserves. */
    public Ascent(Hall hall, SecretReserves reserves) {
        this.hall = hall;
        this.reserves = reserves;
        terms = new SaleTerms<>(
                hall.listings(), EnumSet.of(AuctionMode.MULTI_ROUND_ASCENDING, AuctionMode.DYNAMIC_QUOTATION), PLAIN);
    }

    /** Causes AscendingTermsSet. */
    public void setTerms(Turn turn, SetAscendingTerms command) {
        Listing listing = terms.draft(turn, command.listingId());
        if (listing == null) {
            return;
        }
        RejectReason reason = refusalOfTerms(listing, command);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        AscendingTermsSet set = new AscendingTermsSet(
                listing.id(), command.proxyBidding(), command.reserveMetTold(), command.increments());
        terms.put(listing, set);
        turn.emit(set);
    }

    /** Whether bidders may leave maxima: notice and profile both have to say so. */
    boolean takesProxies(Listing listing) {
        return termsOf(listing).proxyBidding() && hall.rules().of(listing).proxyBiddingAllowed();
    }

    AscendingAuction newAuction(Listing listing) {
        AscendingTermsSet set = termsOf(listing);
        return new AscendingAuction(
                listing,
                hall.rules().of(listing),
                set,
                reserves.minorOf(listing),
                hall.rules().limitedPeriodNanos(listing));
    }

    /** Causes LimitedPeriodStarted. */
    void openLimitedPeriod(Turn turn, Listing listing, AscendingAuction auction) {
        long deadlineNanos = turn.timeNanos() + auction.limitedPeriodNanos();
        hall.clock().enter(listing, auction, AuctionPhase.LIMITED, deadlineNanos);
        turn.emit(new SaleEvent.LimitedPeriodStarted(listing.id(), deadlineNanos));
    }

    /** Causes SecretReserveRevealed where there is one; then the award, or AuctionFailed and Unsold. */
    void end(Turn turn, Listing listing, AscendingAuction auction) {
        reserves.reveal(turn, listing);
        if (auction.highPartyId() == 0) {
            hall.outcomes().fail(turn, listing, auction);
            return;
        }
        if (!auction.isReserveMet()) {
            hall.outcomes().fail(turn, listing, auction, UnsoldReason.RESERVE_NOT_MET);
            return;
        }
        Money high = Money.ofMinor(auction.highMinor(), listing.currency());
        Money second =
                auction.secondPartyId() == 0 ? Money.NONE : Money.ofMinor(auction.secondMinor(), listing.currency());
        hall.outcomes().determine(turn, listing, auction, auction.highPartyId(), high, auction.secondPartyId(), second);
    }

    /** Writes or reads terms and reserves. */
    void exchange(Snapshot snapshot) {
        terms.exchange(snapshot);
        reserves.exchange(snapshot);
    }

    private AscendingTermsSet termsOf(Listing listing) {
        AscendingTermsSet set = terms.find(listing);
        return set == null ? PLAIN : set;
    }

    private @Nullable RejectReason refusalOfTerms(Listing listing, SetAscendingTerms command) {
        if (!Increments.areRising(command.increments())) {
            return RejectReason.NOT_ALLOWED;
        }
        if (command.proxyBidding() && !hall.rules().of(listing).proxyBiddingAllowed()) {
            return RejectReason.VENUE_POLICY;
        }
        return Increments.areInCurrency(command.increments(), listing.price()) ? null : RejectReason.CURRENCY;
    }
}
