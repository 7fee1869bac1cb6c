package org.tpx.engine.offer;

import org.tpx.engine.kernel.Snapshot;

/** A party that applied to a plate. */
final class Applicant implements Snapshot.Part {

    /** Where an applicant stands. */
    enum State {
        REGISTERED,
        ADMITTED,
        REFUSED
    }

    private long partyId;
    private State state = State.REGISTERED;
    private int takeUps;

    Applicant() {}

    Applicant(long partyId) {
        this.partyId = partyId;
    }

    long partyId() {
        return partyId;
    }

    State state() {
        return state;
    }

    void become(State next) {
        state = next;
    }

    /** How many offers of the plate it holds. */
    int takeUps() {
        return takeUps;
    }

    void takeUps(int takeUps) {
        this.takeUps = takeUps;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        partyId = snapshot.number(partyId);
        state = snapshot.constant(state);
        takeUps = snapshot.number(takeUps);
    }
}
