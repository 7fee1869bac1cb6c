package org.tpx.protocol;

/** A party whose deposit stays frozen when a sale is void. */
public record Suspect(
        @Field(value = "the party", ref = Ref.PARTY) long partyId) {}
