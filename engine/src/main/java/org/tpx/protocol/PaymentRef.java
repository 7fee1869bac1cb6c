package org.tpx.protocol;

/** Names one payment out. */
public record PaymentRef(
        @Field(value = "the payment", ref = Ref.PAYMENT) long paymentId) {}
