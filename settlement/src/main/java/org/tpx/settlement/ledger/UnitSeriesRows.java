package org.tpx.settlement.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tpx.protocol.Currency;
import org.tpx.protocol.UnitEvent.SeriesOpened;
import org.tpx.protocol.UnitSession;

/** The series of units as rows of the database. */
final class UnitSeriesRows {
    private static final String INSERT =
            "INSERT INTO unit_series (series_id, code, name, calendar_id, currency, total_units, lot_units, tick_minor,"
                    + " buyer_fee_ppm, seller_fee_ppm, session, issued_units, last_trade, last_price_minor, call_units,"
                    + " call_price_minor, fees_waiting_minor, closed_sequence)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0) ON CONFLICT DO NOTHING";
    private static final String UPDATE =
            "UPDATE unit_series SET session = ?, issued_units = ?, last_trade = ?, last_price_minor = ?, call_units = ?,"
                    + " call_price_minor = ?, fees_waiting_minor = ?, closed_sequence = ?"
                    + " WHERE series_id = ?";

    private final Handle handle;

    UnitSeriesRows(Handle handle) {
        this.handle = handle;
    }

    /** Writes a new series; returns false where its identity is not new. */
    boolean insert(SeriesOpened event) {
        return handle.execute(
                        INSERT,
                        event.seriesId(),
                        event.code(),
                        event.terms().name(),
                        event.calendarId(),
                        event.terms().currency(),
                        event.terms().totalUnits(),
                        event.terms().lotUnits(),
                        event.terms().tick().minor(),
                        event.terms().buyerFeePpm(),
                        event.terms().sellerFeePpm(),
                        UnitSession.CLOSED)
                == 1;
    }

    /** Every series, in the order of their identities. */
    List<UnitSeries> all() {
        return handle.select("SELECT * FROM unit_series ORDER BY series_id")
                .map((row, context) -> new UnitSeries(terms(row), state(row)))
                .list();
    }

    private static UnitSeries.Terms terms(ResultSet row) throws SQLException {
        return new UnitSeries.Terms(
                row.getLong("series_id"),
                row.getString("code"),
                Currency.valueOf(row.getString("currency")),
                row.getLong("total_units"),
                row.getLong("lot_units"),
                row.getLong("tick_minor"),
                row.getInt("buyer_fee_ppm"),
                row.getInt("seller_fee_ppm"));
    }

    private static UnitSeries.State state(ResultSet row) throws SQLException {
        return new UnitSeries.State(
                UnitSession.valueOf(row.getString("session")),
                row.getLong("issued_units"),
                row.getLong("last_trade"),
                row.getLong("last_price_minor"),
                row.getLong("call_units"),
                row.getLong("call_price_minor"),
                row.getLong("fees_waiting_minor"),
                row.getLong("closed_sequence"));
    }

    /** Writes where these series stand. */
    void write(List<UnitSeries> changed) {
        if (changed.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(UPDATE)) {
            for (UnitSeries series : changed) {
                UnitSeries.State state = series.state();
                batch.add(
                        state.session(),
                        state.issuedUnits(),
                        state.lastTrade(),
                        state.lastPriceMinor(),
                        state.callUnits(),
                        state.callPriceMinor(),
                        state.feesWaitingMinor(),
                        state.closedSequence(),
                        series.terms().seriesId());
            }
            batch.execute();
        }
    }
}
