package org.tpx.settlement.ledger;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/**
 * A table of the books as both databases describe it.
 *
 * @param name its name
 * @param key the columns of its primary key, in the key's order; all columns where it has none
 * @param columns all columns in the order of their names
 */
record BookTable(String name, List<String> key, List<String> columns) {
    private static final int ROWS_AT_ONCE = 2_000;

    /** Every table but those of the tools, by its name. */
    static Map<String, BookTable> all(Handle handle) {
        try {
            DatabaseMetaData meta = handle.getConnection().getMetaData();
            String schema = handle.getConnection().getSchema();
            Map<String, BookTable> tables = new TreeMap<>();
            try (ResultSet found = meta.getTables(null, schema, "%", new String[] {"TABLE"})) {
                while (found.next()) {
                    String name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                    if (!name.startsWith("flyway") && !name.startsWith("sqlite")) {
                        tables.put(name, of(meta, schema, name));
                    }
                }
            }
            return tables;
        } catch (SQLException failure) {
            throw new IllegalStateException("the tables of the books cannot be listed", failure);
        }
    }

    private static BookTable of(DatabaseMetaData meta, @Nullable String schema, String name) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = meta.getColumns(null, schema, name, "%")) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME"));
            }
        }
        Collections.sort(columns);
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet found = meta.getPrimaryKeys(null, schema, name)) {
            while (found.next()) {
                key.put(found.getInt("KEY_SEQ"), found.getString("COLUMN_NAME"));
            }
        }
        return new BookTable(name, key.isEmpty() ? columns : List.copyOf(key.values()), List.copyOf(columns));
    }

    /** All rows in the order of their keys, which is the same in both databases: numbers by value, text by its bytes. */
    ResultIterator<BookRow> rows(Handle handle) {
        boolean postgresql = handle.getConnection().getClass().getName().startsWith("org.postgresql");
        String order = key.stream()
                .map(column -> postgresql && isText(handle, column) ? column + " COLLATE \"C\"" : column)
                .collect(Collectors.joining(", "));
        return handle.createQuery("SELECT " + String.join(", ", columns) + " FROM " + name + " ORDER BY " + order)
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> row(row))
                .iterator();
    }

    private boolean isText(Handle handle, String column) {
        try (ResultSet found = handle.getConnection().getMetaData().getColumns(null, null, name, column)) {
            return found.next() && found.getInt("DATA_TYPE") == Types.VARCHAR;
        } catch (SQLException failure) {
            throw new IllegalStateException("the columns of " + name + " cannot be listed", failure);
        }
    }

    private BookRow row(ResultSet row) throws SQLException {
        List<Object> keys = new ArrayList<>();
        for (String column : key) {
            keys.add(value(row.getObject(column)));
        }
        List<Object> values = new ArrayList<>();
        for (String column : columns) {
            values.add(value(row.getObject(column)));
        }
        return new BookRow(keys, values);
    }

    private static Object value(@Nullable Object found) {
        if (found instanceof Number number) {
            return number.longValue();
        }
        if (found instanceof Boolean bool) {
            return bool ? 1L : 0L;
        }
        return found instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(found);
    }

    /** The cells of a row by their columns. */
    Map<String, String> cells(BookRow row) {
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), String.valueOf(row.values().get(i)));
        }
        return cells;
    }
}
