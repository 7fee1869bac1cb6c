package org.tpx.protocol;

/** What is charged beyond a price, and what is not: waivers of service fees. */
public sealed interface ChargeCommand extends Command {

    /**
     * Proposes to waive service fees, on a ground that the fee schedule opens: of a listing, of one party in it, or of a party in all that
     * it does under a schedule for a time. Another person approves.
     */
    @Message(id = 285, doc = "Proposes to waive service fees, of a listing, of one party in it, or of a party for a time; another person approves.")
    record ProposeFeeWaiver(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the listing; absent where it is for all that a party does under the schedule", optional = true, ref = Ref.LISTING) long listingId,
            @Field(value = "the party; absent where it is for both sides of the listing", optional = true, ref = Ref.PARTY) long partyId,
            @Field(value = "the fee schedule; absent where a listing is named, which has one", optional = true, ref = Ref.FEE_SCHEDULE) long feeScheduleId,
            @Field("on which ground") FeeWaiverGround ground,
            @Field("digest of what proves the ground") Hash256 document,
            @Field(value = "start; absent where a listing is named", optional = true) long fromNanos,
            @Field(value = "end, exclusive; absent where a listing is named", optional = true) long untilNanos)
            implements ChargeCommand {}

    /** Takes a waiver back; fees that accrued before stay waived. */
    @Message(id = 286, doc = "Takes a waiver of fees back; fees that accrued before stay waived.")
    record RevokeFeeWaiver(
            @Field(value = "the waiver", ref = Ref.WAIVER) long waiverId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ChargeCommand {}
}
