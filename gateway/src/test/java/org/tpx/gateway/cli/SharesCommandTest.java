package org.tpx.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.gateway.cli.Program.Result;

/** {@code tpx shares} on the register of the scenario X-custody. */
class SharesCommandTest {
    private static final Path CUSTODY = Path.of("src", "test", "resources", "scenarios", "X-custody.ndjson");

    @TempDir
    Path directory;

    private String journal = "";

    @BeforeEach
    void play() {
        journal = directory.resolve("journal").toString();
        assertThat(Program.run("run", CUSTODY.toString(), "--journal", journal, "--preset", "CN-2025")
                        .code())
                .isZero();
        assertThat(Program.run("settle", "--journal", journal).out()).contains("Differences       none");
    }

    @Test
    void shouldPrintARegisterAsItStandsAndAsItStood() {
        Result now = Program.run("shares", "--journal", journal, "--register", "COMPANY-A");
        assertThat(now.err()).isEmpty();
        assertThat(now.out())
                .startsWith("COMPANY-A, ordinary shares of COMPANY: 1,000,000 shares, up to turn ")
                .contains(
                        "| H1     | 400,000 |",
                        "| H2     | 224,000 |",
                        "| 225,000 | 2026-06-06 |",
                        "| BANK   |  20,000 |");
        Result then =
                Program.run("shares", "--journal", journal, "--register", "COMPANY-A", "--at", opened(), "--json");
        assertThat(then.out())
                .contains("\"totalShares\":1000000", "{\"party\":\"H1\",\"shares\":600000,\"pledged\":0,")
                .doesNotContain("HEIR");
    }

    @Test
    void shouldPrintAHoldersStatement() {
        Result result = Program.run("shares", "--journal", journal, "--register", "COMPANY-A", "--party", "H1");
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("H1 in COMPANY-A, up to turn ")
                .contains(": 400,000 shares, 0 pledged, 0 frozen, 0 locked, 0 blocked")
                .containsSubsequence(
                        "OPENED", "CONFIRMED", "GIFT", "PLEDGE PL-1", "FREEZE", "-150,000 | ", "CANCELLED");
        assertThat(Program.run("shares", "--journal", journal, "--register", "COMPANY-A", "--party", "H1", "--json")
                        .out())
                .contains("\"what\":\"GIFT\",\"other\":\"HEIR\",\"change\":-50000,\"shares\":550000");
    }

    @Test
    void shouldSayWhatIsNotThere() {
        assertThat(Program.run("shares", "--journal", journal, "--register", "NOTHING")
                        .err())
                .isEqualToIgnoringNewLines("tpx: --register: is not in the books");
        assertThat(Program.run("shares", "--journal", journal, "--register", "COMPANY-A", "--party", "NOBODY")
                        .err())
                .isEqualToIgnoringNewLines("tpx: --party: is not in the books");
        assertThat(Program.run("shares", "--journal", journal, "--register", "COMPANY-A", "--at", "0")
                        .err())
                .contains("--at: turns count from 1, not 0");
    }

    /** The turn of the first entry of H1. */
    private String opened() {
        String statement = Program.run(
                        "shares", "--journal", journal, "--register", "COMPANY-A", "--party", "H1", "--json")
                .out();
        return statement.replaceAll("(?s).*\"lines\":\\[\\{\"sequence\":(\\d+).*", "$1");
    }
}
