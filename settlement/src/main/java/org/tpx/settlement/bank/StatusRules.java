package org.tpx.settlement.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tpx.protocol.BankQueue;
import org.tpx.protocol.DealCommand.ReturnPayment;
import org.tpx.settlement.bank.FrontDoor.Sending;

/** What a status report means: a payment that the bank refused is due again; one that it took waits for the money to move. */
final class StatusRules {
    private final BankBooks bank;
    private final BankOutbox outbox;

    StatusRules(BankBooks bank, BankOutbox outbox) {
        this.bank = bank;
        this.outbox = outbox;
    }

    /** Decides about all that one message reports; what it accepts is not sent again. */
    List<Decision> decide(List<BankStatus> statuses, boolean redo, ItemFactory items) {
        Map<String, BankStatus> rejected = new LinkedHashMap<>();
        List<Decision> decisions = new ArrayList<>();
        for (BankStatus status : statuses) {
            if (!status.isRejected()) {
                outbox.accepted(status.messageId());
            } else if (!status.endToEndId().isEmpty()) {
                rejected.put(status.endToEndId(), status);
            } else {
                rejectMessage(status, rejected, decisions, items);
            }
        }
        rejected.forEach((endToEndId, status) -> decisions.add(reject(endToEndId, status, redo, items)));
        return decisions;
    }

    private void rejectMessage(
            BankStatus status, Map<String, BankStatus> rejected, List<Decision> decisions, ItemFactory items) {
        List<BankTransfer> transfers = bank.transfersOfMessage(status.messageId());
        if (transfers.isEmpty()) {
            decisions.add(Decision.park(items.of(
                    BankQueue.UNKNOWN,
                    status.messageId(),
                    "The bank refuses a message that the exchange never sent: " + status.reason())));
        }
        transfers.forEach(transfer -> rejected.putIfAbsent(transfer.endToEndId(), status));
    }

    private Decision reject(String endToEndId, BankStatus status, boolean redo, ItemFactory items) {
        Optional<BankTransfer> found = bank.transfer(endToEndId);
        if (found.isEmpty()) {
            return Decision.park(items.of(
                    BankQueue.UNKNOWN,
                    endToEndId,
                    "The bank refuses a payment that the exchange never sent: " + status.reason()));
        }
        BankTransfer transfer = found.get();
        String payment = "PAY-" + transfer.paymentId();
        return switch (transfer.state()) {
            case INSTRUCTED ->
                Decision.send(
                        new Sending(
                                Digest.clientId("reject", endToEndId),
                                new ReturnPayment(
                                        transfer.paymentId(),
                                        ItemFactory.fit(status.status() + " " + status.reason()))),
                        endToEndId);
            case CONFIRMED ->
                Decision.park(items.of(
                        BankQueue.CONTRADICTORY,
                        endToEndId,
                        "The bank refuses " + payment + " after it had paid it: " + status.reason()));
            case RETURNED ->
                redo
                        ? Decision.NOTHING
                        : Decision.park(items.of(
                                BankQueue.DUPLICATE, endToEndId, "The bank refuses " + payment + " once more."));
        };
    }
}
