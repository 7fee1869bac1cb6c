package org.tpx.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tpx.gateway.cli.Program.Result;
import picocli.CommandLine;

/** The program as a whole: its help, its version, its exit codes. */
class TpxTest {

    static Stream<List<String>> commands() {
        List<List<String>> found = new ArrayList<>();
        collect(new CommandLine(new Tpx(Terminal.ofProcess())), List.of(), found);
        return found.stream();
    }

    private static void collect(CommandLine command, List<String> path, List<List<String>> found) {
        found.add(path);
        command.getSubcommands().forEach((name, subcommand) -> {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(name);
            collect(subcommand, deeper, found);
        });
    }

    @ParameterizedTest(name = "tpx {0}")
    @MethodSource("commands")
    void shouldExplainEveryCommandWithAnExample(List<String> command) {
        List<String> arguments = new ArrayList<>(command);
        arguments.add("--help");
        Result result = Program.run(arguments.toArray(String[]::new));
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Usage: tpx", "Examples:\n  $ tpx ").contains(String.join(" ", command));
        assertThat(result.err()).isEmpty();
    }

    @Test
    void shouldKnowItsCommands() {
        assertThat(commands().map(command -> String.join(" ", command)))
                .containsExactlyInAnyOrder(
                        "",
                        "demo",
                        "run",
                        "import",
                        "import orders",
                        "import auctions",
                        "import titles",
                        "serve",
                        "book",
                        "match",
                        "settle",
                        "statement",
                        "shares",
                        "export",
                        "certificate",
                        "certificate write",
                        "certificate verify",
                        "certificate revocations",
                        "bank",
                        "bank queue",
                        "bank reconcile",
                        "bank simulate",
                        "title",
                        "audit",
                        "audit verify",
                        "audit replay",
                        "audit dump",
                        "audit prove",
                        "audit check");
    }

    @Test
    void shouldListTheExitCodes() {
        assertThat(Program.run("--help").out())
                .containsSubsequence("Exit codes:", "0 ", "1 ", "2 ", "3 ", "4 ", "5 ", "The node cannot be reached.");
    }

    @Test
    void shouldTellItsVersion() {
        assertThat(Program.run("--version").out()).startsWith("tpx ");
        assertThat(Program.run("run", "--version").out()).startsWith("tpx ");
    }

    @Test
    void shouldPrintItsHelpWithoutACommand() {
        assertThat(Program.run().out()).isEqualTo(Program.run("--help").out());
        assertThat(Program.run("audit").out())
                .isEqualTo(Program.run("audit", "--help").out());
    }

    @Test
    void shouldRefuseWhatItDoesNotKnow() {
        for (String[] arguments :
                new String[][] {{"no-such-command"}, {"--no-such-option"}, {"audit", "guess"}, {"demo", "x"}}) {
            Result result = Program.run(arguments);
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).startsWith("tpx: ").contains("--help");
        }
    }
}
