package org.tpx.engine.sale;

import org.tpx.engine.listing.Listing;

/** The part that one lot has in a package sale: its phase and clock; bids belong to the catalogue. */
final class PackageAuction extends Auction {

    PackageAuction() {}

    PackageAuction(Listing listing) {
        super(listing);
    }
}
