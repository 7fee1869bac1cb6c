package org.tpx.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.gateway.cli.Program.Result;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code tpx audit}: whole, true, and readable. */
class AuditCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] MAGIC = {'T', 'P', 'X', '1'};

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private static String journal = "";
    private static String stateHash = "";

    @BeforeAll
    static void play() {
        journal = shared.resolve("journal").toString();
        Result result = Program.run(
                "run", "src/test/resources/scenarios/E1.ndjson", "--journal", journal, "--preset", "CN-2025");
        assertThat(result.code()).isZero();
        stateHash = result.out().replaceAll("(?s).*\"stateHash\":\"([0-9a-f]+)\".*", "$1");
    }

    @Test
    void shouldFindAWholeJournalWhole() {
        Result result = Program.run("audit", "verify", journal);
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("The journal " + journal + " is whole.\n")
                .contains("  turns        51\n");
        JsonNode json = json(Program.run("audit", "verify", "--json", journal));
        assertThat(json.get("sound").booleanValue()).isTrue();
        assertThat(json.get("turns").longValue()).isEqualTo(51);
        assertThat(json.get("findings")).isEmpty();
    }

    @Test
    void shouldCheckSignaturesWithTheKeyThatTheAuditorHolds() throws IOException {
        Path published = Path.of(journal, "journal.pub");
        assertThat(Program.run("audit", "verify", journal, "--key", published.toString())
                        .code())
                .isZero();
        Program.run("demo", "--journal", directory.resolve("other").toString());
        Result other = Program.run(
                "audit",
                "verify",
                journal,
                "--key",
                directory.resolve("other/journal.pub").toString());
        assertThat(other.code()).isEqualTo(3);
        Path none = Files.writeString(directory.resolve("no.pub"), "no key");
        assertThat(Program.run("audit", "verify", journal, "--key", none.toString()))
                .isEqualTo(new Result(2, "", "tpx: --key: " + none + ": a verifier key is name+hash+key\n"));
        assertThat(Program.run("audit", "verify", journal, "--key", "none.pub").code())
                .isEqualTo(2);
    }

    @Test
    void shouldComeToTheStateOfTheRun() {
        Result result = Program.run("audit", "replay", journal);
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("Every outcome is as the journal " + journal + " has it.\n")
                .contains("  state hash   " + stateHash)
                .contains(" turns/s");
        JsonNode json = json(Program.run("audit", "replay", "--json", journal));
        assertThat(json.get("equal").booleanValue()).isTrue();
        assertThat(json.get("stateHash").stringValue()).isEqualTo(stateHash);
    }

    @Test
    void shouldNameThePlaceOfAFlippedByte() throws IOException {
        Path copy = copy();
        Path file = flipByteBehind(copy, 20);
        Result result = Program.run("audit", "verify", copy.toString());
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).startsWith("The journal " + copy + " is DAMAGED.\n");
        assertThat(result.err()).contains("DAMAGE", file.getFileName().toString(), "turn 20");
        assertThat(Program.run("audit", "replay", copy.toString()).code()).isEqualTo(3);
        Result run = Program.run(
                "run", "src/test/resources/scenarios/E1.ndjson", "--journal", copy.toString(), "--preset", "CN-2025");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("is damaged and was left as it is").contains("turn 20");
    }

    @Test
    void shouldPrintTurnsForPeople() {
        Result result = Program.run("audit", "dump", journal, "--from", "37");
        assertThat(result.code()).isZero();
        List<String> lines = result.out().lines().toList();
        assertThat(lines.get(0)).matches("37  2025-07-07T17:00:00.000000000\\+08:00  NODE  Tick timer=TIMER-\\d+");
        assertThat(lines.get(1)).contains("    -> TimerFired", "kind=DISCLOSURE_END", "listing=L1");
        assertThat(result.out())
                .contains("AGENT-1 #21  SubmitSingleQuote listing=L1 party=B1 amount=CNY 4990000.00")
                .contains("reason=BELOW_START")
                .contains("legs=[{account=SETTLEMENT side=DEBIT amount=CNY 3562120.00}, {");
    }

    @Test
    void shouldPrintTurnsForPrograms() {
        Result result = Program.run("audit", "dump", "--json", "--from", "36", journal);
        List<JsonNode> lines = result.out().lines().map(JSON::readTree).toList();
        assertThat(lines.get(0).get("type").stringValue()).isEqualTo("ReceiveMoney");
        assertThat(lines.get(1).get("type").stringValue()).isEqualTo("MoneyReceived");
        assertThat(lines)
                .extracting(line -> line.get("sequence").longValue())
                .isSorted()
                .startsWith(36L);
        assertThat(Program.run("audit", "dump", "--from", "9999", journal)).isEqualTo(new Result(0, "", ""));
    }

    @Test
    void shouldSayWhatIsNoJournal() {
        for (String command : new String[] {"verify", "replay", "dump"}) {
            Result result = Program.run("audit", command, directory.toString());
            assertThat(result.code()).isEqualTo(3);
            assertThat(result.err()).contains("is not a TPX journal").hasLineCount(1);
        }
        assertThat(Program.run("audit", "dump", "--from", "0", journal).code()).isEqualTo(2);
    }

    private Path copy() throws IOException {
        Path copy = directory.resolve("copy");
        Path original = Path.of(journal);
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }

    /** Flips one bit in the body of a turn, found by its magic number. */
    private static Path flipByteBehind(Path copy, int turn) throws IOException {
        try (Stream<Path> files = Files.list(copy.resolve("turns"))) {
            Path file = files.filter(name -> name.toString().endsWith("F.cq4"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            int found = 0;
            int at = -1;
            while (found < turn) {
                at++;
                if (isMagic(bytes, at)) {
                    found++;
                }
            }
            bytes[at + 100] ^= 1;
            Files.write(file, bytes);
            return file;
        }
    }

    private static boolean isMagic(byte[] bytes, int at) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (bytes[at + i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode json(Result result) {
        assertThat(result.out()).hasLineCount(1);
        return JSON.readTree(result.out());
    }
}
