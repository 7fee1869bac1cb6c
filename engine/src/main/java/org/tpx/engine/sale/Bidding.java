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
import org.tpx.protocol.SaleCommand.SetProxyMaximum;
import org.tpx.protocol.SaleEvent.ProxyMaximumSet;
import org.tpx.protocol.SaleEvent.ReserveMet;
import org.tpx.protocol.TimerKind;
import org.tpx.wire.BidPlacedFlyweight;

/**
 * Takes bids in ascending auctions (section 2.1, 2.2 A, 9.3). The hot path: one lookup of the listing, its auction and the
 * bidder, comparisons of longs, one event through a flyweight; allocates nothing after warm-up.
 *
 * <p>Where the notice allows it a bidder may leave a maximum. The exchange then bids for it at once whenever another one bids:
 * it leads at the other's furthest amount and one step more, cut at its own maximum, and of equal ones the one that led before
 * goes on leading. So of all maxima only the leader's is ever of use, and a war of two is over in one turn with at most two
 * bids: the used-up one, and the leading one.
 */
public final class Bidding {

    private final Hall hall;
    private final Ascent ascent;

    /** Bidding in this hall under these terms. */
    public Bidding(Hall hall, Ascent ascent) {
        this.hall = hall;
        this.ascent = ascent;
    }

    /**
     * Causes BidPlaced: the bid leads, and in the limited period the deadline moves to the bid's time plus the period. Where the
     * maximum of the bidder that led answers it, or is used up by it, a second BidPlaced.
     */
    public void placeBid(Turn turn, long listingId, long partyId, long amountMinor, Currency currency) {
        Listing listing = hall.listings().forBuyer(turn, listingId, partyId, false);
        if (listing == null) {
            return;
        }
        Auction auction = hall.current(listing);
        Intent intent = listing.intent(partyId);
        RejectReason reason = refusal(turn, listing, auction, intent);
        if (reason == null && auction instanceof AscendingAuction ascending && intent != null) {
            reason = refusalOfBid(listing, ascending, intent, amountMinor, currency);
            if (reason == null) {
                countIn(turn, ascending, intent);
                place(turn, listing, ascending, intent, amountMinor);
                return;
            }
        }
        turn.refuse(reason == null ? RejectReason.NOT_ALLOWED : reason, listingId);
    }

    /**
     * Causes ProxyMaximumSet, then BidPlaced as if the party had bid no more than it takes; none where it leads already and stays
     * at its bid.
     */
    public void setMaximum(Turn turn, SetProxyMaximum command) {
        Listing listing = hall.listings().forBuyer(turn, command.listingId(), command.partyId(), false);
        if (listing == null) {
            return;
        }
        Auction auction = hall.current(listing);
        Intent intent = listing.intent(command.partyId());
        RejectReason reason =
                ascent.takesProxies(listing) ? refusal(turn, listing, auction, intent) : RejectReason.NOT_ALLOWED;
        if (reason == null && auction instanceof AscendingAuction ascending && intent != null) {
            long maximumMinor = command.maximum().minor();
            Currency currency = command.maximum().currency();
            reason = refusalOfMaximum(listing, ascending, intent, maximumMinor, currency);
            if (reason == null) {
                turn.emit(new ProxyMaximumSet(listing.id(), intent.partyId(), intent.bidderNumber()));
                bidUpTo(turn, listing, ascending, intent, maximumMinor);
                return;
            }
        }
        turn.refuse(reason == null ? RejectReason.NOT_ALLOWED : reason, listing.id());
    }

    private void place(Turn turn, Listing listing, AscendingAuction auction, Intent intent, long amountMinor) {
        long reachMinor = auction.reachMinor();
        if (auction.highPartyId() != intent.partyId() && reachMinor > auction.highMinor()) {
            contest(turn, listing, auction, intent, amountMinor, amountMinor);
            return;
        }
        boolean own = auction.highPartyId() == intent.partyId();
        lead(turn, listing, auction, intent, amountMinor);
        auction.reach(own ? Math.max(amountMinor, reachMinor) : amountMinor);
    }

    private void bidUpTo(Turn turn, Listing listing, AscendingAuction auction, Intent intent, long maximumMinor) {
        if (auction.highPartyId() == intent.partyId()) {
            raiseReach(turn, listing, auction, intent, maximumMinor);
            return;
        }
        countIn(turn, auction, intent);
        if (auction.highPartyId() == 0) {
            lead(turn, listing, auction, intent, upToReserve(auction, auction.startMinor(), maximumMinor));
            auction.reach(maximumMinor);
        } else {
            contest(turn, listing, auction, intent, 0, maximumMinor);
        }
    }

    // The price moves where the old maximum had cut the step short.
    private void raiseReach(Turn turn, Listing listing, AscendingAuction auction, Intent leader, long maximumMinor) {
        long priceMinor = auction.secondPartyId() == 0
                ? upToReserve(auction, auction.highMinor(), maximumMinor)
                : answer(auction, auction.secondMinor(), maximumMinor);
        if (priceMinor > auction.highMinor()) {
            countIn(turn, auction, leader);
            lead(turn, listing, auction, leader, priceMinor);
        }
        auction.reach(maximumMinor);
    }

    // Of the two, whoever reaches further leads, at no more than it takes or than it bid outright; of equal ones, who
    // led before.
    private void contest(
            Turn turn,
            Listing listing,
            AscendingAuction auction,
            Intent challenger,
            long outrightMinor,
            long reachMinor) {
        Intent leader = listing.requireIntent(auction.highPartyId());
        long heldMinor = auction.reachMinor();
        boolean overtakes = reachMinor > heldMinor;
        long usedUpMinor = Math.min(heldMinor, reachMinor);
        if (usedUpMinor > auction.highMinor()) {
            lead(turn, listing, auction, overtakes ? leader : challenger, usedUpMinor);
        }
        long furthestMinor = Math.max(heldMinor, reachMinor);
        long answerMinor = answer(auction, usedUpMinor, furthestMinor);
        boolean outright = overtakes && outrightMinor > 0;
        lead(turn, listing, auction, overtakes ? challenger : leader, outright ? outrightMinor : answerMinor);
        auction.reach(furthestMinor);
    }

    private static long answer(AscendingAuction auction, long amountMinor, long maximumMinor) {
        long answerMinor =
                Math.min(maximumMinor, amountMinor + auction.increments().stepAbove(amountMinor));
        return upToReserve(auction, answerMinor, maximumMinor);
    }

    // A maximum that reaches the secret reserve bids it at once, since less would not sell.
    private static long upToReserve(AscendingAuction auction, long amountMinor, long maximumMinor) {
        long reserveMinor = auction.increments().atLeast(auction.reserveMinor());
        return maximumMinor >= reserveMinor ? Math.max(amountMinor, reserveMinor) : amountMinor;
    }

    // Once a turn: the bidder has bid, and in the limited period the deadline moves.
    private void countIn(Turn turn, AscendingAuction auction, Intent intent) {
        if (auction.phase() == AuctionPhase.LIMITED) {
            auction.countExtension();
            hall.clock().extend(auction, turn.timeNanos() + auction.limitedPeriodNanos());
        } else {
            intent.bidInFreePeriod();
        }
    }

    private void lead(Turn turn, Listing listing, AscendingAuction auction, Intent intent, long amountMinor) {
        boolean met = auction.isReserveMet();
        auction.lead(intent.partyId(), amountMinor);
        EventWriter events = turn.events();
        events.commit(BidPlacedFlyweight.encode(
                events.buffer(),
                events.claim(),
                auction.listingId(),
                intent.partyId(),
                intent.bidderNumber(),
                amountMinor,
                listing.currency(),
                deadlineNanos(listing, auction),
                auction.extensions()));
        if (!met && auction.isReserveMet() && auction.isReserveMetTold()) {
            turn.emit(new ReserveMet(listing.id()));
        }
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

    private static @Nullable RejectReason refusalOfBid(
            Listing listing, AscendingAuction auction, Intent intent, long amountMinor, Currency currency) {
        RejectReason reason = refusalOfForm(listing, auction, intent, amountMinor, currency);
        if (reason != null) {
            return reason;
        }
        if (auction.highPartyId() != 0 && amountMinor <= auction.highMinor()) {
            return RejectReason.NOT_ABOVE_HIGH;
        }
        if (!auction.increments().allow(amountMinor, auction.highMinor())) {
            return RejectReason.BAD_INCREMENT;
        }
        if (auction.highPartyId() == intent.partyId() && !auction.isRaiseAllowed()) {
            return RejectReason.SELF_OUTBID;
        }
        return auction.isAboveCap(amountMinor) ? RejectReason.ABOVE_SANITY_CAP : null;
    }

    private static @Nullable RejectReason refusalOfMaximum(
            Listing listing, AscendingAuction auction, Intent intent, long maximumMinor, Currency currency) {
        if (auction.highPartyId() != intent.partyId()) {
            return refusalOfBid(listing, auction, intent, maximumMinor, currency);
        }
        RejectReason reason = refusalOfForm(listing, auction, intent, maximumMinor, currency);
        if (reason != null) {
            return reason;
        }
        if (maximumMinor < auction.highMinor()) {
            return RejectReason.NOT_ABOVE_OWN;
        }
        if (!auction.increments().allow(maximumMinor, 0)) {
            return RejectReason.BAD_INCREMENT;
        }
        return auction.isAboveCap(maximumMinor) ? RejectReason.ABOVE_SANITY_CAP : null;
    }

    private static @Nullable RejectReason refusalOfForm(
            Listing listing, AscendingAuction auction, Intent intent, long amountMinor, Currency currency) {
        boolean tooLateToJoin =
                auction.phase() == AuctionPhase.LIMITED && auction.isFreeBidRequired() && !intent.hasBidInFreePeriod();
        if (tooLateToJoin) {
            return RejectReason.NO_FREE_PERIOD_BID;
        }
        if (currency != listing.currency()) {
            return RejectReason.CURRENCY;
        }
        return amountMinor < auction.startMinor() ? RejectReason.BELOW_START : null;
    }

    private static boolean isAscending(Listing listing) {
        AuctionMode mode = listing.terms().auctionMode();
        return mode == AuctionMode.MULTI_ROUND_ASCENDING || mode == AuctionMode.DYNAMIC_QUOTATION;
    }
}
