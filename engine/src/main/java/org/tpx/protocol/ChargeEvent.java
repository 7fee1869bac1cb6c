package org.tpx.protocol;

import java.util.List;

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

    /** A version of what members pay is in force. */
    @Message(id = 1413, doc = "A version of what members pay is in force.")
    record DuesScheduleLoaded(
            @Field(value = "the schedule", ref = Ref.DUES_SCHEDULE) long duesScheduleId,
            @Field(value = "its code", declares = Ref.DUES_SCHEDULE, maxLength = 40) String code,
            @Field("version") int version,
            @Field(value = "the calendar that its days and years are those of", ref = Ref.CALENDAR) long calendarId,
            @Field("dues are paid by the end of this month of their year") int dueMonth,
            @Field("working days in which what accrues at admission is paid") int paymentDays,
            @Field(value = "what each class of members pays", maxLength = 10) List<DuesRate> rates)
            implements ChargeEvent {}

    /** A member owes its seat fee, or its dues of a year. */
    @Message(id = 1414, doc = "A member owes its seat fee, or its dues of a year.")
    record DuesAccrued(
            @Field(value = "the dues", ref = Ref.DUES) long duesId,
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field(value = "by which schedule", ref = Ref.DUES_SCHEDULE) long duesScheduleId,
            @Field("and version of it") int version,
            @Field("what for") DuesKind kind,
            @Field("of which year") int year,
            @Field("how much") Money amount,
            @Field("to be paid before then") long dueNanos)
            implements ChargeEvent {}

    /** Dues are in, in full. */
    @Message(id = 1415, doc = "Dues are in, in full.")
    record DuesPaid(
            @Field(value = "the dues", ref = Ref.DUES) long duesId,
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field("how much in all") Money amount)
            implements ChargeEvent {}

    /** A payment came, but dues are not in full yet. */
    @Message(id = 1416, doc = "A payment came, but dues are not in full yet.")
    record DuesShort(
            @Field(value = "the dues", ref = Ref.DUES) long duesId,
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field("what is missing") Money missing)
            implements ChargeEvent {}

    /** Dues did not come in time; what follows is for a supervisor to decide. */
    @Message(id = 1417, doc = "Dues did not come in time; what follows is for a supervisor to decide.")
    record DuesOverdue(
            @Field(value = "the dues", ref = Ref.DUES) long duesId,
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field("what is missing") Money missing)
            implements ChargeEvent {}

    /** This party is the member itself. */
    @Message(id = 1418, doc = "This party is the member itself.")
    record MemberLinked(
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId)
            implements ChargeEvent {}

    /** What a mandate says of the member's commission. */
    @Message(id = 1419, doc = "What a mandate says of the member's commission.")
    record CommissionAgreed(
            @Field(value = "the client", ref = Ref.PARTY) long partyId,
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field("for selling or for buying") MandateScope scope,
            @Field("who pays") FeeSide payer,
            @Field("parts per million of the price") int ratePpm,
            @Field(value = "the least commission", optional = true) Money minimum)
            implements ChargeEvent {}

    /** The notice that was published in this turn says what the seller's broker gets. */
    @Message(id = 1420, doc = "The notice that was published in this turn says what the seller's broker gets.")
    record CommissionDisclosed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field("who pays") FeeSide payer,
            @Field("parts per million of the price") int ratePpm,
            @Field(value = "the least commission", optional = true) Money minimum)
            implements ChargeEvent {}

    /** A broker's commission is due; it is held until the price is released. */
    @Message(id = 1421, doc = "A broker's commission is due; it is held until the price is released.")
    record CommissionAccrued(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field(value = "the party that the member is itself", ref = Ref.PARTY) long payeeId,
            @Field(value = "the party that pays", ref = Ref.PARTY) long partyId,
            @Field("on which side that is") FeeSide payer,
            @Field("how much") Money amount)
            implements ChargeEvent {}

    /** Two people decided to give a service fee back. */
    @Message(id = 1422, doc = "Two people decided to give a service fee back.")
    record FeeRefundGranted(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "to whom", ref = Ref.PARTY) long partyId,
            @Field("how much") Money amount,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ChargeEvent {}

    /** Two people decided to give dues or a seat fee back. */
    @Message(id = 1423, doc = "Two people decided to give dues or a seat fee back.")
    record DuesRefundGranted(
            @Field(value = "the dues", ref = Ref.DUES) long duesId,
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field(value = "to whom", ref = Ref.PARTY) long partyId,
            @Field("how much") Money amount,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ChargeEvent {}

    /** One account paid deposits for two parties of a listing. */
    @Message(id = 1424, doc = "One account paid deposits for two parties of a listing.")
    record DepositAccountShared(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "for whom it paid now", ref = Ref.PARTY) long partyId,
            @Field(value = "for whom it paid first", ref = Ref.PARTY) long otherPartyId,
            @Field("salted digest of the account") Hash256 account)
            implements ChargeEvent {}
}
