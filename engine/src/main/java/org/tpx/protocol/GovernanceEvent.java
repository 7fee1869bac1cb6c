package org.tpx.protocol;

import java.util.List;

/** Proposals, approvals and the rules that entered. */
public sealed interface GovernanceEvent extends Event {

    /** A person made a proposal; it waits for another person. */
    @Message(id = 1010, doc = "A person made a proposal; it waits for another person.")
    record ProposalMade(
            @Field(value = "the proposal", ref = Ref.PROPOSAL) long proposalId,
            @Field(value = "its code", declares = Ref.PROPOSAL, maxLength = 40) String code,
            @Field("what it is about") ProposalKind kind,
            @Field(value = "who made it", ref = Ref.PRINCIPAL) long proposerId)
            implements GovernanceEvent {}

    /** Another person approved; what follows in this turn is its effect. */
    @Message(id = 1011, doc = "Another person approved; what follows in this turn is its effect.")
    record ProposalApproved(
            @Field(value = "the proposal", ref = Ref.PROPOSAL) long proposalId,
            @Field(value = "the authority's approval number", optional = true, maxLength = 100) String authorityApproval)
            implements GovernanceEvent {}

    /** Another person turned the proposal down. */
    @Message(id = 1012, doc = "Another person turned the proposal down.")
    record ProposalRejected(
            @Field(value = "the proposal", ref = Ref.PROPOSAL) long proposalId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements GovernanceEvent {}

    /** A person may act from now on. */
    @Message(id = 1013, doc = "A person may act from now on.")
    record PrincipalEnrolled(
            @Field(value = "the person", ref = Ref.PRINCIPAL) long personId,
            @Field(value = "its code", declares = Ref.PRINCIPAL, maxLength = 40) String code,
            @Field("what it may do") Role role,
            @Field(value = "the member that an agent acts for", optional = true, ref = Ref.MEMBER) long memberId)
            implements GovernanceEvent {}

    /** A version of a business calendar is in force. */
    @Message(id = 1014, doc = "A version of a business calendar is in force.")
    record CalendarVersionLoaded(
            @Field(value = "the calendar", ref = Ref.CALENDAR) long calendarId,
            @Field(value = "its code", declares = Ref.CALENDAR, maxLength = 40) String code,
            @Field("version") int version,
            @Field("whether the authority's decree is still missing") boolean provisional,
            @Field(value = "offset of local time", min = -64_800, max = 64_800) int utcOffsetSeconds,
            @Field(value = "every working day in order", maxLength = 1500) List<WorkingDay> workingDays)
            implements GovernanceEvent {}

    /** A version of a rule profile is in force. */
    @Message(id = 1015, doc = "A version of a rule profile is in force.")
    record RuleProfileLoaded(
            @Field(value = "the profile", ref = Ref.PROFILE) long profileId,
            @Field(value = "its code", declares = Ref.PROFILE, maxLength = 40) String code,
            @Field("version") int version,
            @Field("the rules") RuleProfileTerms terms)
            implements GovernanceEvent {}

    /** A version of a fee schedule is in force. */
    @Message(id = 1016, doc = "A version of a fee schedule is in force.")
    record FeeScheduleLoaded(
            @Field(value = "the schedule", ref = Ref.FEE_SCHEDULE) long feeScheduleId,
            @Field(value = "its code", declares = Ref.FEE_SCHEDULE, maxLength = 40) String code,
            @Field("version") int version,
            @Field(value = "least fee of each paying side when the price was bid", optional = true) Money minimumBidding,
            @Field(value = "least fee of each paying side otherwise", optional = true) Money minimumNegotiated,
            @Field(value = "marginal tiers in rising order", maxLength = 50) List<FeeTier> tiers,
            @Field(value = "the grounds on which fees may be waived", optional = true, maxLength = 10) List<FeeWaiverRule> waivers)
            implements GovernanceEvent {

        /** A schedule that lets no fee be waived. */
        public FeeScheduleLoaded(
                long feeScheduleId,
                String code,
                int version,
                Money minimumBidding,
                Money minimumNegotiated,
                List<FeeTier> tiers) {
            this(feeScheduleId, code, version, minimumBidding, minimumNegotiated, tiers, List.of());
        }
    }
}
