package org.tpx.engine.offer;

import org.tpx.engine.kernel.Snapshot;

/** A party that holds a place of an offer, and the listing that stands for its take-up. */
final class Taker implements Snapshot.Part {

    private long partyId;
    private long listingId;

    Taker() {}

    Taker(long partyId, long listingId) {
        this.partyId = partyId;
        this.listingId = listingId;
    }

    long partyId() {
        return partyId;
    }

    long listingId() {
        return listingId;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        partyId = snapshot.number(partyId);
        listingId = snapshot.number(listingId);
    }
}
