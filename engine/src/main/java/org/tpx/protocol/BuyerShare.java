package org.tpx.protocol;

/** What one of several transferees pays of the price. */
public record BuyerShare(
        @Field(value = "the transferee", ref = Ref.PARTY) long partyId,
        @Field(value = "its part of the price") Money amount) {}
