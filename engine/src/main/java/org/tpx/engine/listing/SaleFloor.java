package org.tpx.engine.listing;

import org.tpx.engine.kernel.Turn;

/** What a suspended listing asks of the floor above it, where prices are formed. */
public interface SaleFloor {

    /** Lets the listing's sale stand still; causes AuctionHalted where an auction is scheduled or runs. */
    void suspend(Turn turn, Listing listing);

    /** Lets it go on; causes AuctionResumed where an auction stood still. */
    void resume(Turn turn, Listing listing);
}
