package org.tpx.engine.sale;

import org.tpx.engine.listing.Intent;
import org.tpx.engine.listing.Listing;

/**
 * An admitted bidder whom the {@link BidDoor} let in.
 *
 * @param <A> the auctions of the mode
 * @param listing the listing
 * @param auction its auction, which runs
 * @param intent the bidder
 */
record Bidder<A extends Auction>(Listing listing, A auction, Intent intent) {}
