package org.tpx.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tpx.settlement.ledger.SettlementDatabase;

/** Says how fast the books are kept, in SQLite and, where a server is named, in PostgreSQL. */
final class SettlementReport {
    private static final long EVENTS = 200_000;
    private static final long QUICK_EVENTS = 50_000;
    private static final long REBUILT_EVENTS = 1_000_000;

    private final Consumer<String> say;
    private final String postgresql;

    /** Says it to somebody; the URL of an empty PostgreSQL database, whose tables are dropped, or nothing. */
    SettlementReport(Consumer<String> say, String postgresql) {
        this.say = say;
        this.postgresql = postgresql;
    }

    void run(boolean quick, int runs) throws IOException {
        Path scratch = Files.createTempDirectory("tpx-bench");
        SettlementBench bench = new SettlementBench(scratch);
        Supplier<SettlementDatabase> sqlite = () -> SettlementDatabase.open(scratch.resolve("settlement.db"));
        SettlementBench.Journal journal = bench.journal("events", quick ? QUICK_EVENTS : EVENTS);
        say.accept("");
        say.accept("## Books: a journal of " + grouped(journal.events()) + " events that settlement takes in");
        say.accept("");
        say.accept("| database | events/s |");
        say.accept("|---|---|");
        say.accept("| SQLite | " + sample(runs, () -> journal.eventsPerSecond(sqlite)) + " |");
        if (!postgresql.isEmpty()) {
            Supplier<SettlementDatabase> server = () -> SettlementDatabase.open(postgresql);
            say.accept("| PostgreSQL | " + sample(runs, () -> journal.eventsPerSecond(server)) + " |");
        }
        if (!quick) {
            SettlementBench.Journal million = bench.journal("million", REBUILT_EVENTS);
            long seconds = TimeUnit.NANOSECONDS.toSeconds(million.bookNanos(sqlite));
            say.accept("");
            say.accept("Rebuilt from " + grouped(million.events()) + " events into SQLite in " + seconds + " s, once.");
        }
        Directories.delete(scratch);
    }

    private static String sample(int runs, Supplier<Long> measurement) {
        long[] values = new long[runs];
        for (int i = 0; i < runs; i++) {
            values[i] = measurement.get();
        }
        Arrays.sort(values);
        return grouped(values[runs / 2]) + " (" + grouped(values[0]) + " to " + grouped(values[runs - 1]) + ")";
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
