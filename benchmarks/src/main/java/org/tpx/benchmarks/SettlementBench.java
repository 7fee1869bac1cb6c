package org.tpx.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.tpx.settlement.ledger.LedgerDifference;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.SettlementDatabase;
import org.tpx.settlement.ledger.SettlementFollower;
import org.tpx.settlement.ledger.SettlementProjection;

/** How fast a journal is booked: read, decoded, checked and written, a batch in a transaction, as a rebuild does it. */
final class SettlementBench {
    private final SettlementStream stream;
    private final Path scratch;

    SettlementBench(Path scratch) throws IOException {
        this.scratch = scratch;
        SettlementDatabase database = SettlementDatabase.open(scratch.resolve("types.db"));
        try (SettlementProjection projection = new SettlementProjection(database)) {
            stream = new SettlementStream(scratch, projection.eventTypes());
        }
    }

    /** A journal with at least so many events that the books take in. */
    Journal journal(String name, long events) {
        Path directory = scratch.resolve(name);
        return new Journal(directory, stream.write(directory, events));
    }

    /** A written journal and the number of its events. */
    record Journal(Path directory, long events) {

        /** Books all of it into an empty database and returns the nanoseconds that it took. */
        long bookNanos(Supplier<SettlementDatabase> databases) {
            SettlementDatabase database = databases.get();
            database.rebuild();
            long start = System.nanoTime();
            try (SettlementProjection projection = new SettlementProjection(database, Journal::refuse);
                    SettlementFollower follower = SettlementFollower.open(directory, projection)) {
                follower.catchUp();
            }
            long elapsed = System.nanoTime() - start;
            if (new SettlementBooks(database).trialBalance().lines().isEmpty()) {
                throw new IllegalStateException("nothing was booked");
            }
            return elapsed;
        }

        /** Books that differ would make figures of something else. */
        private static void refuse(LedgerDifference difference) {
            throw new IllegalStateException("the books differ: " + difference);
        }

        /** The same as events in a second. */
        long eventsPerSecond(Supplier<SettlementDatabase> databases) {
            return Math.round(events * 1e9 / bookNanos(databases));
        }
    }
}
