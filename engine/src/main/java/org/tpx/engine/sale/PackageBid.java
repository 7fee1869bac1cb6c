package org.tpx.engine.sale;

import org.tpx.engine.kernel.Snapshot;

/** One bid of a package sale. */
final class PackageBid implements Snapshot.Part {

    private int number;
    private long partyId;
    private long lots;
    private long amountMinor;

    PackageBid() {}

    PackageBid(int number, long partyId, long lots, long amountMinor) {
        this.number = number;
        this.partyId = partyId;
        this.lots = lots;
        this.amountMinor = amountMinor;
    }

    /** Its number in the sale, counted over all bids; the order of their handing in. */
    int number() {
        return number;
    }

    long partyId() {
        return partyId;
    }

    /** Its lots as {@link CatalogueLot#bit}s. */
    long lots() {
        return lots;
    }

    long amountMinor() {
        return amountMinor;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        number = snapshot.number(number);
        partyId = snapshot.number(partyId);
        lots = snapshot.number(lots);
        amountMinor = snapshot.number(amountMinor);
    }
}
