package org.tpx.engine.custody;

import org.tpx.engine.kernel.Snapshot;

/** Shares that a holder pledged. */
final class SharePledge implements Snapshot.Part {
    private String reference = "";
    private long partyId;
    private long pledgeeId;
    private long shares;
    private boolean consented;

    SharePledge() {}

    SharePledge(String reference, long partyId, long pledgeeId, long shares) {
        this.reference = reference;
        this.partyId = partyId;
        this.pledgeeId = pledgeeId;
        this.shares = shares;
    }

    String reference() {
        return reference;
    }

    long partyId() {
        return partyId;
    }

    /** What is still pledged; 0 once it has ended, since its number is never given again. */
    long shares() {
        return shares;
    }

    void release(long less) {
        shares -= less;
    }

    /** Whether the pledgee lets the shares pass to others. */
    boolean isConsented() {
        return consented;
    }

    void consent() {
        consented = true;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        reference = snapshot.text(reference);
        partyId = snapshot.number(partyId);
        pledgeeId = snapshot.number(pledgeeId);
        shares = snapshot.number(shares);
        consented = snapshot.flag(consented);
    }
}
