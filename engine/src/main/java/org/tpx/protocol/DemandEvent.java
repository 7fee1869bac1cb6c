package org.tpx.protocol;

/**
 * Demands from the submission to the last share of the award, or to the pledge. Nothing that an answer says is in any of these
 * before two officers released their shares.
 */
public sealed interface DemandEvent extends Event {

    /** A demand was handed in. */
    @Message(id = 1300, doc = "A demand was handed in.")
    record DemandSubmitted(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field(value = "its code", declares = Ref.DEMAND, maxLength = 40) String code,
            @Field(value = "the agent's member", ref = Ref.MEMBER) long memberId,
            @Field(value = "who needs it", ref = Ref.PARTY) long posterId,
            @Field(value = "the right that will be pledged for credit", optional = true, ref = Ref.RIGHT) long rightId,
            @Field(value = "the rule profile", ref = Ref.PROFILE) long profileId,
            @Field(value = "the fee schedule", ref = Ref.FEE_SCHEDULE) long feeScheduleId,
            @Field(value = "the business calendar", ref = Ref.CALENDAR) long calendarId,
            @Field("what it says") DemandTerms terms)
            implements DemandEvent {}

    /** Money for the award, and for the poster's fee on it, is in. */
    @Message(id = 1301, doc = "Money for the award, and for the poster's fee on it, is in.")
    record DemandFunded(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field(value = "who paid", ref = Ref.PARTY) long partyId,
            @Field("how much") Money amount)
            implements DemandEvent {}

    /** The demand can be answered; profile and schedule are pinned. */
    @Message(id = 1302, doc = "The demand can be answered; profile and schedule are pinned.")
    record DemandPublished(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field("pinned version of the rule profile") int profileVersion,
            @Field("pinned version of the fee schedule") int feeScheduleVersion,
            @Field("from here on no solution is taken") long solutionEndNanos)
            implements DemandEvent {}

    /** The demand is over before it was decided; what was paid in goes back. */
    @Message(id = 1303, doc = "The demand is over before it was decided; what was paid in goes back.")
    record DemandCancelled(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field("what goes back to the poster") Money returned,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements DemandEvent {}

    /** Somebody answered under seal. */
    @Message(id = 1304, doc = "Somebody answered under seal.")
    record SolutionSubmitted(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field(value = "who answered", ref = Ref.PARTY) long partyId,
            @Field(value = "its agent", ref = Ref.MEMBER) long memberId,
            @Field("what the answer will be held to") Hash256 commitment)
            implements DemandEvent {}

    /** No more answers are taken. */
    @Message(id = 1305, doc = "No more answers are taken.")
    record SubmissionEnded(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field("how many answered") int solutions,
            @Field(value = "from here on none is opened; absent where nobody answered", optional = true) long openingEndNanos)
            implements DemandEvent {}

    /** An officer released a share; with the second one the answers can be decrypted. */
    @Message(id = 1306, doc = "An officer released a share; with the second one the answers can be decrypted.")
    record DemandShareReleased(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field(value = "the officer", ref = Ref.PRINCIPAL) long officerId,
            @Field("how many shares are released, 1 or 2") int shares,
            @Field(value = "the share", maxLength = 4_000) String share)
            implements DemandEvent {}

    /** An answer was opened and matches its commitment. */
    @Message(id = 1307, doc = "An answer was opened and matches its commitment.")
    record SolutionOpened(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field(value = "who answered", ref = Ref.PARTY) long partyId,
            @Field(value = "digest of the solution", optional = true) Hash256 solution,
            @Field(value = "the credit that a lender gives", optional = true) Money amount,
            @Field(value = "its interest for a year, in millionths", optional = true) int ratePpm,
            @Field(value = "its term", optional = true) int months,
            @Field(value = "its nonce", maxLength = 128) String nonce)
            implements DemandEvent {}

    /** No more answers are opened; one that was not opened does not count. */
    @Message(id = 1308, doc = "No more answers are opened; one that was not opened does not count.")
    record OpeningEnded(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field("how many count") int opened,
            @Field(value = "from here on the poster chooses no more; absent where none counts", optional = true) long judgingEndNanos)
            implements DemandEvent {}

    /** A solution gets a part of the award. */
    @Message(id = 1309, doc = "A solution gets a part of the award.")
    record SolutionAwarded(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field(value = "the solver", ref = Ref.PARTY) long partyId,
            @Field("its part") Money amount,
            @Field("the exchange's fee on it, no more than the part itself") Money fee,
            @Field("what the solver is paid") Money net)
            implements DemandEvent {}

    /** An award that was guaranteed and not paid in is due. */
    @Message(id = 1310, doc = "An award that was guaranteed and not paid in is due.")
    record AwardDue(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field("all parts of the award") Money awarded,
            @Field("the poster's fee on them") Money fee,
            @Field("what the poster has to pay in") Money amount,
            @Field("by then") long dueNanos)
            implements DemandEvent {}

    /** The poster did not pay the award in; its guarantor has to. */
    @Message(id = 1311, doc = "The poster did not pay the award in; its guarantor has to.")
    record GuaranteeCalled(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field(value = "the guarantor", ref = Ref.PARTY) long guarantorId,
            @Field("how much is missing") Money amount)
            implements DemandEvent {}

    /** The demand is decided and settled: awarded, fee and returned are what was paid in. */
    @Message(id = 1312, doc = "The demand is decided and settled: awarded, fee and returned are what was paid in.")
    record DemandClosed(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field("all parts of the award; zero where nobody gets one") Money awarded,
            @Field("the poster's fee on them") Money fee,
            @Field("what goes back to the poster") Money returned)
            implements DemandEvent {}

    /** A lender's term sheet was accepted; the loan awaits its pledge. */
    @Message(id = 1313, doc = "A lender's term sheet was accepted; the loan awaits its pledge.")
    record TermSheetAccepted(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field(value = "the lender", ref = Ref.PARTY) long partyId,
            @Field(value = "the right that is to be pledged", ref = Ref.RIGHT) long rightId,
            @Field("the credit") Money amount,
            @Field("its interest for a year, in millionths") int ratePpm,
            @Field("its term") int months)
            implements DemandEvent {}

    /** The right is pledged for the loan. */
    @Message(id = 1314, doc = "The right is pledged for the loan.")
    record PledgeRegistered(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the lender", ref = Ref.PARTY) long pledgeeId,
            @Field("the credit that the pledge secures") Money claim,
            @Field(value = "its number at the registry", maxLength = 100) String reference)
            implements DemandEvent {}
}
