package org.tpx.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.gateway.cli.Program.Result;

/** {@code tpx run}: events out, a malformed line stops it, a journal is continued. */
class RunCommandTest {
    private static final Path E1 = Path.of("src", "test", "resources", "scenarios", "E1.ndjson");
    private static final String HASH_LINE = "\\{\"stateHash\":\"[0-9a-f]{64}\",\"sequence\":\\d+}";

    @TempDir
    Path directory;

    private String journal = "";

    @BeforeEach
    void placeJournal() {
        journal = directory.resolve("journal").toString();
    }

    @Test
    void shouldPrintEveryEventAndThenTheStateHash() {
        Result result = run(E1.toString());
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        List<String> lines = result.out().lines().toList();
        assertThat(lines.get(0)).contains("\"sequence\":1,", "\"type\":\"NodeStarted\"", "\"principal\":\"NODE\"");
        assertThat(lines)
                .filteredOn(line -> line.contains("\"type\":\"CertificateIssued\""))
                .hasSize(1);
        assertThat(lines.get(lines.size() - 1)).matches(HASH_LINE);
    }

    @Test
    void shouldCountARefusedCommandAsDone() {
        Result result = run(E1.toString());
        assertThat(result.out()).contains("\"type\":\"CommandRefused\"", "\"reason\":\"BELOW_START\"");
        assertThat(result.code()).isZero();
    }

    @Test
    void shouldStopAtAMalformedLineAndLetTheLinesBeforeItStand() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(E1).subList(0, 5));
        lines.set(2, lines.get(2).replace("\"AGENT\"", "\"KING\""));
        Path file = write("bad.ndjson", lines);
        Result result = run(file.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("tpx: " + file + ":3: role: must be one of")
                .hasLineCount(1);
        assertThat(result.out())
                .contains("\"type\":\"MemberAdmitted\"")
                .doesNotContain("\"proposal\":\"ENROL-AGENT-S\"")
                .doesNotContain("stateHash");
        assertThat(types()).endsWith("AdmitMember", "MemberAdmitted");
    }

    @Test
    void shouldPlayATradingDayOfUnits() throws IOException {
        Path trading = E1.resolveSibling("X-trading.ndjson");
        Result result = run(trading.toString());
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("\"type\":\"UnitsTraded\"", "\"type\":\"CallUncrossed\"");

        List<String> lines = new ArrayList<>(Files.readAllLines(trading));
        String order = lines.stream()
                .filter(line -> line.contains("EnterOrder"))
                .findFirst()
                .orElseThrow();
        lines.set(lines.indexOf(order), order.replaceAll("\"clientId\": \\d+", "\"clientId\": 17592186044416"));
        Path file = write("too-large.ndjson", lines);
        Result malformed =
                Program.run("run", file.toString(), "--journal", directory + "/other", "--preset", "CN-2025");
        assertThat(malformed.code()).isEqualTo(2);
        assertThat(malformed.err()).contains("clientId: must be at most 17592186044415");
    }

    @Test
    void shouldBeginNoJournalForAMalformedFirstLine() throws IOException {
        Result result = run(write("bad.ndjson", List.of("{\"at\":\"noon\"}")).toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("bad.ndjson:1: at: is not a time such as");
        assertThat(Path.of(journal)).doesNotExist();
    }

    @Test
    void shouldContinueAJournalWhereItEnds() throws IOException {
        List<String> lines = Files.readAllLines(E1);
        Result whole = Program.run("run", E1.toString(), "--journal", directory + "/whole", "--preset", "CN-2025");
        run(write("first.ndjson", lines.subList(0, 18)).toString());
        Result rest = Program.run(
                "run", write("rest.ndjson", lines.subList(18, lines.size())).toString(), "--journal", journal);
        assertThat(rest.code()).isZero();
        assertThat(rest.out().lines().findFirst()).hasValueSatisfying(line -> assertThat(line)
                .contains("\"type\":\"NodeStarted\"", "\"lastDurable\":\"2025-06-25T10:00:00.000000000+08:00\""));
        assertThat(certificate(rest)).isEqualTo(certificate(whole));
    }

    @Test
    void shouldLeaveTheRulesOfAnExistingJournalAlone() throws IOException {
        run(E1.toString());
        Path later = write(
                "later.ndjson",
                List.of("{\"at\":\"2026-01-05T09:00:00+08:00\",\"principal\":\"CLERK-1\",\"clientId\":900,"
                        + "\"type\":\"ApplyMembership\",\"code\":\"M-9\",\"membershipClass\":\"BROKER\"}"));
        Result result = run(later.toString());
        assertThat(result.code()).isZero();
        assertThat(result.out()).doesNotContain("ExchangeOpened").contains("\"code\":\"M-9\"");
    }

    @Test
    void shouldFoundAnExchangeWithoutAPreset() throws IOException {
        Path file = write(
                "own.ndjson",
                List.of(
                        "{\"at\":\"2025-01-02T09:00:00Z\",\"principal\":\"NODE\",\"clientId\":0,\"type\":\"OpenExchange\","
                                + "\"exchange\":\"My own\",\"founders\":[{\"code\":\"S-1\",\"role\":\"SUPERVISOR\"},"
                                + "{\"code\":\"S-2\",\"role\":\"SUPERVISOR\"}]}",
                        "{\"at\":\"2025-01-02T09:00:01Z\",\"principal\":\"S-1\",\"clientId\":1,\"type\":\"ProposePrincipal\","
                                + "\"proposal\":\"P-1\",\"code\":\"C-1\",\"role\":\"CLERK\"}"));
        Result result = Program.run("run", file.toString(), "--journal", journal);
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("\"type\":\"ExchangeOpened\",\"exchange\":\"My own\"")
                .contains("\"type\":\"ProposalMade\",\"proposal\":\"P-1\"");
    }

    @Test
    void shouldRefuseToGoBackInTime() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(E1).subList(0, 3));
        lines.add(lines.get(0).replace("09:00:00", "08:59:59").replace("\"clientId\": 1,", "\"clientId\": 99,"));
        Result result = run(write("back.ndjson", lines).toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("back.ndjson:4: at: goes back: it is 2025-06-03T09:00:00.000000000+08:00 already");
    }

    @Test
    void shouldLetTimePassAfterTheLastLine() throws IOException {
        Path file = write("notice.ndjson", Files.readAllLines(E1).subList(0, 17));
        Result result = Program.run(
                "run",
                file.toString(),
                "--journal",
                journal,
                "--preset",
                "CN-2025",
                "--until",
                "2025-07-07T17:00:00+08:00");
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("\"type\":\"TimerFired\"", "\"kind\":\"DISCLOSURE_END\"");
        Result back = Program.run(
                "run",
                file.toString(),
                "--journal",
                directory + "/b",
                "--preset",
                "CN-2025",
                "--until",
                "2025-06-01T00:00:00Z");
        assertThat(back.code()).isEqualTo(2);
        assertThat(back.err()).startsWith("tpx: --until: goes back");
    }

    @Test
    void shouldReadStandardInput() throws IOException {
        Result result = Program.runWithInput(
                Files.readString(E1),
                "run",
                "-",
                "--journal",
                journal,
                "--preset",
                "CN-2025",
                "--durability",
                "appended");
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("\"type\":\"CertificateIssued\"");
    }

    @Test
    void shouldTellWhatIsWrongWithItsArguments() throws IOException {
        Path empty = write("empty.ndjson", List.of("", "  "));
        assertUsage("there is no such file", "run", "none.ndjson", "--journal", journal);
        assertUsage("empty.ndjson: there is no command in it", "run", empty.toString(), "--journal", journal);
        assertUsage(
                "there is no preset of this name", "run", E1.toString(), "--journal", journal, "--preset", "CN-1900");
        assertUsage(
                "--until: is not a time such as", "run", E1.toString(), "--journal", journal, "--until", "tomorrow");
        assertUsage("Missing required option: '--journal=DIR'", "run", E1.toString());
        assertUsage("Try tpx run --help.", "run", E1.toString(), "--journal", journal, "--durability", "maybe");
        assertThat(Path.of(journal)).doesNotExist();
    }

    @Test
    void shouldLeaveAForeignDirectoryAlone() throws IOException {
        Files.createDirectories(Path.of(journal));
        Files.writeString(Path.of(journal, "letter.txt"), "mine");
        Result result = run(E1.toString());
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .startsWith("tpx: ")
                .contains("is not a TPX journal")
                .hasLineCount(1);
        try (var files = Files.list(Path.of(journal))) {
            assertThat(files).containsExactly(Path.of(journal, "letter.txt"));
        }
    }

    private Result run(String file) {
        return Program.run("run", file, "--journal", journal, "--preset", "CN-2025");
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(directory.resolve(name), lines);
    }

    /** The types of all commands and events in the journal. */
    private List<String> types() {
        return Program.run("audit", "dump", "--json", journal)
                .out()
                .lines()
                .map(line -> line.replaceAll(".*\"type\":\"(\\w+)\".*", "$1"))
                .toList();
    }

    private static String certificate(Result result) {
        return result.out()
                .lines()
                .filter(line -> line.contains("\"type\":\"CertificateIssued\""))
                .map(line -> line.replaceAll("^\\{\"sequence\":\\d+,", ""))
                .findFirst()
                .orElseThrow();
    }

    private static void assertUsage(String sentence, String... arguments) {
        Result result = Program.run(arguments);
        assertThat(result.code()).as(sentence).isEqualTo(2);
        assertThat(result.err()).startsWith("tpx: ").contains(sentence);
        assertThat(result.out()).isEmpty();
    }
}
