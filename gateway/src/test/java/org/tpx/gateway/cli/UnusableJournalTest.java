package org.tpx.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.gateway.cli.Program.Result;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.play.Player;
import org.tpx.journal.Durability;

/** A journal that cannot be continued: one sentence that names the place, exit code 3, and not a byte changed. */
class UnusableJournalTest {
    private static final String E1 = "src/test/resources/scenarios/E1.ndjson";
    private static final long PAGE = 4096;

    @TempDir
    Path directory;

    private Path journal = Path.of("");

    @BeforeEach
    void play() {
        journal = directory.resolve("journal");
        Result result = Program.run("run", E1, "--journal", journal.toString(), "--preset", "CN-2025");
        assertThat(result.code()).isZero();
    }

    @Test
    void shouldRefuseAJournalInUse() throws IOException {
        try (Player player = Player.open(
                Settings.played(journal, Durability.APPENDED), Long.MAX_VALUE >> 1, new Directory(), turn -> {})) {
            assertThat(player.sequence()).isPositive();
            Result result = Program.run("run", E1, "--journal", journal.toString());
            assertThat(result.code()).isEqualTo(3);
            assertThat(result.err())
                    .startsWith("tpx: ")
                    .contains(journal.toString(), "in use")
                    .hasLineCount(1);
            assertThat(Program.run("audit", "verify", journal.toString()).code())
                    .isZero();
        }
    }

    @Test
    void shouldRefuseANewerAndAnOlderFormat() throws IOException {
        for (String format : new String[] {"format=2", "format=0"}) {
            Path properties = journal.resolve("journal.properties");
            Files.writeString(properties, Files.readString(properties).replaceAll("format=\\d+", format));
            assertUnusable(format.equals("format=2") ? "newer than format" : "older than format");
        }
    }

    @Test
    void shouldRefuseAJournalWithoutItsFile() throws IOException {
        Files.delete(turns());
        assertUnusable("turn 1");
    }

    @Test
    void shouldRefuseATruncatedJournal() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(turns().toFile(), "rw")) {
            file.setLength(middleOfTurns());
        }
        assertUnusable(turns().getFileName().toString());
    }

    @Test
    void shouldRefuseAJournalWithAZeroedPage() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(turns().toFile(), "rw")) {
            file.seek(middleOfTurns() / PAGE * PAGE);
            file.write(new byte[(int) PAGE]);
        }
        assertUnusable(turns().getFileName().toString());
    }

    private void assertUnusable(String place) throws IOException {
        Map<String, Integer> before = contents();
        Result run = Program.run("run", E1, "--journal", journal.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("tpx: ").contains(place).hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(Program.run("audit", "verify", journal.toString()).code()).isEqualTo(3);
        assertThat(contents()).isEqualTo(before);
    }

    private Path turns() throws IOException {
        try (Stream<Path> files = Files.list(journal.resolve("turns"))) {
            return files.filter(file -> file.toString().endsWith("F.cq4"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A byte in the middle of the turns: they begin with their magic number, and behind the last one there are only zeros. */
    private int middleOfTurns() throws IOException {
        byte[] bytes = Files.readAllBytes(turns());
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        int start = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("TPX1");
        return start + (end - start) / 2;
    }

    private Map<String, Integer> contents() throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(journal)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(journal.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
