package org.tpx.protocol;

/** One marginal tier of a fee schedule: what each side pays on the part of the price in it, in parts per million. */
public record FeeTier(
        @Field(value = "the tier's upper end; absent for the last tier", optional = true) Money upTo,
        @Field(value = "seller's rate when the price was bid", max = 1_000_000) int sellerBiddingPpm,
        @Field(value = "buyer's rate when the price was bid", max = 1_000_000) int buyerBiddingPpm,
        @Field(value = "each side's rate when the price was quoted or agreed", max = 1_000_000) int negotiatedPpm) {}
