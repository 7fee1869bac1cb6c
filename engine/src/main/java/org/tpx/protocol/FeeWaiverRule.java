package org.tpx.protocol;

/** A ground on which a fee schedule lets fees be waived, and how much of each side's fee. */
public record FeeWaiverRule(
        @Field("the ground") FeeWaiverGround ground,
        @Field(value = "how much of the seller's fee, in basis points; 0 where it is not open to sellers", max = 10_000) int sellerBps,
        @Field(value = "how much of the buyer's fee, in basis points; 0 where it is not open to buyers", max = 10_000) int buyerBps) {}
