package org.tpx.engine.demand;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.member.Access;
import org.tpx.protocol.AwardShare;
import org.tpx.protocol.DemandCommand.AcceptTermSheet;
import org.tpx.protocol.DemandCommand.AwardDemand;
import org.tpx.protocol.DemandCommand.RegisterPledge;
import org.tpx.protocol.DemandEvent.AwardDue;
import org.tpx.protocol.DemandEvent.PledgeRegistered;
import org.tpx.protocol.DemandEvent.TermSheetAccepted;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/** What the poster chooses among the answers that were opened, and what follows from it. */
public final class Choices {

    private static final int CLERK = Access.mask(Role.CLERK);

    private final Foundation foundation;
    private final DemandRegister register;
    private final AwardMoney money;

    Choices(Foundation foundation, DemandRegister register, AwardMoney money) {
        this.foundation = foundation;
        this.register = register;
        this.money = money;
    }

    /**
     * Causes SolutionAwarded per part, and either what paying out causes ({@link AwardMoney#payOut}), or AwardDue where the award was
     * guaranteed and has to be paid in now. Nobody is chosen by an empty list.
     */
    public void award(Turn turn, AwardDemand command) {
        Demand demand = register.find(command.demandId());
        RejectReason reason = mayChoose(turn, demand);
        if (reason == null) {
            reason = refusal(demand, command.awards());
        }
        if (reason != null || demand == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.demandId());
            return;
        }
        for (AwardShare share : command.awards()) {
            Solution solution = demand.opened(share.partyId());
            if (solution != null) {
                solution.award(share.amount());
            }
        }
        if (demand.isGuaranteed() && !command.awards().isEmpty()) {
            callIn(turn, demand);
        } else {
            money.payOut(turn, demand, true);
        }
    }

    /** Causes TermSheetAccepted. */
    public void accept(Turn turn, AcceptTermSheet command) {
        Demand demand = register.find(command.demandId());
        Solution solution = demand == null ? null : demand.opened(command.partyId());
        RejectReason reason = mayChoose(turn, demand);
        if (reason == null) {
            reason = refusalOfLoan(demand, solution);
        }
        if (reason != null || demand == null || solution == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.demandId());
            return;
        }
        solution.award(solution.amount());
        register.enter(demand, DemandState.AGREED);
        turn.emit(new TermSheetAccepted(
                demand.id(),
                solution.partyId(),
                demand.submitted().rightId(),
                solution.amount(),
                solution.ratePpm(),
                solution.months()));
    }

    /** Causes EncumbranceRecorded and PledgeRegistered; the right is not transferred without its pledgee from now on. */
    public void registerPledge(Turn turn, RegisterPledge command) {
        RejectReason reason = foundation.members().access().role(turn, CLERK);
        Demand demand = register.find(command.demandId());
        if (reason == null) {
            reason = refusalOfPledge(demand, command.reference());
        }
        Solution loan = demand == null ? null : accepted(demand);
        if (reason != null || demand == null || loan == null) {
            turn.refuse(reason == null ? RejectReason.NOT_ALLOWED : reason, command.demandId());
            return;
        }
        long rightId = demand.submitted().rightId();
        foundation.rights().pledge(turn, rightId, loan.partyId(), loan.amount(), command.reference());
        register.enter(demand, DemandState.PLEDGED);
        turn.emit(new PledgeRegistered(demand.id(), rightId, loan.partyId(), loan.amount(), command.reference()));
    }

    private void callIn(Turn turn, Demand demand) {
        demand.solutions().stream()
                .filter(solution -> !solution.part().isNone())
                .forEach(solution -> money.tellAward(turn, demand, solution));
        long dueNanos =
                register.closeAfter(turn, demand, register.profile(demand).paymentDays());
        register.enter(demand, DemandState.AWARDED, dueNanos);
        Money awarded = demand.awarded();
        turn.emit(
                new AwardDue(demand.id(), awarded, money.posterFee(demand, awarded), money.missing(demand), dueNanos));
    }

    private @Nullable RejectReason mayChoose(Turn turn, @Nullable Demand demand) {
        long posterId = demand == null ? 0 : demand.submitted().posterId();
        return foundation.members().access().agent(turn, posterId, MandateScope.BUY, false);
    }

    private static @Nullable RejectReason refusal(@Nullable Demand demand, List<AwardShare> awards) {
        if (demand == null || awards.stream().anyMatch(share -> demand.opened(share.partyId()) == null)) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        long solvers = awards.stream().mapToLong(AwardShare::partyId).distinct().count();
        int most = demand.terms().maxAwards();
        boolean fits = solvers == awards.size() && (most == 0 || solvers <= most);
        if (demand.isFinance() || !fits || demand.state().isBefore(DemandState.JUDGING)) {
            return RejectReason.NOT_ALLOWED;
        }
        if (demand.state() != DemandState.JUDGING) {
            return RejectReason.LATE;
        }
        if (awards.stream().anyMatch(share -> share.amount().currency() != demand.currency())) {
            return RejectReason.CURRENCY;
        }
        long sumMinor =
                awards.stream().mapToLong(share -> share.amount().minor()).sum();
        return sumMinor <= demand.terms().amount().minor() ? null : RejectReason.CREDIT;
    }

    private @Nullable RejectReason refusalOfLoan(@Nullable Demand demand, @Nullable Solution solution) {
        if (demand == null || solution == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        RejectReason right = demand.isFinance() ? mayPledge(demand) : null;
        if (right != null) {
            return right;
        }
        if (!demand.isFinance() || demand.state().isBefore(DemandState.JUDGING)) {
            return RejectReason.NOT_ALLOWED;
        }
        return demand.state() == DemandState.JUDGING ? null : RejectReason.LATE;
    }

    private @Nullable RejectReason refusalOfPledge(@Nullable Demand demand, String reference) {
        if (demand == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (!demand.isFinance()) {
            return RejectReason.NOT_ALLOWED;
        }
        if (foundation.rights().isEncumbered(demand.submitted().rightId(), reference)) {
            return RejectReason.CODE_TAKEN;
        }
        RejectReason right = mayPledge(demand);
        if (right != null) {
            return right;
        }
        return demand.state() == DemandState.AGREED ? null : RejectReason.NOT_ALLOWED;
    }

    private @Nullable RejectReason mayPledge(Demand demand) {
        return foundation
                .rights()
                .mayPledge(demand.submitted().rightId(), demand.submitted().posterId());
    }

    private static @Nullable Solution accepted(Demand demand) {
        return demand.solutions().stream()
                .filter(solution -> !solution.part().isNone())
                .findFirst()
                .orElse(null);
    }
}
