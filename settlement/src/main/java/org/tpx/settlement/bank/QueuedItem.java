package org.tpx.settlement.bank;

import org.tpx.protocol.BankQueue;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyDirection;

/**
 * Something that the bank told and that a person should know of.
 *
 * @param itemId its number; 0 where it was booked and nothing is to be decided
 * @param queue why it is here
 * @param state {@code OPEN}, {@code RESOLVED}, or {@code TOLD} where nothing is to be decided
 * @param sequence the turn that put it here
 * @param timeNanos when, UTC epoch nanoseconds
 * @param direction which way the money went
 * @param amount how much; {@link Money#NONE} where no amount is meant
 * @param bankReference the bank's reference, or empty
 * @param endToEndId the end-to-end id, or empty
 * @param messageId the message's own id, or empty
 * @param message SHA-256 of the message's text, by which its file is found, or empty
 * @param reason what is the matter, in a sentence
 * @param note what was decided, or empty
 */
public record QueuedItem(
        long itemId,
        BankQueue queue,
        String state,
        long sequence,
        long timeNanos,
        MoneyDirection direction,
        Money amount,
        String bankReference,
        String endToEndId,
        String messageId,
        String message,
        String reason,
        String note) {

    /** Whether somebody has to decide. */
    public boolean isOpen() {
        return state.equals("OPEN");
    }
}
