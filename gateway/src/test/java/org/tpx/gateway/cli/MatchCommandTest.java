package org.tpx.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.gateway.cli.Program.Result;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code tpx match} on the journal of scenario X-match. */
class MatchCommandTest {
    private static final Path SCENARIO = Path.of("src", "test", "resources", "scenarios", "X-match.ndjson");

    @TempDir
    static Path shared;

    private static String journal = "";

    @BeforeAll
    static void play() {
        journal = shared.resolve("journal").toString();
        Result result = Program.run("run", SCENARIO.toString(), "--journal", journal, "--preset", "CN-2025");
        assertThat(result.code()).isZero();
        assertThat(result.out()).doesNotContain("CommandRefused");
    }

    @Test
    void shouldProposeWhatIsMatureEnoughInChineseAndEnglish() {
        Result result = Program.run("match", "D-1", "--journal", journal, "--json");
        assertThat(result.code()).isZero();
        JsonNode answer = JsonMapper.builder().build().readTree(result.out());
        assertThat(answer.get("demand").asString()).isEqualTo("D-1");
        List<String> listings = new ArrayList<>();
        answer.get("matches").forEach(match -> listings.add(match.get("listing").asString()));
        assertThat(listings).containsExactly("L1", "L2");
        assertThat(answer.get("matches").get(1).get("title").asString()).isEqualTo("固态电池用聚合物电解质");
    }

    @Test
    void shouldPrintATableForPeople() {
        Result result = Program.run("match", "D-2", "--journal", journal, "--most", "1");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("| Listing | Right | Score | Field   | Level | Title                       |")
                .contains("| L3      | R3    |")
                .contains("| BIOTECH |     7 | Fermentation of corn starch |");
    }

    @Test
    void shouldSayThatNothingFits() {
        Result result = Program.run("match", "D-3", "--journal", journal);
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("fits D-3.");
    }

    @Test
    void shouldNameTheDemandsThatThereAre() {
        Result result = Program.run("match", "D-9", "--journal", journal);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("only D-1, D-2, D-3");
        assertThat(Program.run("match", "D-1", "--journal", journal, "--most", "0")
                        .code())
                .isEqualTo(2);
    }
}
