package org.tpx.protocol;

/** Somebody with a right of first refusal. */
public record PreemptiveHolder(
        @Field(value = "the holder", ref = Ref.PARTY) long partyId,
        @Field("where the right comes from") RofrKind rofrKind,
        @Field(value = "1 goes before 2, and so on; those of one rank share", min = 1, max = 100) int rank,
        @Field(value = "what it holds, its contribution for example: the base of its share among those of its rank", min = 1, max = Money.MAX_MINOR) long shareBase) {}
