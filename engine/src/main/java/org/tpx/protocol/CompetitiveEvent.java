package org.tpx.protocol;

/** Competitive negotiation. */
public sealed interface CompetitiveEvent extends Event {

    /** A draft says how a competitive negotiation goes on. */
    @Message(id = 1345, doc = "A draft says how a competitive negotiation goes on.")
    record CompetitiveTermsSet(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("most rounds") int rounds,
            @Field("rounds after which the transferor may close them") int leastRounds,
            @Field("length of a round") int roundSeconds,
            @Field("how long final offers are taken") int finalSeconds,
            @Field("whether the offers of a round are told when it ends, not at once") boolean secret)
            implements CompetitiveEvent {}

    /** A bidder offered; how much is told now, or when the round ends. */
    @Message(id = 1346, doc = "A bidder offered; how much is told now, or when the round ends.")
    record RoundOfferMade(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("the round; final offers count as one more") int round,
            @Field(value = "the offer, where it is open", optional = true) Money amount)
            implements CompetitiveEvent {}

    /** What a bidder offered in the round that ended. */
    @Message(id = 1347, doc = "What a bidder offered in the round that ended.")
    record RoundOfferOpened(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("the round; final offers count as one more") int round,
            @Field("the offer") Money amount)
            implements CompetitiveEvent {}

    /** The transferor closed the rounds: final offers follow the one that runs. */
    @Message(id = 1348, doc = "The transferor closed the rounds: final offers follow the one that runs.")
    record RoundsClosed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the last round") int round)
            implements CompetitiveEvent {}

    /** The best of the last offers is selected. */
    @Message(id = 1349, doc = "The best of the last offers is selected.")
    record OfferSelected(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("the offer") Money amount)
            implements CompetitiveEvent {}
}
