package org.tpx.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

    @TempDir
    Path directory;

    private final TurnRecordView turn = new TurnRecordView();

    @Test
    void shouldStartAnywhere() {
        writeThreeDays(20_000);
        try (JournalReader reader = JournalReader.open(directory)) {
            for (long wanted : new long[] {1, 59_999, 20_000, 20_001, 40_001, 8192, 2, 60_000, 30_000}) {
                reader.seek(wanted);
                assertThat(reader.position()).isEqualTo(wanted - 1);
                assertThat(reader.next(turn)).isTrue();
                assertThat(turn.sequence()).isEqualTo(wanted);
            }
            reader.seek(60_001);
            assertThat(reader.next(turn)).isFalse();
            assertThatThrownBy(() -> reader.seek(60_002))
                    .isInstanceOf(JournalUnusableException.class)
                    .hasMessage("The journal " + directory
                            + " ends at turn 60000, before turn 60001 that was read from it earlier.");
        }
    }

    @Test
    void shouldFollowAcrossADeathAndAStartOfTheNode() throws Exception {
        try (ChildProcess child = ChildProcess.start("hold", directory.toString())) {
            child.awaitLine("ready");
            try (EventFeed feed = EventFeed.open(directory, 1)) {
                List<Long> seen = new ArrayList<>();
                TurnHandler handler = each -> seen.add(each.sequence());
                assertThat(feed.poll(handler, 1000)).isEqualTo(10);
                assertThat(feed.poll(handler, 1000)).as("not yet durable").isZero();

                child.kill();
                pollUntil(feed, handler, 20);
                assertThat(feed.poll(handler, 1000)).isZero();

                try (JournalRecovery recovery = JournalSupport.recover(directory);
                        ChronicleJournal journal = recovery.startWriting()) {
                    SampleTurns turns = new SampleTurns(1, recovery.head());
                    assertThat(recovery.head().sequence()).isEqualTo(20);
                    journal.append(turns.next());
                    assertThat(feed.poll(handler, 1000)).as("not yet durable").isZero();
                    journal.force();
                    assertThat(feed.poll(handler, 1000)).isEqualTo(1);
                    journal.append(turns.next());
                }
                pollUntil(feed, handler, 22);
                assertThat(seen).hasSize(22).isSorted();
            }
        }
    }

    @Test
    void shouldCarryOnWhenATornTailIsCutUnderIt() throws Exception {
        JournalSupport.write(directory, 1, 20, 5);
        Path file = directory.resolve("turns/20251124F.cq4");
        try (EventFeed feed = EventFeed.open(directory, 1)) {
            List<Long> seen = new ArrayList<>();
            TurnHandler handler = each -> seen.add(each.sequence());
            assertThat(feed.poll(handler, 15)).isEqualTo(15);
            JournalSupport.tear(file, JournalScanner.scan(directory).head().endPosition());
            try (JournalRecovery recovery = JournalSupport.recover(directory);
                    ChronicleJournal journal = recovery.startWriting()) {
                assertThat(recovery.sentence()).contains("was cut off");
                JournalSupport.append(journal, new SampleTurns(1, recovery.head()), 20, 5);
                assertThat(feed.poll(handler, 1000)).isEqualTo(25);
            }
            assertThat(seen).hasSize(40).isSorted();
        }
    }

    @Test
    void shouldWaitForTheFirstTurnOfANewJournal() {
        JournalSupport.recover(directory).close();
        try (EventFeed feed = EventFeed.open(directory, 1)) {
            assertThat(feed.poll(each -> {}, 10)).isZero();
            JournalSupport.write(directory, 1, 5, 1);
            assertThat(feed.poll(each -> {}, 10)).isEqualTo(5);
            assertThat(feed.position()).isEqualTo(5);
        }
    }

    private static void pollUntil(EventFeed feed, TurnHandler handler, long position) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (feed.position() < position && System.nanoTime() < end) {
            if (feed.poll(handler, 1000) == 0) {
                LockSupport.parkNanos(1_000_000);
            }
        }
        assertThat(feed.position()).isEqualTo(position);
    }

    private void writeThreeDays(int turnsADay) {
        try (JournalRecovery recovery = JournalSupport.recover(directory);
                ChronicleJournal journal = recovery.startWriting()) {
            SampleTurns turns = new SampleTurns(1);
            for (int day = 0; day < 3; day++) {
                journal.roll(JournalSupport.FIRST_MILLIS + day * JournalSupport.DAY_MILLIS);
                JournalSupport.append(journal, turns, turnsADay, 512);
            }
        }
    }
}
