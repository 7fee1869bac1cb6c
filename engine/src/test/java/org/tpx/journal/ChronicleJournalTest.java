package org.tpx.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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
