package org.tpx.protocol;

/**
 * What others found about a right, put on record with who found it and when: appraisals, technology maturity levels, evaluations
 * in five dimensions. A right need not be for sale to be described and evaluated.
 */
public sealed interface EvaluationCommand extends Command {

    /** Records an appraisal of a right, or of what one listing sells of it. */
    @Message(id = 220, doc = "Records an appraisal of a right, or of what one listing sells of it.")
    record RecordAppraisal(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the listing that it was made for; absent where it is about the right as a whole", optional = true, ref = Ref.LISTING) long listingId,
            @Field(value = "who made it", ref = Ref.PARTY) long evaluatorId,
            @Field(value = "the appraisal result", min = 1) Money appraisal,
            @Field("as of when") long madeNanos,
            @Field("from here on it no longer counts") long validUntilNanos,
            @Field("digest of the report") Hash256 report)
            implements EvaluationCommand {}

    /** Records how mature a technology is. */
    @Message(id = 221, doc = "Records how mature a technology is.")
    record RecordMaturity(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "who found it", ref = Ref.PARTY) long evaluatorId,
            @Field(value = "technology maturity level, from basic principles to proven use", min = 1, max = 9) int level,
            @Field("as of when") long madeNanos,
            @Field("digest of the report") Hash256 report)
            implements EvaluationCommand {}

    /** Records what an evaluation found in one dimension. */
    @Message(id = 222, doc = "Records what an evaluation found in one dimension.")
    record RecordEvaluation(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "who found it", ref = Ref.PARTY) long evaluatorId,
            @Field("in which dimension") EvaluationDimension dimension,
            @Field(value = "points", max = 100) int score,
            @Field("as of when") long madeNanos,
            @Field("digest of the report") Hash256 report)
            implements EvaluationCommand {}

    /** Takes an evaluation of any kind off the record, because it proved wrong or false. */
    @Message(id = 223, doc = "Takes an evaluation of any kind off the record, because it proved wrong or false.")
    record RevokeEvaluation(
            @Field(value = "the evaluation", ref = Ref.EVALUATION) long evaluationId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements EvaluationCommand {}

    /** Describes a right in words for those who look for technology. */
    @Message(id = 224, doc = "Describes a right in words for those who look for technology.")
    record DescribeRight(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "field of technology, a code of the classification in use", maxLength = 40) String field,
            @Field(value = "keywords, in any language", optional = true, maxLength = 1000) String keywords,
            @Field(value = "what it is and does, in any language", optional = true, maxLength = 4000) String summary)
            implements EvaluationCommand {}
}
