package org.tpx.protocol;

import java.util.List;

/** Technology rights and the title register. */
public sealed interface RightCommand extends Command {

    /** Enters a right into the title register. */
    @Message(id = 30, doc = "Enters a right into the title register.")
    record RegisterRight(
            @Field(value = "code of the right", declares = Ref.RIGHT, maxLength = 40) String code,
            @Field("kind of right") RightType rightType,
            @Field(value = "its number at the registry, US 7130913 for example", maxLength = 60) String registration,
            @Field(value = "its name", maxLength = 300) String title,
            @Field(value = "the owners", maxLength = 50) List<Owner> owners)
            implements RightCommand {}

    /** Enters new owners of a right. */
    @Message(id = 31, doc = "Enters new owners of a right.")
    record RecordTitle(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the deed, reel and frame for example", maxLength = 200) String instrument,
            @Field(value = "digest of the deed", optional = true) Hash256 document,
            @Field(value = "the owners from now on", maxLength = 50) List<Owner> owners)
            implements RightCommand {}

    /** Records a consent to the transfer of a right, or to licences of it. */
    @Message(id = 32, doc = "Records a consent to the transfer of a right, or to licences of it.")
    record RecordConsent(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "who consents", ref = Ref.PARTY) long partyId,
            @Field("as what") ConsentKind consentKind,
            @Field(value = "digest of the consent", optional = true) Hash256 document)
            implements RightCommand {}

    /** Records what weighs on a right. */
    @Message(id = 33, doc = "Records what weighs on a right.")
    record RecordEncumbrance(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field("what it is") EncumbranceKind encumbranceKind,
            @Field(value = "in whose favour", optional = true, ref = Ref.PARTY) long holderId,
            @Field(value = "its number at the registry", maxLength = 100) String reference)
            implements RightCommand {}

    /** Records that an encumbrance has ended. */
    @Message(id = 34, doc = "Records that an encumbrance has ended.")
    record ReleaseEncumbrance(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "its number at the registry", maxLength = 100) String reference)
            implements RightCommand {}

    /** Records on which right a licence right rests. */
    @Message(id = 35, doc = "Records on which right a licence right rests.")
    record RecordBase(
            @Field(value = "the licence right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the right that it licenses", ref = Ref.RIGHT) long baseRightId)
            implements RightCommand {}
}
