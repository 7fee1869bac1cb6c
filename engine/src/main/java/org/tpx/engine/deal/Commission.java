package org.tpx.engine.deal;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.Money;

/** What one broker gets of one party of a deal, and by which payment. */
final class Commission implements Snapshot.Part {

    private long memberId;
    private long payeeId;
    private long partyId;
    private FeeSide payer = FeeSide.SELLER;
    private Money amount = Money.NONE;
    private long paymentId;

    Commission() {}

    Commission(long memberId, long payeeId, long partyId, FeeSide payer, Money amount) {
        this.memberId = memberId;
        this.payeeId = payeeId;
        this.partyId = partyId;
        this.payer = payer;
        this.amount = amount;
    }

    long memberId() {
        return memberId;
    }

    /** The party that the member is itself. */
    long payeeId() {
        return payeeId;
    }

    /** The party that pays. */
    long partyId() {
        return partyId;
    }

    FeeSide payer() {
        return payer;
    }

    Money amount() {
        return amount;
    }

    /** The payment to the broker, or 0 before the price is released. */
    long paymentId() {
        return paymentId;
    }

    void release(long payment) {
        paymentId = payment;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        memberId = snapshot.number(memberId);
        payeeId = snapshot.number(payeeId);
        partyId = snapshot.number(partyId);
        payer = snapshot.constant(payer);
        amount = snapshot.money(amount);
        paymentId = snapshot.number(paymentId);
    }
}
