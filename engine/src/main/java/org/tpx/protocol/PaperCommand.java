package org.tpx.protocol;

/** Papers of a deal and the signatures of its sides (section 8.5, machine 9.5). */
public sealed interface PaperCommand extends Command {

    /** Files the paper that both sides shall sign; it takes the place of one of the same kind, whose signatures are void then. */
    @Message(
            id = 310,
            doc =
                    "Files the paper that both sides shall sign; it takes the place of one of the same kind, whose signatures are void then.")
    record FilePaper(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("what it is") PaperKind kind,
            @Field("SHA-256 of the written paper") Hash256 digest,
            @Field(value = "the form that it was written from", optional = true, maxLength = 40) String form)
            implements PaperCommand {}

    /** Signs a filed paper for one side. Edges and books check the signature, the exchange compares the digest. */
    @Message(
            id = 311,
            doc = "Signs a filed paper for one side. Edges and books check the signature, the exchange compares the digest.")
    record SignPaper(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the side", ref = Ref.PARTY) long partyId,
            @Field("what is signed") PaperKind kind,
            @Field("SHA-256 of the paper") Hash256 digest,
            @Field("the side's Ed25519 public key, 32 bytes") Hash256 publicKey,
            @Field("the signature's first half (R of RFC 8032), over the text: tpx paper sha256 HEX") Hash256 signatureR,
            @Field("its second half (S)") Hash256 signatureS)
            implements PaperCommand {}
}
