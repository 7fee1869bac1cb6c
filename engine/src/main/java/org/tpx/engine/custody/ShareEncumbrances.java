package org.tpx.engine.custody;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.member.Access;
import org.tpx.protocol.CustodyCommand.ConsentToShareTransfer;
import org.tpx.protocol.CustodyCommand.FreezeShares;
import org.tpx.protocol.CustodyCommand.ProposeShareLock;
import org.tpx.protocol.CustodyCommand.ProposeShareUnfreeze;
import org.tpx.protocol.CustodyCommand.RegisterSharePledge;
import org.tpx.protocol.CustodyCommand.ReleaseSharePledge;
import org.tpx.protocol.CustodyEvent.SharePledgeReleased;
import org.tpx.protocol.CustodyEvent.ShareTransferConsented;
import org.tpx.protocol.CustodyEvent.SharesFrozen;
import org.tpx.protocol.CustodyEvent.SharesLocked;
import org.tpx.protocol.CustodyEvent.SharesPledged;
import org.tpx.protocol.CustodyEvent.SharesUnfrozen;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/**
 * What weighs on shares: pledges, freezes and executives' locks. None of them changes a holder, so a closed register takes them; and
 * what protects others is entered until the custody has ended, also when its contract is over.
 */
public final class ShareEncumbrances {

    private static final int CLERK_OR_SUPERVISOR = Access.mask(Role.CLERK, Role.SUPERVISOR);

    private final Foundation foundation;
    private final ShareRegisters registers;

    ShareEncumbrances(Foundation foundation, ShareRegisters registers) {
        this.foundation = foundation;
        this.registers = registers;
    }

    /** Causes ProposalMade. */
    public void proposeLock(Turn turn, ProposeShareLock command) {
        RejectReason obstacle = obstacle(turn, command);
        registers.propose(turn, command.proposal(), ProposalKind.SHARE_ENTRY, command, obstacle, command.registerId());
    }

    /** Causes ProposalMade. */
    public void proposeUnfreeze(Turn turn, ProposeShareUnfreeze command) {
        RejectReason obstacle = obstacle(command);
        registers.propose(turn, command.proposal(), ProposalKind.SHARE_ENTRY, command, obstacle, command.registerId());
    }

    /** Causes SharesPledged. */
    public void pledge(Turn turn, RegisterSharePledge command) {
        RejectReason reason = foundation.members().access().role(turn, ShareRegisters.CLERK);
        ShareRegister register = registers.find(command.registerId());
        if (reason == null) {
            reason = refusalOfPledge(turn, command, register);
        }
        if (reason != null || register == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.registerId());
            return;
        }
        register.weights()
                .pledge(new SharePledge(command.reference(), command.partyId(), command.pledgeeId(), command.shares()));
        turn.emit(new SharesPledged(
                register.id(), command.partyId(), command.pledgeeId(), command.shares(), command.reference()));
    }

    /** Causes ShareTransferConsented. */
    public void consent(Turn turn, ConsentToShareTransfer command) {
        SharePledge pledge = pledge(turn, command.registerId(), command.reference(), command.document());
        if (pledge == null) {
            return;
        }
        if (pledge.isConsented()) {
            turn.refuse(RejectReason.NOT_ALLOWED, command.registerId());
            return;
        }
        pledge.consent();
        turn.emit(new ShareTransferConsented(command.registerId(), pledge.reference()));
    }

    /** Causes SharePledgeReleased. */
    public void release(Turn turn, ReleaseSharePledge command) {
        SharePledge pledge = pledge(turn, command.registerId(), command.reference(), command.document());
        if (pledge != null) {
            long shares = pledge.shares();
            pledge.release(shares);
            turn.emit(new SharePledgeReleased(command.registerId(), pledge.partyId(), shares, 0, pledge.reference()));
        }
    }

    /** Causes SharesFrozen. */
    public void freeze(Turn turn, FreezeShares command) {
        RejectReason reason = foundation.members().access().role(turn, CLERK_OR_SUPERVISOR);
        ShareRegister register = registers.find(command.registerId());
        if (reason == null) {
            reason = refusalOfFreeze(command, register);
        }
        if (reason != null || register == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.registerId());
            return;
        }
        register.weights().freeze(new ShareFreeze(command.reference(), command.partyId(), command.shares()));
        turn.emit(new SharesFrozen(
                register.id(), command.partyId(), command.shares(), command.authority(), command.reference()));
    }

    /** Why this lock cannot be entered now, or null. */
    @Nullable
    RejectReason obstacle(Turn turn, ProposeShareLock command) {
        ShareRegister register = registers.find(command.registerId());
        Holding holding = register == null ? null : register.find(command.partyId());
        if (register == null || holding == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.isOver(turn.timeNanos())) {
            return RejectReason.CUSTODY_OVER;
        }
        if (command.document().isAbsent()) {
            return RejectReason.DOCUMENT_MISSING;
        }
        return command.untilNanos() <= turn.timeNanos() ? RejectReason.LATE : null;
    }

    /** Why this freeze cannot be lifted now, or null. */
    @Nullable
    RejectReason obstacle(ProposeShareUnfreeze command) {
        ShareRegister register = registers.find(command.registerId());
        if (register == null || register.weights().findFreeze(command.reference()) == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.isEnded()) {
            return RejectReason.CUSTODY_OVER;
        }
        return command.document().isAbsent() ? RejectReason.DOCUMENT_MISSING : null;
    }

    /** Two people decided so: causes SharesLocked. */
    void lock(Turn turn, ProposeShareLock command) {
        ShareRegister register = registers.get(command.registerId());
        long locked = register.of(command.partyId()).lock(command.lockedBps(), command.untilNanos());
        turn.emit(
                new SharesLocked(register.id(), command.partyId(), command.lockedBps(), locked, command.untilNanos()));
    }

    /** Two people decided so: causes SharesUnfrozen. */
    void unfreeze(Turn turn, ProposeShareUnfreeze command) {
        ShareFreeze freeze = registers.get(command.registerId()).weights().findFreeze(command.reference());
        if (freeze != null) {
            long shares = freeze.shares();
            freeze.lift();
            turn.emit(new SharesUnfrozen(command.registerId(), freeze.partyId(), shares, freeze.reference()));
        }
    }

    private @Nullable RejectReason refusalOfPledge(
            Turn turn, RegisterSharePledge command, @Nullable ShareRegister register) {
        boolean known = registers.isParty(command.partyId()) && registers.isParty(command.pledgeeId());
        if (register == null || !known) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.weights().isPledgeNumber(command.reference())) {
            return RejectReason.CODE_TAKEN;
        }
        if (register.isOver(turn.timeNanos())) {
            return RejectReason.CUSTODY_OVER;
        }
        if (command.document().isAbsent()) {
            return RejectReason.DOCUMENT_MISSING;
        }
        if (command.partyId() == command.pledgeeId()) {
            return RejectReason.NOT_ALLOWED;
        }
        if (!register.isConfirmed(command.partyId())) {
            return RejectReason.HOLDER_UNCONFIRMED;
        }
        return register.refusalOfPledge(command.partyId(), command.shares());
    }

    private @Nullable RejectReason refusalOfFreeze(FreezeShares command, @Nullable ShareRegister register) {
        if (register == null || !registers.isParty(command.partyId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.weights().isFreezeNumber(command.reference())) {
            return RejectReason.CODE_TAKEN;
        }
        if (register.isEnded()) {
            return RejectReason.CUSTODY_OVER;
        }
        if (command.document().isAbsent()) {
            return RejectReason.DOCUMENT_MISSING;
        }
        Holding holding = register.find(command.partyId());
        long held = holding == null ? 0 : holding.shares();
        if (command.shares() > held) {
            return RejectReason.SHARES_MISSING;
        }
        boolean free = command.shares() <= held - register.weights().frozen(command.partyId());
        return free ? null : RejectReason.SHARES_FROZEN;
    }

    // The pledge that a clerk says something about, or null after a refusal.
    private @Nullable SharePledge pledge(Turn turn, long registerId, String reference, Hash256 document) {
        RejectReason reason = foundation.members().access().role(turn, ShareRegisters.CLERK);
        ShareRegister register = registers.find(registerId);
        SharePledge pledge = register == null ? null : register.weights().findPledge(reference);
        if (reason == null && pledge == null) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason == null && register != null && register.isEnded()) {
            reason = RejectReason.CUSTODY_OVER;
        }
        if (reason == null && document.isAbsent()) {
            reason = RejectReason.DOCUMENT_MISSING;
        }
        if (reason != null) {
            turn.refuse(reason, registerId);
            return null;
        }
        return pledge;
    }
}
