package org.tpx.settlement.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.Currency;
import org.tpx.settlement.ledger.SettlementDatabase;

/** Reads reports from the books, however many rows they have. Threads may share it. */
public final class Reports {
    private static final int ROWS_AT_ONCE = 2_000;
    private static final String CURRENCY = "currency";

    private final SettlementDatabase database;

    /** Reads these books. */
    public Reports(SettlementDatabase database) {
        this.database = database;
    }

    /**
     * One row.
     *
     * @param currency the currency of its amounts
     * @param cells one cell a column: a {@link String} for text, a {@link Long} for all others
     */
    public record Row(Currency currency, List<Object> cells) {}

    /** Hands out every row of a report as of the end of a turn, in the report's order, and returns how many there were. */
    public long read(Report report, long sequence, Consumer<Row> reader) {
        return database.jdbi().inTransaction(handle -> read(handle, report, sequence, reader));
    }

    private static long read(Handle handle, Report report, long sequence, Consumer<Row> reader) {
        long[] rows = new long[1];
        handle.createQuery(report.sql())
                .bind("sequence", sequence)
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> row(report, row))
                .forEach(row -> {
                    rows[0]++;
                    reader.accept(row);
                });
        return rows[0];
    }

    private static Row row(Report report, ResultSet row) throws SQLException {
        List<Object> cells = new ArrayList<>();
        for (Column column : report.columns()) {
            boolean text = column.type() == Column.Type.TEXT;
            cells.add(text ? row.getString(column.name()) : (Object) row.getLong(column.name()));
        }
        return new Row(Currency.valueOf(row.getString(CURRENCY)), cells);
    }
}
