package org.tpx.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.gateway.cli.Program.Result;

/** {@code tpx title} on licences, shares and corrections, and on a pledge. */
class TitleCommandTest {
    private static final Path SCENARIOS = Path.of("src", "test", "resources", "scenarios");

    @TempDir
    Path directory;

    private String journal = "";

    @BeforeEach
    void name() {
        journal = directory.resolve("journal").toString();
    }

    @Test
    void shouldPrintTheWholePageAndAnyEarlierOne() {
        play("X-title-register");
        Result last = Program.run("title", "R1", "--journal", journal);
        assertThat(last.err()).isEmpty();
        assertThat(last.code()).isZero();
        assertThat(last.out())
                .contains(
                        "R1, PATENT_INVENTION, EXAMPLE R1: Shared patent",
                        ", ENDED",
                        "  OWNER 50 %, since turn ",
                        "  HEIR 50 %, since turn ",
                        "LICENCE LIC-4 of USER3, ends 2030-09-01T00:00:00, since turn ",
                        "SHARE DEED-1: owners: OWNER 60 %, HEIR 40 %",
                        "CORRECTION CORR-1: corrects DEED-2: the deed says 1000, not 1500; owners: OWNER 50 %, HEIR 50 %",
                        "CORRECTION CORR-2: corrects DEED-1: the name of the heir was misspelt",
                        "LICENCE_END LIC-1: weighs on it no more");

        long late = sequenceOf(last.out(), "LICENCE LIC-2: ");
        assertThat(Program.run("title", "R1", "--journal", journal, "--at", String.valueOf(late))
                        .out())
                .contains("  OWNER 60 %, since turn ", "  CO 40 %, since turn ", "IN_FORCE")
                .contains("LICENCE LIC-2 of USER2, ends 2025-09-01T00:00:00, recorded too late, since turn " + late)
                .doesNotContain("HEIR", "LIC-3");
        assertThat(Program.run("title", "R1", "--journal", journal, "--json").out())
                .contains("\"right\":\"R1\"", "{\"party\":\"CO\",\"shareBps\":4000,", "\"late\":true");
    }

    @Test
    void shouldTellTheClaimOfAPledge() {
        play("E20");
        String out = Program.run("title", "R1", "--journal", journal).out();
        long entered = sequenceOf(out, "PLEDGE PLEDGE-1: to BANK for CNY 1800000.00");
        assertThat(Program.run("title", "R1", "--journal", journal, "--at", String.valueOf(entered))
                        .out())
                .contains(
                        "PLEDGE PLEDGE-1 of BANK for CNY 1,800,000.00, due 2026-06-30T00:00:00, since turn " + entered);
    }

    @Test
    void shouldSayWhatIsNotThere() {
        play("E20");
        assertThat(Program.run("title", "R9", "--journal", journal).err())
                .contains("R9: is not in the title register after turn ");
        assertThat(Program.run("title", "R1", "--journal", journal, "--at", "1").err())
                .contains("R1: is not in the title register after turn 1");
        assertThat(Program.run("title", "R1", "--journal", journal, "--at", "0").err())
                .contains("--at: turns count from 1");
    }

    private void play(String scenario) {
        String file = SCENARIOS.resolve(scenario + ".ndjson").toString();
        assertThat(Program.run("run", file, "--journal", journal, "--preset", "CN-2025")
                        .code())
                .isZero();
        assertThat(Program.run("settle", "--journal", journal).out()).contains("Differences       none");
    }

    private static long sequenceOf(String page, String entry) {
        String line =
                page.lines().filter(text -> text.contains(entry)).findFirst().orElseThrow();
        return Long.parseLong(line.replaceFirst(".*turn ([0-9,]+), .*", "$1").replace(",", ""));
    }
}
