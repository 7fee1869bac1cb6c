package org.tpx.protocol;

/** What an offering of units promises: how many, at which price, to whom, and until when. Days are working days. */
public record OfferingTerms(
        @Field("which price is paid") OfferingPricing pricing,
        @Field("how applications of one price share what is left") MarginRule margin,
        @Field(value = "units offered", min = 1, max = (1L << 39) - 1) long units,
        @Field(value = "the fixed price of one unit, or the floor", min = 1) Money price,
        @Field(value = "with fewer units taken up the offering fails", min = 1, max = (1L << 39) - 1) long minimumUnits,
        @Field(value = "smallest application", min = 1, max = (1L << 39) - 1) long leastUnits,
        @Field(value = "largest application; 0 for as many as are offered", optional = true, max = (1L << 39) - 1) long mostUnits,
        @Field("applications are taken from here on; who holds units at this instant has the right of pre-emption") long opensNanos,
        @Field(value = "how long applications are taken", min = 1, max = 400) int subscriptionDays,
        @Field(value = "how long holders may then exercise the right of pre-emption; 0 where there is none", optional = true, max = 400) int exerciseDays) {}
