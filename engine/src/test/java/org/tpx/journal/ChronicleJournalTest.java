package org.tpx.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class ChronicleJournalTest {

    @TempDir
    Path directory;

    @Test
    void shouldReadBackEveryTurnAsItWasSealed() {
        JournalSupport.write(directory, 1, 3000, 7);

        assertThat(JournalSupport.readAll(directory)).containsExactlyElementsOf(JournalSupport.expected(1, 3000));
    }

    @Test
    void shouldContinueAfterARestartOnTheSameDay() {
        for (int start = 0; start < 4; start++) {
            JournalSupport.write(directory, 1, 100, 10);
        }

        ScanReport report = JournalScanner.scan(directory);
        assertThat(report.findings()).isEmpty();
        assertThat(report.head().sequence()).isEqualTo(400);
        assertThat(report.head().epoch()).isEqualTo(4);
        assertThat(JournalDirectory.open(directory).cycleFiles()).hasSize(1);
    }

    @Test
    void shouldChangeTheFileOnlyWhenItIsToldThatTheDayIsOver() {
        try (JournalRecovery recovery = JournalSupport.recover(directory);
                ChronicleJournal journal = recovery.startWriting()) {
            SampleTurns turns = new SampleTurns(5);
            for (int day = 0; day < 3; day++) {
                assertThat(journal.roll(JournalSupport.FIRST_MILLIS + day * JournalSupport.DAY_MILLIS))
                        .isEqualTo(day > 0);
                JournalSupport.append(journal, turns, 50, 8);
                assertThat(journal.roll(JournalSupport.FIRST_MILLIS)).isFalse();
                journal.proveWritable();
            }
        }

        assertThat(JournalDirectory.open(directory).cycleFiles())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("20251124F.cq4", "20251125F.cq4", "20251126F.cq4");
        assertThat(JournalSupport.readAll(directory)).containsExactlyElementsOf(JournalSupport.expected(5, 150));
        assertThat(JournalScanner.scan(directory).findings()).isEmpty();
    }

    @Test
    void shouldFollowALiveJournalUpToItsDurableSequenceOnly() {
        try (JournalRecovery recovery = JournalSupport.recover(directory);
                ChronicleJournal journal = recovery.startWriting();
                EventFeed feed = EventFeed.open(directory, 1)) {
            SampleTurns turns = new SampleTurns(3);
            List<Long> seen = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                journal.append(turns.next());
                journal.append(turns.next());
                assertThat(feed.poll(turn -> seen.add(turn.sequence()), 100)).isZero();
                journal.force();
                assertThat(feed.poll(turn -> seen.add(turn.sequence()), 100)).isEqualTo(2);
                if (i == 10) {
                    journal.roll(JournalSupport.FIRST_MILLIS + JournalSupport.DAY_MILLIS);
                }
            }
            assertThat(seen).hasSize(40).isSorted().startsWith(1L).endsWith(40L);
        }
    }

    @Test
    void shouldHoldWhatChroniclesOwnReaderFinds() {
        try (JournalRecovery recovery = JournalSupport.recover(directory);
                ChronicleJournal journal = recovery.startWriting()) {
            SampleTurns turns = new SampleTurns(6);
            for (int day = 0; day < 3; day++) {
                journal.roll(JournalSupport.FIRST_MILLIS + day * JournalSupport.DAY_MILLIS);
                JournalSupport.append(journal, turns, 1000, 100);
            }
        }
        List<byte[]> records = new ArrayList<>();
        try (ChronicleQueue queue = SingleChronicleQueueBuilder.binary(directory.resolve("turns"))
                        .rollCycle(RollCycles.FAST_DAILY)
                        .blockSize(1 << 20)
                        .build();
                ExcerptTailer tailer = queue.createTailer()) {
            Bytes<byte[]> bytes = Bytes.allocateElasticOnHeap();
            while (tailer.readBytes(bytes.clear())) {
                records.add(bytes.toByteArray());
            }
        }
        assertThat(records).containsExactlyElementsOf(JournalSupport.readAll(directory));
        assertThat(JournalScanner.scan(directory).head().sequence()).isEqualTo(records.size());
    }

    /** Chronicle begins a second index behind 1,048,576 records; {@code -Dtpx.long=true}. */
    @Test
    @EnabledIfSystemProperty(named = "tpx.long", matches = "true")
    void shouldGoOnBehindTheFirstIndexOfAFile() {
        int turns = 1_100_000;
        JournalSettings settings =
                JournalSettings.of(directory, "exchange.test/journal").with(Durability.APPENDED);
        try (JournalRecovery recovery =
                        JournalRecovery.open(settings, () -> JournalSupport.FIRST_MILLIS, LeafHandler.NONE);
                ChronicleJournal journal = recovery.startWriting()) {
            JournalSupport.append(journal, new SampleTurns(1), turns, 512);
        }
        assertThat(JournalScanner.scan(directory).findings()).isEmpty();
        try (JournalRecovery recovery =
                        JournalRecovery.open(settings, () -> JournalSupport.FIRST_MILLIS, LeafHandler.NONE);
                ChronicleJournal journal = recovery.startWriting()) {
            JournalSupport.append(journal, new SampleTurns(1, recovery.head()), 1000, 10);
            journal.proveWritable();
            assertThat(recovery.sentence()).isEmpty();
        }
        assertThat(JournalScanner.scan(directory).findings()).isEmpty();
    }

    @Test
    void shouldRefuseEverythingAfterAFailure() {
        try (JournalRecovery recovery = JournalSupport.recover(directory);
                ChronicleJournal journal = recovery.startWriting()) {
            SampleTurns turns = new SampleTurns(3);
            turns.next();
            assertThatThrownBy(() -> journal.append(turns.next()))
                    .isInstanceOf(JournalFailedException.class)
                    .hasMessageContaining("Turn 2 could not be appended");
            assertThatThrownBy(journal::force)
                    .isInstanceOf(JournalFailedException.class)
                    .hasMessage("The journal failed before and accepts nothing more.");
            assertThat(journal.durableSequence()).isZero();
        }
    }
}
