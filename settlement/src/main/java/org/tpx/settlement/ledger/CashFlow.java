package org.tpx.settlement.ledger;

import java.util.List;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;

/**
 * Money in and out of the settlement account in one currency, as the bank saw it.
 *
 * @param received the sum of all receipts
 * @param receipts their number
 * @param paidOut the confirmed payments by kind, in the order of the kinds; kinds without any are left out
 * @param open what is due and not confirmed yet, over all kinds
 * @param latePayments the number of payments that were not confirmed by their due instant
 */
public record CashFlow(Money received, int receipts, List<Outflow> paidOut, Money open, int latePayments) {

    /** Confirmed payments of one kind. */
    public record Outflow(PaymentKind kind, int payments, Money amount) {}

    /** The sum of all confirmed payments. */
    public Money paid() {
        Money sum = Money.zero(received.currency());
        for (Outflow outflow : paidOut) {
            sum = sum.plus(outflow.amount());
        }
        return sum;
    }

    /** The confirmed payments of one kind. */
    public Money paid(PaymentKind kind) {
        return paidOut.stream()
                .filter(outflow -> outflow.kind() == kind)
                .map(Outflow::amount)
                .findFirst()
                .orElse(Money.zero(received.currency()));
    }

    /** What must lie in the settlement account. */
    public Money remaining() {
        return received.minus(paid());
    }
}
