package org.tpx.engine.listing;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;

/** What a listing asks of the floor above it, where prices are formed. */
public interface SaleFloor {

    /** Whether a notice may name this way of forming a price. */
    boolean isOffered(AuctionMode mode);

    /** Why the notice says too little for its way of forming a price, or what cannot be at this listing price, or null. */
    @Nullable
    RejectReason refusalOfNotice(Listing listing, Money price);

    /** The least price at which its way of forming a price may sell it at this listing price. */
    Money leastPrice(Listing listing, Money price);

    /** How many admitted transferees its way of forming a price takes. */
    int leastBidders(Listing listing);

    /** Whether the party holds a right of first refusal and answers the price that the others find, instead of bidding. */
    boolean answersOnly(Listing listing, long partyId);

    /** The notice is published and the disclosure runs; causes AuctionScheduled where bidding begins during the disclosure. */
    void onNotice(Turn turn, Listing listing);

    /** The disclosure is over, with intents or without. */
    void onDisclosureEnd(Turn turn, Listing listing);

    /** Lets the listing's sale stand still; causes AuctionHalted where an auction is scheduled or runs. */
    void suspend(Turn turn, Listing listing);

    /** Lets it go on; causes AuctionResumed where an auction stood still. */
    void resume(Turn turn, Listing listing);

    /** The listing was withdrawn or terminated; whatever waited for its sale waits no longer. */
    void onEnd(Turn turn, Listing listing);
}
