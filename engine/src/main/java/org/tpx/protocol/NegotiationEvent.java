package org.tpx.protocol;

/** A negotiated transfer up to the contract; the deal follows as from an award. */
public sealed interface NegotiationEvent extends Event {

    /** A negotiated transfer was proposed for a right that is not listed. */
    @Message(id = 1190, doc = "A negotiated transfer was proposed for a right that is not listed.")
    record NegotiationProposed(
            @Field(value = "the listing that stands for it", ref = Ref.LISTING) long listingId,
            @Field("what was agreed") NegotiationTerms terms)
            implements NegotiationEvent {}

    /** An unsold listing is negotiated about. */
    @Message(id = 1191, doc = "An unsold listing is negotiated about.")
    record NegotiationOpened(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("what was agreed") NegotiationTerms terms)
            implements NegotiationEvent {}

    /** The legal basis stands. */
    @Message(id = 1192, doc = "The legal basis stands.")
    record BasisApproved(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements NegotiationEvent {}

    /** The legal basis does not stand. */
    @Message(id = 1193, doc = "The legal basis does not stand.")
    record BasisRefused(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements NegotiationEvent {}

    /** The public notice stands. */
    @Message(id = 1194, doc = "The public notice stands.")
    record NoticePosted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the counterparty", ref = Ref.PARTY) long transfereeId,
            @Field("the agreed price") Money price,
            @Field("whether the two sides are related") RelatedParty relatedParty,
            @Field("objections are taken until then") long noticeEndNanos,
            @Field(value = "what is transferred, in words", maxLength = 500) String scope,
            @Field(value = "the inventors", maxLength = 500) String inventors,
            @Field(value = "how the price is paid", maxLength = 500) String paymentForm,
            @Field(value = "where to object", maxLength = 500) String objectionsTo)
            implements NegotiationEvent {}

    /** The notice is over; without an open objection the contract may be signed. */
    @Message(id = 1195, doc = "The notice is over; without an open objection the contract may be signed.")
    record NoticeEnded(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("objections that are not answered") int openObjections)
            implements NegotiationEvent {}

    /** Somebody objects; nothing may be signed until that is answered. */
    @Message(id = 1196, doc = "Somebody objects; nothing may be signed until that is answered.")
    record ObjectionFiled(
            @Field(value = "the objection", ref = Ref.OBJECTION) long objectionId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("to be answered before then") long answerDueNanos,
            @Field(value = "the reasons", maxLength = 1000) String reasons)
            implements NegotiationEvent {}

    /** The objection was rejected by a written reply. */
    @Message(id = 1197, doc = "The objection was rejected by a written reply.")
    record ObjectionRejected(
            @Field(value = "the objection", ref = Ref.OBJECTION) long objectionId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements NegotiationEvent {}

    /** The objection was upheld; all others against these terms are settled with it. */
    @Message(id = 1198, doc = "The objection was upheld; all others against these terms are settled with it.")
    record ObjectionUpheld(
            @Field(value = "the objection", ref = Ref.OBJECTION) long objectionId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("what it leads to") ObjectionOutcome outcome,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements NegotiationEvent {}

    /** The time to answer an objection is over and nobody did. */
    @Message(id = 1199, doc = "The time to answer an objection is over and nobody did.")
    record ObjectionOverdue(
            @Field(value = "the objection", ref = Ref.OBJECTION) long objectionId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements NegotiationEvent {}

    /** What was agreed changed. */
    @Message(id = 1200, doc = "What was agreed changed.")
    record TermsChanged(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the counterparty from now on", ref = Ref.PARTY) long transfereeId,
            @Field("the price from now on") Money price,
            @Field("whether a new notice is needed") boolean material,
            @Field(value = "what is transferred from now on, in words", maxLength = 500) String scope,
            @Field(value = "what changed and why, in words", maxLength = 500) String cause)
            implements NegotiationEvent {}

    /** The contract may be signed. */
    @Message(id = 1201, doc = "The contract may be signed.")
    record SigningOpened(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("to be signed before then") long signingDueNanos)
            implements NegotiationEvent {}

    /** The negotiation came to nothing. */
    @Message(id = 1202, doc = "The negotiation came to nothing.")
    record NegotiationCancelled(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("why") CancellationGround ground,
            @Field(value = "why, in words", optional = true, maxLength = 500) String reason)
            implements NegotiationEvent {}
}
