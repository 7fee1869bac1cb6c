package org.tpx.engine.demand;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.protocol.DemandEvent.DemandSubmitted;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.Money;
import org.tpx.protocol.RuleProfileTerms;
import org.tpx.protocol.TimerKind;

/** All demands, and what the rules that each of them names say: periods, fees, the timer of its present state. */
final class DemandRegister {

    private final Foundation foundation;
    private final Table<Demand> demands = new Table<>(Demand::new);
    private final Codes codes = new Codes();

    DemandRegister(Foundation foundation) {
        this.foundation = foundation;
    }

    @Nullable
    Demand find(long demandId) {
        return demands.find(demandId);
    }

    Demand get(long demandId) {
        return demands.get(demandId);
    }

    boolean isCodeTaken(String code) {
        return codes.isTaken(code);
    }

    long nextId() {
        return demands.nextId();
    }

    void add(DemandSubmitted submitted) {
        codes.enter(demands.add(new Demand(submitted)));
    }

    /** The rules of its profile: the pinned version, before the publication the latest. */
    RuleProfileTerms profile(Demand demand) {
        long profileId = demand.submitted().profileId();
        int version = demand.profileVersion();
        return foundation
                .profiles()
                .terms(profileId, version > 0 ? version : foundation.profiles().latestVersion(profileId));
    }

    /** What one side pays the exchange on an amount of the award; nothing on nothing. */
    Money fee(Demand demand, FeeSide side, Money amount) {
        if (amount.isZero()) {
            return amount;
        }
        long scheduleId = demand.submitted().feeScheduleId();
        int pinned = demand.feeScheduleVersion();
        int version = pinned > 0 ? pinned : foundation.feeSchedules().latestVersion(scheduleId);
        return foundation.feeSchedules().fee(scheduleId, version, side, FeeMode.NEGOTIATED, amount);
    }

    /** The close of business so many working days from now, by the demand's calendar. */
    long closeAfter(Turn turn, Demand demand, int days) {
        return foundation
                .calendars()
                .get(demand.submitted().calendarId())
                .closeOfWorkingDay(turn.timeNanos(), days, profile(demand).periodCounting());
    }

    /** It is in this state until then. */
    void enter(Demand demand, DemandState state, long deadlineNanos) {
        enter(demand, state);
        demand.timer(foundation.timers().set(TimerKind.DEMAND, 0, demand.id(), deadlineNanos));
    }

    /** It is in this state from now on. */
    void enter(Demand demand, DemandState state) {
        foundation.timers().cancel(demand.timerId());
        demand.timer(0);
        demand.become(state);
    }

    void exchange(Snapshot snapshot) {
        demands.exchange(snapshot);
        if (snapshot.isReading()) {
            codes.restore(demands);
        }
    }
}
