package org.tpx.protocol;

import java.util.List;

/** Evaluations that went on record or off it, and which of them a notice carries. */
public sealed interface EvaluationEvent extends Event {

    /** An appraisal is on record. */
    @Message(id = 1315, doc = "An appraisal is on record.")
    record AppraisalRecorded(
            @Field(value = "the evaluation", ref = Ref.EVALUATION) long evaluationId,
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the listing that it was made for", optional = true, ref = Ref.LISTING) long listingId,
            @Field(value = "who made it", ref = Ref.PARTY) long evaluatorId,
            @Field("the appraisal result") Money appraisal,
            @Field("as of when") long madeNanos,
            @Field("from here on it no longer counts") long validUntilNanos,
            @Field("digest of the report") Hash256 report)
            implements EvaluationEvent {}

    /** A technology maturity level is on record. */
    @Message(id = 1316, doc = "A technology maturity level is on record.")
    record MaturityRecorded(
            @Field(value = "the evaluation", ref = Ref.EVALUATION) long evaluationId,
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "who found it", ref = Ref.PARTY) long evaluatorId,
            @Field("technology maturity level") int level,
            @Field("as of when") long madeNanos,
            @Field("digest of the report") Hash256 report)
            implements EvaluationEvent {}

    /** An evaluation in one dimension is on record. */
    @Message(id = 1317, doc = "An evaluation in one dimension is on record.")
    record EvaluationRecorded(
            @Field(value = "the evaluation", ref = Ref.EVALUATION) long evaluationId,
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "who found it", ref = Ref.PARTY) long evaluatorId,
            @Field("in which dimension") EvaluationDimension dimension,
            @Field("points") int score,
            @Field("as of when") long madeNanos,
            @Field("digest of the report") Hash256 report)
            implements EvaluationEvent {}

    /** An evaluation is off the record. */
    @Message(id = 1318, doc = "An evaluation is off the record.")
    record EvaluationRevoked(
            @Field(value = "the evaluation", ref = Ref.EVALUATION) long evaluationId,
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements EvaluationEvent {}

    /** The notice that was published in this turn carries these evaluations, which were in force then. */
    @Message(id = 1319, doc = "The notice that was published in this turn carries these evaluations, which were in force then.")
    record NoticeEvaluated(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the appraisal that floor and price cuts are measured by", optional = true, ref = Ref.EVALUATION) long appraisalEvaluationId,
            @Field(value = "its result", optional = true) Money appraisal,
            @Field(value = "technology maturity level; absent where none is on record", optional = true) int level,
            @Field(value = "the last evaluation in each dimension", maxLength = 5) List<DimensionScore> dimensions)
            implements EvaluationEvent {}

    /** A right is described in words; the last description counts. */
    @Message(id = 1320, doc = "A right is described in words; the last description counts.")
    record RightDescribed(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "field of technology", maxLength = 40) String field,
            @Field(value = "keywords", optional = true, maxLength = 1000) String keywords,
            @Field(value = "what it is and does", optional = true, maxLength = 4000) String summary)
            implements EvaluationEvent {}
}
