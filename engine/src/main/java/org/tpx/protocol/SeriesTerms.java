package org.tpx.protocol;

/**
 * The terms of a series of units: what is traded, in which steps, at which hours and at what charge. Hours are seconds of the
 * local day, rising; a call that ends when it begins does not take place.
 */
public record SeriesTerms(
        @Field(value = "its name", maxLength = 200) String name,
        @Field("the currency of its prices") Currency currency,
        @Field(value = "the most units that may exist", min = 1, max = (1L << 39) - 1) long totalUnits,
        @Field(value = "orders are for whole multiples of so many units", min = 1, max = 1_000_000_000) long lotUnits,
        @Field(value = "prices are whole multiples of this", min = 1) Money tick,
        @Field(value = "the price before the first trade", optional = true) Money referencePrice,
        @Field(value = "how far a limit may lie from the day's reference price; 0 for no band", max = 10_000) int bandBps,
        @Field("how a call chooses among equal prices") TieBreak tieBreak,
        @Field(value = "orders may enter and leave from here", max = 86_400) int preOpenSeconds,
        @Field(value = "orders may enter but not leave from here", max = 86_400) int openingCallSeconds,
        @Field(value = "the opening call is uncrossed and continuous trading begins", max = 86_400) int continuousSeconds,
        @Field(value = "continuous trading ends; orders may enter but not leave", max = 86_400) int closingCallSeconds,
        @Field(value = "the closing call is uncrossed and the day is over", max = 86_400) int closeSeconds,
        @Field(value = "length of the call through which a halted series resumes", max = 86_400) int resumptionCallSeconds,
        @Field(value = "the buyer's fee, of the amount of each trade, half a cent rounded up", max = 1_000_000) int buyerFeePpm,
        @Field(value = "the seller's fee, of the amount of each trade, half a cent rounded up", max = 1_000_000) int sellerFeePpm) {}
