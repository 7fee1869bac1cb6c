package org.tpx.settlement.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/**
 * Two databases of books held against each other, table by table and row by row, whatever tables there are: SQLite and PostgreSQL
 * alike. Books that were made from the same turns are the same in every row.
 *
 * @param tables the names of all tables, in order
 * @param rows the number of rows that were compared, those that only one side has included
 * @param differences the first of what differs, as sentences
 * @param different how many rows or tables differ
 */
public record BookComparison(List<String> tables, long rows, List<String> differences, long different) {
    private static final int TOLD = 20;

    /** Compares what two databases hold now; nobody may book into either meanwhile. */
    public static BookComparison of(SettlementDatabase one, SettlementDatabase other) {
        try (Handle first = one.jdbi().open();
                Handle second = other.jdbi().open()) {
            return first.inTransaction(left -> second.inTransaction(right -> new Comparing().compare(left, right)));
        }
    }

    /** Whether the two are the same. */
    public boolean isEqual() {
        return different == 0;
    }

    private static final class Comparing {
        private final List<String> differences = new ArrayList<>();
        private long rows;
        private long different;

        BookComparison compare(Handle one, Handle other) {
            Map<String, BookTable> left = BookTable.all(one);
            Map<String, BookTable> right = BookTable.all(other);
            TreeSet<String> names = new TreeSet<>(left.keySet());
            names.addAll(right.keySet());
            for (String name : names) {
                BookTable here = left.get(name);
                BookTable there = right.get(name);
                if (here == null || there == null || !here.equals(there)) {
                    tell("table " + name + " is " + here + " in the one and " + there + " in the other");
                } else {
                    compare(here, one, other);
                }
            }
            return new BookComparison(List.copyOf(names), rows, List.copyOf(differences), different);
        }

        private void compare(BookTable table, Handle one, Handle other) {
            try (ResultIterator<BookRow> left = table.rows(one);
                    ResultIterator<BookRow> right = table.rows(other)) {
                BookRow here = next(left);
                BookRow there = next(right);
                while (here != null || there != null) {
                    rows++;
                    int order = here == null ? 1 : there == null ? -1 : here.compareTo(there);
                    if (order < 0) {
                        tell("table " + table.name() + ": only the one has " + here);
                    } else if (order > 0) {
                        tell("table " + table.name() + ": only the other has " + there);
                    } else {
                        compare(table, Objects.requireNonNull(here), Objects.requireNonNull(there));
                    }
                    here = order <= 0 ? next(left) : here;
                    there = order >= 0 ? next(right) : there;
                }
            }
        }

        private void compare(BookTable table, BookRow here, BookRow there) {
            Map<String, String> one = table.cells(here);
            Map<String, String> other = table.cells(there);
            if (!one.equals(other)) {
                Map<String, String> changed = new TreeMap<>();
                one.forEach((column, value) -> {
                    if (!value.equals(other.get(column))) {
                        changed.put(column, value + " and " + other.get(column));
                    }
                });
                tell("table " + table.name() + ", row " + here + ": " + changed);
            }
        }

        private static @Nullable BookRow next(ResultIterator<BookRow> rows) {
            return rows.hasNext() ? rows.next() : null;
        }

        private void tell(String sentence) {
            different++;
            if (differences.size() < TOLD) {
                differences.add(sentence);
            }
        }
    }
}
