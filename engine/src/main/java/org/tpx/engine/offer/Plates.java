package org.tpx.engine.offer;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.member.Access;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.OfferCommand.AdmitApplicant;
import org.tpx.protocol.OfferCommand.ProposePlate;
import org.tpx.protocol.OfferCommand.RefuseApplicant;
import org.tpx.protocol.OfferCommand.RegisterApplicant;
import org.tpx.protocol.OfferEvent.ApplicantAdmitted;
import org.tpx.protocol.OfferEvent.ApplicantRefused;
import org.tpx.protocol.OfferEvent.ApplicantRegistered;
import org.tpx.protocol.OfferEvent.PlateOpened;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/**
 * How a plate opens and whom it admits. It may waive the exchange's fees, so two people decide on it; on applicants the
 * owner's agent or a clerk decides alone, and says why.
 */
public final class Plates {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final int CLERK_OR_AGENT = Access.mask(Role.CLERK, Role.AGENT);

    private final Foundation foundation;
    private final OfferRegister register;

    Plates(Foundation foundation, OfferRegister register) {
        this.foundation = foundation;
        this.register = register;
    }

    /** Causes ProposalMade. */
    public void propose(Turn turn, ProposePlate command) {
        foundation
                .proposals()
                .propose(turn, CLERK, command.proposal(), ProposalKind.PLATE, command, obstacle(turn, command), 0);
    }

    /** Why such a plate cannot open now, or null. */
    public @Nullable RejectReason obstacle(Turn turn, ProposePlate command) {
        if (!foundation.members().parties().exists(command.ownerId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.isPlateCodeTaken(command.code())) {
            return RejectReason.CODE_TAKEN;
        }
        return command.terms().endNanos() > turn.timeNanos() ? null : RejectReason.LATE;
    }

    /** Two people decided so: causes PlateOpened. */
    public void open(Turn turn, ProposePlate command) {
        PlateOpened opened =
                new PlateOpened(register.nextPlateId(), command.code(), command.ownerId(), command.terms());
        register.add(opened);
        turn.emit(opened);
    }

    /** Causes ApplicantRegistered. */
    public void register(Turn turn, RegisterApplicant command) {
        Plate plate = register.plate(command.plateId());
        RejectReason reason = foundation.members().access().agent(turn, command.partyId(), MandateScope.BUY, true);
        if (reason == null) {
            reason = refusalOfApplicant(turn, plate, command.partyId());
        }
        if (reason != null || plate == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.plateId());
            return;
        }
        plate.add(new Applicant(command.partyId()));
        long memberId = foundation.members().access().memberOf(turn.principalId());
        turn.emit(new ApplicantRegistered(plate.id(), command.partyId(), memberId, command.statement()));
    }

    /** Causes ApplicantAdmitted. */
    public void admit(Turn turn, AdmitApplicant command) {
        if (decide(turn, command.plateId(), command.partyId(), Applicant.State.ADMITTED)) {
            turn.emit(new ApplicantAdmitted(command.plateId(), command.partyId(), command.reason()));
        }
    }

    /** Causes ApplicantRefused. */
    public void refuse(Turn turn, RefuseApplicant command) {
        if (decide(turn, command.plateId(), command.partyId(), Applicant.State.REFUSED)) {
            turn.emit(new ApplicantRefused(command.plateId(), command.partyId(), command.reason()));
        }
    }

    private boolean decide(Turn turn, long plateId, long partyId, Applicant.State decision) {
        Plate plate = register.plate(plateId);
        Applicant applicant = plate == null ? null : plate.applicant(partyId);
        RejectReason reason = mayDecide(turn, plate == null ? 0 : plate.ownerId());
        if (reason == null) {
            reason = refusalOfDecision(turn, plate, applicant);
        }
        if (reason != null || applicant == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, plateId);
            return false;
        }
        applicant.become(decision);
        return true;
    }

    private @Nullable RejectReason mayDecide(Turn turn, long ownerId) {
        Access access = foundation.members().access();
        RejectReason reason = access.role(turn, CLERK_OR_AGENT);
        boolean agent = reason == null && access.roleOf(turn.principalId()) == Role.AGENT;
        return agent ? access.agent(turn, ownerId, MandateScope.SELL, true) : reason;
    }

    private static @Nullable RejectReason refusalOfApplicant(Turn turn, @Nullable Plate plate, long partyId) {
        if (plate == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (plate.applicant(partyId) != null) {
            return RejectReason.ALREADY_REGISTERED;
        }
        if (partyId == plate.ownerId()) {
            return RejectReason.NOT_ALLOWED;
        }
        return plate.isOver(turn.timeNanos()) ? RejectReason.LATE : null;
    }

    private static @Nullable RejectReason refusalOfDecision(
            Turn turn, @Nullable Plate plate, @Nullable Applicant applicant) {
        if (plate == null || applicant == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (applicant.state() != Applicant.State.REGISTERED) {
            return RejectReason.NOT_ALLOWED;
        }
        return plate.isOver(turn.timeNanos()) ? RejectReason.LATE : null;
    }
}
