package org.tpx.engine.demand;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.member.Access;
import org.tpx.protocol.Commitment;
import org.tpx.protocol.DemandCommand.OpenSolution;
import org.tpx.protocol.DemandCommand.ReleaseDemandShare;
import org.tpx.protocol.DemandCommand.SubmitSolution;
import org.tpx.protocol.DemandEvent.DemandShareReleased;
import org.tpx.protocol.DemandEvent.GuaranteeCalled;
import org.tpx.protocol.DemandEvent.OpeningEnded;
import org.tpx.protocol.DemandEvent.SolutionOpened;
import org.tpx.protocol.DemandEvent.SolutionSubmitted;
import org.tpx.protocol.DemandEvent.SubmissionEnded;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/**
 * Takes answers under seal, and opens them when no more are taken: two officers release their shares, a clerk tells what was
 * decrypted outside, and each answer must match its commitment. One that was not opened in time does not count. Only
 * officers open answers: who could keep its own shut after it has seen others would have a choice that the others have not.
 */
public final class Answers {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final int CLERK_OR_SUPERVISOR = Access.mask(Role.CLERK, Role.SUPERVISOR);

    private final Foundation foundation;
    private final DemandRegister register;
    private final AwardMoney money;

    Answers(Foundation foundation, DemandRegister register, AwardMoney money) {
        this.foundation = foundation;
        this.register = register;
        this.money = money;
    }

    /** Causes SolutionSubmitted. */
    public void submit(Turn turn, SubmitSolution command) {
        RejectReason reason = foundation.members().access().agent(turn, command.partyId(), MandateScope.SELL, true);
        Demand demand = register.find(command.demandId());
        if (reason == null) {
            reason = refusal(demand, command.partyId());
        }
        if (reason != null || demand == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.demandId());
            return;
        }
        demand.solutions().add(new Solution(command.partyId(), command.commitment()));
        long memberId = foundation.members().access().memberOf(turn.principalId());
        turn.emit(new SolutionSubmitted(demand.id(), command.partyId(), memberId, command.commitment()));
    }

    /** Causes DemandShareReleased; two different officers must. */
    public void releaseShare(Turn turn, ReleaseDemandShare command) {
        RejectReason reason = foundation.members().access().role(turn, CLERK_OR_SUPERVISOR);
        Demand demand = register.find(command.demandId());
        if (reason == null) {
            reason = refusalOfShare(demand, turn.principalId());
        }
        if (reason != null || demand == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.demandId());
            return;
        }
        int shares = demand.release(turn.principalId());
        turn.emit(new DemandShareReleased(demand.id(), turn.principalId(), shares, command.share()));
    }

    /** Causes SolutionOpened, and with the last one OpeningEnded. */
    public void open(Turn turn, OpenSolution command) {
        RejectReason reason = foundation.members().access().role(turn, CLERK);
        Demand demand = register.find(command.demandId());
        Solution solution = demand == null ? null : demand.solution(command.partyId());
        if (reason == null) {
            reason = refusalOfOpening(demand, solution, command);
        }
        if (reason != null || demand == null || solution == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.demandId());
            return;
        }
        solution.open(command.amount(), command.ratePpm(), command.months());
        turn.emit(new SolutionOpened(
                demand.id(),
                solution.partyId(),
                command.solution(),
                command.amount(),
                command.ratePpm(),
                command.months(),
                command.nonce()));
        if (demand.openedCount() == demand.solutions().size()) {
            endOpening(turn, demand);
        }
    }

    /** T:demand: what follows from the end of its state is drawn at {@link DemandState}. */
    public void onTimer(Turn turn, long demandId) {
        Demand demand = register.get(demandId);
        demand.timer(0);
        switch (demand.state()) {
            case OPEN -> endSubmission(turn, demand);
            case OPENING -> endOpening(turn, demand);
            case JUDGING -> money.payOut(turn, demand, false);
            case AWARDED ->
                turn.emit(new GuaranteeCalled(demand.id(), demand.terms().guarantorId(), money.missing(demand)));
            case SUBMITTED, AGREED, CLOSED, PLEDGED, CANCELLED ->
                throw new IllegalStateException("no timer in this state of a demand: " + demand.state());
        }
    }

    private void endSubmission(Turn turn, Demand demand) {
        int count = demand.solutions().size();
        if (count == 0) {
            turn.emit(new SubmissionEnded(demand.id(), 0, 0));
            money.payOut(turn, demand, false);
            return;
        }
        long endNanos = register.closeAfter(turn, demand, demand.terms().openingDays());
        register.enter(demand, DemandState.OPENING, endNanos);
        turn.emit(new SubmissionEnded(demand.id(), count, endNanos));
    }

    private void endOpening(Turn turn, Demand demand) {
        int opened = demand.openedCount();
        if (opened == 0) {
            turn.emit(new OpeningEnded(demand.id(), 0, 0));
            money.payOut(turn, demand, false);
            return;
        }
        long endNanos = register.closeAfter(turn, demand, demand.terms().judgingDays());
        register.enter(demand, DemandState.JUDGING, endNanos);
        turn.emit(new OpeningEnded(demand.id(), opened, endNanos));
    }

    private static @Nullable RejectReason refusal(@Nullable Demand demand, long partyId) {
        if (demand == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        boolean own = partyId == demand.submitted().posterId()
                || partyId == demand.terms().guarantorId();
        if (own || demand.state() == DemandState.SUBMITTED) {
            return RejectReason.NOT_ALLOWED;
        }
        if (demand.state() != DemandState.OPEN) {
            return RejectReason.LATE;
        }
        return demand.solution(partyId) == null ? null : RejectReason.ALREADY_QUOTED;
    }

    private static @Nullable RejectReason refusalOfShare(@Nullable Demand demand, long officerId) {
        if (demand == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (demand.state() == DemandState.OPENING && demand.hasShareOf(officerId)) {
            return RejectReason.SAME_PERSON;
        }
        if (demand.state().isBefore(DemandState.OPENING) || demand.isUnlocked()) {
            return RejectReason.NOT_ALLOWED;
        }
        return demand.state() == DemandState.OPENING ? null : RejectReason.LATE;
    }

    private @Nullable RejectReason refusalOfOpening(
            @Nullable Demand demand, @Nullable Solution solution, OpenSolution command) {
        if (demand == null || solution == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        boolean early = demand.state().isBefore(DemandState.OPENING) || !demand.isUnlocked();
        if (early || solution.isOpened()) {
            return RejectReason.NOT_ALLOWED;
        }
        if (demand.state() != DemandState.OPENING) {
            return RejectReason.LATE;
        }
        if (!Commitment.isNonce(command.nonce()) || !commitment(demand, command).equals(solution.commitment())) {
            return RejectReason.BAD_COMMITMENT;
        }
        boolean foreign = demand.isFinance() && command.amount().currency() != demand.currency();
        return foreign ? RejectReason.CURRENCY : null;
    }

    // What was told beside the text that is committed to was not committed to, and gives a digest that matches nothing.
    private Hash256 commitment(Demand demand, OpenSolution command) {
        boolean termSheet = command.solution().isAbsent() && command.months() > 0;
        boolean solution = command.amount().isNone() && command.ratePpm() == 0 && command.months() == 0;
        if (demand.isFinance() ? !termSheet : !solution || command.solution().isAbsent()) {
            return Hash256.ZERO;
        }
        String party = foundation.members().parties().code(command.partyId());
        String head = "nonce=" + command.nonce() + (demand.isFinance() ? "|lender=" : "|solver=") + party + "|demand="
                + demand.code();
        return Commitment.of(
                demand.isFinance()
                        ? head + "|fen=" + command.amount().minor() + "|ppm=" + command.ratePpm() + "|months="
                                + command.months()
                        : head + "|solution=" + command.solution());
    }
}
