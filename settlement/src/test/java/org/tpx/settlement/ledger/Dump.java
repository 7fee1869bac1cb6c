package org.tpx.settlement.ledger;

import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Every projected table as text, row by row in the order of all columns, so that two databases can be compared. */
final class Dump {

    private Dump() {}

    static Map<String, List<String>> of(SettlementDatabase database) {
        try (Handle handle = database.jdbi().open()) {
            Map<String, List<String>> tables = new LinkedHashMap<>();
            for (String table : tables(handle)) {
                tables.put(table, rows(handle, table));
            }
            return tables;
        }
    }

    private static List<String> tables(Handle handle) {
        return handle.select("SELECT name FROM sqlite_master WHERE type = 'table'"
                        + " AND name NOT LIKE 'flyway%' AND name NOT LIKE 'sqlite%' ORDER BY name")
                .mapTo(String.class)
                .list();
    }

    private static List<String> rows(Handle handle, String table) {
        return handle
                .select("SELECT * FROM " + table)
                .map((row, context) -> {
                    ResultSetMetaData columns = row.getMetaData();
                    List<String> cells = new ArrayList<>();
                    for (int column = 1; column <= columns.getColumnCount(); column++) {
                        cells.add(columns.getColumnName(column) + "=" + row.getString(column));
                    }
                    return String.join(" ", cells);
                })
                .stream()
                .sorted()
                .toList();
    }
}
