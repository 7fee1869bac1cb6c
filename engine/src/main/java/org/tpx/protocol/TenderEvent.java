package org.tpx.protocol;

import java.util.List;

/** Weighted quotation and tender. Scores are parts per million of full marks: 52.1739 of 100 points are 521739. */
public sealed interface TenderEvent extends Event {

    /** A draft says by what a weighted quotation or a tender is decided. */
    @Message(id = 1220, doc = "A draft says by what a weighted quotation or a tender is decided.")
    record TenderTermsSet(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("weight of the price") int priceWeight,
            @Field("how prices become scores") PriceFormula priceFormula,
            @Field("seats of the committee") int committeeSize,
            @Field("bidders that must hand in") int leastBidders,
            @Field("most ranked candidates") int candidates,
            @Field(value = "how long the candidates are published, in calendar days", optional = true) int noticeDays,
            @Field("time to answer an objection against a candidate, in calendar days") int objectionDays,
            @Field("how long bidders may hand in, unless the clerk fixes it") int submissionSeconds,
            @Field("how long prices may be opened") int openingSeconds,
            @Field(value = "the criteria besides the price", maxLength = 20) List<Criterion> criteria)
            implements TenderEvent {}

    /** A draft says whether public money paid for the achievement. */
    @Message(id = 1221, doc = "A draft says whether public money paid for the achievement.")
    record FundingDeclared(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("whether public money paid for it") boolean publicFunding,
            @Field(value = "why it is sold without a tender or a weighted quotation", optional = true, maxLength = 1000) String exemption)
            implements TenderEvent {}

    /** An expert sits on the committee. */
    @Message(id = 1222, doc = "An expert sits on the committee.")
    record CommitteeMemberAppointed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the expert", ref = Ref.PRINCIPAL) long personId,
            @Field("its seat, 1 for the first") int seat)
            implements TenderEvent {}

    /** An expert is off the committee, and its seat is vacant. */
    @Message(id = 1223, doc = "An expert is off the committee, and its seat is vacant.")
    record CommitteeMemberDismissed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the expert", ref = Ref.PRINCIPAL) long personId,
            @Field("the seat") int seat,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements TenderEvent {}

    /** A bidder handed in a plan and a sealed price. */
    @Message(id = 1224, doc = "A bidder handed in a plan and a sealed price.")
    record TenderSubmitted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("the commitment to its price") Hash256 commitment,
            @Field("digest of the plan") Hash256 plan)
            implements TenderEvent {}

    /** Fewer bidders handed in than the notice asks for. */
    @Message(id = 1225, doc = "Fewer bidders handed in than the notice asks for.")
    record TendersTooFew(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("bidders that handed in") int submitted,
            @Field("bidders that must") int least)
            implements TenderEvent {}

    /** The scores of one seat are sealed. */
    @Message(id = 1226, doc = "The scores of one seat are sealed.")
    record ScoresCommitted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the expert", ref = Ref.PRINCIPAL) long personId,
            @Field("its seat") int seat,
            @Field("the commitment to its scores") Hash256 commitment)
            implements TenderEvent {}

    /** The scores of all seats are sealed and may be revealed. */
    @Message(id = 1227, doc = "The scores of all seats are sealed and may be revealed.")
    record ScoresSealed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("seats of the committee") int members)
            implements TenderEvent {}

    /** The scores of one seat; once all are revealed, prices are opened. */
    @Message(id = 1228, doc = "The scores of one seat; once all are revealed, prices are opened.")
    record ScoresRevealed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the expert", ref = Ref.PRINCIPAL) long personId,
            @Field("its seat") int seat,
            @Field(value = "points of each bidder by each criterion", maxLength = 5000) List<Score> scores)
            implements TenderEvent {}

    /** The price of one bidder. */
    @Message(id = 1229, doc = "The price of one bidder.")
    record PriceOpened(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("the price") Money amount)
            implements TenderEvent {}

    /** What a bidder handed in does not count: its price lies too low, or was not opened in time. */
    @Message(
            id = 1230,
            doc = "What a bidder handed in does not count: its price lies too low, or was not opened in time.")
    record TenderRejected(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("why") RejectReason reason)
            implements TenderEvent {}

    /** The sum of one bidder's scores and its rank. */
    @Message(id = 1231, doc = "The sum of one bidder's scores and its rank.")
    record CompositeComputed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("its rank, 1 for the best") int rank,
            @Field("its price") Money amount,
            @Field("score of the price, of all full marks") int priceScorePpm,
            @Field("sum of all scores") int totalScorePpm,
            @Field(value = "score by each criterion, of all full marks", maxLength = 20) List<CriterionScore> criteria)
            implements TenderEvent {}

    /** The ranked candidates are published; objections are taken meanwhile. */
    @Message(id = 1232, doc = "The ranked candidates are published; objections are taken meanwhile.")
    record CandidatesPublished(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("until then, unless somebody objects") long noticeEndNanos,
            @Field(value = "the candidates, the best first", maxLength = 3) List<Candidate> candidates)
            implements TenderEvent {}

    /** Somebody objects against a candidate; the notice stands still until that is answered. */
    @Message(id = 1233, doc = "Somebody objects against a candidate; the notice stands still until that is answered.")
    record CandidateObjectionFiled(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("its number in the listing") int objection,
            @Field("to be answered before then") long answerDueNanos,
            @Field(value = "the reasons", maxLength = 1000) String reasons)
            implements TenderEvent {}

    /** An objection is answered. */
    @Message(id = 1234, doc = "An objection is answered.")
    record CandidateObjectionAnswered(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("its number in the listing") int objection,
            @Field("whether it is right") boolean upheld,
            @Field(value = "the candidate that is excluded", optional = true, ref = Ref.PARTY) long excludedPartyId,
            @Field(value = "the written reply", maxLength = 1000) String reply)
            implements TenderEvent {}

    /** An objection was not answered in time. */
    @Message(id = 1235, doc = "An objection was not answered in time.")
    record CandidateObjectionOverdue(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("its number in the listing") int objection)
            implements TenderEvent {}

    /** A candidate is out; those behind it move up. */
    @Message(id = 1236, doc = "A candidate is out; those behind it move up.")
    record CandidateExcluded(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber)
            implements TenderEvent {}
}
