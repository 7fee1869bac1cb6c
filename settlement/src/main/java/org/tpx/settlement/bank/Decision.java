package org.tpx.settlement.bank;

import org.jspecify.annotations.Nullable;
import org.tpx.protocol.BankItem;
import org.tpx.settlement.bank.FrontDoor.Sending;

/**
 * What is to be done about one thing that the bank tells: a command, or an item for a queue, or neither where it is known.
 *
 * @param sending the command, or null
 * @param item the item, or null
 * @param entry the entry that it is about, or null where it is about a payment
 * @param endToEndId the payment that it is about, or empty
 */
record Decision(
        @Nullable Sending sending,
        @Nullable BankItem item,
        @Nullable BankEntry entry,
        String endToEndId) {

    /** The bank tells what is known. */
    static final Decision NOTHING = new Decision(null, null, null, "");

    static Decision send(Sending sending, BankEntry entry) {
        return new Decision(sending, null, entry, entry.endToEndId());
    }

    static Decision send(Sending sending, String endToEndId) {
        return new Decision(sending, null, null, endToEndId);
    }

    static Decision park(BankItem item) {
        return new Decision(null, item, null, "");
    }
}
