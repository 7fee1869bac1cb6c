package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.imports.ImportedTitles;
import org.tpx.gateway.imports.TitleFinding;
import org.tpx.gateway.json.CommandLine;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.MalformedLineException;
import org.tpx.gateway.play.Player;
import org.tpx.gateway.preset.Preset;
import org.tpx.host.ReplayResult;
import org.tpx.journal.Durability;
import org.tpx.protocol.Role;
import org.tpx.protocol.SystemEvent.CommandRefused;
import org.tpx.settlement.audit.JournalAudit;
import org.tpx.wire.MalformedMessageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tpx import titles}: recordations of a patent office, entered into the title register of a new exchange. */
@Command(
        name = "titles",
        description = {
            "Enters a file of patent assignments, as the United States Patent and Trademark Office records them (CSV, or .csv.gz), "
                    + "into the title register of a new exchange, in the order of recording, and reports what it finds: gaps in the "
                    + "chain of title, liens and what became of them, corrections, spellings taken for one party, duplicates, and rows "
                    + "out of order. A gap is entered all the same and told.",
            "",
            "The header names the columns: reel_frame, recorded_date, exec_date, conveyance, assignors, assignees, application_numbers, "
                    + "patent_numbers, last_update, purge, page_count; lists are divided by |. Malformed rows end the import with exit "
                    + "code 2; each is told with line and column, and nothing is entered."
        },
        footer = {
            "  $$ tpx import titles config/demo/uspto_assignments.csv --journal /tmp/titles",
            "  $$ tpx settle --journal /tmp/titles",
            "  $$ tpx title US7376772 --journal /tmp/titles"
        })
final class ImportTitlesCommand implements Callable<Integer> {
    private static final int MOST_RIGHTS_NAMED = 20;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ImportCommand parent;

    @Parameters(paramLabel = "FILE", description = "The recordations, in any order.")
    private Path file = Path.of("");

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description = "A new or empty directory for the journal. Default: none is kept.")
    private @Nullable Path journal;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            defaultValue = "CN-2025",
            description = "The preset of the new exchange. Default: ${DEFAULT-VALUE}")
    private String preset = "CN-2025";

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InputException(file + (Files.exists(file) ? ": must be a file" : ": there is no such file"));
        }
        ImportedTitles titles = read();
        if (!titles.complaints().isEmpty()) {
            titles.complaints()
                    .forEach(complaint ->
                            parent.terminal().err().println("tpx: " + file + ":" + complaint.getMessage()));
            throw new InputException(file + ": " + count(titles.complaints().size(), "row is", "rows are")
                    + " malformed; nothing was entered");
        }
        if (journal != null) {
            requireEmpty(journal);
            return enter(titles, journal);
        }
        Path passing = Files.createTempDirectory("tpx-titles");
        try {
            return enter(titles, passing);
        } finally {
            delete(passing);
        }
    }

    private ImportedTitles read() throws IOException {
        try {
            return ImportedTitles.read(file);
        } catch (MalformedLineException complaint) {
            throw new InputException(file + ":" + complaint.getMessage());
        } catch (MalformedMessageException complaint) {
            throw new InputException(file + ": " + complaint.field() + ": " + complaint.reason());
        }
    }

    private int enter(ImportedTitles titles, Path directory) throws IOException {
        Preset rules = Preset.read(preset);
        Directory names = new Directory();
        long[] refused = new long[1];
        try (Player player =
                Player.open(Settings.played(directory, Durability.SYNCED), rules.atNanos(), names, turn -> {
                    if (turn.events().get(0) instanceof CommandRefused) {
                        refused[0]++;
                    }
                })) {
            player.play(rules);
            long clerk = names.principal(rules.founder(Role.CLERK));
            long[] clientId = new long[1];
            titles.enter(command -> player.play(new CommandLine(player.timeNanos(), clerk, ++clientId[0], command)));
            player.sync();
        }
        report(titles);
        return check(titles, directory, refused[0]);
    }

    private void report(ImportedTitles titles) throws IOException {
        Terminal terminal = parent.terminal();
        for (TitleFinding.Kind kind : TitleFinding.Kind.values()) {
            List<TitleFinding> found = titles.findings().stream()
                    .filter(finding -> finding.kind() == kind)
                    .toList();
            if (!found.isEmpty()) {
                terminal.print(kind.heading());
                for (TitleFinding finding : found) {
                    terminal.print("  " + sentence(finding));
                }
                terminal.print("");
            }
        }
    }

    private static String sentence(TitleFinding finding) {
        String text = finding.reelFrame().isEmpty() ? "" : finding.reelFrame() + ": ";
        text += finding.sentence();
        if (finding.rights().isEmpty()) {
            return text;
        }
        int rights = finding.rights().size();
        boolean gap = finding.kind() == TitleFinding.Kind.GAP;
        long named = gap ? rights : Math.min(rights, MOST_RIGHTS_NAMED);
        String list = String.join(" ", finding.rights().subList(0, (int) named));
        String more = named < rights ? " and " + Figures.grouped(rights - named) + " more" : "";
        return text + (gap ? "; " : " ") + count(rights, "right", "rights") + ": " + list + more;
    }

    private int check(ImportedTitles titles, Path directory, long refused) throws IOException {
        Terminal terminal = parent.terminal();
        terminal.print("Counts");
        line("recordations", titles.rows());
        line("rights with a chain of title", titles.rights());
        line("parties", titles.parties());
        for (TitleFinding.Kind kind : TitleFinding.Kind.values()) {
            List<TitleFinding> found = titles.findings().stream()
                    .filter(finding -> finding.kind() == kind)
                    .toList();
            long rights =
                    found.stream().mapToLong(finding -> finding.rights().size()).sum();
            String rightByRight = rights == 0 ? "" : ", " + Figures.grouped(rights) + " right by right";
            terminal.print(String.format(
                    "  %-50s %s%s",
                    kind.heading().toLowerCase(java.util.Locale.ROOT), Figures.grouped(found.size()), rightByRight));
        }
        line("commands", titles.commands());
        line("of them refused", refused);
        ReplayResult replay = JournalAudit.replay(directory, sequence -> {});
        terminal.print(
                replay.isEqual()
                        ? "The journal replays equal: " + Figures.grouped(replay.turns()) + " turns."
                        : "The journal does not replay equal.");
        return replay.isEqual() && refused == 0 ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private void line(String what, long number) throws IOException {
        parent.terminal().print(String.format("  %-50s %s", what, Figures.grouped(number)));
    }

    private static String count(long number, String one, String several) {
        return Figures.grouped(number) + " " + (number == 1 ? one : several);
    }

    private static void requireEmpty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                if (files.findAny().isPresent()) {
                    throw new InputException(
                            "--journal: " + directory + " must be new or empty: the register begins in it");
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
