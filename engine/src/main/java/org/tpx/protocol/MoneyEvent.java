package org.tpx.protocol;

import java.util.List;

/** Money in, in the books, and out. */
public sealed interface MoneyEvent extends Event {

    /** A payment arrived in the settlement account or, for dues, in the operating account. */
    @Message(id = 1130, doc = "A payment arrived in the settlement account or, for dues, in the operating account.")
    record MoneyReceived(
            @Field(value = "the bank's reference", maxLength = 60) String bankReference,
            @Field("what the payer says it is for") MoneyPurpose purpose,
            @Field(value = "the listing, where it is for one", optional = true, ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("the amount") Money amount,
            @Field(value = "salted digest of the account it came from", optional = true) Hash256 account,
            @Field(value = "what was paid, where the bank converted it", optional = true) Money original,
            @Field(value = "the bank's rate in ten-billionths, where it converted", optional = true) long exchangeRateE10,
            @Field(value = "the currency whose unit the rate prices; absent for that of the original", optional = true) Currency rateUnit)
            implements MoneyEvent {

        /** A payment that the bank did not convert, from an account that it did not tell. */
        public MoneyReceived(
                String bankReference, MoneyPurpose purpose, long listingId, long partyId, Money amount) {
            this(bankReference, purpose, listingId, partyId, amount, Hash256.ZERO, Money.NONE, 0, Currency.XXX);
        }

        /** What a command to book it said. */
        public static MoneyReceived of(DealCommand.ReceiveMoney command) {
            return new MoneyReceived(
                    command.bankReference(),
                    command.purpose(),
                    command.listingId(),
                    command.partyId(),
                    command.amount(),
                    command.account(),
                    command.original(),
                    command.exchangeRateE10(),
                    command.rateUnit());
        }
    }

    /** Money moved in the books; debits equal credits. */
    @Message(id = 1131, doc = "Money moved in the books; debits equal credits.")
    record MoneyPosted(
            @Field(value = "the posting", ref = Ref.POSTING) long postingId,
            @Field("why") PostingReason reason,
            @Field(value = "the legs", maxLength = 20) List<PostingLeg> legs)
            implements MoneyEvent {}

    /** A payment out is owed. */
    @Message(id = 1132, doc = "A payment out is owed.")
    record PaymentDue(
            @Field(value = "the payment", ref = Ref.PAYMENT) long paymentId,
            @Field("why") PaymentKind kind,
            @Field(value = "to whom; absent for the operating account", optional = true, ref = Ref.PARTY) long partyId,
            @Field(value = "the listing, where it is for one", optional = true, ref = Ref.LISTING) long listingId,
            @Field("how much") Money amount,
            @Field("by then") long dueNanos)
            implements MoneyEvent {}

    /** Two people sent a payment out. */
    @Message(id = 1133, doc = "Two people sent a payment out.")
    record PaymentInstructed(
            @Field(value = "the payment", ref = Ref.PAYMENT) long paymentId)
            implements MoneyEvent {}

    /** The bank confirmed a payment out. */
    @Message(id = 1134, doc = "The bank confirmed a payment out.")
    record PaymentConfirmed(
            @Field(value = "the payment", ref = Ref.PAYMENT) long paymentId,
            @Field(value = "the bank's reference", maxLength = 60) String bankReference)
            implements MoneyEvent {}

    /** The bank sent a payment back; it is due again. */
    @Message(id = 1135, doc = "The bank sent a payment back; it is due again.")
    record PaymentReturned(
            @Field(value = "the payment", ref = Ref.PAYMENT) long paymentId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements MoneyEvent {}

    /** A payment out is late. */
    @Message(id = 1136, doc = "A payment out is late.")
    record PaymentOverdue(
            @Field(value = "the payment", ref = Ref.PAYMENT) long paymentId)
            implements MoneyEvent {}

    /** A forfeited deposit was shared out. */
    @Message(id = 1137, doc = "A forfeited deposit was shared out.")
    record ForfeitApplied(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("by which policy") ForfeitPolicy policy,
            @Field("to the exchange") Money fees,
            @Field("to the transferor") Money compensation,
            @Field("back to the defaulter") Money returned)
            implements MoneyEvent {}
}
