package org.tpx.protocol;

/** One of the ranked candidates of a tender. */
public record Candidate(
        @Field("its rank, 1 for the best") int rank,
        @Field(value = "the party", ref = Ref.PARTY) long partyId,
        @Field("number in the bidder code, 1 for BC-001") int bidderNumber) {}
