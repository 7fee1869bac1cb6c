package org.tpx.protocol;

/** An owner of a right and its share. */
public record Owner(
        @Field(value = "the owner", ref = Ref.PARTY) long partyId,
        @Field(value = "share in basis points; all shares add up to 10000", min = 1, max = 10_000) int shareBps) {}
