package org.tpx.settlement.ledger;

import org.jdbi.v3.core.Handle;
import org.tpx.protocol.BankEvent.BankItemParked;
import org.tpx.protocol.BankEvent.BankItemResolved;
import org.tpx.protocol.BankItem;
import org.tpx.protocol.BankQueue;
import org.tpx.protocol.DealEvent.PriceShort;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingEvent.DepositShort;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyDirection;
import org.tpx.protocol.MoneyEvent.MoneyReceived;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.PaymentKind;

/**
 * The queues of what the bank told. What was parked waits until it is resolved. What was booked and still concerns somebody, since it
 * was short, in surplus or no longer awaited, is told here as well and waits for nobody.
 */
final class BankItems {
    private static final String OPEN = "OPEN";
    private static final String TOLD = "TOLD";

    private static final MoneyReceived NOTHING = new MoneyReceived("", MoneyPurpose.TRADING, 0, 0, Money.NONE);

    private final Handle handle;
    private long receivedSequence;
    private MoneyReceived received = NOTHING;

    BankItems(Handle handle) {
        this.handle = handle;
    }

    void parked(Place place, BankItemParked event) {
        write(place, event.itemId(), OPEN, event.item(), 0, 0);
    }

    void resolved(Place place, BankItemResolved event) {
        handle.execute(
                "UPDATE bank_queue SET state = 'RESOLVED', resolved_sequence = ?, resolved_nanos = ?, note = ? WHERE item_id = ?",
                place.sequence(),
                place.timeNanos(),
                event.note(),
                event.itemId());
    }

    /** The receipt that the rest of the turn is about. */
    void received(Place place, MoneyReceived event) {
        receivedSequence = place.sequence();
        received = event;
    }

    void depositShort(Place place, DepositShort event) {
        if (receivedSequence == place.sequence()) {
            tell(
                    place,
                    BankQueue.SHORT,
                    event.missing(),
                    "The deposit is short by " + event.missing() + "; nobody is admitted on it.");
        }
    }

    void priceShort(Place place, PriceShort event) {
        if (receivedSequence == place.sequence()) {
            tell(place, BankQueue.SHORT, event.missing(), "Price and fee are short by " + event.missing() + ".");
        }
    }

    /** What a receipt brings and nobody awaits goes back: all of it, or what it is too much. */
    void due(Place place, PaymentDue event) {
        if (event.kind() != PaymentKind.RETURN || receivedSequence != place.sequence()) {
            return;
        }
        if (event.amount().equals(received.amount())) {
            tell(
                    place,
                    BankQueue.LATE,
                    event.amount(),
                    "It is not awaited, too late or from another's account; it goes back as PAY-" + event.paymentId()
                            + ".");
        } else {
            tell(
                    place,
                    BankQueue.SURPLUS,
                    event.amount(),
                    event.amount() + " of " + received.amount() + " were not asked for and go back as PAY-"
                            + event.paymentId() + ".");
        }
    }

    private void tell(Place place, BankQueue queue, Money amount, String reason) {
        BankItem item =
                new BankItem(queue, MoneyDirection.IN, amount, Hash256.ZERO, received.bankReference(), "", "", reason);
        write(place, 0, TOLD, item, received.partyId(), received.listingId());
    }

    private void write(Place place, long itemId, String state, BankItem item, long partyId, long listingId) {
        handle.execute(
                "INSERT INTO bank_queue (sequence, ordinal, item_id, queue, state, time_nanos, direction, currency, amount_minor,"
                        + " party_id, listing_id, bank_reference, end_to_end_id, message_id, message, reason, resolved_sequence,"
                        + " resolved_nanos, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '')",
                place.sequence(),
                place.ordinal(),
                itemId,
                item.queue(),
                state,
                place.timeNanos(),
                item.direction(),
                item.amount().currency(),
                item.amount().minor(),
                partyId,
                listingId,
                item.bankReference(),
                item.endToEndId(),
                item.bankMessageId(),
                item.message().isAbsent() ? "" : item.message().toString(),
                item.reason());
    }
}
