package org.tpx.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tpx.host.HostSettings;
import org.tpx.host.StepHost;
import org.tpx.journal.Durability;
import org.tpx.journal.JournalSettings;
import org.tpx.protocol.Hash256;

/** A journal directory with a workload's market in it, up to the eve of its auctions. */
final class Prepared {

    private static final String ORIGIN = "benchmark/tpx";
    private static final String RELEASE = "benchmark";

    private Prepared() {}

    /** Writes the preparation into a new journal. */
    static void write(Path directory, Workload workload) {
        write(directory, workload.steps());
    }

    /** Writes these steps into a new journal. */
    static void write(Path directory, List<Workload.Step> steps) {
        HostSettings settings = settings(directory, Durability.APPENDED);
        long first = steps.get(0).timeNanos();
        try (StepHost host = StepHost.open(settings, first - TimeUnit.SECONDS.toNanos(1), turn -> {})) {
            long clientId = 0;
            for (Workload.Step step : steps) {
                host.step(step.timeNanos(), step.principalId(), ++clientId, step.command());
            }
        }
    }

    /** The settings of a host in a directory. */
    static HostSettings settings(Path directory, Durability durability) {
        JournalSettings journal = JournalSettings.of(directory, ORIGIN).with(durability);
        return HostSettings.of(journal, RELEASE, Hash256.ZERO).withSnapshotTurns(0);
    }
}
