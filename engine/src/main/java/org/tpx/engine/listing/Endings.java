package org.tpx.engine.listing;

import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.ListingEvent;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.TimerKind;
import org.tpx.protocol.UnsoldReason;

/** How an attempt or a whole listing ends without a sale; deposits of the innocent go back. */
public final class Endings {

    private final Rules rules;
    private final Refunds refunds;
    private final Forfeits forfeits;
    private final ShareFloor shares;

    /** Endings over these rules; shares that were blocked for a sale are free again. */
    public Endings(Rules rules, Refunds refunds, Forfeits forfeits, ShareFloor shares) {
        this.rules = rules;
        this.refunds = refunds;
        this.forfeits = forfeits;
        this.shares = shares;
    }

    /** The attempt ended without a sale: causes Unsold, ListingClosed where the listing's life is over, and Lost per intent. */
    public void unsold(Turn turn, Listing listing, UnsoldReason reason) {
        listing.clearAward();
        listing.clearRunnerUp();
        listing.become(ListingState.UNSOLD);
        turn.emit(new ListingEvent.Unsold(listing.id(), reason));
        shares.onUnsold(turn, listing);
        if (listing.isLifeOver()) {
            close(turn, listing);
        } else {
            refunds.releaseAll(listing);
        }
    }

    /** An unsold listing closes for good: causes ListingClosed. */
    void close(Turn turn, Listing listing) {
        turn.emit(new ListingEvent.ListingClosed(listing.id()));
        end(turn, listing, ListingState.CLOSED_UNSOLD);
    }

    /** The listing ends in this state: its timers stop, what defaulters forfeited is shared out, deposits go back. */
    void end(Turn turn, Listing listing, ListingState last) {
        listing.become(last);
        shares.onUnsold(turn, listing);
        for (TimerKind kind : TimerKind.values()) {
            rules.cancel(listing, kind);
        }
        forfeits.settleWithoutSale(turn, listing);
        refunds.releaseAll(listing);
    }
}
