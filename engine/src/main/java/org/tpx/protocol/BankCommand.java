package org.tpx.protocol;

/** What the bank told and nobody could simply book: it is parked, and a clerk decides. Nothing is booked while it waits. */
public sealed interface BankCommand extends Command {

    /** Puts something that the bank told into a queue. */
    @Message(id = 300, doc = "Puts something that the bank told into a queue.")
    record ParkBankItem(@Field("what it is") BankItem item) implements BankCommand {}

    /** Decides whose a parked receipt is: it is booked with the amount and the reference that are parked. */
    @Message(id = 301, doc = "Decides whose a parked receipt is: it is booked with the amount and the reference that are parked.")
    record BookBankItem(
            @Field(value = "the item", ref = Ref.BANK_ITEM) long itemId,
            @Field("what it is for") MoneyPurpose purpose,
            @Field(value = "the listing, where it is for one", optional = true, ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId)
            implements BankCommand {}

    /** Decides which payment a parked debit is: it is confirmed with the reference that is parked. */
    @Message(id = 302, doc = "Decides which payment a parked debit is: it is confirmed with the reference that is parked.")
    record MatchBankItem(
            @Field(value = "the item", ref = Ref.BANK_ITEM) long itemId,
            @Field(value = "the payment; its amount must be the item's", ref = Ref.PAYMENT) long paymentId)
            implements BankCommand {}

    /** Takes an item out of its queue without booking anything. */
    @Message(id = 303, doc = "Takes an item out of its queue without booking anything.")
    record ResolveBankItem(
            @Field(value = "the item", ref = Ref.BANK_ITEM) long itemId,
            @Field(value = "why nothing is to be booked, or what was done instead", maxLength = 500) String note)
            implements BankCommand {}
}
