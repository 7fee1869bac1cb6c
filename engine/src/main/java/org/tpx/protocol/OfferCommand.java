package org.tpx.protocol;

/**
 * Offers that anybody may take up at a marked price, first come, first served (section 4.3): open licences, other ordinary
 * licences, and plates that hold several offers of one owner. Each take-up stands as a listing of its own, without a notice.
 */
public sealed interface OfferCommand extends Command {

    /** Proposes a plate; a supervisor approves. */
    @Message(id = 150, doc = "Proposes a plate; a supervisor approves.")
    record ProposePlate(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "code of the plate", declares = Ref.PLATE, maxLength = 40) String code,
            @Field(value = "whose offers it holds", ref = Ref.PARTY) long ownerId,
            @Field("what it promises, and to whom") PlateTerms terms)
            implements OfferCommand {}

    /** Applies for a party to be admitted to a plate. */
    @Message(id = 151, doc = "Applies for a party to be admitted to a plate.")
    record RegisterApplicant(
            @Field(value = "the plate", ref = Ref.PLATE) long plateId,
            @Field(value = "the applicant", ref = Ref.PARTY) long partyId,
            @Field("digest of what it says on the plate's criteria") Hash256 statement)
            implements OfferCommand {}

    /** Admits an applicant to a plate; the owner's agent or a clerk may. */
    @Message(id = 152, doc = "Admits an applicant to a plate; the owner's agent or a clerk may.")
    record AdmitApplicant(
            @Field(value = "the plate", ref = Ref.PLATE) long plateId,
            @Field(value = "the applicant", ref = Ref.PARTY) long partyId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements OfferCommand {}

    /** Refuses an applicant of a plate; the owner's agent or a clerk may. */
    @Message(id = 153, doc = "Refuses an applicant of a plate; the owner's agent or a clerk may.")
    record RefuseApplicant(
            @Field(value = "the plate", ref = Ref.PLATE) long plateId,
            @Field(value = "the applicant", ref = Ref.PARTY) long partyId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements OfferCommand {}

    /** Hands in an offer for its owner. */
    @Message(id = 154, doc = "Hands in an offer for its owner.")
    record SubmitOffer(
            @Field(value = "code of the offer", declares = Ref.OFFER, maxLength = 40) String code,
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "its owner", ref = Ref.PARTY) long ownerId,
            @Field(value = "the plate that it belongs to", optional = true, ref = Ref.PLATE) long plateId,
            @Field(value = "the rule profile", ref = Ref.PROFILE) long profileId,
            @Field(value = "the fee schedule", ref = Ref.FEE_SCHEDULE) long feeScheduleId,
            @Field(value = "the business calendar", ref = Ref.CALENDAR) long calendarId,
            @Field("what is offered") OfferTerms terms)
            implements OfferCommand {}

    /** Publishes an offer; from now on it can be taken up. */
    @Message(id = 155, doc = "Publishes an offer; from now on it can be taken up.")
    record PublishOffer(
            @Field(value = "the offer", ref = Ref.OFFER) long offerId)
            implements OfferCommand {}

    /** Refuses to publish an offer. */
    @Message(id = 156, doc = "Refuses to publish an offer.")
    record RefuseOffer(
            @Field(value = "the offer", ref = Ref.OFFER) long offerId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements OfferCommand {}

    /** Withdraws an offer for its owner, or by a supervisor's order; what was taken up stands. */
    @Message(id = 157, doc = "Withdraws an offer for its owner, or by a supervisor's order; what was taken up stands.")
    record WithdrawOffer(
            @Field(value = "the offer", ref = Ref.OFFER) long offerId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements OfferCommand {}

    /** Takes an offer up at its marked price; the written notice concludes the contract. */
    @Message(id = 158, doc = "Takes an offer up at its marked price; the written notice concludes the contract.")
    record TakeUpOffer(
            @Field(value = "code of the listing that stands for the take-up", declares = Ref.LISTING, maxLength = 40) String code,
            @Field(value = "the offer", ref = Ref.OFFER) long offerId,
            @Field(value = "the taker", ref = Ref.PARTY) long partyId,
            @Field("digest of its written notice to the owner") Hash256 notice)
            implements OfferCommand {}
}
