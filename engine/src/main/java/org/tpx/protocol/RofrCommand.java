package org.tpx.protocol;

import java.util.List;

/** Rights of first refusal: who has one, and what they answer (section 1.6). */
public sealed interface RofrCommand extends Command {

    /** Says in a draft, or for a negotiation, who has a right of first refusal. */
    @Message(id = 200, doc = "Says in a draft, or for a negotiation, who has a right of first refusal.")
    record SetRofrTerms(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the holders and how they come in") RofrTerms terms)
            implements RofrCommand {}

    /** Records that a holder got the written notice; its time to answer runs. */
    @Message(id = 201, doc = "Records that a holder got the written notice; its time to answer runs.")
    record ServeRofrNotice(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field("digest of the notice: quantity, price, payment, term") Hash256 document)
            implements RofrCommand {}

    /** Takes what is sold at the price that was found. */
    @Message(id = 202, doc = "Takes what is sold at the price that was found.")
    record ExerciseRofr(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId,
            @Field(value = "the price, to be sure that both mean the same", min = 1) Money price)
            implements RofrCommand {}

    /** Waives a right of first refusal, before or after the price is found. */
    @Message(id = 203, doc = "Waives a right of first refusal, before or after the price is found.")
    record DeclineRofr(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the holder", ref = Ref.PARTY) long partyId)
            implements RofrCommand {}

    /** Files what the holders of one rank agreed on, should several of them take the price. */
    @Message(id = 204, doc = "Files what the holders of one rank agreed on, should several of them take the price.")
    record FileRofrAgreement(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("digest of the agreement") Hash256 agreement,
            @Field(value = "who gets how much", maxLength = 50) List<AgreedPart> shares)
            implements RofrCommand {}
}
