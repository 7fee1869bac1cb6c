package org.tpx.settlement.ledger;

import org.jdbi.v3.core.Handle;
import org.tpx.protocol.ChargeEvent.FeeRefundGranted;

/** Service fees that were given back from the operating account: of no party and no deal more than it paid. */
final class FeeRefunds {
    private final Handle handle;
    private final Differences differences;

    FeeRefunds(Handle handle, Differences differences) {
        this.handle = handle;
        this.differences = differences;
    }

    void granted(Place place, FeeRefundGranted event) {
        handle.execute(
                "INSERT INTO fee_refund (sequence, ordinal, deal_id, party_id, currency, amount_minor, time_nanos)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                place.sequence(),
                place.ordinal(),
                event.dealId(),
                event.partyId(),
                event.amount().currency(),
                event.amount().minor(),
                place.timeNanos());
        long paid = sum("SELECT COALESCE(SUM(accrued_minor), 0) FROM fee WHERE deal_id = ? AND party_id = ?", event);
        long refunded =
                sum("SELECT COALESCE(SUM(amount_minor), 0) FROM fee_refund WHERE deal_id = ? AND party_id = ?", event);
        differences.require(
                refunded <= paid,
                "fees given back to party " + event.partyId() + " of DEAL-" + event.dealId(),
                "no more than it paid",
                event.toString());
    }

    private long sum(String sql, FeeRefundGranted event) {
        return handle.select(sql, event.dealId(), event.partyId())
                .mapTo(Long.class)
                .one();
    }
}
