package org.tpx.engine.offer;

import org.tpx.engine.deal.Deals;
import org.tpx.engine.listing.DirectListings;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.sale.Halts;

/** Offers at a marked price, wired together. Single-threaded. */
public final class Offers {

    private final Plates plates;
    private final Publications publications;
    private final OfferBook book;

    /** Offers whose places are these; a take-up becomes a listing and a deal. */
    public Offers(
            Foundation foundation,
            Listings listings,
            DirectListings directListings,
            Halts halts,
            Deals deals,
            Places places) {
        OfferRegister register = places.register();
        plates = new Plates(foundation, register);
        publications = new Publications(foundation, listings, register);
        book = new OfferBook(foundation, directListings, halts, deals, register);
    }

    /** Plates and whom they admit. */
    public Plates plates() {
        return plates;
    }

    /** How offers come to stand, and end. */
    public Publications publications() {
        return publications;
    }

    /** How offers are taken up. */
    public OfferBook book() {
        return book;
    }
}
