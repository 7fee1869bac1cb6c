package org.tpx.protocol;

import java.util.List;

/** Four eyes: what two people decide together, and the rules that enter the exchange this way. */
public sealed interface GovernanceCommand extends Command {

    /** Proposes to give a person a role. */
    @Message(id = 10, doc = "Proposes to give a person a role.")
    record ProposePrincipal(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the person's code", declares = Ref.PRINCIPAL, maxLength = 40) String code,
            @Field("what the person may do") Role role,
            @Field(value = "the member that an agent acts for", optional = true, ref = Ref.MEMBER) long memberId)
            implements GovernanceCommand {}

    /** Proposes a business calendar or a new version of it. */
    @Message(id = 11, doc = "Proposes a business calendar or a new version of it.")
    record ProposeCalendar(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "code of the calendar, CN-2025 for example", declares = Ref.CALENDAR, maxLength = 40) String calendar,
            @Field(value = "version, rising", min = 1, max = 1_000_000) int version,
            @Field("whether the authority's decree is still missing") boolean provisional,
            @Field(value = "offset of local time", min = -64_800, max = 64_800) int utcOffsetSeconds,
            @Field(value = "every working day in order", maxLength = 1500) List<WorkingDay> workingDays)
            implements GovernanceCommand {}

    /** Proposes a rule profile or a new version of it. */
    @Message(id = 12, doc = "Proposes a rule profile or a new version of it.")
    record ProposeRuleProfile(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "code of the profile, CN_SOE_ASSET for example", declares = Ref.PROFILE, maxLength = 40) String profile,
            @Field(value = "version, rising", min = 1, max = 1_000_000) int version,
            @Field("the rules") RuleProfileTerms terms)
            implements GovernanceCommand {}

    /** Proposes a fee schedule or a new version of it. */
    @Message(id = 13, doc = "Proposes a fee schedule or a new version of it.")
    record ProposeFeeSchedule(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "code of the schedule, FEE-CS-2022 for example", declares = Ref.FEE_SCHEDULE, maxLength = 40) String feeSchedule,
            @Field(value = "version, rising", min = 1, max = 1_000_000) int version,
            @Field(value = "least fee of each paying side when the price was bid", optional = true) Money minimumBidding,
            @Field(value = "least fee of each paying side otherwise", optional = true) Money minimumNegotiated,
            @Field(value = "marginal tiers in rising order", maxLength = 50) List<FeeTier> tiers,
            @Field(value = "the grounds on which fees may be waived, each once", optional = true, maxLength = 10) List<FeeWaiverRule> waivers)
            implements GovernanceCommand {

        /** A schedule that lets no fee be waived. */
        public ProposeFeeSchedule(
                String proposal,
                String feeSchedule,
                int version,
                Money minimumBidding,
                Money minimumNegotiated,
                List<FeeTier> tiers) {
            this(proposal, feeSchedule, version, minimumBidding, minimumNegotiated, tiers, List.of());
        }
    }

    /** Approves what another person proposed; a rule also needs the authority's approval number. */
    @Message(id = 14, doc = "Approves what another person proposed; a rule also needs the authority's approval number.")
    record ApproveProposal(
            @Field(value = "the proposal", ref = Ref.PROPOSAL) long proposalId,
            @Field(value = "the authority's approval number", optional = true, maxLength = 100) String authorityApproval)
            implements GovernanceCommand {}

    /** Turns down what another person proposed. */
    @Message(id = 15, doc = "Turns down what another person proposed.")
    record RejectProposal(
            @Field(value = "the proposal", ref = Ref.PROPOSAL) long proposalId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements GovernanceCommand {}
}
