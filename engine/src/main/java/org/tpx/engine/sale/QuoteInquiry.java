package org.tpx.engine.sale;

import org.tpx.engine.listing.Listing;

/**
 * Stands for an auction where a single transferee has quoted and holders of a right of first refusal are asked: so the inquiry has
 * the clock of an auction, and halts like one.
 */
final class QuoteInquiry extends Auction {

    QuoteInquiry() {}

    QuoteInquiry(Listing listing) {
        super(listing);
    }
}
