package org.tpx.protocol;

import java.util.List;

/**
 * Pledgees that are paid first, releases in parts, money in dispute, and the unwinding of deals. Whatever was paid for price and fee of a
 * deal that is unwound goes back, or stands in a {@link RestitutionClaimed}, or is a fee that stays earned.
 */
public sealed interface DeliveryEvent extends Event {

    /** What a pledgee claims is on record; a later one of the same pledge takes its place. */
    @Message(id = 1385, doc = "What a pledgee claims is on record; a later one of the same pledge takes its place.")
    record PledgeClaimRecorded(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the pledgee", ref = Ref.PARTY) long pledgeeId,
            @Field("what it claims") Money amount,
            @Field(value = "the pledge's number at the registry", maxLength = 100) String reference)
            implements DeliveryEvent {}

    /** A pledgee gets this from the price. */
    @Message(id = 1386, doc = "A pledgee gets this from the price.")
    record PledgeClaimDue(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the pledgee", ref = Ref.PARTY) long pledgeeId,
            @Field("what it gets") Money amount,
            @Field("what of its claim the price does not cover") Money shortfall,
            @Field(value = "the pledge's number at the registry", maxLength = 100) String reference)
            implements DeliveryEvent {}

    /** A pledgee that was paid released its pledge. */
    @Message(id = 1387, doc = "A pledgee that was paid released its pledge.")
    record PledgeReleased(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the pledgee", ref = Ref.PARTY) long pledgeeId,
            @Field(value = "the pledge's number at the registry", maxLength = 100) String reference)
            implements DeliveryEvent {}

    /** A part of the price may go to the transferor with the certificate; the rest waits for the title or the handover. */
    @Message(id = 1388, doc = "A part of the price may go to the transferor with the certificate; the rest waits for the title or the handover.")
    record PartReleased(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("what goes now") Money amount,
            @Field("what waits") Money rest)
            implements DeliveryEvent {}

    /** The money of a deal is in dispute: nothing of it is released or sent. */
    @Message(id = 1389, doc = "The money of a deal is in dispute: nothing of it is released or sent.")
    record ReleasesFrozen(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements DeliveryEvent {}

    /** The money of a deal may go again. */
    @Message(id = 1390, doc = "The money of a deal may go again.")
    record ReleasesUnfrozen(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements DeliveryEvent {}

    /** A certificate no longer holds; its number is never used again. */
    @Message(id = 1391, doc = "A certificate no longer holds; its number is never used again.")
    record CertificateRevoked(
            @Field(value = "the certificate", ref = Ref.CERTIFICATE) long certificateId,
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("whether the exchange gives the fees of both sides back") boolean feesReturned,
            @Field(value = "what was false, or the rescission's number", maxLength = 500) String reason)
            implements DeliveryEvent {}

    /** The contract is rescinded; what was paid goes back. */
    @Message(id = 1392, doc = "The contract is rescinded; what was paid goes back.")
    record RescissionOrdered(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("who rescinded it") RescissionGround ground,
            @Field("whether the exchange gives the fees of both sides back") boolean feesReturned,
            @Field(value = "its number", maxLength = 100) String reference)
            implements DeliveryEvent {}

    /** The title register names the owners again that the right had before the deal. */
    @Message(id = 1393, doc = "The title register names the owners again that the right had before the deal.")
    record TitleReturned(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the owners from now on", maxLength = 50) List<Owner> owners)
            implements DeliveryEvent {}

    /** A payment that was due, but not sent, is not made any more. */
    @Message(id = 1394, doc = "A payment that was due, but not sent, is not made any more.")
    record PaymentCancelled(
            @Field(value = "the payment", ref = Ref.PAYMENT) long paymentId)
            implements DeliveryEvent {}

    /** Money of an unwound deal is no longer in the settlement account: whoever had it owes it. */
    @Message(id = 1395, doc = "Money of an unwound deal is no longer in the settlement account: whoever had it owes it.")
    record RestitutionClaimed(
            @Field(value = "the claim", ref = Ref.CLAIM) long claimId,
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "who owes it; absent for the exchange", optional = true, ref = Ref.PARTY) long debtorId,
            @Field(value = "to whom", ref = Ref.PARTY) long creditorId,
            @Field("how much") Money amount)
            implements DeliveryEvent {}

    /** A claim on restitution was met, or a part of it. */
    @Message(id = 1396, doc = "A claim on restitution was met, or a part of it.")
    record RestitutionReceived(
            @Field(value = "the claim", ref = Ref.CLAIM) long claimId,
            @Field("how much came") Money amount,
            @Field("what is still open") Money open)
            implements DeliveryEvent {}
}
