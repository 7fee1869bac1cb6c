package org.tpx.settlement.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.host.ReplayResult;
import org.tpx.journal.Checkpoint;
import org.tpx.journal.CheckpointLog;
import org.tpx.journal.Finding;
import org.tpx.journal.JournalDirectory;
import org.tpx.journal.JournalKeys;
import org.tpx.journal.JournalReader;
import org.tpx.journal.JournalUnusableException;
import org.tpx.journal.ScanReport;
import org.tpx.journal.TurnRecordView;
import org.tpx.protocol.SystemEvent;
import org.tpx.settlement.ledger.Tape;
import org.tpx.settlement.ledger.WrittenJournal;

/** An auditor before journals that are whole, damaged, untrue, and no journals at all. */
class JournalAuditTest {
    private static final int TURNS = 50;

    @TempDir
    private Path directory;

    private Path writeUntrue() {
        return writeUntrue("journal");
    }

    /** A journal whose turns are in order, but whose events no engine would have made. */
    private Path writeUntrue(String name) {
        Path journal = directory.resolve(name);
        try (WrittenJournal written = new WrittenJournal(journal, 1)) {
            for (int turn = 1; turn <= TURNS; turn++) {
                written.append(List.of(new Tape.Turn(turn, List.of(new SystemEvent.Continued(turn)))));
            }
        }
        return journal;
    }

    @Test
    void shouldFindAWholeJournalSoundAndTellItsHead() {
        Verification found = JournalAudit.verify(writeUntrue());

        assertThat(found.isSound()).isTrue();
        assertThat(found.report().findings()).isEmpty();
        assertThat(found.turns()).isEqualTo(TURNS);
        assertThat(found.report().head().timeNanos()).isEqualTo(TURNS);
        assertThat(found.report().root().isAbsent()).isFalse();
        assertThat(found.turnsPerSecond()).isPositive();
    }

    @Test
    void shouldNameThePlaceOfAFlippedByte() throws IOException {
        Path journal = writeUntrue();
        Path file = JournalDirectory.open(journal).cycleFiles().get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[placeOfTurn(bytes, journal, 30)] ^= 1;
        Files.write(file, bytes);

        Verification found = JournalAudit.verify(journal);

        assertThat(found.isSound()).isFalse();
        assertThat(found.turns()).isEqualTo(29);
        assertThat(found.report().findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.DAMAGE)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.sequence()).isEqualTo(30));
    }

    /** Where the command of a turn lies in the file. */
    private static int placeOfTurn(byte[] bytes, Path journal, int sequence) {
        TurnRecordView turn = new TurnRecordView();
        try (JournalReader reader = JournalReader.open(journal)) {
            reader.seek(sequence);
            assertThat(reader.next(turn)).isTrue();
            byte[] record = new byte[turn.length()];
            turn.buffer().getBytes(0, record);
            return indexOf(bytes, record) + turn.commandOffset();
        }
    }

    private static int indexOf(byte[] bytes, byte[] record) {
        for (int start = 0; start <= bytes.length - record.length; start++) {
            if (Arrays.equals(bytes, start, start + record.length, record, 0, record.length)) {
                return start;
            }
        }
        throw new UncheckedIOException(new IOException("the turn is not in the file"));
    }

    @Test
    void shouldCompareCheckpointsByTheKeyThatTheAuditorHolds() {
        Path journal = writeUntrue();
        JournalKeys keys = sign(journal);
        JournalKeys others = sign(writeUntrue("other"));

        assertThat(JournalAudit.verify(journal, keys.publicKey()).isSound()).isTrue();
        assertThat(JournalAudit.verify(journal).report().checkpointCount()).isEqualTo(1);
        Verification foreign = JournalAudit.verify(journal, others.publicKey());
        assertThat(foreign.isSound()).isFalse();
        assertThat(foreign.report().findings())
                .extracting(Finding::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("is not signed by"));
    }

    private static JournalKeys sign(Path journal) {
        JournalDirectory opened = JournalDirectory.open(journal);
        ScanReport report = JournalAudit.verify(journal).report();
        JournalKeys keys = JournalKeys.openOrCreate(opened, journal.resolve("journal.key"));
        Checkpoint head = new Checkpoint(
                opened.origin(),
                report.head().sequence(),
                report.root(),
                report.head().chain());
        try (CheckpointLog log = CheckpointLog.open(opened)) {
            log.append(keys.sign(head));
        }
        return keys;
    }

    @Test
    void shouldNameTheFirstOutcomeThatTheEngineDoesNotMake() {
        ReplayResult result = JournalAudit.replay(writeUntrue(), sequence -> {});

        assertThat(result.isEqual()).isFalse();
        assertThat(result.turns()).isZero();
        assertThat(result.difference()).hasValueSatisfying(difference -> {
            assertThat(difference.sequence()).isEqualTo(1);
            assertThat(difference.ordinal()).isZero();
            assertThat(difference.sentence()).contains("Turn 1, event 0", "Continued");
        });
    }

    @Test
    void shouldRefuseADirectoryThatIsNoJournal() {
        assertThatThrownBy(() -> JournalAudit.verify(directory)).isInstanceOf(JournalUnusableException.class);
        assertThatThrownBy(() -> JournalAudit.replay(directory, sequence -> {}))
                .isInstanceOf(JournalUnusableException.class);
    }
}
