package org.tpx.engine.charge;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Money;

/** What one member owes for its seat or a year, and what of it was paid and given back. Changed by this package alone. */
final class MemberDues implements Snapshot.Part {

    private long id;
    private long memberId;
    private Money amount = Money.NONE;
    private Money paid = Money.NONE;
    private Money refunded = Money.NONE;
    private long timerId;

    MemberDues() {}

    MemberDues(long id, long memberId, Money amount, long timerId) {
        this.id = id;
        this.memberId = memberId;
        this.amount = amount;
        this.timerId = timerId;
        paid = Money.zero(amount.currency());
        refunded = paid;
    }

    long id() {
        return id;
    }

    long memberId() {
        return memberId;
    }

    Money amount() {
        return amount;
    }

    Money missing() {
        return amount.minus(paid);
    }

    /** What could still be given back. */
    Money kept() {
        return paid.minus(refunded);
    }

    /** The timer that tells when they are overdue. */
    long timerId() {
        return timerId;
    }

    void pay(Money part) {
        paid = paid.plus(part);
    }

    void refund(Money part) {
        refunded = refunded.plus(part);
    }

    @Override
    public void exchange(Snapshot snapshot) {
        id = snapshot.number(id);
        memberId = snapshot.number(memberId);
        amount = snapshot.money(amount);
        paid = snapshot.money(paid);
        refunded = snapshot.money(refunded);
        timerId = snapshot.number(timerId);
    }
}
