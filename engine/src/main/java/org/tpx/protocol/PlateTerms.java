package org.tpx.protocol;

/** What a plate promises, and to whom: offers of one owner under one name, for those who are admitted. */
public record PlateTerms(
        @Field("when it and all its offers end") long endNanos,
        @Field(value = "how many parties may hold a place, whatever offers of the plate each takes up", min = 1, max = 1_000_000) int places,
        @Field("whether the exchange waives the service fees of both sides") boolean feeWaived,
        @Field(value = "its name", maxLength = 300) String name,
        @Field(value = "who is admitted, in words", maxLength = 2000) String criteria) {}
