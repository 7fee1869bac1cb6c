package org.tpx.settlement.bank;

import java.nio.charset.StandardCharsets;
import org.tpx.protocol.BankCommand.ParkBankItem;
import org.tpx.protocol.BankItem;
import org.tpx.protocol.BankQueue;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyDirection;
import org.tpx.settlement.bank.FrontDoor.Sending;

/** Puts what one message tells into queues, with a sentence each. */
final class ItemFactory {
    private static final int MAX_REASON_BYTES = 500;

    private final String messageId;
    private final Hash256 message;

    ItemFactory(String messageId, Hash256 message) {
        this.messageId = messageId;
        this.message = message;
    }

    BankItem of(BankEntry entry, BankQueue queue, String reason) {
        String sentence = entry.amount().isNone() ? reason + " The amount is " + entry.amountText() + "." : reason;
        return new BankItem(
                queue,
                entry.direction(),
                entry.amount(),
                message,
                entry.bankReference(),
                entry.endToEndId(),
                messageId,
                fit(sentence));
    }

    /** An item that is about a payment of ours, or about a whole message, and about no money. */
    BankItem of(BankQueue queue, String endToEndId, String reason) {
        return new BankItem(queue, MoneyDirection.NONE, Money.NONE, message, "", endToEndId, messageId, fit(reason));
    }

    /**
     * The command that parks an item. Its client id says what is parked and not which message told it, so that the notification and the
     * statement that tell the same thing park it once; a duplicate, and whatever has no reference, is parked once per message.
     */
    static Sending parking(BankItem item) {
        boolean known = !item.bankReference().isEmpty() && item.queue() != BankQueue.DUPLICATE;
        return new Sending(
                Digest.clientId(
                        "park",
                        item.queue().name(),
                        item.direction().name(),
                        item.amount().toString(),
                        item.bankReference(),
                        item.endToEndId(),
                        known ? "" : item.message().toString(),
                        known ? "" : item.reason()),
                new ParkBankItem(item));
    }

    static String fit(String text) {
        int characters = text.codePointCount(0, text.length());
        String fitting = text;
        while (fitting.getBytes(StandardCharsets.UTF_8).length > MAX_REASON_BYTES) {
            characters -= characters / 8 + 1;
            fitting = text.substring(0, text.offsetByCodePoints(0, characters));
        }
        return fitting;
    }
}
