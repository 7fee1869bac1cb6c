package org.tpx.engine.rofr;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.PreemptiveHolder;

/** One holder of a right of first refusal in a listing's present attempt. Its states are drawn in the package comment. */
final class Holder implements Snapshot.Part {

    /** Where a holder stands. */
    enum State {
        OPEN,
        EXERCISED,
        DECLINED,
        WAIVED
    }

    private long partyId;
    private int rank;
    private long shareBase;
    private State state = State.OPEN;
    private boolean served;
    private long answerTimerId;
    private int agreedParts;

    Holder() {}

    Holder(PreemptiveHolder holder) {
        partyId = holder.partyId();
        rank = holder.rank();
        shareBase = holder.shareBase();
    }

    long partyId() {
        return partyId;
    }

    int rank() {
        return rank;
    }

    long shareBase() {
        return shareBase;
    }

    State state() {
        return state;
    }

    boolean is(State candidate) {
        return state == candidate;
    }

    void become(State next) {
        state = next;
    }

    /** Whether it got the written notice. */
    boolean isServed() {
        return served;
    }

    /** The timer of its written answer, or 0. */
    long answerTimerId() {
        return answerTimerId;
    }

    void serve(long timerId) {
        served = true;
        answerTimerId = timerId;
    }

    /** Its parts by the agreement that was filed, or 0. */
    int agreedParts() {
        return agreedParts;
    }

    void agree(int parts) {
        agreedParts = parts;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        partyId = snapshot.number(partyId);
        rank = snapshot.number(rank);
        shareBase = snapshot.number(shareBase);
        state = snapshot.constant(state);
        served = snapshot.flag(served);
        answerTimerId = snapshot.number(answerTimerId);
        agreedParts = snapshot.number(agreedParts);
    }
}
