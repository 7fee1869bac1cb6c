package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Intent;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.Currency;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TimerKind;
import org.tpx.wire.BidPlacedFlyweight;

/**
 * Takes bids in ascending auctions (section 2.1, 2.2 A, 9.3). The hot path: one lookup of the listing, its auction and the
 * bidder, comparisons of longs, one event through a flyweight; allocates nothing after warm-up.
 */
public final class Bidding {

    private final Hall hall;

    /** Bidding in this hall. */
    public Bidding(Hall hall) {
        this.hall = hall;
    }

    /** Causes BidPlaced: the bid leads, and in the limited period the deadline moves to the bid's time plus the period. */
    public void placeBid(Turn turn, long listingId, long partyId, long amountMinor, Currency currency) {
        Listing listing = hall.listings().forBuyer(turn, listingId, partyId, false);
        if (listing == null) {
            return;
        }
        Auction auction = hall.current(listing);
        Intent intent = listing.intent(partyId);
        RejectReason reason = refusal(turn, listing, auction, intent);
        if (reason == null && auction instanceof AscendingAuction ascending && intent != null) {
            reason = refusalOfAmount(listing, ascending, intent, amountMinor, currency);
            if (reason == null) {
                place(turn, listing, ascending, intent, amountMinor, currency);
                return;
            }
        }
        turn.refuse(reason == null ? RejectReason.NOT_ALLOWED : reason, listingId);
    }

    private void place(
            Turn turn, Listing listing, AscendingAuction auction, Intent intent, long amountMinor, Currency currency) {
        auction.lead(intent.partyId(), amountMinor);
        if (auction.phase() == AuctionPhase.LIMITED) {
            auction.countExtension();
            hall.clock().extend(auction, turn.timeNanos() + auction.limitedPeriodNanos());
        } else {
            intent.bidInFreePeriod();
        }
        EventWriter events = turn.events();
        events.commit(BidPlacedFlyweight.encode(
                events.buffer(),
                events.claim(),
                auction.listingId(),
                intent.partyId(),
                intent.bidderNumber(),
                amountMinor,
                currency,
                deadlineNanos(listing, auction),
                auction.extensions()));
    }

    // The free period of a dynamic quotation ends with the disclosure.
    private long deadlineNanos(Listing listing, AscendingAuction auction) {
        long ownNanos = auction.deadlineNanos();
        return ownNanos != Auction.NONE ? ownNanos : hall.rules().deadlineNanos(listing, TimerKind.DISCLOSURE_END);
    }

    private @Nullable RejectReason refusal(
            Turn turn, Listing listing, @Nullable Auction auction, @Nullable Intent intent) {
        if (auction == null ? !isAscending(listing) : !(auction instanceof AscendingAuction)) {
            return RejectReason.NOT_ALLOWED;
        }
        return hall.door().refusal(turn, listing, auction, intent);
    }

    private static @Nullable RejectReason refusalOfAmount(
            Listing listing, AscendingAuction auction, Intent intent, long amountMinor, Currency currency) {
        boolean tooLateToJoin =
                auction.phase() == AuctionPhase.LIMITED && auction.isFreeBidRequired() && !intent.hasBidInFreePeriod();
        if (tooLateToJoin) {
            return RejectReason.NO_FREE_PERIOD_BID;
        }
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
        if (auction.highPartyId() == intent.partyId() && !auction.isRaiseAllowed()) {
            return RejectReason.SELF_OUTBID;
        }
        return auction.isAboveCap(amountMinor) ? RejectReason.ABOVE_SANITY_CAP : null;
    }

    private static boolean isAscending(Listing listing) {
        AuctionMode mode = listing.terms().auctionMode();
        return mode == AuctionMode.MULTI_ROUND_ASCENDING || mode == AuctionMode.DYNAMIC_QUOTATION;
    }
}
