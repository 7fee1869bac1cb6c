package org.tpx.engine.custody;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.protocol.CustodyCommand.ConfirmHolder;
import org.tpx.protocol.CustodyCommand.ProposeCustodyEnd;
import org.tpx.protocol.CustodyCommand.ProposeCustodyRenewal;
import org.tpx.protocol.CustodyCommand.ProposeShareCancellation;
import org.tpx.protocol.CustodyCommand.ProposeShareIssue;
import org.tpx.protocol.CustodyCommand.ProposeShareRegister;
import org.tpx.protocol.CustodyEvent.CustodyEnded;
import org.tpx.protocol.CustodyEvent.CustodyRenewed;
import org.tpx.protocol.CustodyEvent.HolderConfirmed;
import org.tpx.protocol.CustodyEvent.ShareRegisterOpened;
import org.tpx.protocol.CustodyEvent.SharesIssued;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.ShareHolding;

/** How shares come into custody and leave it: the register itself, its holders, new and cancelled shares, the contract. */
public final class Registrations {

    private final Foundation foundation;
    private final ShareRegisters registers;

    Registrations(Foundation foundation, ShareRegisters registers) {
        this.foundation = foundation;
        this.registers = registers;
    }

    /** Causes ProposalMade. */
    public void propose(Turn turn, ProposeShareRegister command) {
        registers.propose(turn, command.proposal(), ProposalKind.SHARE_REGISTER, command, obstacle(turn, command), 0);
    }

    /** Causes ProposalMade. */
    public void proposeIssue(Turn turn, ProposeShareIssue command) {
        RejectReason obstacle = obstacle(turn, command);
        registers.propose(turn, command.proposal(), ProposalKind.SHARE_ENTRY, command, obstacle, command.registerId());
    }

    /** Causes ProposalMade. */
    public void proposeCancellation(Turn turn, ProposeShareCancellation command) {
        RejectReason obstacle = obstacle(turn, command);
        registers.propose(turn, command.proposal(), ProposalKind.SHARE_ENTRY, command, obstacle, command.registerId());
    }

    /** Causes ProposalMade. */
    public void proposeEnd(Turn turn, ProposeCustodyEnd command) {
        RejectReason obstacle = obstacle(command);
        registers.propose(
                turn, command.proposal(), ProposalKind.SHARE_REGISTER, command, obstacle, command.registerId());
    }

    /** Causes ProposalMade. */
    public void proposeRenewal(Turn turn, ProposeCustodyRenewal command) {
        RejectReason obstacle = obstacle(turn, command);
        registers.propose(
                turn, command.proposal(), ProposalKind.SHARE_REGISTER, command, obstacle, command.registerId());
    }

    /** Causes HolderConfirmed, once for each holder. */
    public void confirm(Turn turn, ConfirmHolder command) {
        RejectReason reason = foundation.members().access().role(turn, ShareRegisters.CLERK);
        ShareRegister register = registers.find(command.registerId());
        Holding holding = register == null ? null : register.find(command.partyId());
        if (reason == null) {
            reason = refusalOfConfirmation(turn, command, register, holding);
        }
        if (reason != null || register == null || holding == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.registerId());
            return;
        }
        holding.confirm();
        turn.emit(new HolderConfirmed(register.id(), holding.partyId()));
    }

    private static @Nullable RejectReason refusalOfConfirmation(
            Turn turn, ConfirmHolder command, @Nullable ShareRegister register, @Nullable Holding holding) {
        if (register == null || holding == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.isOver(turn.timeNanos())) {
            return RejectReason.CUSTODY_OVER;
        }
        if (command.document().isAbsent()) {
            return RejectReason.DOCUMENT_MISSING;
        }
        return holding.isConfirmed() ? RejectReason.NOT_ALLOWED : null;
    }

    /** Why no such register can be opened now, or null. */
    @Nullable
    RejectReason obstacle(Turn turn, ProposeShareRegister command) {
        if (!registers.isParty(command.issuerId()) || !registers.areParties(command.holders())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (registers.isCodeTaken(command.code())) {
            return RejectReason.CODE_TAKEN;
        }
        boolean approved = foundation.profiles().isLoaded(command.profileId())
                && foundation.calendars().find(command.calendarId()) != null;
        if (!approved) {
            return RejectReason.VARIETY_NOT_APPROVED;
        }
        if (command.contract().isAbsent()) {
            return RejectReason.DOCUMENT_MISSING;
        }
        if (!ShareRegisters.areSound(command.holders(), 0)) {
            return RejectReason.NOT_ALLOWED;
        }
        return command.contractUntilNanos() <= turn.timeNanos() ? RejectReason.LATE : null;
    }

    /** Why these shares cannot be entered now, or null. What a dividend was declared on stays as it is until its record date. */
    @Nullable
    RejectReason obstacle(Turn turn, ProposeShareIssue command) {
        ShareRegister register = registers.find(command.registerId());
        if (register == null || !registers.areParties(command.holders())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.isOver(turn.timeNanos())) {
            return RejectReason.CUSTODY_OVER;
        }
        if (command.document().isAbsent()) {
            return RejectReason.DOCUMENT_MISSING;
        }
        if (!ShareRegisters.areSound(command.holders(), register.totalShares()) || register.hasOpenDividend()) {
            return RejectReason.NOT_ALLOWED;
        }
        return register.isClosed(turn.timeNanos()) ? RejectReason.BOOK_CLOSED : null;
    }

    /** Why these shares cannot be cancelled now, or null. */
    @Nullable
    RejectReason obstacle(Turn turn, ProposeShareCancellation command) {
        ShareRegister register = registers.find(command.registerId());
        if (register == null || !registers.isParty(command.partyId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.isOver(turn.timeNanos())) {
            return RejectReason.CUSTODY_OVER;
        }
        if (command.document().isAbsent()) {
            return RejectReason.DOCUMENT_MISSING;
        }
        if (register.hasOpenDividend()) {
            return RejectReason.NOT_ALLOWED;
        }
        if (register.isClosed(turn.timeNanos())) {
            return RejectReason.BOOK_CLOSED;
        }
        return register.refusalOfMove(command.partyId(), command.shares(), turn.timeNanos(), false, 0);
    }

    /** Why the custody cannot end now, or null: nothing of it may wait for a deal, a meeting or a record date. */
    @Nullable
    RejectReason obstacle(ProposeCustodyEnd command) {
        ShareRegister register = registers.find(command.registerId());
        if (register == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.isEnded()) {
            return RejectReason.CUSTODY_OVER;
        }
        if (command.document().isAbsent()) {
            return RejectReason.DOCUMENT_MISSING;
        }
        boolean free = !register.weights().hasBlocks() && register.openCloses().isEmpty();
        return free ? null : RejectReason.NOT_ALLOWED;
    }

    /** Why the contract cannot be renewed so, or null. */
    @Nullable
    RejectReason obstacle(Turn turn, ProposeCustodyRenewal command) {
        ShareRegister register = registers.find(command.registerId());
        if (register == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.isEnded()) {
            return RejectReason.CUSTODY_OVER;
        }
        if (command.contract().isAbsent()) {
            return RejectReason.DOCUMENT_MISSING;
        }
        boolean longer = command.untilNanos() > Math.max(turn.timeNanos(), register.contractUntilNanos());
        return longer ? null : RejectReason.LATE;
    }

    /** Two people decided so: causes ShareRegisterOpened. */
    void open(Turn turn, ProposeShareRegister command) {
        ShareRegisterOpened opened = new ShareRegisterOpened(
                registers.nextId(),
                command.code(),
                command.issuerId(),
                command.profileId(),
                foundation.profiles().latestVersion(command.profileId()),
                command.calendarId(),
                command.shareClass(),
                command.contractUntilNanos(),
                command.holders().stream().mapToLong(ShareHolding::shares).sum(),
                command.holders());
        registers.open(opened);
        turn.emit(opened);
    }

    /** Two people decided so: causes SharesIssued. */
    void issue(Turn turn, ProposeShareIssue command) {
        ShareRegister register = registers.get(command.registerId());
        register.issue(command.holders());
        turn.emit(new SharesIssued(register.id(), register.totalShares(), command.holders()));
    }

    /** Two people decided so: causes SharesCancelled. */
    void cancel(Turn turn, ProposeShareCancellation command) {
        registers.get(command.registerId()).cancel(turn, command.partyId(), command.shares());
    }

    /** Two people decided so: causes CustodyEnded. */
    void end(Turn turn, ProposeCustodyEnd command) {
        ShareRegister register = registers.get(command.registerId());
        register.end();
        turn.emit(new CustodyEnded(register.id(), command.reason()));
    }

    /** Two people decided so: causes CustodyRenewed. */
    void renew(Turn turn, ProposeCustodyRenewal command) {
        ShareRegister register = registers.get(command.registerId());
        register.renew(command.untilNanos());
        turn.emit(new CustodyRenewed(register.id(), command.untilNanos()));
    }
}
