package org.tpx.engine.demand;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DemandEvent.DemandSubmitted;
import org.tpx.protocol.DemandKind;
import org.tpx.protocol.DemandTerms;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;

/** One demand, its answers in the order of their receipt, and what is paid in for it. Its states are drawn at {@link DemandState}. */
final class Demand implements Snapshot.Part, Codes.Coded {

    private static final DemandSubmitted BLANK = new DemandSubmitted(
            0,
            "",
            0,
            0,
            0,
            0,
            0,
            0,
            new DemandTerms(DemandKind.SOLUTION, Money.NONE, 0, Hash256.ZERO, 0, 0, 0, 0, 0, "", "", "", "", ""));

    private DemandSubmitted submitted;
    private DemandState state = DemandState.SUBMITTED;
    private int profileVersion;
    private int feeScheduleVersion;
    private long timerId;
    private long heldMinor;
    private long firstOfficerId;
    private long secondOfficerId;
    private final List<Solution> solutions = new ArrayList<>();

    Demand() {
        this(BLANK);
    }

    Demand(DemandSubmitted submitted) {
        this.submitted = submitted;
    }

    @Override
    public long id() {
        return submitted.demandId();
    }

    @Override
    public String code() {
        return submitted.code();
    }

    DemandSubmitted submitted() {
        return submitted;
    }

    DemandTerms terms() {
        return submitted.terms();
    }

    Currency currency() {
        return terms().amount().currency();
    }

    boolean isFinance() {
        return terms().kind() == DemandKind.FINANCE;
    }

    /** Whether the award need not be paid in before somebody has won it. */
    boolean isGuaranteed() {
        return terms().guarantorId() != 0;
    }

    DemandState state() {
        return state;
    }

    void become(DemandState next) {
        state = next;
    }

    void pin(int profile, int feeSchedule) {
        profileVersion = profile;
        feeScheduleVersion = feeSchedule;
    }

    /** The pinned version of the rule profile, or 0 before the publication. */
    int profileVersion() {
        return profileVersion;
    }

    /** The pinned version of the fee schedule, or 0 before the publication. */
    int feeScheduleVersion() {
        return feeScheduleVersion;
    }

    /** The timer that ends its present state, or 0. */
    long timerId() {
        return timerId;
    }

    void timer(long id) {
        timerId = id;
    }

    /** What is paid in for it and not yet paid out. */
    Money held() {
        return Money.ofMinor(heldMinor, currency());
    }

    void hold(Money amount) {
        heldMinor = Math.addExact(heldMinor, amount.minor());
    }

    void letGo(Money amount) {
        heldMinor = Math.subtractExact(heldMinor, amount.minor());
    }

    boolean hasShareOf(long officerId) {
        return firstOfficerId == officerId || secondOfficerId == officerId;
    }

    /** Whether two officers have released their shares. */
    boolean isUnlocked() {
        return secondOfficerId != 0;
    }

    /** Takes an officer's share, and tells how many there are. */
    int release(long officerId) {
        if (firstOfficerId == 0) {
            firstOfficerId = officerId;
            return 1;
        }
        secondOfficerId = officerId;
        return 2;
    }

    List<Solution> solutions() {
        return solutions;
    }

    @Nullable
    Solution solution(long partyId) {
        for (Solution solution : solutions) {
            if (solution.partyId() == partyId) {
                return solution;
            }
        }
        return null;
    }

    /** The party's answer if it was opened, or null. */
    @Nullable
    Solution opened(long partyId) {
        Solution solution = solution(partyId);
        return solution != null && solution.isOpened() ? solution : null;
    }

    int openedCount() {
        return (int) solutions.stream().filter(Solution::isOpened).count();
    }

    /** All parts of the award that were given. */
    Money awarded() {
        Money sum = Money.zero(currency());
        for (Solution solution : solutions) {
            sum = solution.part().isNone() ? sum : sum.plus(solution.part());
        }
        return sum;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        submitted = snapshot.message(submitted);
        state = snapshot.constant(state);
        profileVersion = snapshot.number(profileVersion);
        feeScheduleVersion = snapshot.number(feeScheduleVersion);
        timerId = snapshot.number(timerId);
        heldMinor = snapshot.number(heldMinor);
        firstOfficerId = snapshot.number(firstOfficerId);
        secondOfficerId = snapshot.number(secondOfficerId);
        snapshot.parts(solutions, Solution::new);
    }
}
