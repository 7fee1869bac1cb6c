package org.tpx.protocol;

/** What one solver gets of an award. */
public record AwardShare(
        @Field(value = "the solver", ref = Ref.PARTY) long partyId,
        @Field(value = "its part of the award, before its fee", min = 1) Money amount) {}
