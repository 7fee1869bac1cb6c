package org.tpx.settlement.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DeliveryEvent.PaymentCancelled;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyReceived;
import org.tpx.protocol.MoneyEvent.PaymentConfirmed;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.MoneyEvent.PaymentInstructed;
import org.tpx.protocol.MoneyEvent.PaymentOverdue;
import org.tpx.protocol.MoneyEvent.PaymentReturned;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PaymentState;
import org.tpx.protocol.SystemEvent.DeadlineMoved;

/**
 * Money in and out of the settlement account and the operating account as the bank sees it. A payment that is due holds its amount on the account that it will
 * be paid from until the bank confirms it; one that is not confirmed by its due instant must be flagged late by then. Only the
 * exchange's own fees may wait: nobody but itself is waiting for them.
 */
final class Payments {

    private record Payment(
            long paymentId,
            PaymentKind kind,
            long partyId,
            long listingId,
            Currency currency,
            long amountMinor,
            PaymentState state,
            long dueNanos,
            long overdueNanos) {

        Hold hold() {
            return Payments.hold(paymentId, kind, partyId, Money.ofMinor(amountMinor, currency), dueNanos);
        }

        String named(String what) {
            return what + " of PAY-" + paymentId;
        }
    }

    private final Handle handle;
    private final Ledger ledger;
    private final Differences differences;
    private final TurnTally tally;

    Payments(Handle handle, Ledger ledger, Differences differences, TurnTally tally) {
        this.handle = handle;
        this.ledger = ledger;
        this.differences = differences;
        this.tally = tally;
    }

    /** Tells the ledger the payments that wait, at the start and after a failed write. */
    void reset() {
        handle.select("SELECT * FROM payment WHERE state NOT IN (?, ?)", PaymentState.CONFIRMED, PaymentState.CANCELLED)
                .map((row, context) -> payment(row))
                .forEach(payment -> ledger.resume(
                        payment.overdueNanos() == 0
                                ? payment.hold()
                                : payment.hold().until(Hold.FOREVER)));
    }

    void received(Place place, MoneyReceived event) {
        int inserted = handle.execute(
                "INSERT INTO receipt (bank_reference, sequence, time_nanos, purpose, party_id, listing_id, currency,"
                        + " amount_minor, account, original_currency, original_minor, exchange_rate_e10, rate_unit)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                event.bankReference(),
                place.sequence(),
                place.timeNanos(),
                event.purpose(),
                event.partyId(),
                event.listingId(),
                event.amount().currency(),
                event.amount().minor(),
                event.account().isAbsent() ? "" : event.account().toString(),
                event.original().currency(),
                event.original().minor(),
                event.exchangeRateE10(),
                event.rateUnit());
        differences.require(
                Conversion.of(event).isConsistent(),
                "conversion of bank reference " + event.bankReference(),
                "what the rate makes of the original, within a minor unit",
                event.toString());
        differences.require(inserted == 1, "bank reference " + event.bankReference(), "a new one", "received before");
        Currency currency = event.amount().currency();
        boolean operating = event.purpose() == MoneyPurpose.DUES;
        tally.bankMoved(
                operating ? AccountKey.operating(currency) : AccountKey.settlement(currency),
                event.amount().minor());
    }

    void due(Place place, PaymentDue event) {
        int inserted = handle.execute(
                "INSERT INTO payment (payment_id, kind, party_id, listing_id, currency, amount_minor, state, created_sequence,"
                        + " created_nanos, due_nanos, overdue_nanos, instructed_nanos, confirmed_nanos, returned_count,"
                        + " bank_reference) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, '') ON CONFLICT DO NOTHING",
                event.paymentId(),
                event.kind(),
                event.partyId(),
                event.listingId(),
                event.amount().currency(),
                event.amount().minor(),
                PaymentState.DUE,
                place.sequence(),
                place.timeNanos(),
                event.dueNanos());
        if (inserted == 0) {
            differences.onDifference("PAY-" + event.paymentId(), "a new payment", "due before");
            return;
        }
        ledger.hold(hold(event.paymentId(), event.kind(), event.partyId(), event.amount(), event.dueNanos()));
        tally.told(event.kind(), event.partyId(), event.amount());
    }

    /** The account that a payment leaves from holds its amount; only the exchange's own fees may wait as long as they like. */
    private static Hold hold(long paymentId, PaymentKind kind, long partyId, Money amount, long dueNanos) {
        return new Hold(
                paymentId,
                payer(kind, partyId, amount.currency()),
                amount.minor(),
                kind == PaymentKind.FEES ? Hold.FOREVER : dueNanos);
    }

    private static AccountKey payer(PaymentKind kind, long partyId, Currency currency) {
        return switch (kind) {
            case FEES -> AccountKey.feeEarned(currency);
            case FEE_REFUND, DUES_REFUND -> AccountKey.operatingPayable(partyId, currency);
            default -> AccountKey.payable(partyId, currency);
        };
    }

    void instructed(Place place, PaymentInstructed event) {
        with(event.paymentId(), "PaymentInstructed", payment -> {
            differences.check(payment.named("state before PaymentInstructed"), PaymentState.DUE, payment.state());
            handle.execute(
                    "UPDATE payment SET state = ?, instructed_nanos = ? WHERE payment_id = ?",
                    PaymentState.INSTRUCTED,
                    place.timeNanos(),
                    payment.paymentId());
        });
    }

    void confirmed(Place place, PaymentConfirmed event) {
        with(event.paymentId(), "PaymentConfirmed", payment -> {
            differences.check(payment.named("state before PaymentConfirmed"), PaymentState.INSTRUCTED, payment.state());
            ledger.postHeld(payment.paymentId());
            moveBank(payment);
            handle.execute(
                    "UPDATE payment SET state = ?, confirmed_nanos = ?, bank_reference = ? WHERE payment_id = ?",
                    PaymentState.CONFIRMED,
                    place.timeNanos(),
                    event.bankReference(),
                    payment.paymentId());
        });
    }

    /** What a confirmed payment took from one account at the bank, and fees brought to the other. */
    private void moveBank(Payment payment) {
        boolean operating = payment.hold().account().kind() == AccountKind.OPERATING_PAYABLE;
        AccountKey from =
                operating ? AccountKey.operating(payment.currency()) : AccountKey.settlement(payment.currency());
        tally.bankMoved(from, -payment.amountMinor());
        if (payment.kind() == PaymentKind.FEES) {
            tally.bankMoved(AccountKey.operating(payment.currency()), payment.amountMinor());
        }
    }

    /** The fees that a confirmed payment carried to the operating account; empty where it carried something else. */
    Optional<Money> feesOf(long paymentId) {
        return find(paymentId)
                .filter(payment -> payment.kind() == PaymentKind.FEES)
                .map(payment -> Money.ofMinor(payment.amountMinor(), payment.currency()));
    }

    void returned(Place place, PaymentReturned event) {
        with(event.paymentId(), "PaymentReturned", payment -> {
            differences.check(payment.named("state before PaymentReturned"), PaymentState.INSTRUCTED, payment.state());
            handle.execute(
                    "UPDATE payment SET state = ?, returned_count = returned_count + 1 WHERE payment_id = ?",
                    PaymentState.DUE,
                    payment.paymentId());
        });
    }

    /** A payment that was not sent is not made any more. */
    void cancelled(Deals deals, PaymentCancelled event) {
        with(event.paymentId(), "PaymentCancelled", payment -> {
            differences.check(payment.named("state before PaymentCancelled"), PaymentState.DUE, payment.state());
            ledger.voidHold(payment.paymentId());
            handle.execute(
                    "UPDATE payment SET state = ? WHERE payment_id = ?", PaymentState.CANCELLED, payment.paymentId());
            deals.recalled(payment.listingId(), payment.kind(), payment.amountMinor());
        });
    }

    void overdue(Place place, PaymentOverdue event) {
        with(event.paymentId(), "PaymentOverdue", payment -> {
            boolean late = payment.state() != PaymentState.CONFIRMED && place.timeNanos() >= payment.dueNanos();
            differences.require(late, payment.named("lateness"), "open at its due instant", payment.toString());
            ledger.keep(payment.paymentId());
            flagLate(payment.paymentId(), place.timeNanos());
        });
    }

    /** Another calendar, or an outage, moved the instant at which a payment is due. */
    void deadlineMoved(Place place, DeadlineMoved event) {
        if (event.paymentId() == 0) {
            return;
        }
        with(event.paymentId(), "DeadlineMoved", payment -> {
            ledger.prolong(payment.paymentId(), event.deadlineNanos());
            handle.execute(
                    "UPDATE payment SET due_nanos = ? WHERE payment_id = ?",
                    event.deadlineNanos(),
                    payment.paymentId());
        });
    }

    private void flagLate(long paymentId, long timeNanos) {
        handle.execute(
                "UPDATE payment SET overdue_nanos = ? WHERE payment_id = ? AND overdue_nanos = 0",
                timeNanos,
                paymentId);
    }

    /** A turn ended: whatever became late before its instant must have been flagged by now. */
    void checkDeadlines(long timeNanos) {
        ledger.timeOut(timeNanos, missed -> {
            differences.onDifference("lateness of PAY-" + missed.id(), "flagged when it was due", "not flagged");
            flagLate(missed.id(), timeNanos);
        });
    }

    /** A turn changed the account of payments out: all that lies on it waits for a payment, but for what is not due yet. */
    void checkHeld(AccountBalance account, long notDueMinor) {
        differences.check(
                "payments that wait on " + account.key(),
                account.key().currency(),
                Math.subtractExact(account.balanceMinor(), notDueMinor),
                account.heldMinor());
    }

    private void with(long paymentId, String event, Consumer<Payment> action) {
        find(paymentId)
                .ifPresentOrElse(
                        action, () -> differences.onDifference(event, "a payment that is due", "PAY-" + paymentId));
    }

    private Optional<Payment> find(long paymentId) {
        return handle.select("SELECT * FROM payment WHERE payment_id = ?", paymentId)
                .map((row, context) -> payment(row))
                .findOne();
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                row.getLong("payment_id"),
                PaymentKind.valueOf(row.getString("kind")),
                row.getLong("party_id"),
                row.getLong("listing_id"),
                Currency.valueOf(row.getString("currency")),
                row.getLong("amount_minor"),
                PaymentState.valueOf(row.getString("state")),
                row.getLong("due_nanos"),
                row.getLong("overdue_nanos"));
    }
}
