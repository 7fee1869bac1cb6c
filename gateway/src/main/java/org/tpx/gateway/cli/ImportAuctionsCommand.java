package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.imports.AuctionColumn;
import org.tpx.gateway.imports.AuctionFile;
import org.tpx.gateway.imports.AuctionFormat;
import org.tpx.gateway.imports.AuctionResults;
import org.tpx.gateway.imports.Columns;
import org.tpx.gateway.imports.FileTimes;
import org.tpx.gateway.imports.ImportedAuctions;
import org.tpx.gateway.imports.IncrementTable;
import org.tpx.gateway.imports.PriceDifference;
import org.tpx.gateway.json.MalformedLineException;
import org.tpx.gateway.preset.Preset;
import org.tpx.host.TurnView;
import org.tpx.journal.EventFeed;
import org.tpx.protocol.Currency;
import org.tpx.protocol.IncrementStep;
import org.tpx.wire.MalformedMessageException;
import org.tpx.wire.RecordCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tpx import auctions}: a file of bids in auctions as commands, and whether they reached the published prices. */
@Command(
        name = "auctions",
        description = {
            "Turns a file of bids in auctions with proxy bidding (CSV, or .csv.gz) into a file of commands for tpx run.",
            "",
            "The commands first set up a market of its own: one seller, every bidder, rules without fees, and a listing for "
                    + "every auction with the table of increments. All auctions open at the same time. Every row then leaves "
                    + "its bid as the bidder's maximum, and the exchange bids for it. Who is alone in an auction quotes the "
                    + "start price. A malformed row ends the import with exit code 2, names line and column, and nothing is "
                    + "printed.",
            "",
            "With --compare, prints instead which auctions of a journal, that the commands were played onto, did not reach the "
                    + "published price, and why as far as the bids tell. Exit code 4 where there are any."
        },
        footer = {
            "  $$ tpx import auctions bids.csv --has-header --increments increments.json \\",
            "      --columns auction=auctionid,time=bidtime,bidder=bidder,bid=bid,start=openbid,price=price \\",
            "      --time-unit d --currency USD > auctions.ndjson",
            "  $$ tpx run auctions.ndjson --journal /tmp/auctions --preset CN-2025",
            "  $$ tpx import auctions bids.csv --has-header --increments increments.json \\",
            "      --columns auction=auctionid,time=bidtime,bidder=bidder,bid=bid,start=openbid,price=price \\",
            "      --time-unit d --currency USD --compare /tmp/auctions"
        })
final class ImportAuctionsCommand implements Callable<Integer> {
    private static final long SECOND_NANOS = 1_000_000_000L;

    /** How times are written. */
    enum TimeUnit {
        D(86_400),
        H(3_600),
        MIN(60),
        S(1);

        private final long seconds;

        TimeUnit(long seconds) {
            this.seconds = seconds;
        }
    }

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ImportCommand parent;

    @Parameters(paramLabel = "FILE", description = "The bids, in any order.")
    private Path file = Path.of("");

    @Option(
            names = "--columns",
            required = true,
            paramLabel = "NAME=PLACE,..",
            description =
                    "Where auction, time, bidder, bid, start, and for --compare price, are: the place of the column counted from "
                            + "0, or its name in the header.")
    private String columns = "";

    @Option(names = "--has-header", description = "The first row names the columns.")
    private boolean hasHeader;

    @Option(
            names = "--delimiter",
            paramLabel = "CHARACTER",
            defaultValue = ",",
            description = "What stands between columns; tab for a tabulator. Default: ${DEFAULT-VALUE}")
    private String delimiter = ",";

    @Option(
            names = "--increments",
            required = true,
            paramLabel = "JSON",
            description = "The table of increments: {\"bands\": [[from, to, step], ..]}.")
    private Path increments = Path.of("");

    @Option(
            names = "--time-unit",
            paramLabel = "UNIT",
            defaultValue = "d",
            description = "In what times since the opening are counted: d, h, min, s. Default: ${DEFAULT-VALUE}")
    private TimeUnit timeUnit = TimeUnit.D;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "When all auctions open. Default: ten o'clock on the fourth day after the preset begins.")
    private @Nullable String start;

    @Option(
            names = "--currency",
            required = true,
            paramLabel = "CODE",
            description = "The currency of the bids, USD for example.")
    private Currency currency = Currency.XXX;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            defaultValue = "CN-2025",
            description = "The preset that the commands will be run under. Default: ${DEFAULT-VALUE}")
    private String preset = "CN-2025";

    @Option(
            names = "--compare",
            paramLabel = "DIR",
            description = "Compare with the journal in this directory instead of printing commands.")
    private @Nullable Path journal;

    @Override
    public Integer call() throws IOException {
        requireFile(file);
        requireFile(increments);
        if (currency == Currency.XXX) {
            throw new InputException("--currency: is no currency that prices can have");
        }
        try {
            Columns<AuctionColumn> places = Columns.parse("--columns", columns, AuctionColumn.class);
            if (journal != null && !places.has(AuctionColumn.PRICE)) {
                throw new InputException("--columns: must say where price is, to compare with");
            }
            ImportedAuctions auctions = read(places);
            return journal == null ? write(auctions) : compare(auctions, journal);
        } catch (MalformedLineException complaint) {
            throw new InputException(file + ":" + complaint.getMessage());
        } catch (MalformedMessageException complaint) {
            throw new InputException(complaint.field() + ": " + complaint.reason());
        }
    }

    private ImportedAuctions read(Columns<AuctionColumn> places) throws IOException {
        List<IncrementStep> table = IncrementTable.read(increments, currency);
        FileTimes times = FileTimes.counted(timeUnit.seconds * SECOND_NANOS, 0);
        AuctionFormat format = new AuctionFormat(places, hasHeader, Delimiters.parse(delimiter), times, currency);
        long openingNanos = start == null ? 0 : Times.parse("--start", start);
        return ImportedAuctions.read(new AuctionFile(file, format), table, Preset.read(preset), openingNanos);
    }

    private int write(ImportedAuctions auctions) {
        long commands = auctions.write(parent.terminal().out());
        parent.terminal()
                .err()
                .println(Figures.grouped(auctions.auctions()) + " auctions, " + Figures.grouped(auctions.bids())
                        + " bids of " + Figures.grouped(auctions.bidders()) + " bidders, " + Figures.grouped(commands)
                        + " commands");
        return ExitCode.DONE;
    }

    private int compare(ImportedAuctions auctions, Path directory) throws IOException {
        AuctionResults results = results(directory);
        List<PriceDifference> differences = auctions.compare(results);
        Terminal terminal = parent.terminal();
        int reached = auctions.auctions() - differences.size();
        terminal.print(Figures.grouped(reached) + " of " + Figures.grouped(auctions.auctions())
                + " auctions reach the published price; " + Figures.grouped(results.refusedBids())
                + " of " + Figures.grouped(auctions.bids()) + " bids were refused");
        for (PriceDifference difference : differences) {
            String price = difference.reached().isNone()
                    ? "none"
                    : difference.reached().toString();
            terminal.print("  " + difference.auction() + ": published " + difference.published() + ", reached " + price
                    + "; " + difference.reason().sentence());
        }
        return differences.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private static AuctionResults results(Path directory) {
        AuctionResults results = new AuctionResults();
        TurnView turn = new TurnView(new RecordCodec());
        try (EventFeed feed = EventFeed.open(directory, 1)) {
            feed.tellAll(record -> results.onTurn(turn.over(record)));
        }
        return results;
    }

    private static void requireFile(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new InputException(path + (Files.exists(path) ? ": must be a file" : ": there is no such file"));
        }
    }
}
