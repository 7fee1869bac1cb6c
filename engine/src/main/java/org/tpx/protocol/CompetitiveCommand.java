package org.tpx.protocol;

/** Competitive negotiation: offers in rounds, then final offers (section 2.2 F, machine 9.3). */
public sealed interface CompetitiveCommand extends Command {

    /** Says in a draft how a competitive negotiation goes on. */
    @Message(id = 240, doc = "Says in a draft how a competitive negotiation goes on.")
    record SetCompetitiveTerms(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "most rounds", min = 1, max = 3) int rounds,
            @Field(value = "rounds after which the transferor may close them", min = 1, max = 3) int leastRounds,
            @Field(value = "length of a round", min = 1, max = 8_640_000) int roundSeconds,
            @Field(value = "how long final offers are taken", min = 1, max = 8_640_000) int finalSeconds,
            @Field("whether the offers of a round are told when it ends, not at once") boolean secret)
            implements CompetitiveCommand {}

    /** Offers more than the party did before; binding until a better one of its own. */
    @Message(id = 241, doc = "Offers more than the party did before; binding until a better one of its own.")
    record MakeRoundOffer(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "the offer; sealed and final ones are in no event before their round ends", min = 1, confidential = true) Money amount)
            implements CompetitiveCommand {}

    /** Closes the rounds for the transferor: final offers follow the one that runs. */
    @Message(id = 242, doc = "Closes the rounds for the transferor: final offers follow the one that runs.")
    record CloseRounds(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements CompetitiveCommand {}
}
