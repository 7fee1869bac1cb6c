package org.tpx.protocol;

import java.util.List;

/** Entries of the title register. */
public sealed interface RightEvent extends Event {

    /** A right was entered into the title register. */
    @Message(id = 1030, doc = "A right was entered into the title register.")
    record RightRegistered(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "its code", declares = Ref.RIGHT, maxLength = 40) String code,
            @Field("kind of right") RightType rightType,
            @Field(value = "its number at the registry", maxLength = 60) String registration,
            @Field(value = "its name", maxLength = 300) String title,
            @Field(value = "the owners", maxLength = 50) List<Owner> owners)
            implements RightEvent {}

    /** New owners were entered. */
    @Message(id = 1031, doc = "New owners were entered.")
    record TitleRecorded(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the deed", maxLength = 200) String instrument,
            @Field(value = "the owners from now on", maxLength = 50) List<Owner> owners)
            implements RightEvent {}

    /** A consent to the transfer, or to licences, was recorded. */
    @Message(id = 1032, doc = "A consent to the transfer was recorded.")
    record ConsentRecorded(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "who consents", ref = Ref.PARTY) long partyId,
            @Field("as what") ConsentKind consentKind)
            implements RightEvent {}

    /** Something weighs on the right from now on. */
    @Message(id = 1033, doc = "Something weighs on the right from now on.")
    record EncumbranceRecorded(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field("what it is") EncumbranceKind encumbranceKind,
            @Field(value = "in whose favour", optional = true, ref = Ref.PARTY) long holderId,
            @Field(value = "its number at the registry", maxLength = 100) String reference)
            implements RightEvent {}

    /** An encumbrance ended. */
    @Message(id = 1034, doc = "An encumbrance ended.")
    record EncumbranceReleased(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "its number at the registry", maxLength = 100) String reference)
            implements RightEvent {}

    /** An ordinary licence was entered; it survives every transfer. */
    @Message(id = 1035, doc = "An ordinary licence was entered; it survives every transfer.")
    record LicenceRecorded(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the listing that gave it", ref = Ref.LISTING) long listingId,
            @Field(value = "the deal that paid for it", ref = Ref.DEAL) long dealId,
            @Field(value = "who may use the right", ref = Ref.PARTY) long licenseeId,
            @Field(value = "its number, that of the listing", maxLength = 100) String reference)
            implements RightEvent {}

    /** A licence right rests on another right. */
    @Message(id = 1036, doc = "A licence right rests on another right.")
    record BaseRecorded(
            @Field(value = "the licence right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the right that it licenses", ref = Ref.RIGHT) long baseRightId)
            implements RightEvent {}
}
