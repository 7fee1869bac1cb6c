package org.tpx.engine.right;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.engine.member.Members;
import org.tpx.protocol.ConsentKind;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.RegisterCommand.EnterPledge;
import org.tpx.protocol.RegisterCommand.RecordRightStatus;
import org.tpx.protocol.RegisterEvent.PledgeEntered;
import org.tpx.protocol.RegisterEvent.RightStatusRecorded;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightStanding;
import org.tpx.protocol.RightType;
import org.tpx.protocol.Role;

/**
 * The pledge register: where rights stand, and the pledges that arise by being entered here. An entry is refused on twelve grounds, those of
 * the pledge registration rules for patents (domain 5.6, source P34); of several the first in the order of {@link RejectReason} is given:
 *
 * <ol>
 *   <li>the pledgor is not the owner on record: NOT_OWNER
 *   <li>the right ended or was declared invalid: RIGHT_ENDED
 *   <li>it was not granted: RIGHT_NOT_GRANTED
 *   <li>its annual fee is not paid: ANNUAL_FEE_UNPAID
 *   <li>a title dispute or a preservation order suspends it, or a living series holds it in its pool: RIGHT_FROZEN
 *   <li>the debt is due after the right ends: DEBT_OUTLASTS_RIGHT
 *   <li>the contract lacks what it must say: PLEDGE_CONTRACT_INCOMPLETE
 *   <li>a co-owner has not consented: CO_OWNER_CONSENT
 *   <li>a pledge stands already: ALREADY_PLEDGED
 *   <li>an invention patent was applied for on the same day, and nobody was warned: SAME_DAY_APPLICATION
 *   <li>invalidity proceedings are open, and nobody was warned: INVALIDITY_PENDING
 *   <li>anything else that no pledge can be of: NOT_ALLOWED
 * </ol>
 */
public final class Pledges {

    private static final int CLERK = Access.mask(Role.CLERK);

    private final Rights rights;
    private final Members members;

    /** Pledges of these rights. */
    public Pledges(Rights rights, Members members) {
        this.rights = rights;
        this.members = members;
    }

    /** Causes RightStatusRecorded. */
    public void recordStatus(Turn turn, RecordRightStatus command) {
        RejectReason reason = members.access().role(turn, CLERK);
        Right right = rights.find(command.rightId());
        if (reason == null && right == null) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        boolean termless = command.standing() == RightStanding.IN_FORCE && command.termEndsNanos() == 0;
        boolean backwards = command.termEndsNanos() != 0 && command.termEndsNanos() <= command.filedNanos();
        if (reason == null && (termless || backwards)) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason != null || right == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.rightId());
            return;
        }
        right.standing().record(command);
        right.page().enter(command.reference());
        turn.emit(new RightStatusRecorded(
                right.id(),
                command.standing(),
                command.filedNanos(),
                command.termEndsNanos(),
                command.feesPaidUntilNanos(),
                command.invalidityPending(),
                command.sameDayInvention(),
                command.reference()));
    }

    /** Causes PledgeEntered. */
    public void enter(Turn turn, EnterPledge command) {
        RejectReason reason = members.access().role(turn, CLERK);
        Right right = rights.find(command.rightId());
        if (reason == null) {
            reason = refusal(turn, command, right);
        }
        if (reason != null || right == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.rightId());
            return;
        }
        right.encumber(Encumbrance.pledge(command.pledgeeId(), command.claim(), command.reference()));
        right.useUp(ConsentKind.PLEDGE_CO_OWNER);
        turn.emit(new PledgeEntered(
                right.id(),
                command.pledgorId(),
                command.pledgeeId(),
                command.claim(),
                command.debtDueNanos(),
                command.reference()));
    }

    private @Nullable RejectReason refusal(Turn turn, EnterPledge command, @Nullable Right right) {
        boolean partiesKnown = members.parties().exists(command.pledgorId())
                && members.parties().exists(command.pledgeeId());
        if (right == null || !partiesKnown) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (right.isEncumbered(command.reference())) {
            return RejectReason.CODE_TAKEN;
        }
        RejectReason reason = refusalByRight(turn, command.pledgorId(), right);
        return reason == null ? refusalByContract(turn, command, right) : reason;
    }

    private static @Nullable RejectReason refusalByRight(Turn turn, long pledgorId, Right right) {
        Standing standing = right.standing();
        if (!right.isOwner(pledgorId)) {
            return RejectReason.NOT_OWNER;
        }
        if (standing.isOverAt(turn.timeNanos())) {
            return RejectReason.RIGHT_ENDED;
        }
        boolean awaitsGrant = isGranted(right.type()) && !standing.isGranted();
        if (awaitsGrant || right.type() == RightType.PATENT_APPLICATION) {
            return RejectReason.RIGHT_NOT_GRANTED;
        }
        if (isPatent(right.type()) && !standing.areFeesPaidAt(turn.timeNanos())) {
            return RejectReason.ANNUAL_FEE_UNPAID;
        }
        if (!right.haveCoOwnersConsented(pledgorId, ConsentKind.PLEDGE_CO_OWNER)) {
            return RejectReason.CO_OWNER_CONSENT;
        }
        if (!right.pledges().isEmpty()) {
            return RejectReason.ALREADY_PLEDGED;
        }
        return right.isFrozen() || right.pooledSeriesId() != 0 ? RejectReason.RIGHT_FROZEN : null;
    }

    private static @Nullable RejectReason refusalByContract(Turn turn, EnterPledge command, Right right) {
        Standing standing = right.standing();
        if (standing.endsBefore(command.debtDueNanos())) {
            return RejectReason.DEBT_OUTLASTS_RIGHT;
        }
        if (!isComplete(command)) {
            return RejectReason.PLEDGE_CONTRACT_INCOMPLETE;
        }
        if (standing.isSameDayInvention() && !command.warned()) {
            return RejectReason.SAME_DAY_APPLICATION;
        }
        if (standing.isInvalidityPending() && !command.warned()) {
            return RejectReason.INVALIDITY_PENDING;
        }
        boolean fits = isPledgeable(right.type())
                && command.pledgorId() != command.pledgeeId()
                && command.debtDueNanos() > turn.timeNanos();
        return fits ? null : RejectReason.NOT_ALLOWED;
    }

    private static boolean isComplete(EnterPledge command) {
        return !command.contract().equals(Hash256.ZERO)
                && !command.claim().isNone()
                && !command.claimKind().isEmpty()
                && command.debtDueNanos() != 0
                && !command.scope().isEmpty();
    }

    private static boolean isPatent(RightType type) {
        return switch (type) {
            case PATENT_INVENTION, PATENT_UTILITY, PATENT_DESIGN -> true;
            default -> false;
        };
    }

    /** Whether such a right exists only once an authority has granted it. */
    private static boolean isGranted(RightType type) {
        return isPatent(type) || type == RightType.IC_LAYOUT || type == RightType.PLANT_VARIETY;
    }

    /** Whether a register enters pledges of such rights; a licence, an order or a unit is pledged elsewhere or not at all. */
    private static boolean isPledgeable(RightType type) {
        return isGranted(type) || type == RightType.SOFTWARE_COPYRIGHT || type == RightType.TECH_EQUITY;
    }
}
