package org.tpx.engine.offer;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.DirectListings;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.OfferFloor;
import org.tpx.protocol.OfferEvent.TakeUpLapsed;

/** The places of all offers and plates: who holds one, and that it is free again where the price does not come. */
public final class Places implements OfferFloor {

    private final OfferRegister register = new OfferRegister();
    private final DirectListings listings;

    /** No offers yet; their take-ups will stand among these listings. */
    public Places(DirectListings listings) {
        this.listings = listings;
    }

    /** Causes TakeUpLapsed and ListingClosed. */
    @Override
    public void lapse(Turn turn, Listing listing) {
        long partyId = listing.transfereeId();
        Offer offer = register.takeBack(listing.id(), partyId);
        turn.emit(new TakeUpLapsed(offer.id(), listing.id(), partyId, offer.taken()));
        listings.close(turn, listing);
    }

    OfferRegister register() {
        return register;
    }

    /** Writes or reads all offers and plates. */
    public void exchange(Snapshot snapshot) {
        register.exchange(snapshot);
    }
}
