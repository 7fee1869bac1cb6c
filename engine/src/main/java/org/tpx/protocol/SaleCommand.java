package org.tpx.protocol;

import java.util.List;

/** Quotes, bids and halts (machine 9.3). */
public sealed interface SaleCommand extends Command {

    /** Quotes as the single admitted transferee. */
    @Message(id = 70, doc = "Quotes as the single admitted transferee.")
    record SubmitSingleQuote(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "the quote", min = 1) Money amount)
            implements SaleCommand {}

    /** Fixes the hours of an auction. */
    @Message(id = 71, doc = "Fixes the hours of an auction.")
    record ScheduleAuction(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("start of the bidding") long startNanos,
            @Field(value = "end of its first period, where the mode lets the clerk choose; absent takes the length from the notice", optional = true) long freeEndNanos)
            implements SaleCommand {}

    /** Bids in an auction. */
    @Message(id = 72, doc = "Bids in an auction.")
    record PlaceBid(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "the bid", min = 1) Money amount)
            implements SaleCommand {}

    /** Halts one listing's sale or the whole market; timers freeze. */
    @Message(id = 73, doc = "Halts one listing's sale or the whole market; timers freeze.")
    record OrderHalt(
            @Field("how far it reaches") HaltScope scope,
            @Field(value = "the listing, where it is one", optional = true, ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements SaleCommand {}

    /** Proposes to lift a halt; another person approves. */
    @Message(id = 74, doc = "Proposes to lift a halt; another person approves.")
    record ProposeHaltLift(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field("how far it reached") HaltScope scope,
            @Field(value = "the listing, where it is one", optional = true, ref = Ref.LISTING) long listingId)
            implements SaleCommand {}

    /** Says in a draft how the price of a Dutch auction falls. */
    @Message(id = 120, doc = "Says in a draft how the price of a Dutch auction falls.")
    record SetDutchTerms(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "by how much the price falls with each step", min = 1) Money step,
            @Field(value = "how long the price of each step stands", min = 1, max = 864_000) int stepSeconds,
            @Field(value = "steps below the listing price; the last one is the floor", min = 1, max = 1_000) int steps,
            @Field("whether the others may bid more once a price was accepted, and the one that accepted more again") boolean hybrid,
            @Field(value = "hybrid: length of the sealed stage", optional = true, max = 864_000) int sealedStageSeconds,
            @Field(value = "hybrid: how long the one that accepted may outbid it", optional = true, max = 864_000) int bestBidSeconds)
            implements SaleCommand {}

    /** Accepts the price that stands. */
    @Message(id = 121, doc = "Accepts the price that stands.")
    record AcceptPrice(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "the price, to be sure that both mean the same", min = 1) Money price)
            implements SaleCommand {}

    /** Bids more than the accepted price in the sealed stage. */
    @Message(id = 122, doc = "Bids more than the accepted price in the sealed stage.")
    record SubmitStageBid(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "the bid, which no event tells before the stage ends", min = 1, confidential = true) Money amount)
            implements SaleCommand {}

    /** Bids more than the best of the sealed stage, as the one that accepted the price. */
    @Message(id = 123, doc = "Bids more than the best of the sealed stage, as the one that accepted the price.")
    record SubmitBestBid(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "the bid", min = 1) Money amount)
            implements SaleCommand {}

    /** Says in a draft when the free period of a dynamic quotation starts. */
    @Message(id = 124, doc = "Says in a draft when the free period of a dynamic quotation starts.")
    record SetDynamicTerms(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "at 00:00 of so many working days after the notice", min = 1, max = 400) int freeStartDays)
            implements SaleCommand {}

    /** Says in a draft how long rounds and turns of an auction take. */
    @Message(id = 125, doc = "Says in a draft how long rounds and turns of an auction take.")
    record SetRoundsTerms(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "how many rounds", min = 1, max = 100) int rounds,
            @Field(value = "how long a bidder's turn takes at most", min = 1, max = 86_400) int turnSeconds,
            @Field(value = "pause before the first round", max = 86_400) int openingPauseSeconds,
            @Field(value = "pause before each further round", max = 86_400) int pauseSeconds,
            @Field(value = "how long initial bids are collected, unless the clerk fixes it with the hours", min = 1, max = 8_640_000) int collectingSeconds)
            implements SaleCommand {}

    /** Bids before the rounds; who does not takes no part in them. */
    @Message(id = 126, doc = "Bids before the rounds; who does not takes no part in them.")
    record SubmitInitialBid(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "the bid, which no event tells before the rounds", min = 1, confidential = true) Money amount)
            implements SaleCommand {}

    /** Raises the party's own bid in its turn, or stays with it; the turn is over. */
    @Message(id = 127, doc = "Raises the party's own bid in its turn, or stays with it; the turn is over.")
    record TakeTurn(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "the new bid; absent to stay with the old one", optional = true, min = 1) Money amount)
            implements SaleCommand {}

    /** Says in a draft by how much bids rise, and what else its auction with rising bids allows. */
    @Message(
            id = 128,
            doc = "Says in a draft by how much bids rise, and what else its auction with rising bids allows.")
    record SetAscendingTerms(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("whether a bidder may leave a maximum up to which the exchange bids for it") boolean proxyBidding,
            @Field("whether it is told that the secret reserve is met") boolean reserveMetTold,
            @Field(value = "the increment table, in rising order; empty for the one increment of the notice", optional = true, maxLength = 20) List<IncrementStep> increments)
            implements SaleCommand {}

    /** Leaves a maximum up to which the exchange bids for the party, no more than it takes to lead. */
    @Message(
            id = 129,
            doc = "Leaves a maximum up to which the exchange bids for the party, no more than it takes to lead.")
    record SetProxyMaximum(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "the maximum, which no event tells", min = 1, confidential = true) Money maximum)
            implements SaleCommand {}

    /** Holds the transferor to a price below which its auction does not sell, without telling it. */
    @Message(
            id = 130,
            doc = "Holds the transferor to a price below which its auction does not sell, without telling it.")
    record SetSecretReserve(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the reserve, which no event tells before the attempt to sell ends", min = 1, confidential = true) Money amount,
            @Field(value = "random digits that only the transferor knows", confidential = true) Hash256 nonce,
            @Field("SHA-256 of nonce=<nonce>|reserve=<minor units>|currency=<code>, which the notice tells") Hash256 commitment)
            implements SaleCommand {}

    /** Proposes to void a sale; another supervisor approves. */
    @Message(id = 230, doc = "Proposes to void a sale; another supervisor approves.")
    record ProposeVoid(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "whose deposits stay frozen for a hearing", maxLength = 50) List<Suspect> suspects,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements SaleCommand {}
}
