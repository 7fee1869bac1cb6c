package org.tpx.engine.demand;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.member.Access;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DemandCommand.CancelDemand;
import org.tpx.protocol.DemandCommand.PublishDemand;
import org.tpx.protocol.DemandCommand.SubmitDemand;
import org.tpx.protocol.DemandEvent.DemandCancelled;
import org.tpx.protocol.DemandEvent.DemandPublished;
import org.tpx.protocol.DemandEvent.DemandSubmitted;
import org.tpx.protocol.DemandKind;
import org.tpx.protocol.DemandTerms;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/** How a demand comes to stand, and how it is taken back. */
public final class Postings {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final int ANY_OF_THREE = Access.mask(Role.AGENT, Role.CLERK, Role.SUPERVISOR);

    private final Foundation foundation;
    private final DemandRegister register;
    private final AwardMoney money;

    Postings(Foundation foundation, DemandRegister register, AwardMoney money) {
        this.foundation = foundation;
        this.register = register;
        this.money = money;
    }

    /** Causes DemandSubmitted. */
    public void submit(Turn turn, SubmitDemand command) {
        RejectReason reason = foundation.members().access().agent(turn, command.posterId(), MandateScope.BUY, true);
        if (reason == null) {
            reason = refusal(turn, command);
        }
        if (reason != null) {
            turn.refuse(reason, 0);
            return;
        }
        DemandSubmitted submitted = new DemandSubmitted(
                register.nextId(),
                command.code(),
                foundation.members().access().memberOf(turn.principalId()),
                command.posterId(),
                command.rightId(),
                command.profileId(),
                command.feeScheduleId(),
                command.calendarId(),
                command.terms());
        register.add(submitted);
        turn.emit(submitted);
    }

    /** Causes DemandPublished; answers are taken until their end. */
    public void publish(Turn turn, PublishDemand command) {
        RejectReason reason = foundation.members().access().role(turn, CLERK);
        Demand demand = register.find(command.demandId());
        if (reason == null) {
            reason = refusalOfPublication(turn, demand);
        }
        if (reason != null || demand == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.demandId());
            return;
        }
        demand.pin(
                foundation.profiles().latestVersion(demand.submitted().profileId()),
                foundation.feeSchedules().latestVersion(demand.submitted().feeScheduleId()));
        long endNanos = demand.terms().solutionEndNanos();
        register.enter(demand, DemandState.OPEN, endNanos);
        turn.emit(new DemandPublished(demand.id(), demand.profileVersion(), demand.feeScheduleVersion(), endNanos));
    }

    /** Causes DemandCancelled, and what was paid in goes back. */
    public void cancel(Turn turn, CancelDemand command) {
        Demand demand = register.find(command.demandId());
        RejectReason reason = mayCancel(turn, demand);
        if (reason != null || demand == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.demandId());
            return;
        }
        register.enter(demand, DemandState.CANCELLED);
        turn.emit(new DemandCancelled(demand.id(), demand.held(), command.reason()));
        money.refund(turn, demand);
    }

    private @Nullable RejectReason refusal(Turn turn, SubmitDemand command) {
        DemandTerms terms = command.terms();
        boolean guarantorKnown =
                terms.guarantorId() == 0 || foundation.members().parties().exists(terms.guarantorId());
        boolean rightKnown = command.rightId() == 0 || foundation.rights().exists(command.rightId());
        if (!guarantorKnown || !rightKnown) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.isCodeTaken(command.code())) {
            return RejectReason.CODE_TAKEN;
        }
        if (!areApproved(command)) {
            return RejectReason.VARIETY_NOT_APPROVED;
        }
        boolean finance = terms.kind() == DemandKind.FINANCE;
        RejectReason right = finance ? foundation.rights().mayPledge(command.rightId(), command.posterId()) : null;
        return right == null ? refusalOfTerms(turn, command) : right;
    }

    private @Nullable RejectReason refusalOfTerms(Turn turn, SubmitDemand command) {
        DemandTerms terms = command.terms();
        if (terms.guarantorId() != 0 && terms.guarantee().isAbsent()) {
            return RejectReason.DOCUMENT_MISSING;
        }
        boolean finance = terms.kind() == DemandKind.FINANCE;
        boolean fits = finance ? terms.guarantorId() == 0 : command.rightId() == 0;
        if (!fits || terms.guarantorId() == command.posterId()) {
            return RejectReason.NOT_ALLOWED;
        }
        if (terms.solutionEndNanos() <= turn.timeNanos()) {
            return RejectReason.LATE;
        }
        Currency currency = terms.amount().currency();
        long profileId = command.profileId();
        boolean oneCurrency = foundation
                                .profiles()
                                .terms(profileId, foundation.profiles().latestVersion(profileId))
                                .currency()
                        == currency
                && foundation.feeSchedules().currency(command.feeScheduleId()) == currency;
        return oneCurrency ? null : RejectReason.CURRENCY;
    }

    private boolean areApproved(SubmitDemand command) {
        return foundation.profiles().isLoaded(command.profileId())
                && foundation.feeSchedules().isLoaded(command.feeScheduleId())
                && foundation.calendars().find(command.calendarId()) != null;
    }

    private @Nullable RejectReason refusalOfPublication(Turn turn, @Nullable Demand demand) {
        if (demand == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        DemandSubmitted submitted = demand.submitted();
        RejectReason right =
                demand.isFinance() ? foundation.rights().mayPledge(submitted.rightId(), submitted.posterId()) : null;
        if (right != null) {
            return right;
        }
        if (demand.state() != DemandState.SUBMITTED) {
            return RejectReason.NOT_ALLOWED;
        }
        if (demand.terms().solutionEndNanos() <= turn.timeNanos()) {
            return RejectReason.LATE;
        }
        return money.missing(demand).isZero() ? null : RejectReason.CREDIT;
    }

    private @Nullable RejectReason mayCancel(Turn turn, @Nullable Demand demand) {
        Access access = foundation.members().access();
        RejectReason reason = access.role(turn, ANY_OF_THREE);
        Role role = access.roleOf(turn.principalId());
        if (reason == null && role == Role.AGENT) {
            long posterId = demand == null ? 0 : demand.submitted().posterId();
            reason = access.agent(turn, posterId, MandateScope.BUY, false);
        }
        if (reason != null) {
            return reason;
        }
        if (demand == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        return isCancellable(demand, role) ? null : RejectReason.NOT_ALLOWED;
    }

    // A poster that could take a demand back once it was answered would have the answers for nothing.
    private static boolean isCancellable(Demand demand, @Nullable Role role) {
        if (role == Role.SUPERVISOR) {
            return !demand.state().isDecided();
        }
        boolean unanswered =
                demand.state() == DemandState.OPEN && demand.solutions().isEmpty();
        return demand.state() == DemandState.SUBMITTED || (role == Role.AGENT && unanswered);
    }
}
