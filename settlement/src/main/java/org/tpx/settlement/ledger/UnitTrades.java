package org.tpx.settlement.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tpx.protocol.UnitEvent.UnitsIssued;
import org.tpx.protocol.UnitEvent.UnitsTraded;

/** What made the register of holders as it is: every issue and every trade as the engine told it. Rows wait for the end of the batch. */
final class UnitTrades {
    private static final String INSERT_ISSUE =
            "INSERT INTO unit_issue (sequence, ordinal, series_id, party_id, units, time_nanos) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String INSERT_TRADE =
            "INSERT INTO unit_trade (sequence, ordinal, series_id, trade_number, time_nanos, aggressor, buyer_id, seller_id,"
                    + " units, currency, price_minor, amount_minor, buyer_fee_minor, seller_fee_minor)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private record Issue(Place place, UnitsIssued event) {}

    private record Trade(Place place, UnitsTraded event) {}

    private final Handle handle;
    private final List<Issue> issues = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();

    UnitTrades(Handle handle) {
        this.handle = handle;
    }

    /** Forgets what is not written. */
    void reset() {
        issues.clear();
        trades.clear();
    }

    void issued(Place place, UnitsIssued event) {
        issues.add(new Issue(place, event));
    }

    void traded(Place place, UnitsTraded event) {
        trades.add(new Trade(place, event));
    }

    /** Writes the rows of the batch. */
    void write() {
        if (!issues.isEmpty()) {
            writeIssues();
        }
        if (!trades.isEmpty()) {
            writeTrades();
        }
        reset();
    }

    private void writeIssues() {
        try (PreparedBatch batch = handle.prepareBatch(INSERT_ISSUE)) {
            for (Issue issue : issues) {
                Place place = issue.place();
                UnitsIssued event = issue.event();
                batch.add(
                        place.sequence(),
                        place.ordinal(),
                        event.seriesId(),
                        event.partyId(),
                        event.units(),
                        place.timeNanos());
            }
            batch.execute();
        }
    }

    private void writeTrades() {
        try (PreparedBatch batch = handle.prepareBatch(INSERT_TRADE)) {
            for (Trade trade : trades) {
                Place place = trade.place();
                UnitsTraded event = trade.event();
                batch.add(
                        place.sequence(),
                        place.ordinal(),
                        event.seriesId(),
                        event.tradeNumber(),
                        place.timeNanos(),
                        event.aggressor(),
                        event.buyerId(),
                        event.sellerId(),
                        event.units(),
                        event.price().currency(),
                        event.price().minor(),
                        event.amount().minor(),
                        event.buyerFee().minor(),
                        event.sellerFee().minor());
            }
            batch.execute();
        }
    }
}
