package org.tpx.engine.sale;

import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.SealedCommand.ReleaseShare;

/** Where officers release what opens sealed amounts, whether of sealed quotes or of tenders. */
public final class Shares {

    private final Hall hall;
    private final SealedOpening quotes;
    private final TenderOpening tenders;

    /** Shares for the openings in this hall. */
    public Shares(Hall hall, SealedOpening quotes, TenderOpening tenders) {
        this.hall = hall;
        this.quotes = quotes;
        this.tenders = tenders;
    }

    /** Causes ShareReleased; two different officers must. */
    public void release(Turn turn, ReleaseShare command) {
        Listing listing = hall.listings().find(command.listingId());
        if (listing != null && hall.current(listing) instanceof TenderAuction) {
            tenders.releaseShare(turn, command);
        } else {
            quotes.releaseShare(turn, command);
        }
    }
}
