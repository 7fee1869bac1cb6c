package org.tpx.engine.custody;

import org.tpx.engine.kernel.Snapshot;

/** Shares of a party that a listing sells, or that pay for it. */
final class ShareBlock implements Snapshot.Part {
    private long partyId;
    private long listingId;
    private long shares;

    ShareBlock() {}

    ShareBlock(long partyId, long listingId, long shares) {
        this.partyId = partyId;
        this.listingId = listingId;
        this.shares = shares;
    }

    long partyId() {
        return partyId;
    }

    long listingId() {
        return listingId;
    }

    long shares() {
        return shares;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        partyId = snapshot.number(partyId);
        listingId = snapshot.number(listingId);
        shares = snapshot.number(shares);
    }
}
