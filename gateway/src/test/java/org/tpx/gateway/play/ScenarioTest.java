package org.tpx.gateway.play;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.InstantText;
import org.tpx.gateway.json.LineReader;
import org.tpx.gateway.preset.Preset;
import org.tpx.host.HostSettings;
import org.tpx.host.ReplayResult;
import org.tpx.journal.Durability;
import org.tpx.journal.JournalSettings;
import org.tpx.protocol.Hash256;
import org.tpx.settlement.audit.JournalAudit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The worked examples, through the engine and the journal: exactly the events that were written by hand, and the same again when the
 * journal is carried out anew. How lines are compared is in the scenarios' README.
 */
class ScenarioTest {
    private static final Path SCENARIOS = Path.of("src", "test", "resources", "scenarios");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BLOCK_BYTES = 1 << 20;

    @TempDir
    Path directory;

    static Stream<Scenario> scenarios() throws IOException {
        JsonNode index = JSON.readTree(Files.readString(SCENARIOS.resolve("index.json")));
        return StreamSupport.stream(index.spliterator(), false).map(Scenario::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void shouldCauseExactlyTheExpectedEvents(Scenario scenario) throws IOException {
        Played played = play(scenario, directory.resolve("journal"));
        List<JsonNode> expected = lines(Files.readString(SCENARIOS.resolve(scenario.name() + ".expected.ndjson")));
        for (int i = 0; i < Math.min(expected.size(), played.events().size()); i++) {
            assertLine(i + 1, expected.get(i), played.events().get(i));
        }
        assertThat(played.events().stream().skip(expected.size()))
                .as("events that no line expects")
                .isEmpty();
        assertThat(expected.stream().skip(played.events().size()))
                .as("lines without an event")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void shouldComeToTheSameStateWhenReplayed(Scenario scenario) throws IOException {
        Path journal = directory.resolve("journal");
        Played played = play(scenario, journal);
        ReplayResult replayed = JournalAudit.replay(journal, sequence -> {});
        assertThat(replayed.difference()).isEmpty();
        assertThat(replayed.lastSequence()).isEqualTo(played.sequence());
        assertThat(replayed.stateHash()).isEqualTo(played.stateHash());
        assertThat(JournalAudit.verify(journal).isSound()).isTrue();
    }

    @Test
    void shouldListEveryScenario() throws IOException {
        try (Stream<Path> files = Files.list(SCENARIOS)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".expected.ndjson"))
                    .map(name -> name.replace(".expected.ndjson", ""))
                    .toList();
            assertThat(scenarios().map(Scenario::name)).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private static void assertLine(int number, JsonNode expected, JsonNode actual) {
        for (String name : expected.propertyNames()) {
            assertThat(actual.get(name))
                    .as("expected line %d, field %s%nexpected %s%nevent    %s", number, name, expected, actual)
                    .isEqualTo(expected.get(name));
        }
    }

    private Played play(Scenario scenario, Path journal) throws IOException {
        Preset preset = Preset.read(scenario.preset());
        Directory names = new Directory();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TurnLines events = TurnLines.ofEvents(names, out);
                LineReader lines =
                        new LineReader(Files.newInputStream(SCENARIOS.resolve(scenario.name() + ".ndjson")));
                Player player = Player.open(settings(journal), preset.atNanos(), names, events)) {
            long presetEnd = player.play(preset);
            assertThat(lines.next()).isTrue();
            player.playAll(lines, number -> {});
            if (!scenario.until().isEmpty()) {
                player.advanceTo(InstantText.parse(scenario.until(), "until"));
            }
            player.sync();
            events.flush();
            return new Played(after(presetEnd, lines(out.toString(UTF_8))), player.sequence(), player.stateHash());
        }
    }

    private static HostSettings settings(Path journal) {
        JournalSettings settings = JournalSettings.of(journal, "scenario")
                .with(Durability.APPENDED)
                .withBlocks(BLOCK_BYTES, BLOCK_BYTES);
        return HostSettings.of(settings, "test", Hash256.ZERO);
    }

    private static List<JsonNode> after(long sequence, List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.get("sequence").longValue() > sequence)
                .toList();
    }

    private static List<JsonNode> lines(String text) {
        List<JsonNode> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(JSON.readTree(line)));
        return lines;
    }

    /** One entry of the index. */
    record Scenario(String name, String about, String preset, String until) {

        static Scenario of(JsonNode entry) {
            return new Scenario(
                    entry.get("name").stringValue(),
                    entry.get("about").stringValue(),
                    entry.get("preset").stringValue(),
                    entry.has("until") ? entry.get("until").stringValue() : "");
        }

        @Override
        public String toString() {
            return name + ", " + about;
        }
    }

    private record Played(List<JsonNode> events, long sequence, Hash256 stateHash) {}
}
