package org.tpx.protocol;

import java.util.List;

/** From the contract to the certificate and the release of the price (machine 9.5), and money in and out. */
public sealed interface DealCommand extends Command {

    /** Records that both sides have signed. */
    @Message(id = 80, doc = "Records that both sides have signed.")
    record SignContract(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("digest of the contract") Hash256 contract)
            implements DealCommand {}

    /** Records that the contract is effective; the deposit becomes price. */
    @Message(id = 81, doc = "Records that the contract is effective; the deposit becomes price.")
    record MakeContractEffective(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements DealCommand {}

    /** Publishes the result. */
    @Message(id = 82, doc = "Publishes the result.")
    record PublishResult(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements DealCommand {}

    /** Books a payment that arrived in the settlement account or, for dues, in the operating account. */
    @Message(id = 83, doc = "Books a payment that arrived in the settlement account or, for dues, in the operating account.")
    record ReceiveMoney(
            @Field(value = "the bank's reference, unique for ever", maxLength = 60) String bankReference,
            @Field("what the payer says it is for") MoneyPurpose purpose,
            @Field(value = "the listing, where it is for one", optional = true, ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "the amount", min = 1) Money amount,
            @Field(value = "salted digest of the account it came from", optional = true) Hash256 account,
            @Field(value = "what was paid, where the bank converted it", optional = true) Money original,
            @Field(value = "the bank's rate in ten-billionths, where it converted", optional = true) long exchangeRateE10,
            @Field(value = "the currency whose unit the rate prices; absent for that of the original", optional = true) Currency rateUnit)
            implements DealCommand {

        /** A payment that the bank did not convert. */
        public ReceiveMoney(
                String bankReference,
                MoneyPurpose purpose,
                long listingId,
                long partyId,
                Money amount,
                Hash256 account) {
            this(bankReference, purpose, listingId, partyId, amount, account, Money.NONE, 0, Currency.XXX);
        }
    }

    /** Proposes to issue the transaction certificate; another person approves. */
    @Message(id = 84, doc = "Proposes to issue the transaction certificate; another person approves.")
    record ProposeCertificate(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements DealCommand {}

    /** Records that the transfer was filed at the registry. */
    @Message(id = 85, doc = "Records that the transfer was filed at the registry.")
    record FileTitle(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the registry's receipt number", maxLength = 100) String receipt)
            implements DealCommand {}

    /** Records that the registry entered the new owner. */
    @Message(id = 86, doc = "Records that the registry entered the new owner.")
    record RegisterTitle(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the registry's entry", maxLength = 200) String instrument,
            @Field(value = "digest of the entry", optional = true) Hash256 document)
            implements DealCommand {}

    /** Records the signed handover protocol. */
    @Message(id = 87, doc = "Records the signed handover protocol.")
    record AcceptHandover(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("digest of the protocol") Hash256 document)
            implements DealCommand {}

    /** Proposes to send payments out; another person approves. */
    @Message(id = 88, doc = "Proposes to send payments out; another person approves.")
    record ProposePayments(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the payments", maxLength = 500) List<PaymentRef> payments)
            implements DealCommand {}

    /** Records the bank's confirmation of a payment out. */
    @Message(id = 89, doc = "Records the bank's confirmation of a payment out.")
    record ConfirmPayment(
            @Field(value = "the payment", ref = Ref.PAYMENT) long paymentId,
            @Field(value = "the bank's reference, unique for ever", maxLength = 60) String bankReference)
            implements DealCommand {}

    /** Records that the bank sent a payment back; it is due again. */
    @Message(id = 90, doc = "Records that the bank sent a payment back; it is due again.")
    record ReturnPayment(
            @Field(value = "the payment", ref = Ref.PAYMENT) long paymentId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements DealCommand {}

    /** Records that an authority has to approve the signed contract before it takes effect. */
    @Message(id = 91, doc = "Records that an authority has to approve the signed contract before it takes effect.")
    record RequireApproval(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("what has to be approved") ApprovalKind approvalKind)
            implements DealCommand {}

    /** Records that the authority approved; the contract takes effect. */
    @Message(id = 92, doc = "Records that the authority approved; the contract takes effect.")
    record GrantApproval(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("digest of the approval") Hash256 document,
            @Field(value = "the authority's number", maxLength = 100) String reference)
            implements DealCommand {}

    /** Records that the authority did not approve; the contract is rescinded. */
    @Message(id = 93, doc = "Records that the authority did not approve; the contract is rescinded.")
    record RefuseApproval(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("digest of the refusal") Hash256 document,
            @Field(value = "the authority's number", maxLength = 100) String reference)
            implements DealCommand {}
}
