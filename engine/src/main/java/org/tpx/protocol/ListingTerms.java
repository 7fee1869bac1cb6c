package org.tpx.protocol;

/** What the notice of a listing says; where an optional term is absent the rule profile's holds. */
public record ListingTerms(
        @Field(value = "the listing price, also the start price", min = 1) Money listingPrice,
        @Field(value = "the appraisal result", optional = true) Money appraisal,
        @Field(value = "the deposit of every intended transferee", min = 1) Money deposit,
        @Field(value = "every bid exceeds the start price by a multiple of this", min = 1) Money increment,
        @Field("how the price is formed when two or more are admitted") AuctionMode auctionMode,
        @Field(value = "formal disclosure in working days", optional = true, max = 400) int disclosureDays,
        @Field(value = "length of an extension cycle in working days", optional = true, max = 400) int extensionDays,
        @Field(value = "announced extension cycles", optional = true, max = 100) int maxExtensions,
        @Field(value = "length of the free bidding period", optional = true, max = 8_640_000) int freePeriodSeconds,
        @Field(value = "length of the limited bidding period", optional = true, max = 86_400) int limitedPeriodSeconds,
        @Field(value = "whether the runner-up may wait with its deposit held", optional = true) boolean runnerUpWaiting,
        @Field(value = "when the price is released", optional = true) ReleasePolicy releasePolicy,
        @Field(value = "under SPLIT: share of it released with the certificate", optional = true, max = 10_000) int releaseSplitBps,
        @Field(value = "what becomes of a defaulter's deposit", optional = true) ForfeitPolicy forfeitPolicy,
        @Field(value = "conditions of transfer, in words", optional = true, maxLength = 2000) String conditions) {}
