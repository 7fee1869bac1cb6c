package org.tpx.settlement.ledger;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PaymentState;

/** Reads the movements of the settlement account in one currency; what moves on the operating account alone is not among them. */
final class CashFlows {
    private static final String OWN = " AND kind NOT IN ('FEE_REFUND', 'DUES_REFUND')";

    private final Handle handle;
    private final Currency currency;

    CashFlows(Handle handle, Currency currency) {
        this.handle = handle;
        this.currency = currency;
    }

    CashFlow read() {
        long received =
                number("SELECT COALESCE(SUM(amount_minor), 0) FROM receipt WHERE currency = ? AND purpose <> 'DUES'");
        long receipts = number("SELECT COUNT(*) FROM receipt WHERE currency = ? AND purpose <> 'DUES'");
        long open = number(
                "SELECT COALESCE(SUM(amount_minor), 0) FROM payment WHERE currency = ? AND state <> 'CONFIRMED'" + OWN);
        long late = number("SELECT COUNT(*) FROM payment WHERE currency = ? AND overdue_nanos <> 0" + OWN);
        return new CashFlow(
                Money.ofMinor(received, currency),
                Math.toIntExact(receipts),
                paidOut(),
                Money.ofMinor(open, currency),
                Math.toIntExact(late));
    }

    private long number(String sql) {
        return handle.select(sql, currency).mapTo(Long.class).one();
    }

    private List<CashFlow.Outflow> paidOut() {
        return handle
                .select(
                        "SELECT kind, COUNT(*) AS payments, SUM(amount_minor) AS amount FROM payment"
                                + " WHERE currency = ? AND state = ?" + OWN + " GROUP BY kind",
                        currency,
                        PaymentState.CONFIRMED)
                .map((row, context) -> new CashFlow.Outflow(
                        PaymentKind.valueOf(row.getString("kind")),
                        row.getInt("payments"),
                        Money.ofMinor(row.getLong("amount"), currency)))
                .stream()
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .toList();
    }
}
