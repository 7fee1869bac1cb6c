package org.tpx.gateway.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.tpx.gateway.match.Catalogue;
import org.tpx.gateway.match.Match;
import org.tpx.gateway.match.Matcher;
import org.tpx.host.TurnView;
import org.tpx.journal.EventFeed;
import org.tpx.wire.RecordCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tpx match}: which listings may answer a demand? */
@Command(
        name = "match",
        description =
                "Proposes listings for a demand from a journal, by field, maturity and words, Chinese or English. Changes "
                        + "nothing, and works while a node runs.",
        footer = {
            "  $$ tpx match D-1 --journal /var/lib/tpx",
            "  $$ tpx match D-1 --journal /var/lib/tpx --most 3 --json"
        })
final class MatchCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Tpx tpx;

    @Parameters(paramLabel = "DEMAND", description = "The code of the demand.")
    private String demand = "";

    @Option(names = "--journal", required = true, paramLabel = "DIR", description = "The journal's directory.")
    private Path journal = Path.of("");

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "How many listings to propose at most. Default: ${DEFAULT-VALUE}.")
    private int most = 10;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (most < 1) {
            throw new InputException("--most: must not be below 1");
        }
        Catalogue catalogue = read();
        List<Match> matches = new Matcher(catalogue)
                .matches(demand, most)
                .orElseThrow(() -> new InputException("DEMAND: there is no such demand" + others(catalogue)));
        tpx.terminal().print(json ? json(catalogue, matches) : text(catalogue, matches));
        return ExitCode.DONE;
    }

    private Catalogue read() {
        Catalogue catalogue = new Catalogue();
        TurnView turn = new TurnView(new RecordCodec());
        try (EventFeed feed = EventFeed.open(journal, 1)) {
            feed.tellAll(record -> catalogue.onTurn(turn.over(record)));
        }
        return catalogue;
    }

    private String json(Catalogue catalogue, List<Match> matches) {
        return new JsonText()
                .put("demand", demand)
                .put("turn", catalogue.turn())
                .putObjects("matches", matches.stream().map(MatchCommand::json).toList())
                .toString();
    }

    private static JsonText json(Match match) {
        return new JsonText()
                .put("listing", match.listing())
                .put("right", match.right())
                .put("title", match.title())
                .put("field", match.field())
                .put("maturityLevel", match.maturityLevel())
                .put("score", score(match));
    }

    private String text(Catalogue catalogue, List<Match> matches) {
        if (matches.isEmpty()) {
            return "No listing on offer after turn " + catalogue.turn() + " fits " + demand + ".";
        }
        return AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
                .data(matches, columns())
                .asString();
    }

    private static List<ColumnData<Match>> columns() {
        return List.of(
                column("Listing", HorizontalAlign.LEFT, Match::listing),
                column("Right", HorizontalAlign.LEFT, Match::right),
                column("Score", HorizontalAlign.RIGHT, MatchCommand::score),
                column("Field", HorizontalAlign.LEFT, Match::field),
                column("Level", HorizontalAlign.RIGHT, match -> "" + match.maturityLevel()),
                column("Title", HorizontalAlign.LEFT, Match::title));
    }

    private static ColumnData<Match> column(String header, HorizontalAlign align, Function<Match, String> value) {
        return new Column().header(header).headerAlign(align).dataAlign(align).with(value);
    }

    private static String score(Match match) {
        return String.format(Locale.ROOT, "%.3f", match.score());
    }

    private static String others(Catalogue catalogue) {
        List<String> codes = catalogue.demands();
        return codes.isEmpty() ? "; the journal has none" : ", only " + String.join(", ", codes);
    }
}
