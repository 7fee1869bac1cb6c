package org.tpx.protocol;

/** Shares of one holder. */
public record ShareHolding(
        @Field(value = "the holder", ref = Ref.PARTY) long partyId,
        @Field(value = "shares; there are no parts of a share", min = 1, max = (1L << 39) - 1) long shares) {}
