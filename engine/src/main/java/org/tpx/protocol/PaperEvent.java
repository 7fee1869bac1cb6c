package org.tpx.protocol;

/** Papers of a deal and who has signed them. */
public sealed interface PaperEvent extends Event {

    /** The paper that both sides shall sign is on file; signatures of one before it are void. */
    @Message(id = 1440, doc = "The paper that both sides shall sign is on file; signatures of one before it are void.")
    record PaperFiled(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("what it is") PaperKind kind,
            @Field("SHA-256 of the written paper") Hash256 digest,
            @Field(value = "the form that it was written from", maxLength = 40) String form)
            implements PaperEvent {}

    /** One side has signed. */
    @Message(id = 1441, doc = "One side has signed.")
    record PaperSigned(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the side", ref = Ref.PARTY) long partyId,
            @Field("what was signed") PaperKind kind,
            @Field("SHA-256 of the paper") Hash256 digest,
            @Field("the side's Ed25519 public key") Hash256 publicKey,
            @Field("the signature's first half (R)") Hash256 signatureR,
            @Field("its second half (S)") Hash256 signatureS)
            implements PaperEvent {}
}
