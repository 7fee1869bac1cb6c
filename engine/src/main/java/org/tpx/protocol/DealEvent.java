package org.tpx.protocol;

/** The deal from contract to completion. */
public sealed interface DealEvent extends Event {

    /** Both sides have signed. */
    @Message(id = 1110, doc = "Both sides have signed.")
    record ContractSigned(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the seller", ref = Ref.PARTY) long transferorId,
            @Field(value = "the buyer", ref = Ref.PARTY) long transfereeId,
            @Field("the price") Money price,
            @Field("which column of the fee schedule applies") FeeMode feeMode,
            @Field("digest of the contract; absent where a notice concludes it, as in a take-up") Hash256 contract)
            implements DealEvent {}

    /** The contract is effective; the rest of the price and the buyer's fee are due. */
    @Message(id = 1111, doc = "The contract is effective; the rest of the price and the buyer's fee are due.")
    record ContractEffective(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("what the buyer still owes, its fee included") Money due,
            @Field("to be paid before then") long paymentDueNanos)
            implements DealEvent {}

    /** The deposit became part of the price. */
    @Message(id = 1112, doc = "The deposit became part of the price.")
    record DepositConverted(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("the deposit") Money amount)
            implements DealEvent {}

    /** A service fee is due. */
    @Message(id = 1113, doc = "A service fee is due.")
    record FeeAccrued(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("which side pays") FeeSide side,
            @Field("the fee") Money amount)
            implements DealEvent {}

    /** The result is public. */
    @Message(id = 1114, doc = "The result is public.")
    record ResultPublished(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("at least until then") long untilNanos)
            implements DealEvent {}

    /** Price and buyer's fee are in the account in full. */
    @Message(id = 1115, doc = "Price and buyer's fee are in the account in full.")
    record PricePaid(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("what came in sum, the deposit included") Money amount,
            @Field("the certificate is due by then") long certificateDueNanos)
            implements DealEvent {}

    /** A payment came, but price and fee are not in full yet. */
    @Message(id = 1116, doc = "A payment came, but price and fee are not in full yet.")
    record PriceShort(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("what is missing") Money missing)
            implements DealEvent {}

    /** The price did not come in time; the grace period runs. */
    @Message(id = 1117, doc = "The price did not come in time; the grace period runs.")
    record PriceOverdue(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("until then") long graceEndNanos)
            implements DealEvent {}

    /** The grace period passed as well; the deal is off. */
    @Message(id = 1118, doc = "The grace period passed as well; the deal is off.")
    record DealDefaulted(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements DealEvent {}

    /** The transaction certificate was issued; there is only one. */
    @Message(id = 1119, doc = "The transaction certificate was issued; there is only one.")
    record CertificateIssued(
            @Field(value = "the certificate", ref = Ref.CERTIFICATE) long certificateId,
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "its number", maxLength = 40) String certificateNumber,
            @Field(value = "the seller", ref = Ref.PARTY) long transferorId,
            @Field(value = "the buyer", ref = Ref.PARTY) long transfereeId,
            @Field("the price") Money price)
            implements DealEvent {}

    /** The time to issue the certificate is over. */
    @Message(id = 1120, doc = "The time to issue the certificate is over.")
    record CertificateOverdue(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements DealEvent {}

    /** The transfer was filed at the registry. */
    @Message(id = 1121, doc = "The transfer was filed at the registry.")
    record TitleFiled(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the registry's receipt number", maxLength = 100) String receipt)
            implements DealEvent {}

    /** The registry entered the new owner. */
    @Message(id = 1122, doc = "The registry entered the new owner.")
    record TitleRegistered(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the new owner", ref = Ref.PARTY) long transfereeId)
            implements DealEvent {}

    /** The handover protocol was signed. */
    @Message(id = 1123, doc = "The handover protocol was signed.")
    record HandoverAccepted(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("digest of the protocol") Hash256 document)
            implements DealEvent {}

    /** The price, or what is left of it, may go to the transferor. */
    @Message(id = 1124, doc = "The price, or what is left of it, may go to the transferor.")
    record ReleaseConditionMet(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the price less the seller's fee, what pledgees got, and the part that was released before") Money amount)
            implements DealEvent {}

    /** Nothing is left to do in this deal. */
    @Message(id = 1125, doc = "Nothing is left to do in this deal.")
    record DealCompleted(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements DealEvent {}

    /** An authority has to approve the contract; a proof of the transaction stands for the certificate until then. */
    @Message(id = 1126, doc = "An authority has to approve the contract; a proof of the transaction stands for the certificate until then.")
    record ApprovalRequired(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("what has to be approved") ApprovalKind approvalKind,
            @Field("the authority decides by then") long approvalDueNanos,
            @Field(value = "number of the proof", maxLength = 40) String proofNumber)
            implements DealEvent {}

    /** The authority approved. */
    @Message(id = 1127, doc = "The authority approved.")
    record ApprovalGranted(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the authority's number", maxLength = 100) String reference)
            implements DealEvent {}

    /** The authority did not approve; the contract is rescinded, all money goes back, no fee is due. */
    @Message(id = 1128, doc = "The authority did not approve; the contract is rescinded, all money goes back, no fee is due.")
    record ApprovalRefused(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the authority's number", maxLength = 100) String reference)
            implements DealEvent {}

    /** The authority's time is over and it did not decide. */
    @Message(id = 1129, doc = "The authority's time is over and it did not decide.")
    record ApprovalOverdue(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements DealEvent {}
}
