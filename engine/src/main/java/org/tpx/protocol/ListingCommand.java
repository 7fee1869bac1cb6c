package org.tpx.protocol;

import java.util.List;

/** The life of a listing up to the award (machines 9.1 and 9.2). */
public sealed interface ListingCommand extends Command {

    /** Drafts a listing of a right. */
    @Message(id = 40, doc = "Drafts a listing of a right.")
    record DraftListing(
            @Field(value = "code of the listing", declares = Ref.LISTING, maxLength = 40) String code,
            @Field(value = "the right offered", ref = Ref.RIGHT) long rightId,
            @Field(value = "the seller", ref = Ref.PARTY) long transferorId,
            @Field(value = "the rule profile", ref = Ref.PROFILE) long profileId,
            @Field(value = "the fee schedule", ref = Ref.FEE_SCHEDULE) long feeScheduleId,
            @Field(value = "the business calendar", ref = Ref.CALENDAR) long calendarId,
            @Field("what the notice will say") ListingTerms terms)
            implements ListingCommand {}

    /** Hands the application in. */
    @Message(id = 41, doc = "Hands the application in.")
    record SubmitApplication(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "digest of the agent's due-diligence statement", optional = true) Hash256 dueDiligence,
            @Field(value = "the papers", maxLength = 100) List<Document> documents)
            implements ListingCommand {}

    /** Returns an application for correction. */
    @Message(id = 42, doc = "Returns an application for correction.")
    record RequestCorrection(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ListingCommand {}

    /** Rejects an application. */
    @Message(id = 43, doc = "Rejects an application.")
    record RejectApplication(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ListingCommand {}

    /** Accepts an application; the listing gets its number. */
    @Message(id = 44, doc = "Accepts an application; the listing gets its number.")
    record AcceptApplication(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements ListingCommand {}

    /** Publishes the preliminary notice. */
    @Message(id = 45, doc = "Publishes the preliminary notice.")
    record PublishPreDisclosure(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements ListingCommand {}

    /** Publishes the formal notice; the disclosure period begins. */
    @Message(id = 46, doc = "Publishes the formal notice; the disclosure period begins.")
    record PublishNotice(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements ListingCommand {}

    /** Supplements the notice for a cause outside the transferor's will. */
    @Message(id = 47, doc = "Supplements the notice for a cause outside the transferor's will.")
    record SupplementNotice(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the cause", maxLength = 500) String cause,
            @Field(value = "digest of the approval", optional = true) Hash256 approval)
            implements ListingCommand {}

    /** Registers a party as intended transferee. */
    @Message(id = 48, doc = "Registers a party as intended transferee.")
    record RegisterIntent(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "whether it agrees to wait as runner-up", optional = true) boolean consentsToWait)
            implements ListingCommand {}

    /** Confirms that an intended transferee qualifies. */
    @Message(id = 49, doc = "Confirms that an intended transferee qualifies.")
    record Qualify(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId)
            implements ListingCommand {}

    /** Finds that an intended transferee does not qualify. */
    @Message(id = 50, doc = "Finds that an intended transferee does not qualify.")
    record Disqualify(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ListingCommand {}

    /** Suspends a listing. */
    @Message(id = 54, doc = "Suspends a listing.")
    record OrderSuspension(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("why") SuspensionGround ground,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ListingCommand {}

    /** Proposes to resume a suspended listing; another person approves. */
    @Message(id = 55, doc = "Proposes to resume a suspended listing; another person approves.")
    record ProposeResumption(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements ListingCommand {}

    /** Terminates a suspended listing whose obstacle cannot be removed. */
    @Message(id = 56, doc = "Terminates a suspended listing whose obstacle cannot be removed.")
    record OrderTermination(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("why") SuspensionGround ground,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ListingCommand {}

    /** Withdraws a listing for its transferor. */
    @Message(id = 57, doc = "Withdraws a listing for its transferor.")
    record Withdraw(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ListingCommand {}

    /** Lists an unsold right again, at the same or another price. */
    @Message(id = 58, doc = "Lists an unsold right again, at the same or another price.")
    record RequestRelist(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the new listing price", min = 1) Money listingPrice,
            @Field(value = "the new deposit; absent keeps its share of the listing price", optional = true, min = 1) Money deposit,
            @Field(value = "whether more than the price changed", optional = true) boolean conditionsChanged,
            @Field(value = "formal disclosure in working days", optional = true, max = 400) int disclosureDays,
            @Field(value = "digest of the approval record for a low price", optional = true) Hash256 approval)
            implements ListingCommand {}

    /** Closes an unsold listing for good. */
    @Message(id = 59, doc = "Closes an unsold listing for good.")
    record CloseListing(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements ListingCommand {}

    /** Takes over the award of a defaulter. */
    @Message(id = 60, doc = "Takes over the award of a defaulter.")
    record AcceptRunnerUpOffer(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId)
            implements ListingCommand {}

    /** Declines to take over the award of a defaulter. */
    @Message(id = 61, doc = "Declines to take over the award of a defaulter.")
    record DeclineRunnerUpOffer(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId)
            implements ListingCommand {}

    /** Ends waiting as runner-up; the deposit goes back. */
    @Message(id = 62, doc = "Ends waiting as runner-up; the deposit goes back.")
    record DeclineWaiting(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId)
            implements ListingCommand {}

    /** Hands in a defaulter's reply; the supervisor then decides. */
    @Message(id = 63, doc = "Hands in a defaulter's reply; the supervisor then decides.")
    record ReplyToDefault(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("digest of the reply") Hash256 statement)
            implements ListingCommand {}

    /** Upholds the finding of a default after a reply. */
    @Message(id = 64, doc = "Upholds the finding of a default after a reply.")
    record UpholdDefault(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId)
            implements ListingCommand {}

    /** Dismisses the finding of a default after a reply. */
    @Message(id = 65, doc = "Dismisses the finding of a default after a reply.")
    record DismissDefault(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ListingCommand {}
}
