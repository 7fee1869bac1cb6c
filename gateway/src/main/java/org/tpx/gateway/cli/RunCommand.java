package org.tpx.gateway.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.LineReader;
import org.tpx.gateway.json.MalformedLineException;
import org.tpx.gateway.play.Player;
import org.tpx.gateway.play.TurnLines;
import org.tpx.gateway.preset.Preset;
import org.tpx.journal.Durability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tpx run}: plays a file of commands and prints the events. */
@Command(
        name = "run",
        description = {
            "Plays a file of commands onto a journal and prints the events.",
            "",
            "One command a line, as JSON with at (the time, RFC 3339 with an offset), principal, clientId and type. Events go "
                    + "out in order as one JSON line each; the last line is the hash of the state. Timers fire as time passes "
                    + "from line to line. An existing journal is continued. A malformed line ends the run with exit code 2; "
                    + "nothing of it is journaled, the lines before it stand."
        },
        footer = {
            "  $$ tpx run E2.ndjson --journal /tmp/e2 --preset CN-2025 --until 2025-08-01T00:00:00+08:00",
            "  $$ grep PlaceBid bids.ndjson | tpx run - --journal /tmp/e2"
        })
final class RunCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Tpx tpx;

    @Parameters(paramLabel = "FILE", description = "The commands, one a line; - reads standard input.")
    private String file = STANDARD_INPUT;

    @Option(
            names = "--journal",
            required = true,
            paramLabel = "DIR",
            description = "The journal's directory; a new or empty one begins a journal.")
    private Path journal = Path.of("");

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description =
                    "The rules to begin with, CN-2025 for example, or the path of a .yaml file. Played before the first line "
                            + "of a new journal; an existing journal has its rules.")
    private @Nullable String preset;

    @Option(names = "--until", paramLabel = "TIME", description = "Let time pass until then after the last line.")
    private @Nullable String until;

    @Option(
            names = "--durability",
            paramLabel = "LEVEL",
            defaultValue = "synced",
            description = "What an event waits for: synced survives a power cut, appended a killed process. "
                    + "Default: ${DEFAULT-VALUE}.")
    private Durability durability = Durability.SYNCED;

    @Override
    public Integer call() throws IOException {
        long untilNanos = until == null ? 0 : Times.parse("--until", until);
        Preset rules = preset == null ? null : Preset.read(preset);
        try (LineReader lines = new LineReader(open())) {
            run(lines, rules, untilNanos);
            return ExitCode.DONE;
        } catch (MalformedLineException complaint) {
            throw new InputException(file + ":" + complaint.getMessage());
        }
    }

    private InputStream open() throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return tpx.terminal().in();
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new InputException(file + ": there is no such file");
        }
        return Files.newInputStream(path);
    }

    private void run(LineReader lines, @Nullable Preset rules, long untilNanos) throws IOException {
        boolean any = lines.next();
        if (!any && rules == null) {
            throw new InputException(file + ": there is no command in it");
        }
        long firstNanos = any ? Player.atNanos(lines) : untilNanos;
        long startNanos = rules != null && !Settings.isJournal(journal) ? rules.atNanos() : firstNanos;
        Directory directory = new Directory();
        OutputStream out = tpx.terminal().out();
        try (TurnLines events = TurnLines.ofEvents(directory, out);
                Player player = Player.open(Settings.played(journal, durability), startNanos, directory, events)) {
            if (rules != null && !player.isFounded()) {
                player.play(rules);
            }
            if (any) {
                player.playAll(lines, new Flushing(events, out));
            }
            advance(player, untilNanos);
            events.flush();
            tpx.terminal()
                    .print("{\"stateHash\":\"" + player.stateHash() + "\",\"sequence\":" + player.sequence() + "}");
        }
    }

    private static void advance(Player player, long untilNanos) {
        if (untilNanos == 0) {
            player.sync();
            return;
        }
        if (untilNanos < player.timeNanos()) {
            throw new InputException("--until: goes back: it is " + Times.format(player.timeNanos()) + " already");
        }
        player.advanceTo(untilNanos);
        player.sync();
    }

    /** Hands the events over whenever the next line may have to be waited for. */
    private record Flushing(TurnLines events, OutputStream out) implements Player.Progress {

        @Override
        public void onLine(long number) {}

        @Override
        public void onPause() throws IOException {
            events.flush();
            out.flush();
        }
    }
}
