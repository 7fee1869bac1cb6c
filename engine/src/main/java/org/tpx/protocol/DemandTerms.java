package org.tpx.protocol;

/** What a demand says. */
public record DemandTerms(
        @Field("what is asked for") DemandKind kind,
        @Field(value = "the award in all, or the credit sought", min = 1) Money amount,
        @Field(value = "who answers for the award; absent where the poster pays it in before the demand is published", optional = true, ref = Ref.PARTY) long guarantorId,
        @Field(value = "digest of the guarantee", optional = true) Hash256 guarantee,
        @Field("from here on no solution is taken") long solutionEndNanos,
        @Field(value = "working days to open the solutions", min = 1, max = 400) int openingDays,
        @Field(value = "working days of the poster to choose among those that were opened", min = 1, max = 400) int judgingDays,
        @Field(value = "most solutions that share the award; absent for any number", optional = true, max = 50) int maxAwards,
        @Field(value = "least technology maturity level of what is looked for", optional = true, max = 9) int leastMaturityLevel,
        @Field(value = "field of technology, a code of the classification in use", maxLength = 40) String field,
        @Field(value = "its name", maxLength = 300) String title,
        @Field(value = "the criteria by which the poster chooses", maxLength = 4000) String criteria,
        @Field(value = "keywords, in any language", optional = true, maxLength = 1000) String keywords,
        @Field(value = "what is needed, in any language", optional = true, maxLength = 4000) String description) {}
