package org.tpx.protocol;

import java.util.List;

/**
 * Demands, the reverse of listings: a party posts what it needs, others answer under seal. Solutions of a problem compete for an
 * award, term sheets of lenders for a loan that a pledge secures. Solutions are committed and encrypted, two officers release what
 * opens them, the opening happens outside of the exchange and comes back one by one, and each must match its commitment.
 */
public sealed interface DemandCommand extends Command {

    /** Hands a demand in for its poster. */
    @Message(id = 210, doc = "Hands a demand in for its poster.")
    record SubmitDemand(
            @Field(value = "code of the demand", declares = Ref.DEMAND, maxLength = 40) String code,
            @Field(value = "who needs it", ref = Ref.PARTY) long posterId,
            @Field(value = "the right that will be pledged for credit; absent where a solution is asked for", optional = true, ref = Ref.RIGHT) long rightId,
            @Field(value = "the rule profile", ref = Ref.PROFILE) long profileId,
            @Field(value = "the fee schedule", ref = Ref.FEE_SCHEDULE) long feeScheduleId,
            @Field(value = "the business calendar", ref = Ref.CALENDAR) long calendarId,
            @Field("what it says") DemandTerms terms)
            implements DemandCommand {}

    /** Pays what is missing of the award and the poster's fee, from the trading account of the poster or its guarantor. */
    @Message(id = 211, doc = "Pays what is missing of the award and the poster's fee, from the trading account of the poster or its guarantor.")
    record FundDemand(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field(value = "who pays: the poster or the guarantor", ref = Ref.PARTY) long partyId)
            implements DemandCommand {}

    /** Publishes a demand whose award is paid in or guaranteed; from now on it can be answered. */
    @Message(id = 212, doc = "Publishes a demand whose award is paid in or guaranteed; from now on it can be answered.")
    record PublishDemand(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId)
            implements DemandCommand {}

    /** Ends a demand: the poster before anybody answered, a clerk before it is published, a supervisor before it is decided. */
    @Message(id = 213, doc = "Ends a demand: the poster before anybody answered, a clerk before it is published, a supervisor before it is decided.")
    record CancelDemand(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements DemandCommand {}

    /** Answers a demand under seal. */
    @Message(id = 214, doc = "Answers a demand under seal.")
    record SubmitSolution(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field(value = "who answers", ref = Ref.PARTY) long partyId,
            @Field("SHA-256 of nonce=...|solver=S1|demand=D-1|solution=..., or of nonce=...|lender=B1|demand=D-1|fen=...|ppm=...|months=...") Hash256 commitment,
            @Field(value = "what it commits to, encrypted to the keys of both officers; the exchange does not read it", maxLength = 4_000) String ciphertext)
            implements DemandCommand {}

    /** Releases an officer's share of what decrypts the solutions, once no more are taken; two officers must. */
    @Message(id = 215, doc = "Releases an officer's share of what decrypts the solutions, once no more are taken; two officers must.")
    record ReleaseDemandShare(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field(value = "the share", maxLength = 4_000) String share)
            implements DemandCommand {}

    /** Tells what an answer under seal says; it must match its commitment. */
    @Message(id = 216, doc = "Tells what an answer under seal says; it must match its commitment.")
    record OpenSolution(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field(value = "who answered", ref = Ref.PARTY) long partyId,
            @Field(value = "digest of the solution; absent for a term sheet", optional = true) Hash256 solution,
            @Field(value = "the credit that a lender gives; absent for a solution", optional = true, min = 1) Money amount,
            @Field(value = "its interest for a year, in millionths; absent for a solution", optional = true, max = 1_000_000) int ratePpm,
            @Field(value = "its term; absent for a solution", optional = true, max = 600) int months,
            @Field(value = "its nonce: at least 32 lower-case hexadecimal digits", maxLength = 128) String nonce)
            implements DemandCommand {}

    /** Decides who gets which part of the award; an empty list says that nobody does. */
    @Message(id = 217, doc = "Decides who gets which part of the award; an empty list says that nobody does.")
    record AwardDemand(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field("digest of the reasons under the published criteria") Hash256 reasons,
            @Field(value = "who gets which part", maxLength = 50) List<AwardShare> awards)
            implements DemandCommand {}

    /** Accepts a lender's term sheet. */
    @Message(id = 218, doc = "Accepts a lender's term sheet.")
    record AcceptTermSheet(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field(value = "the lender", ref = Ref.PARTY) long partyId)
            implements DemandCommand {}

    /** Records that the registry entered the pledge for an accepted loan. */
    @Message(id = 219, doc = "Records that the registry entered the pledge for an accepted loan.")
    record RegisterPledge(
            @Field(value = "the demand", ref = Ref.DEMAND) long demandId,
            @Field(value = "its number at the registry", maxLength = 100) String reference)
            implements DemandCommand {}
}
