package org.tpx.protocol;

/** So many units for a party. */
public record UnitAllotment(
        @Field(value = "the holder", ref = Ref.PARTY) long partyId,
        @Field(value = "units", min = 1, max = (1L << 39) - 1) long units) {}
