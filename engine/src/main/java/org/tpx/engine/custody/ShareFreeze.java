package org.tpx.engine.custody;

import org.tpx.engine.kernel.Snapshot;

/** Shares that a court or a supervisor froze. */
final class ShareFreeze implements Snapshot.Part {
    private String reference = "";
    private long partyId;
    private long shares;

    ShareFreeze() {}

    ShareFreeze(String reference, long partyId, long shares) {
        this.reference = reference;
        this.partyId = partyId;
        this.shares = shares;
    }

    String reference() {
        return reference;
    }

    long partyId() {
        return partyId;
    }

    /** What is still frozen; 0 once it was lifted, since its number is never given again. */
    long shares() {
        return shares;
    }

    void lift() {
        shares = 0;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        reference = snapshot.text(reference);
        partyId = snapshot.number(partyId);
        shares = snapshot.number(shares);
    }
}
