package org.tpx.engine.custody;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Applications;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.member.Access;
import org.tpx.protocol.CustodyCommand.CertifyHolding;
import org.tpx.protocol.CustodyCommand.ProposeShareTransfer;
import org.tpx.protocol.CustodyEvent.HoldingCertified;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.ShareTransferKind;

/** Transfers that follow from no trade, by two people and a document; and certificates of what somebody holds. */
public final class ShareTransfers {

    private final Foundation foundation;
    private final ShareRegisters registers;
    private long certificates;

    ShareTransfers(Foundation foundation, ShareRegisters registers) {
        this.foundation = foundation;
        this.registers = registers;
    }

    /** Causes ProposalMade. */
    public void propose(Turn turn, ProposeShareTransfer command) {
        RejectReason obstacle = obstacle(turn, command);
        registers.propose(turn, command.proposal(), ProposalKind.SHARE_ENTRY, command, obstacle, command.registerId());
    }

    /** Why these shares cannot pass now, or null. */
    @Nullable
    RejectReason obstacle(Turn turn, ProposeShareTransfer command) {
        ShareRegister register = registers.find(command.registerId());
        if (register == null || !registers.isParty(command.fromId()) || !registers.isParty(command.toId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.isOver(turn.timeNanos())) {
            return RejectReason.CUSTODY_OVER;
        }
        if (command.document().isAbsent()) {
            return RejectReason.DOCUMENT_MISSING;
        }
        if (isTrade(command.transferKind()) || command.fromId() == command.toId()) {
            return RejectReason.NOT_ALLOWED;
        }
        if (register.isClosed(turn.timeNanos())) {
            return RejectReason.BOOK_CLOSED;
        }
        boolean lockBinds = ShareRegister.isLockBinding(command.transferKind());
        // An heir or a creditor shows by its own document whose the shares were.
        if (isByHolder(command.transferKind()) && !register.isConfirmed(command.fromId())) {
            return RejectReason.HOLDER_UNCONFIRMED;
        }
        return register.refusalOfMove(command.fromId(), command.shares(), turn.timeNanos(), lockBinds, 0);
    }

    /** Two people decided so: causes SharesTransferred, and SharePledgeReleased for what was pledged of them. */
    void transfer(Turn turn, ProposeShareTransfer command) {
        registers
                .get(command.registerId())
                .transfer(turn, command.fromId(), command.toId(), command.shares(), command.transferKind(), 0);
    }

    /** Causes HoldingCertified: for the holder's own agent or a clerk. */
    public void certify(Turn turn, CertifyHolding command) {
        ShareRegister register = registers.find(command.registerId());
        RejectReason reason = mayAsk(turn, command.partyId());
        if (reason == null && (register == null || register.find(command.partyId()) == null)) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason == null && register != null && register.isEnded()) {
            reason = RejectReason.CUSTODY_OVER;
        }
        if (reason != null || register == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.registerId());
            return;
        }
        turn.emit(certificate(turn, register, command.partyId()));
    }

    private HoldingCertified certificate(Turn turn, ShareRegister register, long partyId) {
        Holding holding = register.find(partyId);
        if (holding == null) {
            throw new InvariantBrokenException("no holding of party " + partyId);
        }
        int year = foundation.calendars().get(register.calendarId()).localYear(turn.timeNanos());
        return new HoldingCertified(
                register.id(),
                partyId,
                Applications.numbered("HOLD-" + year + "-", ++certificates, 6),
                holding.shares(),
                register.totalShares(),
                register.weights().pledged(partyId),
                register.weights().frozen(partyId),
                holding.lockedShares(turn.timeNanos()),
                register.weights().blocked(partyId, 0),
                holding.isConfirmed());
    }

    private @Nullable RejectReason mayAsk(Turn turn, long partyId) {
        Access access = foundation.members().access();
        if (access.role(turn, ShareRegisters.CLERK) == null) {
            return null;
        }
        RejectReason reason = access.agent(turn, partyId, MandateScope.SELL, false);
        return reason == RejectReason.NO_MANDATE ? access.agent(turn, partyId, MandateScope.BUY, false) : reason;
    }

    private static boolean isTrade(ShareTransferKind kind) {
        return kind == ShareTransferKind.SALE || kind == ShareTransferKind.CONSIDERATION;
    }

    private static boolean isByHolder(ShareTransferKind kind) {
        return kind == ShareTransferKind.GIFT || kind == ShareTransferKind.PROPERTY_DIVISION;
    }

    /** Writes or reads the count of certificates. */
    void exchange(Snapshot snapshot) {
        certificates = snapshot.number(certificates);
    }
}
