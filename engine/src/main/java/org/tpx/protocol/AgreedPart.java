package org.tpx.protocol;

/** What one of several holders gets by their agreement. */
public record AgreedPart(
        @Field(value = "the holder", ref = Ref.PARTY) long partyId,
        @Field(value = "its parts; all parts together are the whole", min = 1, max = 1_000_000) int parts) {}
