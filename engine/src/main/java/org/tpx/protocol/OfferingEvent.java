package org.tpx.protocol;

import java.util.List;

/**
 * Offerings of units from the announcement to the last refund, pools of rights, and the end of a series. With applications and
 * exercises, allotments and returns anyone adds every offering up: what was paid in is what was paid for units and what goes back.
 */
public sealed interface OfferingEvent extends Event {

    /** An offering is announced; its clock runs. */
    @Message(id = 1270, doc = "An offering is announced; its clock runs.")
    record OfferingAnnounced(
            @Field(value = "the offering", ref = Ref.OFFERING) long offeringId,
            @Field(value = "its code", declares = Ref.OFFERING, maxLength = 40) String code,
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "who gets the money", ref = Ref.PARTY) long issuerId,
            @Field(value = "the rule profile", ref = Ref.PROFILE) long profileId,
            @Field("its version, which stays") int profileVersion,
            @Field("what is offered") OfferingTerms terms,
            @Field("from here on no application is taken") long closesNanos,
            @Field(value = "from here on no right of pre-emption is exercised; absent where there is none", optional = true) long exerciseEndNanos)
            implements OfferingEvent {}

    /** Applications are taken from now on. */
    @Message(id = 1271, doc = "Applications are taken from now on.")
    record OfferingOpened(
            @Field(value = "the offering", ref = Ref.OFFERING) long offeringId)
            implements OfferingEvent {}

    /** A holder's right of pre-emption: its part of the units offered is its part of those issued at this instant. */
    @Message(id = 1272, doc = "A holder's right of pre-emption: its part of the units offered is its part of those issued at this instant.")
    record PreemptionRecorded(
            @Field(value = "the offering", ref = Ref.OFFERING) long offeringId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field("units that it holds") long heldUnits,
            @Field("units that it may take up") long units)
            implements OfferingEvent {}

    /** An application is in, and paid for at its limit. */
    @Message(id = 1273, doc = "An application is in, and paid for at its limit.")
    record ApplicationEntered(
            @Field(value = "the offering", ref = Ref.OFFERING) long offeringId,
            @Field("its number in the offering") int number,
            @Field(value = "for whom", ref = Ref.PARTY) long partyId,
            @Field(value = "the member that entered it", ref = Ref.MEMBER) long memberId,
            @Field("units") long units,
            @Field("the limit for one unit") Money price,
            @Field("units times limit, from the trading account") Money amount)
            implements OfferingEvent {}

    /** No further application is taken; the price is known. */
    @Message(id = 1274, doc = "No further application is taken; the price is known.")
    record BookClosed(
            @Field(value = "the offering", ref = Ref.OFFERING) long offeringId,
            @Field("applications") int applications,
            @Field("units that they ask for") long units,
            @Field(value = "the price of one unit; absent where each pays its own limit", optional = true) Money price)
            implements OfferingEvent {}

    /** A holder exercised its right of pre-emption, and paid. */
    @Message(id = 1275, doc = "A holder exercised its right of pre-emption, and paid.")
    record PreemptionExercised(
            @Field(value = "the offering", ref = Ref.OFFERING) long offeringId,
            @Field("its number in the offering, counted on from the applications") int number,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field(value = "the member that entered it", ref = Ref.MEMBER) long memberId,
            @Field("units") long units,
            @Field("the price of one unit") Money price,
            @Field("units times price, from the trading account") Money amount)
            implements OfferingEvent {}

    /** What an application, or a right that was exercised, got. */
    @Message(id = 1276, doc = "What an application, or a right that was exercised, got.")
    record UnitsAllotted(
            @Field(value = "the offering", ref = Ref.OFFERING) long offeringId,
            @Field("its number in the offering") int number,
            @Field(value = "for whom", ref = Ref.PARTY) long partyId,
            @Field("units; 0 where it got none") long units,
            @Field(value = "the price of one unit; absent where it got none", optional = true) Money price,
            @Field("units times price") Money paid,
            @Field("what goes back") Money refund)
            implements OfferingEvent {}

    /** An offering is over: its units are issued. */
    @Message(id = 1277, doc = "An offering is over: its units are issued.")
    record OfferingAllotted(
            @Field(value = "the offering", ref = Ref.OFFERING) long offeringId,
            @Field("units") long units,
            @Field("paid for them in all") Money paid,
            @Field("what goes back in all") Money refunded)
            implements OfferingEvent {}

    /** An offering is over: fewer units than its minimum would have been taken up, so all money goes back. */
    @Message(id = 1278, doc = "An offering is over: fewer units than its minimum would have been taken up, so all money goes back.")
    record OfferingFailed(
            @Field(value = "the offering", ref = Ref.OFFERING) long offeringId,
            @Field("units that would have been taken up") long units)
            implements OfferingEvent {}

    /** An offering is over before its time: all money goes back. */
    @Message(id = 1279, doc = "An offering is over before its time: all money goes back.")
    record OfferingCancelled(
            @Field(value = "the offering", ref = Ref.OFFERING) long offeringId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements OfferingEvent {}

    /** The money of an application goes back, since the offering failed or was cancelled. */
    @Message(id = 1280, doc = "The money of an application goes back, since the offering failed or was cancelled.")
    record SubscriptionReturned(
            @Field(value = "the offering", ref = Ref.OFFERING) long offeringId,
            @Field("its number in the offering") int number,
            @Field(value = "for whom", ref = Ref.PARTY) long partyId,
            @Field("what goes back") Money refund)
            implements OfferingEvent {}

    /** Rights stand behind a series from now on; while it lives they are neither transferred nor pledged. */
    @Message(id = 1281, doc = "Rights stand behind a series from now on; while it lives they are neither transferred nor pledged.")
    record RightsPooled(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "the owner of the rights", ref = Ref.PARTY) long ownerId,
            @Field(value = "the rights", maxLength = 500) List<PooledRight> rights)
            implements OfferingEvent {}

    /** A series is wound up: the rights behind it are free, and nothing trades in it again. The register of holders stays. */
    @Message(id = 1282, doc = "A series is wound up: the rights behind it are free, and nothing trades in it again. The register of holders stays.")
    record SeriesWoundUp(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements OfferingEvent {}

    /** The holders of a series are paid so much for each unit that they hold now. */
    @Message(id = 1283, doc = "The holders of a series are paid so much for each unit that they hold now.")
    record DistributionDeclared(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "who pays", ref = Ref.PARTY) long payerId,
            @Field("for one unit") Money perUnit,
            @Field("units in the register") long units,
            @Field("for all of them") Money amount,
            @Field(value = "what for, in words", maxLength = 500) String reason)
            implements OfferingEvent {}

    /** A holder's part of a distribution. */
    @Message(id = 1284, doc = "A holder's part of a distribution.")
    record DistributionPaid(
            @Field(value = "the series", ref = Ref.SERIES) long seriesId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field("units that it holds") long units,
            @Field("units times the amount for one") Money amount)
            implements OfferingEvent {}
}
