package org.tpx.protocol;

import java.util.List;

/** What became of rights of first refusal. */
public sealed interface RofrEvent extends Event {

    /** A listing says who has a right of first refusal. */
    @Message(id = 1285, doc = "A listing says who has a right of first refusal.")
    record RofrTermsSet(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the holders and how they come in") RofrTerms terms)
            implements RofrEvent {}

    /** A holder got the written notice. */
    @Message(id = 1286, doc = "A holder got the written notice.")
    record RofrNoticeServed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field("silence until then waives") long answerDueNanos)
            implements RofrEvent {}

    /** The holders are asked whether they take the price. */
    @Message(id = 1287, doc = "The holders are asked whether they take the price.")
    record RofrInquiryOpened(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "who gets it if no holder takes the price", ref = Ref.PARTY) long candidateId,
            @Field("the price") Money price,
            @Field("holders who may answer") int holders,
            @Field("until then") long deadlineNanos)
            implements RofrEvent {}

    /** A holder takes the price. */
    @Message(id = 1288, doc = "A holder takes the price.")
    record RofrExercised(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field("the price") Money price)
            implements RofrEvent {}

    /** A holder does not want it. */
    @Message(id = 1289, doc = "A holder does not want it.")
    record RofrDeclined(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId)
            implements RofrEvent {}

    /** A holder lost its right without a word. */
    @Message(id = 1290, doc = "A holder lost its right without a word.")
    record RofrWaived(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field("how") WaiverGround ground)
            implements RofrEvent {}

    /** The holders' agreement was filed. */
    @Message(id = 1291, doc = "The holders' agreement was filed.")
    record RofrAgreementFiled(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "who gets how much", maxLength = 50) List<AgreedPart> shares)
            implements RofrEvent {}

    /** Several holders of equal rank took the price and share what is sold. */
    @Message(id = 1292, doc = "Several holders of equal rank took the price and share what is sold.")
    record RofrAllotted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the price") Money price,
            @Field("by what") SharingManner manner,
            @Field(value = "who pays how much", maxLength = 50) List<BuyerShare> shares)
            implements RofrEvent {}
}
