package org.tpx.settlement.ledger;

import org.jdbi.v3.core.Handle;
import org.tpx.protocol.FundEvent.TransferCostsRecorded;

/** What transfers cost their transferors; of each deal the last record counts. */
final class TransferCosts {
    private final Handle handle;

    TransferCosts(Handle handle) {
        this.handle = handle;
    }

    void recorded(Place place, TransferCostsRecorded event) {
        handle.execute(
                "INSERT INTO transfer_cost (deal_id, currency, cost_minor, recorded_nanos) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (deal_id) DO UPDATE SET currency = excluded.currency,"
                        + " cost_minor = excluded.cost_minor, recorded_nanos = excluded.recorded_nanos",
                event.dealId(),
                event.costs().currency(),
                event.costs().minor(),
                place.timeNanos());
    }
}
