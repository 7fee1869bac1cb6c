package org.tpx.protocol;

/** What a rule profile asks for where a transfer is negotiated on one legal basis; a basis without a rule is not allowed. */
public record BasisRule(
        @Field("the legal basis") LegalBasis basis,
        @Field(value = "least public notice; 0 where none is needed", max = 400) int noticeDays,
        @Field("which days the notice counts") DayKind noticeDayKind,
        @Field("whether an approval record, or the unit's decision, must be shown") boolean decisionRequired,
        @Field("whether the price may not lie below the appraisal, which must then be stated") boolean appraisalIsFloor,
        @Field("whether the counterparty may be a related party") boolean relatedPartyAllowed) {}
