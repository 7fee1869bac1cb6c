package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tpx.gateway.view.MarketData.Snapshot;
import org.tpx.gateway.view.MarketView;
import org.tpx.host.TurnView;
import org.tpx.journal.EventFeed;
import org.tpx.wire.RecordCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tpx book}: how does the market in a series stand, or how did it stand after some turn? */
@Command(
        name = "book",
        description =
                "Prints the order book of a series of units from a journal: best prices, the day's figures, what rests at each "
                        + "price, and the last trades. Changes nothing, and works while a node runs.",
        footer = {
            "  $$ tpx book --journal /var/lib/tpx --series UNITS-1",
            "  $$ tpx book --journal /var/lib/tpx --series UNITS-1 --at 1200 --levels 5 --tape 0 --json"
        })
final class BookCommand implements Callable<Integer> {
    private static final int BATCH_TURNS = 1024;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Tpx tpx;

    @Option(names = "--journal", required = true, paramLabel = "DIR", description = "The journal's directory.")
    private Path journal = Path.of("");

    @Option(names = "--series", required = true, paramLabel = "CODE", description = "The code of the series.")
    private String series = "";

    @Option(
            names = "--levels",
            paramLabel = "N",
            description = "How many prices of each side to print. Default: ${DEFAULT-VALUE}.")
    private int levels = 10;

    @Option(
            names = "--tape",
            paramLabel = "N",
            description = "How many of the last trades to print. Default: ${DEFAULT-VALUE}.")
    private int tape = 10;

    @Option(
            names = "--at",
            paramLabel = "SEQ",
            description = "Print the book as it was after this turn. Default: the last one.")
    private long at = Long.MAX_VALUE;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        require(levels >= 0, "--levels: must not be below 0");
        require(tape >= 0, "--tape: must not be below 0");
        require(at >= 1, "--at: turns count from 1, not " + at);
        MarketView view = read();
        require(at == Long.MAX_VALUE || view.turn() == at, "--at: the journal ends at turn " + view.turn());
        Snapshot snapshot = view.snapshot(series)
                .orElseThrow(() -> new InputException("--series: there is no such series" + others(view)));
        BookText text = new BookText(snapshot, view.turn(), view.timeNanos(), levels);
        tpx.terminal().print(json ? text.json() : text.table());
        return ExitCode.DONE;
    }

    /** Reads from the first turn on, since a book is what became of all its orders. */
    private MarketView read() {
        MarketView view = new MarketView(tape);
        TurnView turn = new TurnView(new RecordCodec());
        try (EventFeed feed = EventFeed.open(journal, 1)) {
            int told;
            do {
                int most = (int) Math.min(BATCH_TURNS, at - feed.position());
                told = feed.poll(record -> view.onTurn(turn.over(record)), most);
            } while (told > 0);
        }
        return view;
    }

    private static String others(MarketView view) {
        return view.codes().isEmpty() ? "; the journal has none" : ", only " + String.join(", ", view.codes());
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new InputException(complaint);
        }
    }
}
