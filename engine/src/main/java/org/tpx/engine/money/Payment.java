package org.tpx.engine.money;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PaymentState;

/** A payment out of the settlement account. Changed by {@link Payments} alone. */
public final class Payment implements Snapshot.Part {
    private long id;
    private PaymentKind kind = PaymentKind.DEPOSIT_REFUND;
    private long partyId;
    private long listingId;
    private Money amount = Money.NONE;
    private long dueNanos;
    private PaymentState state = PaymentState.DUE;
    private long timerId;

    Payment() {}

    Payment(long id, PaymentKind kind, long partyId, long listingId, Money amount, long dueNanos) {
        this.id = id;
        this.kind = kind;
        this.partyId = partyId;
        this.listingId = listingId;
        this.amount = amount;
        this.dueNanos = dueNanos;
    }

    /** Its identity. */
    public long id() {
        return id;
    }

    /** Why it leaves the settlement account. */
    public PaymentKind kind() {
        return kind;
    }

    /** To whom; 0 for the exchange's own operating account. */
    public long partyId() {
        return partyId;
    }

    /** The listing that it comes from, or 0 where it comes from trading. */
    public long listingId() {
        return listingId;
    }

    /** How much. */
    public Money amount() {
        return amount;
    }

    /** When it should be confirmed. */
    public long dueNanos() {
        return dueNanos;
    }

    void due(long dueNanos) {
        this.dueNanos = dueNanos;
    }

    /** How far it is. */
    public PaymentState state() {
        return state;
    }

    /** Whether the bank has paid it. */
    public boolean isConfirmed() {
        return state == PaymentState.CONFIRMED;
    }

    /** The timer that tells when it is late, or 0. */
    long timerId() {
        return timerId;
    }

    void timer(long timerId) {
        this.timerId = timerId;
    }

    void enter(PaymentState next) {
        state = next;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        id = snapshot.number(id);
        kind = snapshot.constant(kind);
        partyId = snapshot.number(partyId);
        listingId = snapshot.number(listingId);
        amount = snapshot.money(amount);
        dueNanos = snapshot.number(dueNanos);
        state = snapshot.constant(state);
        timerId = snapshot.number(timerId);
    }
}
