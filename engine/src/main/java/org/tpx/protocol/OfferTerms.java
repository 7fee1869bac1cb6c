package org.tpx.protocol;

/** What an offer says. Later and contingent payments stand in the licence's terms, of which it carries the digest. */
public record OfferTerms(
        @Field("what is offered") OfferKind offerKind,
        @Field("the marked price, paid at once: the whole fee, or the entry fee before royalties; zero where there is none") Money price,
        @Field(value = "royalty on net sales", optional = true, max = 10_000) int salesRoyaltyBps,
        @Field(value = "royalty on profit", optional = true, max = 10_000) int profitRoyaltyBps,
        @Field(value = "how many may hold a place; absent for any number", optional = true, max = 1_000_000) int places,
        @Field(value = "when it ends; absent where it stands until it is withdrawn", optional = true) long endNanos,
        @Field("digest of the licence's terms") Hash256 licenceTerms,
        @Field(value = "digest of the evaluation report on a utility model or design", optional = true) Hash256 evaluationReport,
        @Field(value = "when the price is released", optional = true) ReleasePolicy releasePolicy) {}
