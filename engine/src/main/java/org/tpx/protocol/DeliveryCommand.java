package org.tpx.protocol;

/**
 * Delivery versus payment beside its straight way: pledgees that are paid first, money in dispute, certificates that are revoked,
 * contracts that are rescinded, and what is then owed back (section 9.5).
 */
public sealed interface DeliveryCommand extends Command {

    /** Records what a pledgee claims, which is paid from the price before the transferor gets anything. */
    @Message(id = 265, doc = "Records what a pledgee claims, which is paid from the price before the transferor gets anything.")
    record RecordPledgeClaim(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the pledge's number at the registry", maxLength = 100) String reference,
            @Field(value = "what the pledge secures, as the pledgee states it", min = 1) Money amount,
            @Field("digest of the pledgee's statement") Hash256 document)
            implements DeliveryCommand {}

    /** Records that a pledgee, paid what is its due from the price, released its pledge. */
    @Message(id = 266, doc = "Records that a pledgee, paid what is its due from the price, released its pledge.")
    record ReleasePledge(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the pledge's number at the registry", maxLength = 100) String reference,
            @Field("digest of the release") Hash256 document)
            implements DeliveryCommand {}

    /** Keeps the money of a deal where it is: nothing of it is released or sent while it is in dispute. */
    @Message(id = 267, doc = "Keeps the money of a deal where it is: nothing of it is released or sent while it is in dispute.")
    record FreezeReleases(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements DeliveryCommand {}

    /** Proposes to let the money of a deal go again; another supervisor approves. */
    @Message(id = 268, doc = "Proposes to let the money of a deal go again; another supervisor approves.")
    record ProposeUnfreezing(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements DeliveryCommand {}

    /** Proposes to revoke a certificate that rests on something false, and to unwind its deal; a supervisor approves. */
    @Message(id = 269, doc = "Proposes to revoke a certificate that rests on something false, and to unwind its deal; a supervisor approves.")
    record ProposeRevocation(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("digest of the finding") Hash256 document,
            @Field(value = "whether the exchange gives the fees of both sides back", optional = true) boolean feesReturned,
            @Field(value = "what was false, in words", maxLength = 500) String reason)
            implements DeliveryCommand {}

    /** Proposes to carry out the rescission of a contract whose price was not released; a supervisor approves. */
    @Message(id = 270, doc = "Proposes to carry out the rescission of a contract whose price was not released; a supervisor approves.")
    record ProposeRescission(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("who rescinded it") RescissionGround ground,
            @Field("digest of judgment, award or agreement") Hash256 document,
            @Field(value = "whether the exchange gives fees back that the certificate earned", optional = true) boolean feesReturned,
            @Field(value = "its number", maxLength = 100) String reference)
            implements DeliveryCommand {}

    /** Books money that arrived for a claim on restitution; it goes to whoever has the claim. */
    @Message(id = 271, doc = "Books money that arrived for a claim on restitution; it goes to whoever has the claim.")
    record ReceiveRestitution(
            @Field(value = "the claim", ref = Ref.CLAIM) long claimId,
            @Field(value = "the bank's reference, unique for ever", maxLength = 60) String bankReference,
            @Field(value = "the amount, at most what is open", min = 1) Money amount)
            implements DeliveryCommand {}
}
