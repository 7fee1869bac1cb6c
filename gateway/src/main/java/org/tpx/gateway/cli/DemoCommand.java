package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.demo.DemoReport;
import org.tpx.gateway.demo.Demonstration;
import org.tpx.gateway.preset.Market;
import org.tpx.host.HostSettings;
import org.tpx.journal.Durability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tpx demo}: plays a market day and shows what became of it. */
@Command(
        name = "demo",
        description = {
            "Plays a market day and shows what became of it: real patents, and parties that are role codes.",
            "",
            "Listings of every kind are disclosed, bid for, paid and certified, or end otherwise, on a journal of their own; settlement books "
                    + "the money and checks it. Exits with 4 where the books do not balance."
        },
        footer = {"  $$ tpx demo", "  $$ tpx demo --journal /tmp/market && tpx audit replay /tmp/market"})
final class DemoCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Tpx tpx;

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description = "Where to put the journal: a new or empty directory. Default: one among the temporary files.")
    private @Nullable Path journal;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (journal != null && Settings.isJournal(journal)) {
            throw new InputException(
                    "--journal: " + journal + " holds a journal; the demonstration begins one of its own");
        }
        Path place = journal == null ? Files.createTempDirectory("tpx-demo-") : journal;
        Path books = Files.createTempDirectory("tpx-books-");
        try {
            DemoReport report = play(place, books.resolve("settlement.db"));
            tpx.terminal().print(json ? DemoText.json(report, place) : DemoText.table(report, place));
            return report.isBalanced() ? ExitCode.DONE : ExitCode.DIFFERENT;
        } finally {
            delete(books);
        }
    }

    private DemoReport play(Path place, Path database) throws IOException {
        Market market = Market.demonstration();
        HostSettings settings = Settings.small(place, Durability.SYNCED);
        Terminal terminal = tpx.terminal();
        if (!json) {
            terminal.print(market.note());
            terminal.flush();
        }
        try (DemoProgress progress = DemoProgress.on(terminal, market.size())) {
            return new Demonstration(market, settings, database).run(progress::reached);
        }
    }

    private static void delete(Path path) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(path)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
