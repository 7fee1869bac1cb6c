package org.tpx.settlement.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The register of holders. Entries that changed wait in memory for the end of the batch. */
final class UnitHoldings {
    /** Entries kept in memory between batches; beyond that they are read again when they are needed. */
    private static final int ENTRIES_IN_MEMORY = 200_000;

    private static final String UPSERT =
            "INSERT INTO unit_holding (series_id, party_id, units, beneficiaries) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (series_id, party_id) DO UPDATE SET units = excluded.units,"
                    + " beneficiaries = excluded.beneficiaries";

    private record Key(long seriesId, long partyId) {
        static final Comparator<Key> ORDER =
                Comparator.comparingLong(Key::seriesId).thenComparingLong(Key::partyId);
    }

    private static final class Entry {
        private final Key key;
        private long units;
        private int beneficiaries;
        private boolean unwritten;

        private Entry(Key key, long units, int beneficiaries) {
            this.key = key;
            this.units = units;
            this.beneficiaries = beneficiaries;
        }
    }

    private final Handle handle;
    private final Map<Key, Entry> entries = new HashMap<>();
    private final List<Entry> unwritten = new ArrayList<>();

    UnitHoldings(Handle handle) {
        this.handle = handle;
    }

    /** Forgets everything, written or not, as after a failed write. */
    void reset() {
        entries.clear();
        unwritten.clear();
    }

    /** The units of a party. */
    long units(long seriesId, long partyId) {
        return entry(seriesId, partyId).units;
    }

    /** Gives a party so many units more, or takes them where the number is negative. */
    void add(long seriesId, long partyId, long units) {
        Entry entry = entry(seriesId, partyId);
        entry.units = Math.addExact(entry.units, units);
        needWriting(entry);
    }

    /** So many people stand behind the party. */
    void declare(long seriesId, long partyId, int beneficiaries) {
        Entry entry = entry(seriesId, partyId);
        entry.beneficiaries = beneficiaries;
        needWriting(entry);
    }

    /** The units of all parties together. */
    long sum(long seriesId) {
        write();
        return handle.select("SELECT COALESCE(SUM(units), 0) FROM unit_holding WHERE series_id = ?", seriesId)
                .mapTo(Long.class)
                .one();
    }

    /** Writes the entries that changed, in the order of their keys. */
    void write() {
        if (unwritten.isEmpty()) {
            return;
        }
        unwritten.sort((one, other) -> Key.ORDER.compare(one.key, other.key));
        try (PreparedBatch batch = handle.prepareBatch(UPSERT)) {
            for (Entry entry : unwritten) {
                entry.unwritten = false;
                batch.add(entry.key.seriesId(), entry.key.partyId(), entry.units, entry.beneficiaries);
            }
            batch.execute();
        }
        unwritten.clear();
        if (entries.size() > ENTRIES_IN_MEMORY) {
            entries.clear();
        }
    }

    private void needWriting(Entry entry) {
        if (!entry.unwritten) {
            entry.unwritten = true;
            unwritten.add(entry);
        }
    }

    private Entry entry(long seriesId, long partyId) {
        return entries.computeIfAbsent(new Key(seriesId, partyId), this::read);
    }

    private Entry read(Key key) {
        return handle.select(
                        "SELECT units, beneficiaries FROM unit_holding WHERE series_id = ? AND party_id = ?",
                        key.seriesId(),
                        key.partyId())
                .map((row, context) -> new Entry(key, row.getLong("units"), row.getInt("beneficiaries")))
                .findOne()
                .orElseGet(() -> new Entry(key, 0, 1));
    }
}
