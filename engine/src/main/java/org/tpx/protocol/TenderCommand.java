package org.tpx.protocol;

import java.util.List;

/** Weighted quotation and tender: a committee scores the plans, then the prices are opened (section 2.2 D and E, machine 9.3). */
public sealed interface TenderCommand extends Command {

    /** Says in a draft by what a weighted quotation or a tender is decided, and how. */
    @Message(id = 160, doc = "Says in a draft by what a weighted quotation or a tender is decided, and how.")
    record SetTenderTerms(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "weight of the price; all weights sum to 100", min = 1, max = 99) int priceWeight,
            @Field("how prices become scores") PriceFormula priceFormula,
            @Field(value = "seats of the committee, an odd number of at least five", min = 1, max = 99) int committeeSize,
            @Field(value = "bidders that must hand in, at least two, in a tender three", min = 1, max = 100) int leastBidders,
            @Field(value = "most ranked candidates", min = 1, max = 3) int candidates,
            @Field(value = "how long the candidates are published, in calendar days; a tender's at least three", optional = true, max = 400) int noticeDays,
            @Field(value = "time to answer an objection against a candidate, in calendar days", min = 1, max = 400) int objectionDays,
            @Field(value = "how long bidders may hand in, unless the clerk fixes it with the hours", min = 1, max = 8_640_000) int submissionSeconds,
            @Field(value = "how long prices may be opened", min = 1, max = 8_640_000) int openingSeconds,
            @Field(value = "the criteria besides the price", maxLength = 20) List<Criterion> criteria)
            implements TenderCommand {}

    /** Declares in a draft whether public money paid for the achievement; it then needs a tender, or a reason for none. */
    @Message(
            id = 161,
            doc =
                    "Declares in a draft whether public money paid for the achievement; it then needs a tender, or a reason for none.")
    record DeclareFunding(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("whether public money paid for it") boolean publicFunding,
            @Field(value = "why it is sold without a tender or a weighted quotation", optional = true, maxLength = 1000) String exemption)
            implements TenderCommand {}

    /** Gives an expert a vacant seat on the committee of a listing. */
    @Message(id = 162, doc = "Gives an expert a vacant seat on the committee of a listing.")
    record AppointCommitteeMember(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the expert", ref = Ref.PRINCIPAL) long personId,
            @Field(value = "digest of the signed statement that the expert has no interest in the outcome", optional = true) Hash256 declaration)
            implements TenderCommand {}

    /** Takes an expert off the committee before its scores are revealed. */
    @Message(id = 163, doc = "Takes an expert off the committee before its scores are revealed.")
    record DismissCommitteeMember(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the expert", ref = Ref.PRINCIPAL) long personId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements TenderCommand {}

    /** Hands in a plan and a sealed price. */
    @Message(id = 164, doc = "Hands in a plan and a sealed price.")
    record SubmitTender(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("SHA-256 of nonce=N|bidder=BC-001|listing=LST-2025-0001|fen=MINOR") Hash256 commitment,
            @Field("digest of the plan and of whatever else is scored") Hash256 plan,
            @Field(value = "price and nonce, encrypted to the keys of both officers; the exchange does not read it", maxLength = 4_000) String ciphertext)
            implements TenderCommand {}

    /** Seals the scores of one seat of the committee. */
    @Message(id = 165, doc = "Seals the scores of one seat of the committee.")
    record SealScores(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("SHA-256 of nonce=N|seat=1|listing=LST-2025-0001|scores=1/1:80,1/2:90, bidder/criterion:points in rising order")
                    Hash256 commitment)
            implements TenderCommand {}

    /** Reveals the scores of one seat, once all are sealed. */
    @Message(id = 166, doc = "Reveals the scores of one seat, once all are sealed.")
    record RevealScores(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the nonce of the commitment", maxLength = 128) String nonce,
            @Field(value = "points of each bidder by each criterion, in rising order", maxLength = 5000) List<Score> scores)
            implements TenderCommand {}

    /** Tells the price of one bidder, decrypted outside of the exchange; it must match its commitment. */
    @Message(
            id = 167,
            doc = "Tells the price of one bidder, decrypted outside of the exchange; it must match its commitment.")
    record OpenPrice(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "the price", min = 1) Money amount,
            @Field(value = "the nonce of the commitment", maxLength = 128) String nonce)
            implements TenderCommand {}

    /** Files an objection that somebody raised against the published candidates; their notice stands still. */
    @Message(
            id = 168,
            doc = "Files an objection that somebody raised against the published candidates; their notice stands still.")
    record FileCandidateObjection(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("salted digest of who objects") Hash256 objector,
            @Field(value = "the reasons", maxLength = 1000) String reasons)
            implements TenderCommand {}

    /** Answers an objection; one that is upheld excludes a candidate, or without naming one ends the tender. */
    @Message(
            id = 169,
            doc = "Answers an objection; one that is upheld excludes a candidate, or without naming one ends the tender.")
    record AnswerCandidateObjection(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "its number in the listing, 1 for the first", min = 1) int objection,
            @Field("whether it is right") boolean upheld,
            @Field(value = "upheld: the candidate that is excluded", optional = true, ref = Ref.PARTY) long excludedPartyId,
            @Field(value = "the written reply", maxLength = 1000) String reply)
            implements TenderCommand {}
}
