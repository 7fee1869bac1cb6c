package org.tpx.engine.evaluation;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.member.Access;
import org.tpx.protocol.EvaluationCommand.DescribeRight;
import org.tpx.protocol.EvaluationCommand.RecordAppraisal;
import org.tpx.protocol.EvaluationCommand.RecordEvaluation;
import org.tpx.protocol.EvaluationCommand.RecordMaturity;
import org.tpx.protocol.EvaluationCommand.RevokeEvaluation;
import org.tpx.protocol.EvaluationEvent.AppraisalRecorded;
import org.tpx.protocol.EvaluationEvent.EvaluationRecorded;
import org.tpx.protocol.EvaluationEvent.EvaluationRevoked;
import org.tpx.protocol.EvaluationEvent.MaturityRecorded;
import org.tpx.protocol.EvaluationEvent.RightDescribed;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/** Puts evaluations on record and takes them off it. Nobody evaluates what is its own. */
public final class Evaluations {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final int SUPERVISOR = Access.mask(Role.SUPERVISOR);

    private final Foundation foundation;
    private final Listings listings;
    private final EvaluationRegister register = new EvaluationRegister();
    private final EvaluationRules rules;

    /** No evaluations yet of the rights and listings on these floors. */
    public Evaluations(Foundation foundation, Listings listings, Rules rules) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = new EvaluationRules(register, rules);
    }

    /** What they say about a listing. */
    public EvaluationRules rules() {
        return rules;
    }

    /** Causes AppraisalRecorded. */
    public void recordAppraisal(Turn turn, RecordAppraisal command) {
        RejectReason reason = refusal(turn, command);
        if (reason != null) {
            turn.refuse(reason, command.rightId());
            return;
        }
        AppraisalRecorded recorded = new AppraisalRecorded(
                register.nextId(),
                command.rightId(),
                command.listingId(),
                command.evaluatorId(),
                command.appraisal(),
                command.madeNanos(),
                command.validUntilNanos(),
                command.report());
        register.add(new Evaluation(recorded));
        turn.emit(recorded);
    }

    /** Causes MaturityRecorded. */
    public void recordMaturity(Turn turn, RecordMaturity command) {
        RejectReason reason = refusal(turn, command.rightId(), command.evaluatorId(), command.madeNanos());
        if (reason != null) {
            turn.refuse(reason, command.rightId());
            return;
        }
        MaturityRecorded recorded = new MaturityRecorded(
                register.nextId(),
                command.rightId(),
                command.evaluatorId(),
                command.level(),
                command.madeNanos(),
                command.report());
        register.add(new Evaluation(recorded));
        turn.emit(recorded);
    }

    /** Causes EvaluationRecorded. */
    public void recordEvaluation(Turn turn, RecordEvaluation command) {
        RejectReason reason = refusal(turn, command.rightId(), command.evaluatorId(), command.madeNanos());
        if (reason != null) {
            turn.refuse(reason, command.rightId());
            return;
        }
        EvaluationRecorded recorded = new EvaluationRecorded(
                register.nextId(),
                command.rightId(),
                command.evaluatorId(),
                command.dimension(),
                command.score(),
                command.madeNanos(),
                command.report());
        register.add(new Evaluation(recorded));
        turn.emit(recorded);
    }

    /** Causes EvaluationRevoked; what rested on it stands, it no longer counts from now on. */
    public void revoke(Turn turn, RevokeEvaluation command) {
        RejectReason reason = foundation.members().access().role(turn, SUPERVISOR);
        Evaluation evaluation = register.find(command.evaluationId());
        if (reason == null && evaluation == null) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason == null && evaluation != null && evaluation.isRevoked()) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason != null || evaluation == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.evaluationId());
            return;
        }
        evaluation.revoke();
        turn.emit(new EvaluationRevoked(evaluation.id(), evaluation.rightId(), command.reason()));
    }

    /** Causes RightDescribed; no rule of the exchange reads it, those who look for technology do. */
    public void describe(Turn turn, DescribeRight command) {
        RejectReason reason = foundation.members().access().role(turn, CLERK);
        if (reason == null && !foundation.rights().exists(command.rightId())) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason != null) {
            turn.refuse(reason, command.rightId());
            return;
        }
        turn.emit(new RightDescribed(command.rightId(), command.field(), command.keywords(), command.summary()));
    }

    /** Writes or reads all evaluations. */
    public void exchange(Snapshot snapshot) {
        register.exchange(snapshot);
    }

    private @Nullable RejectReason refusal(Turn turn, RecordAppraisal command) {
        Listing listing = listings.find(command.listingId());
        boolean unknown = listing == null && command.listingId() != 0;
        RejectReason reason = foundation.members().access().role(turn, CLERK);
        if (reason == null && unknown) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason == null) {
            reason = refusal(turn, command.rightId(), command.evaluatorId(), command.madeNanos());
        }
        if (reason == null && listing != null && listing.rightId() != command.rightId()) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason == null
                && listing != null
                && listing.currency() != command.appraisal().currency()) {
            reason = RejectReason.CURRENCY;
        }
        boolean over =
                command.validUntilNanos() <= turn.timeNanos() || command.validUntilNanos() <= command.madeNanos();
        return reason == null && over ? RejectReason.BAD_EXPIRY : reason;
    }

    // NOT_ALLOWED: an owner evaluates its own, or the date has not come.
    private @Nullable RejectReason refusal(Turn turn, long rightId, long evaluatorId, long madeNanos) {
        RejectReason reason = foundation.members().access().role(turn, CLERK);
        if (reason != null) {
            return reason;
        }
        boolean known = foundation.rights().exists(rightId)
                && foundation.members().parties().exists(evaluatorId);
        if (!known) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        boolean allowed = !foundation.rights().isOwner(rightId, evaluatorId) && madeNanos <= turn.timeNanos();
        return allowed ? null : RejectReason.NOT_ALLOWED;
    }
}
