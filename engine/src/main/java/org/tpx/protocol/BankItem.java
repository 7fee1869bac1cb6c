package org.tpx.protocol;

/** Something that the bank told and that could not simply be booked. */
public record BankItem(
        @Field("why it waits") BankQueue queue,
        @Field("which way the money went") MoneyDirection direction,
        @Field(value = "how much; absent where that cannot be said in a currency of the exchange", optional = true, min = 1) Money amount,
        @Field("digest of the message's text, under which it is kept") Hash256 message,
        @Field(value = "the bank's reference", optional = true, maxLength = 60) String bankReference,
        @Field(value = "the end-to-end id", optional = true, maxLength = 60) String endToEndId,
        @Field(value = "the message's own id", optional = true, maxLength = 60) String bankMessageId,
        @Field(value = "what is the matter, in a sentence", maxLength = 500) String reason) {}
