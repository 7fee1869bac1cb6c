package org.tpx.protocol;

/** A transfer that is negotiated with one named counterparty, up to the contract (section 3, machine 9.4). */
public sealed interface NegotiationCommand extends Command {

    /** Proposes a negotiated transfer of a right that is not listed. */
    @Message(id = 140, doc = "Proposes a negotiated transfer of a right that is not listed.")
    record ProposeNegotiation(
            @Field(value = "code of the listing that stands for it", declares = Ref.LISTING, maxLength = 40) String code,
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the seller", ref = Ref.PARTY) long transferorId,
            @Field(value = "the rule profile", ref = Ref.PROFILE) long profileId,
            @Field(value = "the fee schedule", ref = Ref.FEE_SCHEDULE) long feeScheduleId,
            @Field(value = "the business calendar", ref = Ref.CALENDAR) long calendarId,
            @Field("what was agreed") NegotiationTerms terms,
            @Field(value = "the appraisal result, or inside a group the audited net assets", optional = true, min = 1) Money appraisal,
            @Field(value = "when the price is released", optional = true) ReleasePolicy releasePolicy)
            implements NegotiationCommand {}

    /** Proposes to negotiate about a listing that was not sold. */
    @Message(id = 141, doc = "Proposes to negotiate about a listing that was not sold.")
    record OpenNegotiation(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("what was agreed") NegotiationTerms terms)
            implements NegotiationCommand {}

    /** Approves the legal basis; the notice may be posted. */
    @Message(id = 142, doc = "Approves the legal basis; the notice may be posted.")
    record ApproveBasis(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "digest of the approval record or of the unit's decision", optional = true) Hash256 decision)
            implements NegotiationCommand {}

    /** Refuses the legal basis; the negotiation is over. */
    @Message(id = 143, doc = "Refuses the legal basis; the negotiation is over.")
    record RefuseBasis(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements NegotiationCommand {}

    /** Posts the public notice; objections are taken while it stands. */
    @Message(id = 144, doc = "Posts the public notice; objections are taken while it stands.")
    record PostNotice(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "whether the two sides are related", optional = true) RelatedParty relatedParty,
            @Field(value = "days that the notice stands, of the rule's kind; absent for as many as the rule asks for", optional = true, max = 400) int noticeDays,
            @Field(value = "the inventors", optional = true, maxLength = 500) String inventors,
            @Field(value = "how the price is paid", optional = true, maxLength = 500) String paymentForm,
            @Field(value = "where to object", optional = true, maxLength = 500) String objectionsTo)
            implements NegotiationCommand {}

    /** Files an objection that somebody raised against the notice. */
    @Message(id = 145, doc = "Files an objection that somebody raised against the notice.")
    record FileObjection(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("salted digest of who objects") Hash256 objector,
            @Field(value = "the reasons", maxLength = 1000) String reasons)
            implements NegotiationCommand {}

    /** Rejects an objection by a written reply. */
    @Message(id = 146, doc = "Rejects an objection by a written reply.")
    record RejectObjection(
            @Field(value = "the objection", ref = Ref.OBJECTION) long objectionId,
            @Field("digest of the reply") Hash256 reply)
            implements NegotiationCommand {}

    /** Upholds an objection; the terms are renegotiated, or the negotiation is over. */
    @Message(id = 147, doc = "Upholds an objection; the terms are renegotiated, or the negotiation is over.")
    record UpholdObjection(
            @Field(value = "the objection", ref = Ref.OBJECTION) long objectionId,
            @Field("what it leads to") ObjectionOutcome outcome,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements NegotiationCommand {}

    /** Changes what was agreed; a lower price, another counterparty or another scope needs a new notice. */
    @Message(id = 148, doc = "Changes what was agreed; a lower price, another counterparty or another scope needs a new notice.")
    record ChangeTerms(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "another counterparty", optional = true, ref = Ref.PARTY) long transfereeId,
            @Field(value = "another price", optional = true, min = 1) Money price,
            @Field(value = "another scope, in words", optional = true, maxLength = 500) String scope,
            @Field(value = "what changes and why, in words", maxLength = 500) String cause)
            implements NegotiationCommand {}

    /** Breaks a negotiation off for its transferor. */
    @Message(id = 149, doc = "Breaks a negotiation off for its transferor.")
    record CancelNegotiation(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements NegotiationCommand {}
}
