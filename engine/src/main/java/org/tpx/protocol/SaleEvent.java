package org.tpx.protocol;

import java.util.List;

/** Quotes, auctions and halts. */
public sealed interface SaleEvent extends Event {

    /** The single transferee quoted. */
    @Message(id = 1090, doc = "The single transferee quoted.")
    record SingleQuoteSubmitted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("the quote") Money amount)
            implements SaleEvent {}

    /** The hours of an auction are fixed. */
    @Message(id = 1091, doc = "The hours of an auction are fixed.")
    record AuctionScheduled(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("admitted bidders") int bidders,
            @Field("start of the bidding") long startNanos,
            @Field(value = "end of its first period, where the clerk fixes it", optional = true) long freeEndNanos)
            implements SaleEvent {}

    /** The free bidding period runs. */
    @Message(id = 1092, doc = "The free bidding period runs.")
    record AuctionStarted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("until then") long freeEndNanos)
            implements SaleEvent {}

    /** The limited bidding period runs. */
    @Message(id = 1093, doc = "The limited bidding period runs.")
    record LimitedPeriodStarted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("until then, unless a bid extends it") long deadlineNanos)
            implements SaleEvent {}

    /** A bid is the highest; of several in one turn the last one leads, at its amount. */
    @Message(id = 1094, doc = "A bid is the highest; of several in one turn the last one leads, at its amount.")
    record BidPlaced(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("the bid") Money amount,
            @Field("end of the running period from now on") long deadlineNanos,
            @Field("extensions of the limited period so far") int extension)
            implements SaleEvent {}

    /** The price is found. */
    @Message(id = 1095, doc = "The price is found.")
    record AuctionDetermined(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the winner", ref = Ref.PARTY) long winnerId,
            @Field("what it pays") Money amount,
            @Field(value = "the runner-up", optional = true, ref = Ref.PARTY) long runnerUpId,
            @Field(value = "its last bid", optional = true) Money runnerUpAmount)
            implements SaleEvent {}

    /** The auction ended without a bid, or without one that sells. */
    @Message(id = 1096, doc = "The auction ended without a bid, or without one that sells.")
    record AuctionFailed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements SaleEvent {}

    /** Trading is halted; timers stand still. */
    @Message(id = 1097, doc = "Trading is halted; timers stand still.")
    record HaltOrdered(
            @Field("how far it reaches") HaltScope scope,
            @Field(value = "the listing, where it is one", optional = true, ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements SaleEvent {}

    /** Trading goes on. */
    @Message(id = 1098, doc = "Trading goes on.")
    record HaltLifted(
            @Field("how far it reached") HaltScope scope,
            @Field(value = "the listing, where it is one", optional = true, ref = Ref.LISTING) long listingId)
            implements SaleEvent {}

    /** One auction stands still after an outage or with its suspended listing. */
    @Message(id = 1099, doc = "One auction stands still after an outage or with its suspended listing.")
    record AuctionHalted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("time that was left in its running period, rounded down; 0 where no clock of its own ends it") int remainingSeconds)
            implements SaleEvent {}

    /** One auction goes on. */
    @Message(id = 1100, doc = "One auction goes on.")
    record AuctionResumed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("its running period") AuctionPhase phase,
            @Field(value = "end of the running period; absent where no clock ends it", optional = true) long deadlineNanos)
            implements SaleEvent {}

    /** An auction entered a phase of its mode. */
    @Message(id = 1170, doc = "An auction entered a phase of its mode.")
    record PhaseStarted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the phase") AuctionPhase phase,
            @Field(value = "step, round or turn, where the phase counts them", optional = true) int number,
            @Field(value = "end of the phase; absent where no clock ends it", optional = true) long deadlineNanos)
            implements SaleEvent {}

    /** A draft says how the price of a Dutch auction falls. */
    @Message(id = 1171, doc = "A draft says how the price of a Dutch auction falls.")
    record DutchTermsSet(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("by how much the price falls with each step") Money step,
            @Field("how long the price of each step stands") int stepSeconds,
            @Field("steps below the listing price") int steps,
            @Field("whether a sealed stage and a best bid follow") boolean hybrid,
            @Field(value = "length of the sealed stage", optional = true) int sealedStageSeconds,
            @Field(value = "how long the one that accepted may outbid it", optional = true) int bestBidSeconds)
            implements SaleEvent {}

    /** Another price stands. */
    @Message(id = 1172, doc = "Another price stands.")
    record PriceStepped(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("steps below the listing price, 0 at first") int step,
            @Field("the price") Money price,
            @Field("until then, unless somebody accepts it") long deadlineNanos)
            implements SaleEvent {}

    /** A bidder accepted the price that stood. */
    @Message(id = 1173, doc = "A bidder accepted the price that stood.")
    record PriceAccepted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("the step") int step,
            @Field("its price") Money price)
            implements SaleEvent {}

    /** A bidder bid in the sealed stage; how much is told when it ends. */
    @Message(id = 1174, doc = "A bidder bid in the sealed stage; how much is told when it ends.")
    record StageBidSubmitted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber)
            implements SaleEvent {}

    /** What a bidder bid in the sealed stage that ended. */
    @Message(id = 1175, doc = "What a bidder bid in the sealed stage that ended.")
    record StageBidOpened(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("the bid") Money amount)
            implements SaleEvent {}

    /** The bidder that had accepted the price bid more than the sealed stage. */
    @Message(id = 1176, doc = "The bidder that had accepted the price bid more than the sealed stage.")
    record BestBidPlaced(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("the bid") Money amount)
            implements SaleEvent {}

    /** A draft says when the free period of a dynamic quotation starts. */
    @Message(id = 1177, doc = "A draft says when the free period of a dynamic quotation starts.")
    record DynamicTermsSet(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("at 00:00 of so many working days after the notice") int freeStartDays)
            implements SaleEvent {}

    /** A draft says how long rounds and turns of an auction take. */
    @Message(id = 1178, doc = "A draft says how long rounds and turns of an auction take.")
    record RoundsTermsSet(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("how many rounds") int rounds,
            @Field("how long a bidder's turn takes at most") int turnSeconds,
            @Field("pause before the first round") int openingPauseSeconds,
            @Field("pause before each further round") int pauseSeconds,
            @Field("how long initial bids are collected, unless the clerk fixes it with the hours") int collectingSeconds)
            implements SaleEvent {}

    /** A bidder bid before the rounds; how much is told when they come. */
    @Message(id = 1179, doc = "A bidder bid before the rounds; how much is told when they come.")
    record InitialBidSubmitted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber)
            implements SaleEvent {}

    /** With what a bidder enters the rounds. */
    @Message(id = 1180, doc = "With what a bidder enters the rounds.")
    record InitialBidOpened(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("the bid") Money amount)
            implements SaleEvent {}

    /** It is a bidder's turn. */
    @Message(id = 1181, doc = "It is a bidder's turn.")
    record TurnStarted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the round, 1 for the first") int round,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("until then, unless it moves before") long deadlineNanos)
            implements SaleEvent {}

    /** A bidder raised its bid in its turn, or stayed with it. */
    @Message(id = 1182, doc = "A bidder raised its bid in its turn, or stayed with it.")
    record TurnTaken(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the round, 1 for the first") int round,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("its bid from now on") Money amount)
            implements SaleEvent {}

    /** A draft says by how much bids rise, and what else its auction allows. */
    @Message(id = 1183, doc = "A draft says by how much bids rise, and what else its auction allows.")
    record AscendingTermsSet(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("whether a bidder may leave a maximum up to which the exchange bids for it") boolean proxyBidding,
            @Field("whether it is told that the secret reserve is met") boolean reserveMetTold,
            @Field(value = "the increment table, in rising order; empty for the one increment of the notice", optional = true, maxLength = 20) List<IncrementStep> increments)
            implements SaleEvent {}

    /** A bidder left a maximum, or changed it; what it bids with it is told by BidPlaced in the same turn. */
    @Message(
            id = 1184,
            doc = "A bidder left a maximum, or changed it; what it bids with it is told by BidPlaced in the same turn.")
    record ProxyMaximumSet(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber)
            implements SaleEvent {}

    /** A secret reserve holds: its auction sells at no less. */
    @Message(id = 1185, doc = "A secret reserve holds: its auction sells at no less.")
    record SecretReserveSet(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("SHA-256 of nonce, reserve and currency, to be checked when they are revealed") Hash256 commitment)
            implements SaleEvent {}

    /** The highest bid has reached the secret reserve. */
    @Message(id = 1186, doc = "The highest bid has reached the secret reserve.")
    record ReserveMet(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements SaleEvent {}

    /** The attempt to sell ended by its secret reserve, which is secret no longer and does not hold again. */
    @Message(
            id = 1187,
            doc = "The attempt to sell ended by its secret reserve, which is secret no longer and does not hold again.")
    record SecretReserveRevealed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the reserve") Money amount,
            @Field("what its commitment was made with") Hash256 nonce)
            implements SaleEvent {}

    /** A sale is void: its bids count no longer. */
    @Message(id = 1325, doc = "A sale is void: its bids count no longer.")
    record AuctionVoided(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "whose deposits stay frozen for a hearing", maxLength = 50) List<Suspect> suspects,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements SaleEvent {}

    /** The contract of a void sale is void too; what was paid for it goes back, and no fee is due. */
    @Message(id = 1326, doc = "The contract of a void sale is void too; what was paid for it goes back, and no fee is due.")
    record DealAnnulled(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements SaleEvent {}
}
