package org.tpx.protocol;

/** What was charged beyond a price, and what was not. */
public sealed interface ChargeEvent extends Event {

    /** Two people decided to waive fees that accrue from now on. */
    @Message(id = 1410, doc = "Two people decided to waive fees that accrue from now on.")
    record FeeWaiverGranted(
            @Field(value = "the waiver", ref = Ref.WAIVER) long waiverId,
            @Field(value = "the listing, where it is for one", optional = true, ref = Ref.LISTING) long listingId,
            @Field(value = "the party, where it is for one", optional = true, ref = Ref.PARTY) long partyId,
            @Field(value = "the fee schedule that opens the ground", ref = Ref.FEE_SCHEDULE) long feeScheduleId,
            @Field("on which ground") FeeWaiverGround ground,
            @Field("how much of the seller's fee, in basis points") int sellerBps,
            @Field("how much of the buyer's fee, in basis points") int buyerBps,
            @Field(value = "start, where it is for a time", optional = true) long fromNanos,
            @Field(value = "end, exclusive, where it is for a time", optional = true) long untilNanos)
            implements ChargeEvent {}

    /** A waiver no longer applies. */
    @Message(id = 1411, doc = "A waiver of fees no longer applies.")
    record FeeWaiverRevoked(
            @Field(value = "the waiver", ref = Ref.WAIVER) long waiverId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ChargeEvent {}

    /** A party is spared its service fee, or a part of it. */
    @Message(id = 1412, doc = "A party is spared its service fee, or a part of it.")
    record FeeWaived(
            @Field(value = "the waiver", ref = Ref.WAIVER) long waiverId,
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("whose side it is on") FeeSide side,
            @Field("the fee by the schedule") Money fee,
            @Field("what it is spared, rounded down") Money waived)
            implements ChargeEvent {}
}
