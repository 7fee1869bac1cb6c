package org.tpx.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.gateway.cli.Program.Result;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.LineReader;
import org.tpx.gateway.play.Player;
import org.tpx.gateway.preset.Preset;
import org.tpx.journal.Durability;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code tpx book}: the market in a series, now and as it was. */
class BookCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path UNIT_DAY = Path.of("..", "config", "demo", "unit-day.ndjson");

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private static String journal = "";

    @BeforeAll
    static void play() {
        journal = shared.resolve("journal").toString();
        Result result = Program.run("run", UNIT_DAY.toString(), "--journal", journal, "--preset", "CN-2025");
        assertThat(result.code()).isZero();
        assertThat(result.out()).doesNotContain("CommandRefused");
    }

    @Test
    void shouldPrintFiguresLadderAndTapeForPeople() {
        Result result = book("--tape", "2");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                        Series           UNITS-1  Units of a patent's licence income
                        As of            turn 63, 2025-07-02T09:55:00.000000000+08:00
                        Session          CONTINUOUS until 2025-07-02T14:57:00.000000000+08:00
                        Best bid         CNY 103.00 for 60 units
                        Best ask         CNY 103.50 for 20 units
                        Last price       CNY 103.00, reference CNY 102.00
                        Day              open 103.00, high 104.00, low 103.00, close none
                        Traded           1,600 units in 9 trades for CNY 164,915.00

                        +--------+-------+---------+---------+-------+--------+
                        | Orders | Units | Bid CNY | Ask CNY | Units | Orders |
                        +--------+-------+---------+---------+-------+--------+
                        |      1 |    60 |  103.00 |  103.50 |    20 |      1 |
                        |      1 |   400 |  102.50 |  104.00 |   410 |      2 |
                        |      1 |   240 |  101.50 |  104.50 |   300 |      1 |
                        |        |       |         |  105.00 |   500 |      1 |
                        +--------+-------+---------+---------+-------+--------+

                        +-------+-------------------------------------+-----------+-------+------+
                        | Trade | Time                                | Price CNY | Units | Took |
                        +-------+-------------------------------------+-----------+-------+------+
                        |     8 | 2025-07-02T09:44:00.000000000+08:00 |    103.50 |    50 | sell |
                        |     9 | 2025-07-02T09:55:00.000000000+08:00 |    103.00 |    60 | sell |
                        +-------+-------------------------------------+-----------+-------+------+
                        """);
    }

    @Test
    void shouldPrintTheBookAsItWasInTheCall() {
        Result result = book("--at", "51", "--levels", "1");
        assertThat(result.out())
                .contains("Session          OPENING_CALL until 2025-07-02T09:30:00.000000000+08:00\n")
                .contains("If it ended now  1,200 units at CNY 103.00, 200 more offered\n")
                .contains("Last price       none, reference CNY 102.00\n")
                .contains("|      1 |   300 |  105.00 |  101.00 |   200 |      1 |\n")
                .endsWith("and 6 prices more\n")
                .doesNotContain("Trade |");
        assertThat(book("--at", "52").out())
                .contains("Traded           1,200 units in 5 trades for CNY 123,600.00\n")
                .contains("|     5 | 2025-07-02T09:30:00.000000000+08:00 |    103.00 |   300 | call |\n");
    }

    @Test
    void shouldPrintOneObjectForPrograms() {
        Result result = book("--json", "--levels", "2", "--tape", "1");
        assertThat(result.out()).hasLineCount(1);
        JsonNode json = JSON.readTree(result.out());
        assertThat(json.get("sequence").longValue()).isEqualTo(63);
        assertThat(json.get("session").stringValue()).isEqualTo("CONTINUOUS");
        assertThat(json.get("halted").booleanValue()).isFalse();
        assertThat(json.get("best").toString())
                .isEqualTo("{\"bid\":\"CNY 103.00\",\"bidUnits\":60,\"ask\":\"CNY 103.50\",\"askUnits\":20}");
        assertThat(json.get("day").toString())
                .isEqualTo("{\"last\":\"CNY 103.00\",\"reference\":\"CNY 102.00\",\"open\":\"CNY 103.00\","
                        + "\"high\":\"CNY 104.00\",\"low\":\"CNY 103.00\",\"trades\":9,\"units\":1600,"
                        + "\"turnover\":\"CNY 164915.00\"}");
        assertThat(json.get("bids").toString())
                .isEqualTo("[{\"price\":\"CNY 103.00\",\"units\":60,\"orders\":1},"
                        + "{\"price\":\"CNY 102.50\",\"units\":400,\"orders\":1}]");
        assertThat(json.get("trades").toString())
                .isEqualTo("[{\"trade\":9,\"at\":\"2025-07-02T09:55:00.000000000+08:00\",\"price\":\"CNY 103.00\","
                        + "\"units\":60,\"aggressor\":\"SELL\"}]");
        assertThat(json.has("indication")).isFalse();
        JsonNode call = JSON.readTree(book("--json", "--at", "51").out());
        assertThat(call.get("indication").toString())
                .isEqualTo("{\"price\":\"CNY 103.00\",\"units\":1200,\"surplus\":-200}");
    }

    @Test
    void shouldReadTheJournalOfALiveNodeAndChangeNothing() throws IOException {
        Path live = directory.resolve("live");
        Preset preset = Preset.read("CN-2025");
        try (Player player = Player.open(
                        Settings.played(live, Durability.APPENDED), preset.atNanos(), new Directory(), turn -> {});
                LineReader lines = new LineReader(Files.newInputStream(UNIT_DAY))) {
            player.play(preset);
            Result before = Program.run("book", "--journal", live.toString(), "--series", "UNITS-1");
            assertComplaint("--series: there is no such series; the journal has none", 2, before);
            lines.next();
            player.playAll(lines, number -> {});
            player.sync();
            Result result = Program.run("book", "--journal", live.toString(), "--series", "UNITS-1");
            assertThat(result.out()).isEqualTo(book().out());
        }
        Map<String, FileTime> before = written();
        assertThat(book().code()).isZero();
        assertThat(written()).isNotEmpty().isEqualTo(before);
    }

    @Test
    void shouldSayWhatIsWrongWithItsOptions() {
        assertComplaint("--at: turns count from 1, not 0", 2, book("--at", "0"));
        assertComplaint("--at: the journal ends at turn 63", 2, book("--at", "64"));
        assertComplaint("--levels: must not be below 0", 2, book("--levels", "-1"));
        assertComplaint("--tape: must not be below 0", 2, book("--tape", "-1"));
        Result other = Program.run("book", "--journal", journal, "--series", "UNITS-2");
        assertComplaint("--series: there is no such series, only UNITS-1", 2, other);
        Result early = book("--at", "32");
        assertComplaint("--series: there is no such series; the journal has none", 2, early);
        Result nowhere = Program.run("book", "--journal", directory.toString(), "--series", "UNITS-1");
        assertThat(nowhere.code()).isEqualTo(3);
    }

    private static void assertComplaint(String sentence, int code, Result result) {
        assertThat(result.err()).isEqualTo("tpx: " + sentence + "\n");
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.out()).isEmpty();
    }

    private static Result book(String... options) {
        List<String> arguments = new ArrayList<>(List.of("book", "--journal", journal, "--series", "UNITS-1"));
        arguments.addAll(List.of(options));
        return Program.run(arguments.toArray(String[]::new));
    }

    /** When each file of the journal was written the last time. */
    private static Map<String, FileTime> written() throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of(journal))) {
            for (Path file : files.toList()) {
                times.put(file.toString(), Files.getLastModifiedTime(file));
            }
        }
        return times;
    }
}
