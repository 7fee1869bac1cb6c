package org.tpx.engine.custody;

import org.tpx.engine.kernel.Snapshot;

/** What one holder gets of a dividend, as its holding stood at the record date. */
final class DividendPart implements Snapshot.Part {
    private long partyId;
    private long shares;
    private long heldShares;
    private long amountMinor;
    private long heldMinor;

    DividendPart() {}

    DividendPart(long partyId, long shares, long heldShares, long amountMinor, long heldMinor) {
        this.partyId = partyId;
        this.shares = shares;
        this.heldShares = heldShares;
        this.amountMinor = amountMinor;
        this.heldMinor = heldMinor;
    }

    long partyId() {
        return partyId;
    }

    long shares() {
        return shares;
    }

    /** Those of them on which the dividend is held back. */
    long heldShares() {
        return heldShares;
    }

    /** The whole part, in minor units. */
    long amountMinor() {
        return amountMinor;
    }

    /** What of it is held back, in minor units. */
    long heldMinor() {
        return heldMinor;
    }

    /** What was held back is owed to somebody. */
    void release() {
        heldMinor = 0;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        partyId = snapshot.number(partyId);
        shares = snapshot.number(shares);
        heldShares = snapshot.number(heldShares);
        amountMinor = snapshot.number(amountMinor);
        heldMinor = snapshot.number(heldMinor);
    }
}
