package org.tpx.protocol;

/** What became of what the bank told and nobody could simply book. */
public sealed interface BankEvent extends Event {

    /** Something that the bank told waits in a queue. */
    @Message(id = 1430, doc = "Something that the bank told waits in a queue.")
    record BankItemParked(
            @Field(value = "the item", ref = Ref.BANK_ITEM) long itemId, @Field("what it is") BankItem item)
            implements BankEvent {}

    /** A clerk decided about an item; what it booked stands before this. */
    @Message(id = 1431, doc = "A clerk decided about an item; what it booked stands before this.")
    record BankItemResolved(
            @Field(value = "the item", ref = Ref.BANK_ITEM) long itemId,
            @Field(value = "what was decided: booked, matched, or the clerk's words", maxLength = 500) String note)
            implements BankEvent {}
}
