package org.tpx.engine.offering;

import org.tpx.engine.kernel.Snapshot;

/** A holder's right of pre-emption in an offering (section 1.6), and how much of it was exercised. */
final class Preemption implements Snapshot.Part {
    private long partyId;
    private long heldUnits;
    private long units;
    private long exercisedUnits;

    Preemption() {}

    Preemption(long partyId, long heldUnits) {
        this.partyId = partyId;
        this.heldUnits = heldUnits;
    }

    long partyId() {
        return partyId;
    }

    /** What the holder had when applications opened. */
    long heldUnits() {
        return heldUnits;
    }

    /** What it may take up in all. */
    long units() {
        return units;
    }

    void entitle(long entitled) {
        units = entitled;
    }

    /** What it may still take up. */
    long openUnits() {
        return units - exercisedUnits;
    }

    void exercise(long exercised) {
        exercisedUnits += exercised;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        partyId = snapshot.number(partyId);
        heldUnits = snapshot.number(heldUnits);
        units = snapshot.number(units);
        exercisedUnits = snapshot.number(exercisedUnits);
    }
}
