package org.tpx.protocol;

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
}
