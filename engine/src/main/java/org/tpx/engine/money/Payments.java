package org.tpx.engine.money;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Timers;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.DealCommand;
import org.tpx.protocol.DeliveryEvent.PaymentCancelled;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.PaymentConfirmed;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.MoneyEvent.PaymentInstructed;
import org.tpx.protocol.MoneyEvent.PaymentOverdue;
import org.tpx.protocol.MoneyEvent.PaymentReturned;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PaymentRef;
import org.tpx.protocol.PaymentState;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.TimerKind;

/**
 * The payments out of the settlement account and, for refunds of what the exchange had earned, out of its operating account. What is
 * owed lies in the party's payable account of the same books, or, for fees, in the earned fees, until the bank confirms.
 *
 * <pre>
 *   DUE --propose--> PROPOSED --instruct--> INSTRUCTED --confirm--> CONFIRMED
 *    ^                  |                     |    ^
 *    +-----reject-------+                     |    | instruct, where it goes out at once
 *    +----------------return------------------+   DUE
 *   DUE, PROPOSED --cancel--> CANCELLED                    what it was for is undone; a proposal that names it cannot be approved
 * </pre>
 */
public final class Payments {

    /** The most payments of one proposal. */
    public static final int MAX_PROPOSED = 500;

    private static final int CLERK = Access.mask(Role.CLERK);

    private final Table<Payment> payments = new Table<>(Payment::new);
    private final Access access;
    private final Timers timers;
    private final Ledger ledger;
    private final BankReferences bankReferences;

    /** No payments yet; confirmed ones are posted in this ledger. */
    public Payments(Access access, Timers timers, Ledger ledger, BankReferences bankReferences) {
        this.access = access;
        this.timers = timers;
        this.ledger = ledger;
        this.bankReferences = bankReferences;
    }

    /** The payment, or null where the identity names none. */
    public @Nullable Payment find(long paymentId) {
        return payments.find(paymentId);
    }

    /** A payment that is known to exist. */
    public Payment get(long paymentId) {
        return payments.get(paymentId);
    }

    /**
     * Records that a payment is owed, emits PaymentDue and returns its identity. A timer tells when it is late, unless it
     * is due at once, since then the caller sends it in the same turn.
     *
     * @param partyId to whom; 0 for {@link PaymentKind#FEES}
     * @param listingId the listing that it comes from; 0 where it comes from trading
     */
    public long due(Turn turn, PaymentKind kind, long partyId, long listingId, Money amount, long dueNanos) {
        return dueInDays(turn, kind, partyId, listingId, amount, dueNanos, 0);
    }

    /** The same for a payment that is due so many working days from now, which another calendar counts anew. */
    public long dueInDays(
            Turn turn, PaymentKind kind, long partyId, long listingId, Money amount, long dueNanos, int days) {
        Invariant.check(amount.isPositive(), "a payment is not positive", amount.minor());
        Invariant.check((kind == PaymentKind.FEES) == (partyId == 0), "a payment goes to nobody, or fees to a party");
        Payment payment = payments.add(new Payment(payments.nextId(), kind, partyId, listingId, amount, dueNanos));
        if (dueNanos > turn.timeNanos()) {
            payment.timer(
                    timers.setPeriod(TimerKind.REFUND, listingId, payment.id(), dueNanos, turn.timeNanos(), days));
        }
        turn.emit(new PaymentDue(payment.id(), kind, partyId, listingId, amount, dueNanos));
        return payment.id();
    }

    /** Why these payments cannot be proposed together, or null: each must be due, and named once. */
    public @Nullable RejectReason proposable(List<PaymentRef> refs) {
        if (refs.isEmpty() || refs.stream().anyMatch(ref -> payments.find(ref.paymentId()) == null)) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        boolean due = refs.stream().allMatch(ref -> get(ref.paymentId()).state() == PaymentState.DUE);
        boolean different = refs.stream().distinct().count() == refs.size();
        return due && different && refs.size() <= MAX_PROPOSED ? null : RejectReason.NOT_ALLOWED;
    }

    /** Keeps payments that are {@link #proposable} for one proposal, so that no other can name them. */
    public void propose(List<PaymentRef> refs) {
        refs.forEach(ref -> enter(get(ref.paymentId()), PaymentState.DUE, PaymentState.PROPOSED));
    }

    /** Lets the payments of a proposal go that was turned down; those that were cancelled meanwhile stay so. */
    public void unpropose(List<PaymentRef> refs) {
        refs.stream()
                .map(ref -> get(ref.paymentId()))
                .filter(payment -> payment.state() != PaymentState.CANCELLED)
                .forEach(payment -> enter(payment, PaymentState.PROPOSED, PaymentState.DUE));
    }

    /** Takes a payment back that was not sent: emits PaymentCancelled. Returns false, and does nothing, where it was. */
    public boolean cancel(Turn turn, long paymentId) {
        Payment payment = get(paymentId);
        boolean waits = payment.state() == PaymentState.DUE || payment.state() == PaymentState.PROPOSED;
        if (waits) {
            payment.enter(PaymentState.CANCELLED);
            timers.cancel(payment.timerId());
            turn.emit(new PaymentCancelled(paymentId));
        }
        return waits;
    }

    /** Sends a payment that is due or proposed; emits PaymentInstructed. */
    public void instruct(Turn turn, long paymentId) {
        Payment payment = get(paymentId);
        boolean waits = payment.state() == PaymentState.DUE || payment.state() == PaymentState.PROPOSED;
        Invariant.check(waits, "a payment was sent twice", paymentId);
        payment.enter(PaymentState.INSTRUCTED);
        turn.emit(new PaymentInstructed(paymentId));
    }

    /** Whether a payment of this kind leaves the operating account. */
    public static boolean isOperating(PaymentKind kind) {
        return kind == PaymentKind.FEE_REFUND || kind == PaymentKind.DUES_REFUND;
    }

    /** Records that a payment is owed and sends it, as two people decided; emits PaymentDue and PaymentInstructed. */
    public void send(Turn turn, PaymentKind kind, long partyId, long listingId, Money amount, long dueNanos, int days) {
        instruct(turn, dueInDays(turn, kind, partyId, listingId, amount, dueNanos, days));
    }

    /**
     * Emits PaymentConfirmed and MoneyPosted(PAID_OUT); fees have then arrived in the operating account. Returns the payment, so that its deal can look whether this was
     * the last one, or null when the command was refused.
     */
    public @Nullable Payment confirmPayment(Turn turn, DealCommand.ConfirmPayment command) {
        Payment payment = findByClerk(turn, command.paymentId());
        if (payment == null) {
            return null;
        }
        if (bankReferences.isUsed(command.bankReference())) {
            turn.refuse(RejectReason.DUPLICATE_BANK_REFERENCE, payment.id());
            return null;
        }
        if (payment.state() != PaymentState.INSTRUCTED) {
            turn.refuse(RejectReason.NOT_ALLOWED, payment.id());
            return null;
        }
        bankReferences.use(command.bankReference());
        payment.enter(PaymentState.CONFIRMED);
        timers.cancel(payment.timerId());
        turn.emit(new PaymentConfirmed(payment.id(), command.bankReference()));
        postPaidOut(turn, payment);
        return payment;
    }

    /**
     * Emits PaymentReturned; the payment is due again, and what is owed never left the books. Returns the payment, or null when the
     * command was refused.
     */
    public @Nullable Payment returnPayment(Turn turn, DealCommand.ReturnPayment command) {
        Payment payment = findByClerk(turn, command.paymentId());
        if (payment == null) {
            return null;
        }
        if (payment.state() != PaymentState.INSTRUCTED) {
            turn.refuse(RejectReason.NOT_ALLOWED, payment.id());
            return null;
        }
        payment.enter(PaymentState.DUE);
        turn.emit(new PaymentReturned(payment.id(), command.reason()));
        return payment;
    }

    /** A payment that is due at another time from now on, since its days were counted anew; returns whom it goes to. */
    public long moveDue(long paymentId, long dueNanos) {
        Payment payment = get(paymentId);
        payment.due(dueNanos);
        return payment.partyId();
    }

    /** The due time has come and the payment is not confirmed: emits PaymentOverdue. The timer carries it as its party. */
    public void onRefundTimer(Turn turn, Timer timer) {
        Payment payment = get(timer.partyId());
        Invariant.check(!payment.isConfirmed(), "a confirmed payment is late", payment.id());
        turn.emit(new PaymentOverdue(payment.id()));
    }

    /** Writes or reads all payments. */
    public void exchange(Snapshot snapshot) {
        payments.exchange(snapshot);
    }

    private @Nullable Payment findByClerk(Turn turn, long paymentId) {
        RejectReason reason = access.role(turn, CLERK);
        Payment payment = payments.find(paymentId);
        if (reason == null && payment == null) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason != null) {
            turn.refuse(reason, paymentId);
            return null;
        }
        return payment;
    }

    private void postPaidOut(Turn turn, Payment payment) {
        boolean operating = isOperating(payment.kind());
        ledger.posting(PostingReason.PAID_OUT)
                .debit(owed(payment.kind()), payment.partyId(), 0, 0, payment.amount())
                .credit(operating ? AccountKind.OPERATING : AccountKind.SETTLEMENT, 0, 0, 0, payment.amount())
                .post(turn);
        if (payment.kind() == PaymentKind.FEES) {
            ledger.accounts().feesArrived(payment.amount());
        }
    }

    private static AccountKind owed(PaymentKind kind) {
        if (isOperating(kind)) {
            return AccountKind.OPERATING_PAYABLE;
        }
        return kind == PaymentKind.FEES ? AccountKind.FEE_EARNED : AccountKind.PAYABLE;
    }

    private static void enter(Payment payment, PaymentState from, PaymentState to) {
        Invariant.check(payment.state() == from, "a payment is not in the state that its proposal needs", payment.id());
        payment.enter(to);
    }
}
