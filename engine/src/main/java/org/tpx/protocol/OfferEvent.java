package org.tpx.protocol;

/** Offers at a marked price, plates, and who took up what. */
public sealed interface OfferEvent extends Event {

    /** A plate stands. */
    @Message(id = 1210, doc = "A plate stands.")
    record PlateOpened(
            @Field(value = "the plate", ref = Ref.PLATE) long plateId,
            @Field(value = "its code", declares = Ref.PLATE, maxLength = 40) String code,
            @Field(value = "whose offers it holds", ref = Ref.PARTY) long ownerId,
            @Field("what it promises, and to whom") PlateTerms terms)
            implements OfferEvent {}

    /** A party applied to a plate. */
    @Message(id = 1211, doc = "A party applied to a plate.")
    record ApplicantRegistered(
            @Field(value = "the plate", ref = Ref.PLATE) long plateId,
            @Field(value = "the applicant", ref = Ref.PARTY) long partyId,
            @Field(value = "its agent", ref = Ref.MEMBER) long memberId,
            @Field("digest of what it says on the plate's criteria") Hash256 statement)
            implements OfferEvent {}

    /** An applicant was admitted; it may take up the plate's offers while places last. */
    @Message(id = 1212, doc = "An applicant was admitted; it may take up the plate's offers while places last.")
    record ApplicantAdmitted(
            @Field(value = "the plate", ref = Ref.PLATE) long plateId,
            @Field(value = "the applicant", ref = Ref.PARTY) long partyId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements OfferEvent {}

    /** An applicant was refused. */
    @Message(id = 1213, doc = "An applicant was refused.")
    record ApplicantRefused(
            @Field(value = "the plate", ref = Ref.PLATE) long plateId,
            @Field(value = "the applicant", ref = Ref.PARTY) long partyId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements OfferEvent {}

    /** An offer was handed in. */
    @Message(id = 1214, doc = "An offer was handed in.")
    record OfferSubmitted(
            @Field(value = "the offer", ref = Ref.OFFER) long offerId,
            @Field(value = "its code", declares = Ref.OFFER, maxLength = 40) String code,
            @Field(value = "the agent's member", ref = Ref.MEMBER) long memberId,
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "its owner", ref = Ref.PARTY) long ownerId,
            @Field(value = "the plate that it belongs to", optional = true, ref = Ref.PLATE) long plateId,
            @Field(value = "the rule profile", ref = Ref.PROFILE) long profileId,
            @Field(value = "the fee schedule", ref = Ref.FEE_SCHEDULE) long feeScheduleId,
            @Field(value = "the business calendar", ref = Ref.CALENDAR) long calendarId,
            @Field("whether it exceeds the profile's price guide, which only warns") boolean aboveGuide,
            @Field("what is offered") OfferTerms terms)
            implements OfferEvent {}

    /** The offer can be taken up; profile and schedule are pinned. */
    @Message(id = 1215, doc = "The offer can be taken up; profile and schedule are pinned.")
    record OfferPublished(
            @Field(value = "the offer", ref = Ref.OFFER) long offerId,
            @Field("pinned version of the rule profile") int profileVersion,
            @Field("pinned version of the fee schedule") int feeScheduleVersion,
            @Field(value = "its end, or that of its plate where that is earlier", optional = true) long endNanos)
            implements OfferEvent {}

    /** The offer is not published. */
    @Message(id = 1216, doc = "The offer is not published.")
    record OfferRefused(
            @Field(value = "the offer", ref = Ref.OFFER) long offerId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements OfferEvent {}

    /** The offer was withdrawn; what was taken up stands. */
    @Message(id = 1217, doc = "The offer was withdrawn; what was taken up stands.")
    record OfferWithdrawn(
            @Field(value = "the offer", ref = Ref.OFFER) long offerId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements OfferEvent {}

    /** The offer was taken up. */
    @Message(id = 1218, doc = "The offer was taken up.")
    record OfferTakenUp(
            @Field(value = "the offer", ref = Ref.OFFER) long offerId,
            @Field(value = "the listing that stands for the take-up", ref = Ref.LISTING) long listingId,
            @Field(value = "the taker", ref = Ref.PARTY) long partyId,
            @Field(value = "the plate, where the offer belongs to one", optional = true, ref = Ref.PLATE) long plateId,
            @Field("the marked price") Money price,
            @Field("whether the plate waives the service fees") boolean feeWaived,
            @Field("how many hold a place of the offer now") int taken,
            @Field("digest of the written notice") Hash256 notice)
            implements OfferEvent {}

    /** The taker did not pay; its place is free again. */
    @Message(id = 1219, doc = "The taker did not pay; its place is free again.")
    record TakeUpLapsed(
            @Field(value = "the offer", ref = Ref.OFFER) long offerId,
            @Field(value = "the listing that stood for the take-up", ref = Ref.LISTING) long listingId,
            @Field(value = "the taker", ref = Ref.PARTY) long partyId,
            @Field("how many hold a place of the offer now") int taken)
            implements OfferEvent {}

    /** The offer's time is over; what was taken up stands. */
    @Message(id = 1340, doc = "The offer's time is over; what was taken up stands.")
    record OfferEnded(
            @Field(value = "the offer", ref = Ref.OFFER) long offerId)
            implements OfferEvent {}
}
