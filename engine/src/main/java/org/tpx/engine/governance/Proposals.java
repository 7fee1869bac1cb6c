package org.tpx.engine.governance;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.protocol.Command;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.GovernanceCommand.RejectProposal;
import org.tpx.protocol.GovernanceEvent.ProposalApproved;
import org.tpx.protocol.GovernanceEvent.ProposalMade;
import org.tpx.protocol.GovernanceEvent.ProposalRejected;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/**
 * The proposals of every kind. Each is decided once, by a person other than the one who made it: a supervisor, for
 * certificates, payments, refunds and entries in a register of shares also a clerk. A rule needs the authority's approval number
 * besides.
 */
public final class Proposals {

    private static final int SUPERVISOR = Access.mask(Role.SUPERVISOR);
    private static final int CLERK_OR_SUPERVISOR = Access.mask(Role.CLERK, Role.SUPERVISOR);

    private final Table<Proposal> proposals = new Table<>(Proposal::new);
    private final Codes codes = new Codes();
    private final Access access;

    /** No proposals yet. */
    public Proposals(Access access) {
        this.access = access;
    }

    /** Whether the code names a proposal already. */
    public boolean isCodeTaken(String code) {
        return codes.isTaken(code);
    }

    /**
     * Takes a proposal of a sender who has one of these roles ({@link Access#mask}); otherwise as {@link #propose(Turn, String,
     * ProposalKind, Command, RejectReason, long)}.
     */
    public boolean propose(
            Turn turn,
            int roles,
            String code,
            ProposalKind kind,
            Command command,
            @Nullable RejectReason obstacle,
            long subjectId) {
        RejectReason reason = access.role(turn, roles);
        return propose(turn, code, kind, command, reason == null ? obstacle : reason, subjectId);
    }

    /**
     * Takes a proposal of the sender and emits ProposalMade, or refuses: of CODE_TAKEN, where the code names a proposal already, and the
     * obstacle for the one that comes first.
     *
     * @param obstacle why what is proposed cannot be done now, or null
     * @param subjectId what a refusal is about
     * @return whether the proposal was taken
     */
    public boolean propose(
            Turn turn,
            String code,
            ProposalKind kind,
            Command command,
            @Nullable RejectReason obstacle,
            long subjectId) {
        RejectReason reason = first(code, obstacle);
        if (reason != null) {
            turn.refuse(reason, subjectId);
            return false;
        }
        Proposal proposal = proposals.add(new Proposal(proposals.nextId(), code, kind, turn.principalId(), command));
        codes.enter(proposal);
        turn.emit(new ProposalMade(proposal.id(), code, kind, turn.principalId()));
        return true;
    }

    private @Nullable RejectReason first(String code, @Nullable RejectReason obstacle) {
        boolean before = obstacle != null && obstacle.compareTo(RejectReason.CODE_TAKEN) < 0;
        return isCodeTaken(code) && !before ? RejectReason.CODE_TAKEN : obstacle;
    }

    /** The proposal if the sender may approve it now, or null when the command was refused. Changes nothing. */
    public @Nullable Proposal approvable(Turn turn, ApproveProposal command) {
        boolean authorized = !command.authorityApproval().isBlank();
        return findDecidable(turn, command.proposalId(), authorized);
    }

    /** Approves a proposal that is {@link #approvable}; emits ProposalApproved. Its effect is the caller's business. */
    public void approve(Turn turn, Proposal proposal, ApproveProposal command) {
        Invariant.check(proposal.isOpen(), "a proposal is decided twice", proposal.id());
        proposal.enter(Proposal.State.APPROVED);
        turn.emit(new ProposalApproved(proposal.id(), command.authorityApproval()));
    }

    /** Emits ProposalRejected. Returns the proposal, or null when the command was refused. */
    public @Nullable Proposal rejectProposal(Turn turn, RejectProposal command) {
        Proposal proposal = findDecidable(turn, command.proposalId(), true);
        if (proposal != null) {
            proposal.enter(Proposal.State.REJECTED);
            turn.emit(new ProposalRejected(proposal.id(), command.reason()));
        }
        return proposal;
    }

    /** Writes or reads all proposals. */
    public void exchange(Snapshot snapshot) {
        proposals.exchange(snapshot);
        if (snapshot.isReading()) {
            codes.restore(proposals);
        }
    }

    private @Nullable Proposal findDecidable(Turn turn, long proposalId, boolean authorized) {
        Proposal proposal = proposals.find(proposalId);
        RejectReason reason = obstacle(turn, proposal, authorized);
        if (reason != null) {
            turn.refuse(reason, proposalId);
            return null;
        }
        return proposal;
    }

    private @Nullable RejectReason obstacle(Turn turn, @Nullable Proposal proposal, boolean authorized) {
        boolean supervisorOnly = proposal != null && !mayClerkDecide(proposal.kind());
        RejectReason reason = access.role(turn, supervisorOnly ? SUPERVISOR : CLERK_OR_SUPERVISOR);
        if (reason != null) {
            return reason;
        }
        if (proposal == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (proposal.proposerId() == turn.principalId()) {
            return RejectReason.SAME_PERSON;
        }
        if (isRule(proposal.kind()) && !authorized) {
            return RejectReason.VARIETY_NOT_APPROVED;
        }
        return proposal.isOpen() ? null : RejectReason.NOT_ALLOWED;
    }

    private static boolean mayClerkDecide(ProposalKind kind) {
        return switch (kind) {
            case CERTIFICATE, PAYMENTS, SHARE_ENTRY, REFUND -> true;
            default -> false;
        };
    }

    private static boolean isRule(ProposalKind kind) {
        return switch (kind) {
            case CALENDAR, PROFILE, FEE_SCHEDULE, SERIES, DUES_SCHEDULE -> true;
            default -> false;
        };
    }
}
