package org.tpx.settlement.ledger;

import org.jdbi.v3.core.Handle;
import org.tpx.protocol.MoneyEvent.PaymentConfirmed;
import org.tpx.protocol.MoneyEvent.PaymentInstructed;
import org.tpx.protocol.MoneyEvent.PaymentReturned;

/**
 * The outbox of payments: each sending of a payment is a row, written in the same transaction as everything else that its event leads to,
 * and closed by the event that tells its outcome. Ids come from the journal alone: {@code TPX-PAY-17-2} is the second sending of PAY-17,
 * and all that one turn sends in one currency is one message.
 */
final class BankTransfers {
    private final Handle handle;

    BankTransfers(Handle handle) {
        this.handle = handle;
    }

    /** Comes after the payment itself was marked. */
    void instructed(Place place, PaymentInstructed event) {
        handle.execute(
                "INSERT INTO bank_transfer (payment_id, attempt, end_to_end_id, message_id, sequence, ordinal, time_nanos, kind,"
                        + " party_id, listing_id, currency, amount_minor, state, outcome_sequence, outcome_nanos, bank_reference)"
                        + " SELECT payment_id, returned_count + 1,"
                        + " 'TPX-PAY-' || CAST(payment_id AS TEXT) || '-' || CAST(returned_count + 1 AS TEXT),"
                        + " 'TPX-' || CAST(? AS TEXT) || '-' || currency, ?, ?, ?, kind, party_id, listing_id, currency,"
                        + " amount_minor, 'INSTRUCTED', 0, 0, '' FROM payment WHERE payment_id = ? ON CONFLICT DO NOTHING",
                place.sequence(),
                place.sequence(),
                place.ordinal(),
                place.timeNanos(),
                event.paymentId());
    }

    void confirmed(Place place, PaymentConfirmed event) {
        end(place, event.paymentId(), "CONFIRMED", event.bankReference());
    }

    void returned(Place place, PaymentReturned event) {
        end(place, event.paymentId(), "RETURNED", "");
    }

    private void end(Place place, long paymentId, String state, String bankReference) {
        handle.execute(
                "UPDATE bank_transfer SET state = ?, outcome_sequence = ?, outcome_nanos = ?, bank_reference = ?"
                        + " WHERE payment_id = ? AND state = 'INSTRUCTED'",
                state,
                place.sequence(),
                place.timeNanos(),
                bankReference,
                paymentId);
    }
}
