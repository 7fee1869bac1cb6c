package org.tpx.protocol;

import java.util.List;

/** What a notice says about rights of first refusal. */
public record RofrTerms(
        @Field("how the holders come in") RofrMode rofrMode,
        @Field(value = "how long a holder who was admitted has to answer the price found", min = 1, max = 86_400) int windowSeconds,
        @Field(value = "how long a holder has to answer a notice in writing", min = 1, max = 400) int answerDays,
        @Field("in which days that is counted") DayKind answerDayKind,
        @Field("whether a holder who was notified and is not admitted when the price is found has waived") boolean absenceWaives,
        @Field(value = "the holders", maxLength = 50) List<PreemptiveHolder> holders) {}
