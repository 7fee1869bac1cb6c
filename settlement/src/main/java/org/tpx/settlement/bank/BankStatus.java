package org.tpx.settlement.bank;

/**
 * What the bank says about a payment that it was sent.
 *
 * @param messageId the message of ours that it answers
 * @param endToEndId the payment, or empty where the whole message is meant
 * @param status the bank's code: {@code ACCP}, {@code RJCT}
 * @param reason why, in the bank's codes and words
 */
public record BankStatus(String messageId, String endToEndId, String status, String reason) {

    /** Whether the bank will not carry it out. */
    public boolean isRejected() {
        return status.equals("RJCT") || status.equals("CANC") || status.equals("BLCK");
    }
}
