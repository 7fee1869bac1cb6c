package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Intent;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.IntentState;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.RejectReason;

/** What every bid must pass before its mode looks at it (9.3): who sends it, no halt, the hours, and the admission. */
final class BidDoor {

    private final Listings listings;
    private final Halts halts;
    private final AuctionIndex index;

    BidDoor(Listings listings, Halts halts, AuctionIndex index) {
        this.listings = listings;
        this.halts = halts;
        this.index = index;
    }

    /**
     * Lets a bidder of this mode in while its auction is in this phase, or refuses the command and returns null. The phases of a
     * mode follow each other in the order of {@link AuctionPhase}.
     */
    <A extends Auction> @Nullable Bidder<A> admit(
            Turn turn, Sale<A> sale, AuctionPhase phase, long listingId, long partyId) {
        Listing listing = listings.forBuyer(turn, listingId, partyId, false);
        if (listing == null) {
            return null;
        }
        Auction auction = index.current(listing);
        Intent intent = listing.intent(partyId);
        RejectReason reason = listing.terms().auctionMode() == sale.mode() ? null : RejectReason.NOT_ALLOWED;
        if (reason == null) {
            reason = refusalOfHour(turn, listing, auction);
        }
        boolean inquiry = auction != null && auction.phase() == AuctionPhase.ROFR_INQUIRY;
        if (reason == null && auction != null && auction.phase() != phase && !inquiry) {
            reason = auction.phase().compareTo(phase) < 0 ? RejectReason.AUCTION_NOT_OPEN : RejectReason.LATE;
        }
        if (reason == null) {
            reason = refusalOfBidder(auction, intent);
        }
        if (reason != null || auction == null || intent == null) {
            turn.refuse(reason == null ? RejectReason.NOT_ADMITTED : reason, listingId);
            return null;
        }
        return new Bidder<>(listing, sale.auctions().get(auction.number()), intent);
    }

    /** Why a bid cannot be taken whatever its amount, or null. Allocates nothing. */
    @Nullable
    RejectReason refusal(Turn turn, Listing listing, @Nullable Auction auction, @Nullable Intent intent) {
        RejectReason reason = refusalOfHour(turn, listing, auction);
        if (reason != null) {
            return reason;
        }
        return refusalOfBidder(auction, intent);
    }

    /** Why nothing that belongs into the auction can be taken now, whoever sends it, or null. */
    @Nullable
    RejectReason refusalOfHour(Turn turn, Listing listing, @Nullable Auction auction) {
        if (halts.isHalted(listing)) {
            return RejectReason.HALTED;
        }
        if (auction == null || auction.isScheduled()) {
            return isAfterAuction(listing.state()) ? RejectReason.LATE : RejectReason.AUCTION_NOT_OPEN;
        }
        boolean open = auction.isRunning() && !isAfterAuction(listing.state()) && !auction.isPast(turn.timeNanos());
        return open ? null : RejectReason.LATE;
    }

    /** Why nothing that belongs into this phase can be taken now, whoever sends it, or null. */
    @Nullable
    RejectReason refusalOfPhase(Turn turn, Listing listing, @Nullable Auction auction, AuctionPhase phase) {
        RejectReason reason = refusalOfHour(turn, listing, auction);
        if (reason == null && auction != null && auction.phase() != phase) {
            boolean before = auction.phase() != AuctionPhase.ROFR_INQUIRY
                    && auction.phase().compareTo(phase) < 0;
            return before ? RejectReason.AUCTION_NOT_OPEN : RejectReason.LATE;
        }
        return reason;
    }

    /** Why nothing can be taken now that may come before the auction, or in it up to this phase, or null. */
    @Nullable
    RejectReason refusalAfter(Turn turn, Listing listing, @Nullable Auction auction, AuctionPhase last) {
        RejectReason reason = refusalOfHour(turn, listing, auction);
        if (reason != null || auction == null) {
            return reason == RejectReason.AUCTION_NOT_OPEN ? null : reason;
        }
        boolean past =
                auction.phase() == AuctionPhase.ROFR_INQUIRY || auction.phase().compareTo(last) > 0;
        return past ? RejectReason.LATE : null;
    }

    private static @Nullable RejectReason refusalOfBidder(@Nullable Auction auction, @Nullable Intent intent) {
        if (intent == null || intent.state() != IntentState.ADMITTED) {
            return RejectReason.NOT_ADMITTED;
        }
        if (intent.answersOnly()) {
            return RejectReason.ROFR_HOLDER;
        }
        boolean inquiry = auction != null && auction.phase() == AuctionPhase.ROFR_INQUIRY;
        return inquiry ? RejectReason.ROFR_ONLY_WINDOW : null;
    }

    private static boolean isAfterAuction(ListingState state) {
        return switch (state) {
            case DRAFT,
                    UNDER_REVIEW,
                    RETURNED,
                    ACCEPTED,
                    PRE_DISCLOSED,
                    DISCLOSED,
                    QUALIFYING,
                    SINGLE_QUOTE,
                    IN_AUCTION -> false;
            default -> true;
        };
    }
}
