package org.tpx.engine.deal;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Money;
import org.tpx.protocol.RegisterEvent.TechContractFiled;
import org.tpx.protocol.TechContractContent;

/**
 * A contract that was filed for registration as a technology contract.
 *
 * <pre>
 *   FILED --> REGISTERED
 *         `-> REFUSED
 * </pre>
 */
final class TechContract implements Snapshot.Part {

    /** Where it stands. */
    enum State {
        FILED,
        REGISTERED,
        REFUSED
    }

    private static final TechContractFiled BLANK =
            new TechContractFiled(0, 0, 0, TechContractContent.DEVELOPMENT, Money.NONE, Money.NONE, 0, "", "", "");

    private TechContractFiled filed;
    private State state = State.FILED;
    private long timerId;

    TechContract() {
        this(BLANK);
    }

    TechContract(TechContractFiled filed) {
        this.filed = filed;
    }

    TechContractFiled filed() {
        return filed;
    }

    State state() {
        return state;
    }

    void become(State next) {
        state = next;
    }

    long timerId() {
        return timerId;
    }

    void timer(long id) {
        timerId = id;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        filed = snapshot.message(filed);
        state = snapshot.constant(state);
        timerId = snapshot.number(timerId);
    }
}
