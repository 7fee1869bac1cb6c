package org.tpx.engine.offer;

import org.agrona.collections.Long2LongHashMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.protocol.OfferEvent.OfferSubmitted;
import org.tpx.protocol.OfferEvent.PlateOpened;

/** All offers and plates, and which listing stands for a place of which offer. */
final class OfferRegister {

    private final Table<Offer> offers = new Table<>(Offer::new);
    private final Codes offerCodes = new Codes();
    private final Table<Plate> plates = new Table<>(Plate::new);
    private final Codes plateCodes = new Codes();
    private final Long2LongHashMap offersByListing = new Long2LongHashMap(0);

    @Nullable
    Offer offer(long offerId) {
        return offers.find(offerId);
    }

    Offer requireOffer(long offerId) {
        return offers.get(offerId);
    }

    boolean isOfferCodeTaken(String code) {
        return offerCodes.isTaken(code);
    }

    long nextOfferId() {
        return offers.nextId();
    }

    Offer add(OfferSubmitted submitted) {
        Offer offer = offers.add(new Offer(submitted));
        offerCodes.enter(offer);
        return offer;
    }

    /** Whether another open licence of the right stands, or may yet. */
    boolean isOpenlyLicensed(long rightId, @Nullable Offer besides) {
        for (Offer offer : offers) {
            boolean other = offer != besides && offer.submitted().rightId() == rightId;
            if (other && offer.isOpenLicence() && offer.isLive()) {
                return true;
            }
        }
        return false;
    }

    /** The plate of this identity, or null; 0 is none. */
    @Nullable
    Plate plate(long plateId) {
        return plates.find(plateId);
    }

    boolean isPlateCodeTaken(String code) {
        return plateCodes.isTaken(code);
    }

    long nextPlateId() {
        return plates.nextId();
    }

    void add(PlateOpened opened) {
        plateCodes.enter(plates.add(new Plate(opened)));
    }

    /** The taker holds a place of the offer from now on. */
    void give(Offer offer, Taker taker) {
        offer.give(taker);
        offersByListing.put(taker.listingId(), offer.id());
        Plate plate = plate(offer.submitted().plateId());
        if (plate != null) {
            plate.give(taker.partyId());
        }
    }

    /** The party's place is free again; gives back the offer that the listing stood for. */
    Offer takeBack(long listingId, long partyId) {
        Offer offer = offers.get(offersByListing.remove(listingId));
        offer.takeBack(partyId);
        Plate plate = plate(offer.submitted().plateId());
        if (plate != null) {
            plate.takeBack(partyId);
        }
        return offer;
    }

    void exchange(Snapshot snapshot) {
        offers.exchange(snapshot);
        plates.exchange(snapshot);
        if (snapshot.isReading()) {
            offerCodes.restore(offers);
            plateCodes.restore(plates);
            offersByListing.clear();
            for (Offer offer : offers) {
                offer.takers().forEach(taker -> offersByListing.put(taker.listingId(), offer.id()));
            }
        }
    }
}
