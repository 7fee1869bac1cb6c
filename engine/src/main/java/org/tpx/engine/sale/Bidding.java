package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.engine.kernel.Timers;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Intent;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.Currency;
import org.tpx.protocol.IntentState;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.RejectReason;
import org.tpx.wire.BidPlacedFlyweight;

/**
 * Takes bids in ascending auctions (section 2.1, 2.2 A, 9.3). The hot path: one lookup of the listing, its auction and the
 * bidder, comparisons of longs, one event through a flyweight; allocates nothing after warm-up.
 */
public final class Bidding {

    private final Listings listings;
    private final Auctions auctions;
    private final Halts halts;
    private final Timers timers;

    /** Bidding in these auctions. */
    public Bidding(Listings listings, Auctions auctions, Halts halts, Timers timers) {
        this.listings = listings;
        this.auctions = auctions;
        this.halts = halts;
        this.timers = timers;
    }

    /** Causes BidPlaced: the bid leads, and in the limited period the deadline moves to the bid's time plus the period. */
    public void placeBid(Turn turn, long listingId, long partyId, long amountMinor, Currency currency) {
        Listing listing = listings.forBuyer(turn, listingId, partyId, false);
        if (listing == null) {
            return;
        }
        Auction auction = auctions.current(listing);
        Intent intent = listing.intent(partyId);
        RejectReason reason = refusal(turn, listing, auction, intent);
        if (reason == null && auction != null) {
            reason = refusalOfAmount(listing, auction, partyId, amountMinor, currency);
        }
        if (reason != null || auction == null || intent == null) {
            turn.refuse(reason == null ? RejectReason.NOT_ADMITTED : reason, listingId);
            return;
        }
        auction.lead(partyId, amountMinor);
        if (auction.phase() == AuctionPhase.LIMITED) {
            auction.extend(turn.timeNanos() + auction.limitedPeriodNanos());
            timers.move(auction.timerId(), auction.deadlineNanos());
        } else {
            intent.bidInFreePeriod();
        }
        EventWriter events = turn.events();
        events.commit(BidPlacedFlyweight.encode(
                events.buffer(),
                events.claim(),
                listingId,
                partyId,
                intent.bidderNumber(),
                amountMinor,
                currency,
                auction.deadlineNanos(),
                auction.extensions()));
    }

    private @Nullable RejectReason refusal(
            Turn turn, Listing listing, @Nullable Auction auction, @Nullable Intent intent) {
        if (halts.isHalted(listing)) {
            return RejectReason.HALTED;
        }
        if (isBeforeAuction(listing.state())) {
            return RejectReason.AUCTION_NOT_OPEN;
        }
        if (listing.state() != ListingState.IN_AUCTION) {
            return RejectReason.LATE;
        }
        if (auction == null || auction.isScheduled()) {
            return RejectReason.AUCTION_NOT_OPEN;
        }
        if (!auction.isRunning() || turn.timeNanos() >= auction.deadlineNanos()) {
            return RejectReason.LATE;
        }
        if (intent == null || intent.state() != IntentState.ADMITTED) {
            return RejectReason.NOT_ADMITTED;
        }
        boolean tooLateToJoin =
                auction.phase() == AuctionPhase.LIMITED && auction.isFreeBidRequired() && !intent.hasBidInFreePeriod();
        return tooLateToJoin ? RejectReason.NO_FREE_PERIOD_BID : null;
    }

    private static @Nullable RejectReason refusalOfAmount(
            Listing listing, Auction auction, long partyId, long amountMinor, Currency currency) {
        if (currency != listing.currency()) {
            return RejectReason.CURRENCY;
        }
        if (amountMinor < auction.startMinor()) {
            return RejectReason.BELOW_START;
        }
        if (auction.highPartyId() != 0 && amountMinor <= auction.highMinor()) {
            return RejectReason.NOT_ABOVE_HIGH;
        }
        if ((amountMinor - auction.startMinor()) % auction.incrementMinor() != 0) {
            return RejectReason.BAD_INCREMENT;
        }
        if (auction.highPartyId() == partyId && !auction.isRaiseAllowed()) {
            return RejectReason.SELF_OUTBID;
        }
        return auction.isAboveCap(amountMinor) ? RejectReason.ABOVE_SANITY_CAP : null;
    }

    private static boolean isBeforeAuction(ListingState state) {
        return switch (state) {
            case DRAFT, UNDER_REVIEW, RETURNED, ACCEPTED, PRE_DISCLOSED, DISCLOSED, QUALIFYING, SINGLE_QUOTE -> true;
            default -> false;
        };
    }
}
