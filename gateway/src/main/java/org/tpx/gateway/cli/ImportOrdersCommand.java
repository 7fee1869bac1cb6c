package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.imports.Columns;
import org.tpx.gateway.imports.FileTimes;
import org.tpx.gateway.imports.ImportedOrders;
import org.tpx.gateway.imports.OrderAction;
import org.tpx.gateway.imports.OrderColumn;
import org.tpx.gateway.imports.OrderFile;
import org.tpx.gateway.imports.OrderFormat;
import org.tpx.gateway.imports.Scale;
import org.tpx.gateway.imports.Tally;
import org.tpx.gateway.imports.ValueNames;
import org.tpx.gateway.json.MalformedLineException;
import org.tpx.gateway.preset.Preset;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.Side;
import org.tpx.wire.MalformedMessageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tpx import orders}: a file of orders, one by one, as commands. */
@Command(
        name = "orders",
        description = {
            "Turns an order-by-order file (CSV, or .csv.gz) into a file of commands for tpx run.",
            "",
            "The commands first set up a market of its own: the series, open around the clock on the days of the file; IMPORT-A, "
                    + "who stands in for everybody who buys, and IMPORT-B, who stands in for everybody who sells; money and units "
                    + "enough for every order. Then every row becomes a command. An executed order is met by an "
                    + "immediate-or-cancel order of the other side at its limit, so that the exchange makes the trade itself. Rows of "
                    + "unknown actions or about unknown orders are passed over and counted. A malformed row ends the import with "
                    + "exit code 2, names line and column, and nothing is printed.",
            "",
            "Rows stand in the order of time. Columns that no option names are not looked at."
        },
        footer = {
            "  $$ tpx import orders messages.csv \\",
            "      --columns time=0,action=1,id=2,size=3,price=4,side=5 \\",
            "      --actions add=1,reduce=2,delete=3,execute=4,hidden=5 \\",
            "      --sides buy=1,sell=-1 --time-unit s --start 2025-07-08T00:00:00+08:00 \\",
            "      --price-scale 10000 --series DEMO --currency USD > orders.ndjson",
            "  $$ tpx import orders log.csv.gz --has-header \\",
            "      --columns time=ts,action=type,id=order,side=side,price=price,size=qty \\",
            "      --actions add=open,replace=change,cancel=done \\",
            "      --sides buy=B,buy=bid,sell=S --size-scale 0.001 \\",
            "      --time-unit ms --move-to 2025-07-08T00:00:00+08:00 \\",
            "      --series DEMO --currency USD > orders.ndjson",
            "  $$ tpx run orders.ndjson --journal /tmp/orders --preset CN-2025"
        })
final class ImportOrdersCommand implements Callable<Integer> {
    /** How times are written. */
    enum TimeUnit {
        RFC3339(0),
        S(1_000_000_000),
        MS(1_000_000),
        US(1_000),
        NS(1);

        private final long nanos;

        TimeUnit(long nanos) {
            this.nanos = nanos;
        }
    }

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ImportCommand parent;

    @Parameters(paramLabel = "FILE", description = "The orders, in the order of time.")
    private Path file = Path.of("");

    @Option(
            names = "--columns",
            required = true,
            paramLabel = "NAME=PLACE,..",
            description =
                    "Where time, action, id, side, price, size are: the place of the column counted from 0, or its name in the "
                            + "header.")
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
            names = "--actions",
            required = true,
            paramLabel = "NAME=VALUE,..",
            description = {
                "Which values of the action column mean what; a name may come several times.",
                "add: an order came in.",
                "reduce: it lost size units and kept its place.",
                "replace: it has another price and size.",
                "cancel, delete: it is out.",
                "execute: size units of it traded.",
                "hidden: a hidden order traded; passed over and counted."
            })
    private String actions = "";

    @Option(
            names = "--sides",
            required = true,
            paramLabel = "NAME=VALUE,..",
            description = "Which values of the side column mean buy and sell.")
    private String sides = "";

    @Option(
            names = "--time-unit",
            paramLabel = "UNIT",
            defaultValue = "rfc3339",
            description =
                    "How times are written: rfc3339, or as decimal numbers of s, ms, us, ns. Default: ${DEFAULT-VALUE}")
    private TimeUnit timeUnit = TimeUnit.RFC3339;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description =
                    "What numbers count from, midnight of the day for example. Default: the beginning of 1970, UTC.")
    private @Nullable String start;

    @Option(
            names = "--move-to",
            paramLabel = "TIME",
            description = "Moves the first row to this time, and all others with it.")
    private @Nullable String moveTo;

    @Option(
            names = "--price-scale",
            paramLabel = "FIGURE",
            defaultValue = "1",
            description =
                    "What the file writes for a price of one: 10000 for ten-thousandths. Default: ${DEFAULT-VALUE}")
    private String priceScale = "1";

    @Option(
            names = "--tick",
            paramLabel = "PRICE",
            description = "The step of prices, in the currency. Default: its smallest amount.")
    private @Nullable String tick;

    @Option(
            names = "--size-scale",
            paramLabel = "FIGURE",
            defaultValue = "1",
            description =
                    "What the file writes for one unit: 0.001 where sizes have three decimals. Default: ${DEFAULT-VALUE}")
    private String sizeScale = "1";

    @Option(names = "--series", required = true, paramLabel = "CODE", description = "The code that the series gets.")
    private String series = "";

    @Option(
            names = "--currency",
            required = true,
            paramLabel = "CODE",
            description = "The currency of the prices, USD for example.")
    private Currency currency = Currency.XXX;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            defaultValue = "CN-2025",
            description = "The preset that the commands will be run under. Default: ${DEFAULT-VALUE}")
    private String preset = "CN-2025";

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            boolean other = Files.exists(file);
            throw new InputException(
                    file + (other ? ": must be a file, since it is read twice" : ": there is no such file"));
        }
        try {
            ImportedOrders orders =
                    ImportedOrders.read(new OrderFile(file, format()), series, tick(), Preset.read(preset));
            Tally tally = orders.write(parent.terminal().out());
            TallyText.of(tally, orders.isCovered()).forEach(parent.terminal().err()::println);
            return ExitCode.DONE;
        } catch (MalformedLineException complaint) {
            throw new InputException(file + ":" + complaint.getMessage());
        } catch (MalformedMessageException complaint) {
            throw new InputException(complaint.field() + ": " + complaint.reason());
        }
    }

    private OrderFormat format() {
        return new OrderFormat(
                Columns.parse("--columns", columns, OrderColumn.class),
                hasHeader,
                Delimiters.parse(delimiter),
                ValueNames.parse("--actions", actions, OrderAction.class),
                ValueNames.parse("--sides", sides, Side.class),
                times(),
                Scale.ofPrices(Scale.one(priceScale, "--price-scale"), tick()),
                Scale.ofSizes(Scale.one(sizeScale, "--size-scale")),
                moveTo == null ? 0 : Times.parse("--move-to", moveTo));
    }

    private FileTimes times() {
        if (timeUnit != TimeUnit.RFC3339) {
            return FileTimes.counted(timeUnit.nanos, start == null ? 0 : Times.parse("--start", start));
        }
        if (start != null) {
            throw new InputException("--start: goes with numbers only, see --time-unit");
        }
        return FileTimes.asText();
    }

    private Money tick() {
        if (currency == Currency.XXX) {
            throw new InputException("--currency: is no currency that prices can have");
        }
        return tick == null ? Money.ofMinor(1, currency) : Scale.tick(tick, currency, "--tick");
    }
}
