package org.tpx.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing JVM at random moments; {@code -Dtpx.kills=100} for the long run, {@code -Dtpx.seed} for another one. */
class JournalKillTest {

    private static final int KILLS = Integer.getInteger("tpx.kills", 4);
    private static final long SEED = Long.getLong("tpx.seed", 20_251_124);

    @TempDir
    Path directory;

    @Test
    void shouldLoseNothingDurableAndInventNothingWhenKilled() throws Exception {
        Random random = new Random(SEED);
        long last = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long durable = last;
            try (ChildProcess child = ChildProcess.start("append", directory.toString(), "" + SEED)) {
                child.awaitLine("ready");
                long end = System.nanoTime() + random.nextInt(300_000_000);
                while (System.nanoTime() < end) {
                    durable = durable(child.awaitLine("durable "));
                }
                child.kill();
                List<String> rest = child.remainingLines();
                // The last line may be cut in the middle of its number.
                durable = rest.size() > 1 ? durable(rest.get(rest.size() - 2)) : durable;
            }
            ScanReport report = JournalScanner.scan(directory);
            assertThat(report.isSound() && report.misnotedFiles().isEmpty())
                    .as("seed %d, kill %d: %s", SEED, kill, report.findings())
                    .isTrue();
            last = report.head().sequence();
            assertThat(last).as("seed %d, kill %d", SEED, kill).isGreaterThanOrEqualTo(durable);
        }
        assertEveryTurnIsOneThatWasAppended(last);
    }

    private static long durable(String line) {
        return Long.parseLong(line.substring("durable ".length()));
    }

    private void assertEveryTurnIsOneThatWasAppended(long last) {
        JournalSupport.recover(directory).close();
        try (JournalReader reader = JournalReader.open(directory)) {
            TurnRecordView turn = new TurnRecordView();
            while (reader.next(turn)) {
                assertThat(SampleTurns.isSample(SEED, turn))
                        .as("seed %d, turn %d", SEED, turn.sequence())
                        .isTrue();
            }
            assertThat(reader.position()).isEqualTo(last);
        }
    }
}
