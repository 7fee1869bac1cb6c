package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Intent;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.IntentState;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.RejectReason;

/** What every bid must pass before its mode looks at it (9.3): no halt, the hours, and the admission. Allocates nothing. */
final class BidDoor {

    private final Halts halts;

    BidDoor(Halts halts) {
        this.halts = halts;
    }

    /** Why a bid cannot be taken whatever its amount, or null. */
    @Nullable
    RejectReason refusal(Turn turn, Listing listing, @Nullable Auction auction, @Nullable Intent intent) {
        RejectReason reason = refusalOfHour(turn, listing, auction);
        if (reason != null) {
            return reason;
        }
        return intent == null || intent.state() != IntentState.ADMITTED ? RejectReason.NOT_ADMITTED : null;
    }

    /** Why nothing that belongs into the auction can be taken now, whoever sends it, or null. */
    @Nullable
    RejectReason refusalOfHour(Turn turn, Listing listing, @Nullable Auction auction) {
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
        return !auction.isRunning() || auction.isPast(turn.timeNanos()) ? RejectReason.LATE : null;
    }

    private static boolean isBeforeAuction(ListingState state) {
        return switch (state) {
            case DRAFT, UNDER_REVIEW, RETURNED, ACCEPTED, PRE_DISCLOSED, DISCLOSED, QUALIFYING, SINGLE_QUOTE -> true;
            default -> false;
        };
    }
}
