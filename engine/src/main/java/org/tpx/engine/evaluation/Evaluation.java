package org.tpx.engine.evaluation;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.EvaluationDimension;
import org.tpx.protocol.EvaluationEvent.AppraisalRecorded;
import org.tpx.protocol.EvaluationEvent.EvaluationRecorded;
import org.tpx.protocol.EvaluationEvent.MaturityRecorded;
import org.tpx.protocol.Money;

/** One thing that somebody found about a right. It counts until it is revoked, an appraisal also no longer than it is valid. */
final class Evaluation implements Snapshot.Part {

    private enum Kind {
        APPRAISAL,
        MATURITY,
        DIMENSION
    }

    private long id;
    private Kind kind = Kind.APPRAISAL;
    private long rightId;
    private long listingId;
    private Money appraisal = Money.NONE;
    private long validUntilNanos;
    private EvaluationDimension dimension = EvaluationDimension.TECHNOLOGY;
    private int points;
    private boolean revoked;

    Evaluation() {}

    Evaluation(AppraisalRecorded recorded) {
        id = recorded.evaluationId();
        kind = Kind.APPRAISAL;
        rightId = recorded.rightId();
        listingId = recorded.listingId();
        appraisal = recorded.appraisal();
        validUntilNanos = recorded.validUntilNanos();
    }

    Evaluation(MaturityRecorded recorded) {
        id = recorded.evaluationId();
        kind = Kind.MATURITY;
        rightId = recorded.rightId();
        points = recorded.level();
    }

    Evaluation(EvaluationRecorded recorded) {
        id = recorded.evaluationId();
        kind = Kind.DIMENSION;
        rightId = recorded.rightId();
        dimension = recorded.dimension();
        points = recorded.score();
    }

    long id() {
        return id;
    }

    long rightId() {
        return rightId;
    }

    /** The listing that an appraisal was made for, or 0. */
    long listingId() {
        return listingId;
    }

    boolean isAppraisal() {
        return kind == Kind.APPRAISAL && !revoked;
    }

    /** Whether it is an appraisal that counts at this instant: its validity is half-open. */
    boolean isAppraisalAt(long timeNanos) {
        return isAppraisal() && timeNanos < validUntilNanos;
    }

    boolean isMaturity() {
        return kind == Kind.MATURITY && !revoked;
    }

    boolean isOf(EvaluationDimension other) {
        return kind == Kind.DIMENSION && dimension == other && !revoked;
    }

    Money appraisal() {
        return appraisal;
    }

    /** The maturity level, or the points in its dimension. */
    int points() {
        return points;
    }

    boolean isRevoked() {
        return revoked;
    }

    void revoke() {
        revoked = true;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        id = snapshot.number(id);
        kind = snapshot.constant(kind);
        rightId = snapshot.number(rightId);
        listingId = snapshot.number(listingId);
        appraisal = snapshot.money(appraisal);
        validUntilNanos = snapshot.number(validUntilNanos);
        dimension = snapshot.constant(dimension);
        points = snapshot.number(points);
        revoked = snapshot.flag(revoked);
    }
}
