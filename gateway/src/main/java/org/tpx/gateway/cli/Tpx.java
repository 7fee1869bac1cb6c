package org.tpx.gateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.tpx.gateway.play.Release;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: what {@code ./tpx} starts. Without a command it prints its help. */
@Command(
        name = "tpx",
        description = "A technology property-right exchange: rights are listed, bid for, paid and certified, and every "
                + "result can be derived again from the journal.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Tpx.Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:Done. A command that the exchange refuses is done as well.",
            " 1:The program failed.",
            " 2:The command line or the input is malformed.",
            " 3:The journal cannot be used, or is damaged.",
            " 4:A check ran, and its result differs.",
            " 5:The node cannot be reached."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  $$ tpx demo",
            "  $$ tpx run E2.ndjson --journal /tmp/e2 --preset CN-2025",
            "  $$ tpx audit replay /tmp/e2",
            "  $$ tpx serve --journal /var/lib/tpx --preset CN-2025"
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ImportCommand.class,
            ServeCommand.class,
            BookCommand.class,
            MatchCommand.class,
            SettleCommand.class,
            StatementCommand.class,
            SharesCommand.class,
            ExportCommand.class,
            CertificateCommand.class,
            BankCommand.class,
            TitleCommand.class,
            AuditCommand.class,
        })
public final class Tpx implements Runnable {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Tpx(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs the command that the arguments name and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(execute(Terminal.ofProcess(), arguments));
    }

    /** Runs a command on a terminal and returns its exit code. */
    static int execute(Terminal terminal, String... arguments) {
        CommandLine program = new CommandLine(new Tpx(terminal))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageErrors(terminal))
                .setExecutionExceptionHandler(new Failures(terminal));
        return flush(terminal, program.execute(arguments));
    }

    /** An output that nobody reads to its end has failed the command before, and is told once. */
    private static int flush(Terminal terminal, int code) {
        try {
            terminal.flush();
            return code;
        } catch (IOException failure) {
            if (code == ExitCode.DONE) {
                terminal.err().println("tpx: the output could not be written: " + failure.getMessage());
            }
            return Math.max(code, ExitCode.INTERNAL);
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Where this run of the program reads and prints. */
    Terminal terminal() {
        return terminal;
    }

    /** The release as the jar's manifest names it. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"tpx " + Release.runningVersion()};
        }
    }
}
