package org.tpx.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalRecoveryTest {

    private static final String FILE = "20251124F.cq4";

    @TempDir
    Path directory;

    @Test
    void shouldBeginAJournalInANewDirectory() {
        Path fresh = directory.resolve("a/b");
        try (JournalRecovery recovery = JournalSupport.recover(fresh)) {
            assertThat(recovery.head()).isEqualTo(JournalHead.empty());
            assertThat(recovery.epoch()).isEqualTo(1);
            assertThat(recovery.report().findings()).isEmpty();
        }
        JournalDirectory opened = JournalDirectory.open(fresh);
        assertThat(opened.origin()).isEqualTo("exchange.test/journal");
        assertThat(opened.created()).endsWith("Z");
    }

    @Test
    void shouldRefuseADirectoryOfSomethingElse() throws IOException {
        Files.writeString(directory.resolve("letter.txt"), "Dear");

        refuses(directory + " is not a TPX journal: it has no journal.properties. "
                + "Name the journal's own directory, or a new or empty one to begin a journal.");
    }

    @Test
    void shouldRefuseAFileInPlaceOfADirectory() throws IOException {
        Path file = Files.writeString(directory.resolve("letter.txt"), "Dear");

        assertThatThrownBy(() -> JournalSupport.recover(file))
                .isInstanceOf(JournalUnusableException.class)
                .hasMessage(file + " is not a journal directory: it is a file.");
        assertThatThrownBy(() -> JournalReader.open(directory.resolve("none")))
                .isInstanceOf(JournalUnusableException.class)
                .hasMessage(directory.resolve("none") + " is not a journal directory: it does not exist.");
    }

    @Test
    void shouldRefuseANewerAndAnOlderFormat() throws IOException {
        JournalSupport.write(directory, 1, 3, 1);
        setFormat("2");
        refuses("The journal " + directory + " has format 2, newer than format 1 that this release reads: "
                + "use the release that wrote it, or a later one.");
        setFormat("0");
        refuses("The journal " + directory
                + " has format 0, older than format 1 that this release reads: use the release that wrote it.");
        setFormat("one");
        refuses(directory.resolve("journal.properties") + " is damaged: its format is \"one\", not a number.");
    }

    @Test
    void shouldRefuseTheJournalOfAnotherExchange() {
        JournalSupport.write(directory, 1, 3, 1);
        JournalSettings other = JournalSettings.of(directory, "other.test");

        assertThatThrownBy(() -> JournalRecovery.open(other, () -> 0, LeafHandler.NONE))
                .isInstanceOf(JournalUnusableException.class)
                .hasMessage("The journal " + directory
                        + " belongs to exchange.test/journal, not to other.test: name the right directory or origin.");
    }

    @Test
    void shouldRefuseAJournalThatThisProcessHasOpen() {
        try (JournalRecovery recovery = JournalSupport.recover(directory)) {
            assertThat(recovery.head().sequence()).isZero();
            refuses("The journal " + directory + " is in use by process "
                    + ProcessHandle.current().pid()
                    + ": stop that node first. Reading (audit verify, replay, dump) works while it runs.");
        }
        JournalSupport.recover(directory).close();
    }

    @Test
    void shouldNameTheProcessThatHasTheJournalOpen() throws Exception {
        try (ChildProcess child = ChildProcess.start("hold", directory.toString())) {
            child.awaitLine("ready");
            refuses("The journal " + directory + " is in use by process " + child.pid()
                    + ": stop that node first. Reading (audit verify, replay, dump) works while it runs.");
            assertThat(JournalSupport.readAll(directory)).hasSize(10);
            assertThat(JournalScanner.scan(directory).findings()).isEmpty();
            refuses("The journal " + directory + " is in use by process " + child.pid()
                    + ": stop that node first. Reading (audit verify, replay, dump) works while it runs.");
        }
    }

    @Test
    void shouldRefuseWhenWhatWasDurableIsDamaged() throws IOException {
        JournalSupport.write(directory, 1, 50, 10);
        long place = positionOf(20);
        flip(place + 4 + 100);

        refuses("The journal " + directory + " is damaged and was left as it is: "
                + "DAMAGE: the record does not match its CRC32C (" + FILE + " at byte " + place + ", turn 20)");
        assertThatThrownBy(() -> JournalSupport.readAll(directory))
                .isInstanceOf(JournalUnusableException.class)
                .hasMessage(
                        "The journal " + directory + " is damaged: DAMAGE: durable turn 20 does not match its CRC32C ("
                                + FILE + " at byte " + place + ", turn 20)");
    }

    @Test
    void shouldRefuseAJournalThatLostItsEnd() throws IOException {
        JournalSupport.write(directory, 1, 50, 10);
        long place = positionOf(40);
        try (FileChannel file = FileChannel.open(cycleFile(), StandardOpenOption.WRITE)) {
            file.truncate(place);
        }
        refuses("The journal " + directory + " is damaged and was left as it is: "
                + "DAMAGE: the journal ends at turn 39, but turn 50 was durable (" + FILE + ", turn 40)");
    }

    @Test
    void shouldRefuseAJournalWhoseFilesLookEmpty() throws IOException {
        JournalSupport.write(directory, 1, 50, 10);
        try (FileChannel file = FileChannel.open(cycleFile(), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate((int) file.size()), 0);
        }
        refuses("The journal " + directory + " is damaged and was left as it is: "
                + "DAMAGE: the journal ends at turn 0, but turn 50 was durable (" + FILE + ", turn 1)");
        Files.delete(cycleFile());
        refuses("The journal " + directory + " is damaged and was left as it is: "
                + "DAMAGE: the journal ends at turn 0, but turn 50 was durable (turns, turn 1)");
    }

    @Test
    void shouldRefuseAJournalWithAFileMissingInTheMiddle() throws IOException {
        writeThreeDays();
        Files.move(directory.resolve("turns/20251125F.cq4"), directory.resolve("20251125F.cq4"));
        long place = firstTurnOf("20251126F.cq4");

        refuses("The journal " + directory + " is damaged and was left as it is: "
                + "DAMAGE: here is turn 21 where turn 11 should be (20251126F.cq4 at byte " + place + ", turn 11)");
    }

    @Test
    void shouldRefuseAJournalWithAFileSetAside() throws IOException {
        writeThreeDays();
        Files.createFile(directory.resolve("turns/20251126F.cq4-20251126.discard"));

        refuses("The journal " + directory + " is damaged and was left as it is: "
                + "DAMAGE: a file with turns was set aside (20251126F.cq4-20251126.discard)");
    }

    @Test
    void shouldRefuseAJournalWithoutTheFilesThatVouchForIt() throws IOException {
        JournalSupport.write(directory, 1, 5, 1);
        Map<String, String> consequences = new TreeMap<>(Map.of(
                "journal.watermark", "nobody can tell whether the end of the journal is whole",
                "journal.durable", "nobody can tell which turn was durable",
                "journal.checkpoints", "nobody can tell what was signed"));
        for (Map.Entry<String, String> each : consequences.entrySet()) {
            Path file = directory.resolve(each.getKey());
            byte[] content = Files.readAllBytes(file);
            Files.delete(file);
            refuses("The journal " + directory + " is damaged and was left as it is: DAMAGE: " + each.getKey()
                    + " is missing: " + each.getValue() + " (" + each.getKey() + ")");
            Files.write(file, content);
        }
        JournalSupport.write(directory, 1, 5, 1);
    }

    @Test
    void shouldTellWhenTheWatermarkRemembersAnotherHistory() throws IOException {
        JournalSupport.write(directory, 1, 30, 10);
        Path other = directory.resolve("other");
        JournalSupport.write(other, 2, 30, 10);
        Files.copy(other.resolve("turns").resolve(FILE), cycleFile(), StandardCopyOption.REPLACE_EXISTING);

        refuses("The journal " + directory + " is damaged and was left as it is: "
                + "DAMAGE: the chain at turn 30 is not the one that was synced then (journal.watermark, turn 30)");
    }

    @Test
    void shouldCutATornTailAndContinue() throws IOException {
        JournalSupport.write(directory, 1, 50, 10);
        List<byte[]> before = JournalSupport.readAll(directory);
        long end = JournalScanner.scan(directory).head().endPosition();
        JournalSupport.tear(cycleFile(), end);

        assertThat(JournalScanner.scan(directory).hasTornTail()).isTrue();
        assertThat(JournalSupport.readAll(directory)).containsExactlyElementsOf(before);
        try (JournalRecovery recovery = JournalSupport.recover(directory);
                ChronicleJournal journal = recovery.startWriting()) {
            assertThat(recovery.sentence())
                    .isEqualTo("The end of " + FILE + " behind turn 50 was not completely written and never synced; "
                            + "it was cut off, and the file as it was is kept as cut/" + FILE + ".2.");
            JournalSupport.append(journal, new SampleTurns(1, recovery.head()), 50, 10);
            journal.proveWritable();
        }
        ScanReport report = JournalScanner.scan(directory);
        assertThat(report.findings()).isEmpty();
        assertThat(report.head().sequence()).isEqualTo(100);
        assertThat(JournalSupport.readAll(directory).subList(0, 50)).containsExactlyElementsOf(before);
        assertThat(Files.size(directory.resolve("cut").resolve(FILE + ".2"))).isPositive();
    }

    @Test
    void shouldStartWithoutWhatAPowerCutTookWhenTurnsWereToldBeforeTheyWereSynced() throws IOException {
        JournalSupport.write(directory, 1, 50, 10);
        byte[] watermark = Files.readAllBytes(directory.resolve("journal.watermark"));
        JournalSettings settings = JournalSupport.settings(directory).with(Durability.APPENDED);
        try (JournalRecovery recovery =
                        JournalRecovery.open(settings, () -> JournalSupport.FIRST_MILLIS, LeafHandler.NONE);
                ChronicleJournal journal = recovery.startWriting()) {
            JournalSupport.append(journal, new SampleTurns(1, recovery.head()), 50, 10);
            assertThat(journal.durableSequence()).isEqualTo(100);
        }
        Files.write(directory.resolve("journal.watermark"), watermark);
        write(positionOf(81), ByteBuffer.allocate(16_384));

        assertThat(JournalScanner.scan(directory).findings())
                .extracting(Finding::sentence)
                .contains("turns 81 to 100 were told when they were appended, not synced, and are lost");
        assertThat(JournalSupport.readAll(directory)).hasSize(80);
        JournalSupport.write(directory, 1, 10, 10);
        assertThat(JournalScanner.scan(directory).findings()).isEmpty();
        assertThat(JournalSupport.readAll(directory)).hasSize(90);
    }

    @Test
    void shouldCutATornTailThatIsTheWholeOfALastFile() throws IOException {
        writeThreeDays();
        Files.write(directory.resolve("turns/20251127F.cq4"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});

        try (JournalRecovery recovery = JournalSupport.recover(directory);
                ChronicleJournal journal = recovery.startWriting()) {
            assertThat(recovery.sentence()).startsWith("The end of 20251127F.cq4 behind turn 30 was not");
            JournalSupport.append(journal, new SampleTurns(1, recovery.head()), 10, 10);
        }
        assertThat(JournalScanner.scan(directory).findings()).isEmpty();
        assertThat(JournalSupport.readAll(directory)).hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 4096, 1 << 30, -1})
    void shouldNotBelieveWhereChronicleSaysThatItsFileEnds(long shift) throws IOException {
        JournalSupport.write(directory, 1, 50, 10);
        List<byte[]> before = JournalSupport.readAll(directory);
        setWritePosition(positionOf(50) + shift);

        try (JournalRecovery recovery = JournalSupport.recover(directory);
                ChronicleJournal journal = recovery.startWriting()) {
            JournalSupport.append(journal, new SampleTurns(1, recovery.head()), 10, 10);
            journal.proveWritable();
            assertThat(recovery.sentence())
                    .isEqualTo("Chronicle's own notes in " + FILE
                            + " were wrong; the file was written anew, and as it was it is kept as cut/" + FILE
                            + ".2.");
        }
        assertThat(JournalScanner.scan(directory).findings()).isEmpty();
        assertThat(JournalSupport.readAll(directory).subList(0, 50)).containsExactlyElementsOf(before);
        assertThat(JournalSupport.readAll(directory)).hasSize(60);
    }

    @Test
    void shouldNeverWriteOverATurnWhenChroniclesNotesAreOld() throws IOException {
        JournalSupport.write(directory, 1, 50, 10);
        setWritePosition(positionOf(20));

        JournalSupport.write(directory, 1, 10, 10);

        assertThat(JournalScanner.scan(directory).findings()).isEmpty();
        assertThat(JournalSupport.readAll(directory)).hasSize(60);
    }

    private void setWritePosition(long position) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(cycleFile())).order(ByteOrder.LITTLE_ENDIAN);
        long last = positionOf(50);
        int place = 0;
        while (content.getLong(place) != last) {
            place++;
        }
        assertThat(place).as("where Chronicle keeps its write position").isLessThan(200);
        write(place, content.putLong(place, position).slice(place, 8));
    }

    @Test
    void shouldNotMindThatTheClockWentBack() {
        writeThreeDays();
        JournalSettings settings = JournalSupport.settings(directory);
        try (JournalRecovery recovery =
                        JournalRecovery.open(settings, () -> JournalSupport.FIRST_MILLIS, LeafHandler.NONE);
                ChronicleJournal journal = recovery.startWriting()) {
            JournalSupport.append(journal, new SampleTurns(1, recovery.head()), 10, 3);
            journal.proveWritable();
        }
        assertThat(JournalScanner.scan(directory).findings()).isEmpty();
        assertThat(JournalSupport.readAll(directory)).hasSize(40);
    }

    @Test
    void shouldGiveEveryLeafToTheTreeAndEndWhereTheWriterEnded() {
        JournalSupport.write(directory, 1, 100, 10);
        MerkleTree tree = new MerkleTree();
        try (JournalRecovery recovery = JournalRecovery.open(
                JournalSupport.settings(directory),
                () -> JournalSupport.FIRST_MILLIS,
                (sequence, leaf) -> tree.append(leaf, 0))) {
            assertThat(tree.size()).isEqualTo(100);
            assertThat(Digests.value(tree.root(), 0))
                    .isEqualTo(recovery.report().root());
            assertThat(recovery.head().timeNanos()).isEqualTo(SampleTurns.FIRST_NANOS + 100_000);
            assertThat(recovery.epoch()).isEqualTo(2);
            try (JournalReader reader = recovery.reader()) {
                TurnRecordView turn = new TurnRecordView();
                while (reader.next(turn)) {
                    assertThat(turn.sequence()).isEqualTo(reader.position());
                }
                assertThat(reader.position()).isEqualTo(100);
            }
        }
    }

    private void refuses(String sentence) {
        Map<Path, String> before = contents();
        assertThatThrownBy(() -> JournalSupport.recover(directory))
                .isInstanceOf(JournalUnusableException.class)
                .hasMessage(sentence);
        assertThat(contents()).as("a refusal changes nothing").isEqualTo(before);
    }

    private Map<Path, String> contents() {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, HexFormat.of().formatHex(Digests.sha256(Files.readAllBytes(file))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    private void writeThreeDays() {
        try (JournalRecovery recovery = JournalSupport.recover(directory);
                ChronicleJournal journal = recovery.startWriting()) {
            SampleTurns turns = new SampleTurns(1);
            for (int day = 0; day < 3; day++) {
                journal.roll(JournalSupport.FIRST_MILLIS + day * JournalSupport.DAY_MILLIS);
                JournalSupport.append(journal, turns, 10, 5);
            }
        }
    }

    private void setFormat(String format) throws IOException {
        Path file = directory.resolve("journal.properties");
        Files.writeString(file, Files.readString(file).replaceAll("format=.*", "format=" + format));
    }

    private Path cycleFile() {
        return directory.resolve("turns").resolve(FILE);
    }

    private long positionOf(long sequence) throws IOException {
        return positions(cycleFile()).get((int) sequence - 1);
    }

    private long firstTurnOf(String file) throws IOException {
        return positions(directory.resolve("turns").resolve(file)).get(0);
    }

    private static List<Long> positions(Path file) throws IOException {
        List<Long> positions = new ArrayList<>();
        DocumentCursor cursor = new DocumentCursor();
        cursor.open(CycleBytes.of(Files.readAllBytes(file)), 0);
        DocumentCursor.Step step = cursor.look();
        while (step == DocumentCursor.Step.METADATA || step == DocumentCursor.Step.TURN) {
            if (step == DocumentCursor.Step.TURN) {
                positions.add(cursor.position());
            }
            cursor.skip();
            step = cursor.look();
        }
        return positions;
    }

    private void flip(long place) throws IOException {
        byte[] content = Files.readAllBytes(cycleFile());
        write(place, ByteBuffer.wrap(new byte[] {(byte) ~content[(int) place]}));
    }

    private void write(long place, ByteBuffer bytes) throws IOException {
        try (FileChannel file = FileChannel.open(cycleFile(), StandardOpenOption.WRITE)) {
            file.write(bytes, place);
        }
    }
}
