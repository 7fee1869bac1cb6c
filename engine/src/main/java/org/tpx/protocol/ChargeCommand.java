package org.tpx.protocol;

import java.util.List;

/** What is charged beyond a price, and what is not: waivers of service fees, members' dues, brokers' commissions, refunds. */
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

    /** Proposes what members pay for their seats and each year, or a new version of it. */
    @Message(id = 287, doc = "Proposes what members pay for their seats and each year, or a new version of it.")
    record ProposeDuesSchedule(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "code of the schedule", declares = Ref.DUES_SCHEDULE, maxLength = 40) String duesSchedule,
            @Field(value = "version, rising", min = 1, max = 1_000_000) int version,
            @Field(value = "the calendar that its days and years are those of", ref = Ref.CALENDAR) long calendarId,
            @Field(value = "dues are paid by the end of this month of their year, 1 for January", min = 1, max = 12) int dueMonth,
            @Field(value = "working days in which what accrues at admission is paid", max = 250) int paymentDays,
            @Field(value = "what each class of members pays, each class once", maxLength = 10) List<DuesRate> rates)
            implements ChargeCommand {}

    /** Names the party that a member is itself: it pays the member's dues, and commissions are paid to it. */
    @Message(id = 288, doc = "Names the party that a member is itself: it pays the member's dues, and commissions are paid to it.")
    record LinkMember(
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId)
            implements ChargeCommand {}

    /** Records what a mandate says of the member's commission; nothing at all takes it back. */
    @Message(id = 289, doc = "Records what a mandate says of the member's commission; neither rate nor minimum takes it back.")
    record AgreeCommission(
            @Field(value = "the client", ref = Ref.PARTY) long partyId,
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field("for selling or for buying, not both at once") MandateScope scope,
            @Field("who pays: a seller's broker may be paid by either side, a buyer's by the buyer") FeeSide payer,
            @Field(value = "parts per million of the price", max = 1_000_000) int ratePpm,
            @Field(value = "the least commission", optional = true) Money minimum,
            @Field("digest of the agency agreement") Hash256 agreement)
            implements ChargeCommand {}

    /** Proposes to give a service fee back that arrived in the operating account; another person approves, and it goes out. */
    @Message(id = 290, doc = "Proposes to give a service fee back from the operating account; another person approves, and it goes out.")
    record ProposeFeeRefund(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the listing whose deal the fee was for", ref = Ref.LISTING) long listingId,
            @Field(value = "who paid it", ref = Ref.PARTY) long partyId,
            @Field(value = "how much", min = 1) Money amount,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ChargeCommand {}

    /** Proposes to give dues or a seat fee back from the operating account; another person approves, and it goes out. */
    @Message(id = 291, doc = "Proposes to give dues or a seat fee back from the operating account; another person approves, and it goes out.")
    record ProposeDuesRefund(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the dues", ref = Ref.DUES) long duesId,
            @Field(value = "how much", min = 1) Money amount,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ChargeCommand {}
}
