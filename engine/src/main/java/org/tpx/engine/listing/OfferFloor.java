package org.tpx.engine.listing;

import org.tpx.engine.kernel.Turn;

/** What a deal asks of the floor beside it, where offers are taken up. */
public interface OfferFloor {

    /** The price of a take-up did not come: its place is free again, and its listing is over. */
    void lapse(Turn turn, Listing listing);
}
