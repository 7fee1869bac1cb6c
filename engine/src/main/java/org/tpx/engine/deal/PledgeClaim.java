package org.tpx.engine.deal;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Money;

/** What the holder of one pledge claims from the price of a deal, and whether that became due. */
final class PledgeClaim implements Snapshot.Part {

    private String reference = "";
    private long pledgeeId;
    private Money amount = Money.NONE;
    private boolean due;
    private long paymentId;

    PledgeClaim() {}

    PledgeClaim(String reference, long pledgeeId, Money amount) {
        this.reference = reference;
        this.pledgeeId = pledgeeId;
        this.amount = amount;
    }

    /** The pledge's number at the registry. */
    String reference() {
        return reference;
    }

    long pledgeeId() {
        return pledgeeId;
    }

    Money amount() {
        return amount;
    }

    /** Whether its part of the price was set aside. */
    boolean isDue() {
        return due;
    }

    /** The payment to the pledgee, or 0 where the price left it nothing. */
    long paymentId() {
        return paymentId;
    }

    void fallDue(long paymentId) {
        due = true;
        this.paymentId = paymentId;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        reference = snapshot.text(reference);
        pledgeeId = snapshot.number(pledgeeId);
        amount = snapshot.money(amount);
        due = snapshot.flag(due);
        paymentId = snapshot.number(paymentId);
    }
}
