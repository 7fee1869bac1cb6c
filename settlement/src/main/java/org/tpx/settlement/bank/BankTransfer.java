package org.tpx.settlement.bank;

import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;

/**
 * One sending of a payment.
 *
 * @param paymentId the payment
 * @param endToEndId what names this sending at the bank, {@code TPX-PAY-17-1}
 * @param messageId the message that it is part of
 * @param timeNanos when two people sent it, UTC epoch nanoseconds
 * @param kind why it leaves
 * @param party the code of the party that gets it; empty for the operating account
 * @param listing the code of its listing, or empty
 * @param amount how much
 * @param state where it stands
 * @param bankReference the bank's reference once it is confirmed, or empty
 */
public record BankTransfer(
        long paymentId,
        String endToEndId,
        String messageId,
        long timeNanos,
        PaymentKind kind,
        String party,
        String listing,
        Money amount,
        TransferState state,
        String bankReference) {}
