package org.tpx.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.gateway.cli.Program.Result;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code tpx demo}: a market day that a person enjoys reading, and books that balance. */
class DemoCommandTest {

    @TempDir
    Path directory;

    @Test
    void shouldShowWhatBecameOfEveryListingIn120Columns() {
        String journal = directory.resolve("market").toString();
        Result result = Program.run("demo", "--journal", journal);
        assertThat(result.out())
                .startsWith("This is a demonstration.")
                .containsPattern(
                        "L-01 +\\| US 7130913 +\\| a single buyer quotes alone +\\| sold +\\| BUYER-A +\\| +CNY 820,000.00")
                .containsPattern("L-03 +\\| US 6195024 +\\| .* \\| closed unsold +\\|")
                .containsPattern("L-04 .* withdrawn ")
                .containsPattern("L-07 .* terminated ")
                .containsPattern("Left in account +CNY 0.00")
                .containsPattern("Ledger difference +CNY 0.00  and settlement reckons every amount as the engine does")
                .containsPattern("State hash +[0-9a-f]{64}")
                .containsPattern("Speed +[0-9,]+ turns/s")
                .contains("tpx audit replay " + journal);
        assertThat(result.err()).contains("played 1314 of 1314 commands");
        assertThat(result.code()).isZero();
        assertThat(result.out().lines().filter(line -> !line.startsWith("Journal")))
                .allMatch(line -> line.length() <= 120);
        Result replay = Program.run("audit", "replay", "--json", journal);
        assertThat(replay.out()).contains(result.out().replaceAll("(?s).*State hash +([0-9a-f]{64}).*", "$1"));
    }

    @Test
    void shouldTellTheSameToAProgram() {
        Result result = Program.run(
                "demo", "--json", "--journal", directory.resolve("market").toString());
        JsonNode report = JsonMapper.builder().build().readTree(result.out());
        assertThat(report.get("demonstration").booleanValue()).isTrue();
        assertThat(report.get("listings")).hasSize(35);
        assertThat(report.get("moneyIn")).isEqualTo(report.get("moneyOut"));
        assertThat(report.get("left").stringValue()).isEqualTo("CNY 0.00");
        assertThat(report.get("ledgerDifference").stringValue()).isEqualTo("CNY 0.00");
        assertThat(report.get("differences")).isEmpty();
        assertThat(report.get("stateHash").stringValue()).hasSize(64);
    }

    @Test
    void shouldLeaveAJournalThatIsThereAlone() throws IOException {
        String journal = directory.resolve("market").toString();
        Program.run("demo", "--json", "--journal", journal);
        Result again = Program.run("demo", "--journal", journal);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("holds a journal; the demonstration begins one of its own");
        Path foreign = Files.createDirectory(directory.resolve("foreign"));
        Files.writeString(foreign.resolve("letter.txt"), "mine");
        assertThat(Program.run("demo", "--journal", foreign.toString()).code()).isEqualTo(3);
    }
}
