package org.tpx.engine.deal;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.money.Payment;
import org.tpx.protocol.BankCommand;
import org.tpx.protocol.BankEvent.BankItemParked;
import org.tpx.protocol.BankEvent.BankItemResolved;
import org.tpx.protocol.DealCommand.ConfirmPayment;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MoneyDirection;
import org.tpx.protocol.RejectReason;

/**
 * What the bank told and nobody could simply book. Parking books nothing: the books are what the exchange knows, and whose this money
 * is it does not know yet. A decision books with the parked amount and reference, so that nobody types them again.
 *
 * <pre>
 *   parked --book, match, resolve--> resolved
 * </pre>
 */
public final class BankItems {

    private final Table<ParkedItem> items = new Table<>(ParkedItem::new);
    private final Foundation foundation;
    private final Receipts receipts;
    private final Closings closings;

    /** No items yet; decisions book through these. */
    public BankItems(Foundation foundation, Receipts receipts, Closings closings) {
        this.foundation = foundation;
        this.receipts = receipts;
        this.closings = closings;
    }

    /** Causes BankItemParked. An amount went one way or the other. */
    public void park(Turn turn, BankCommand.ParkBankItem command) {
        RejectReason reason = foundation.members().access().role(turn, Deals.CLERK);
        boolean moneyWithoutWay = command.item().direction() == MoneyDirection.NONE
                && !command.item().amount().isNone();
        if (reason == null && moneyWithoutWay) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason != null) {
            turn.refuse(reason, 0);
            return;
        }
        BankItemParked parked = new BankItemParked(items.nextId(), command.item());
        items.add(new ParkedItem(parked));
        turn.emit(parked);
    }

    /**
     * Causes what {@link Receipts#receive} causes, and then BankItemResolved. Whoever says whose money it is says with that whose account
     * it came from.
     */
    public void book(Turn turn, BankCommand.BookBankItem command) {
        ParkedItem item = waiting(turn, command.itemId(), MoneyDirection.IN);
        if (item == null) {
            return;
        }
        receipts.receive(
                turn,
                new ReceiveMoney(
                        item.told().bankReference(),
                        command.purpose(),
                        command.listingId(),
                        command.partyId(),
                        item.told().amount(),
                        Hash256.ZERO));
        resolveIfBooked(turn, item, "booked");
    }

    /** Causes what {@link Closings#confirmPayment} causes, and then BankItemResolved. */
    public void match(Turn turn, BankCommand.MatchBankItem command) {
        ParkedItem item = waiting(turn, command.itemId(), MoneyDirection.OUT);
        if (item == null) {
            return;
        }
        Payment payment = foundation.payments().find(command.paymentId());
        if (payment != null && !payment.amount().equals(item.told().amount())) {
            turn.refuse(RejectReason.NOT_ALLOWED, payment.id());
            return;
        }
        closings.confirmPayment(
                turn, new ConfirmPayment(command.paymentId(), item.told().bankReference()));
        resolveIfBooked(turn, item, "matched");
    }

    /** Causes BankItemResolved. */
    public void resolve(Turn turn, BankCommand.ResolveBankItem command) {
        ParkedItem item = waiting(turn, command.itemId(), MoneyDirection.NONE);
        if (item != null) {
            resolve(turn, item, command.note());
        }
    }

    /** Writes or reads all items. */
    public void exchange(Snapshot snapshot) {
        items.exchange(snapshot);
    }

    /** The item, if it waits and money of it went this way; {@link MoneyDirection#NONE} asks for no money. */
    private @Nullable ParkedItem waiting(Turn turn, long itemId, MoneyDirection money) {
        RejectReason reason = foundation.members().access().role(turn, Deals.CLERK);
        ParkedItem item = items.find(itemId);
        if (reason == null && item == null) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        boolean moneyFits = item != null && (money == MoneyDirection.NONE || item.isMoney(money));
        if (reason == null && (item == null || item.isResolved() || !moneyFits)) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason == null && money != MoneyDirection.NONE && isUsed(item)) {
            reason = RejectReason.DUPLICATE_BANK_REFERENCE;
        }
        if (reason != null) {
            turn.refuse(reason, itemId);
            return null;
        }
        return item;
    }

    private boolean isUsed(@Nullable ParkedItem item) {
        return item != null && foundation.bankReferences().isUsed(item.told().bankReference());
    }

    /** The reference was free before, so it is used only if the booking was not refused. */
    private void resolveIfBooked(Turn turn, ParkedItem item, String note) {
        if (isUsed(item)) {
            resolve(turn, item, note);
        }
    }

    private static void resolve(Turn turn, ParkedItem item, String note) {
        item.resolve();
        turn.emit(new BankItemResolved(item.id(), note));
    }
}
