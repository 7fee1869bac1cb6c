package org.tpx.engine.kernel;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates by the identity that they were given: 1 for the first, one more for each further one. Iterates in that
 * order. Nothing is ever taken out, since identities are named for ever.
 *
 * @param <T> the aggregate
 */
public final class Table<T extends Snapshot.Part> implements Iterable<T> {

    private final List<T> rows = new ArrayList<>();
    private final Supplier<T> blank;

    /** An empty table; the supplier makes the blank rows that a snapshot is read into. */
    public Table(Supplier<T> blank) {
        this.blank = blank;
    }

    /** The identity that the next row gets. */
    public long nextId() {
        return rows.size() + 1L;
    }

    /** Adds a row under {@link #nextId()} and returns it. */
    public T add(T row) {
        rows.add(row);
        return row;
    }

    /** The row of this identity, or null where there is none; 0 stands for unknown. */
    public @Nullable T find(long id) {
        return id < 1 || id > rows.size() ? null : rows.get((int) (id - 1));
    }

    /** Whether there is a row of this identity. */
    public boolean has(long id) {
        return id >= 1 && id <= rows.size();
    }

    /** The row of an identity that is known to exist. */
    public T get(long id) {
        T row = find(id);
        if (row == null) {
            throw new InvariantBrokenException("no row with identity " + id);
        }
        return row;
    }

    /** The number of rows. */
    public int size() {
        return rows.size();
    }

    @Override
    public Iterator<T> iterator() {
        return rows.iterator();
    }

    /** Writes or reads all rows. */
    public void exchange(Snapshot snapshot) {
        snapshot.parts(rows, blank);
    }
}
