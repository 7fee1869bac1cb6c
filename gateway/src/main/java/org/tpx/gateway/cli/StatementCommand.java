package org.tpx.gateway.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.EntrySide;
import org.tpx.settlement.ledger.AccountKey;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.Statement;
import org.tpx.settlement.ledger.Statement.Line;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tpx statement}: every movement on the accounts of a party, a listing or a deal. */
@Command(
        name = "statement",
        description =
                "Prints every movement on the accounts of a party, a listing or a deal from the books that tpx settle or a node keeps.",
        footer = {
            "  $$ tpx statement --journal /var/lib/tpx --party BUYER-A",
            "  $$ tpx statement --journal /var/lib/tpx --deal 3 --at 1200 --json"
        })
final class StatementCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Tpx tpx;

    @Option(names = "--journal", paramLabel = "DIR", description = "The journal's directory. Default: this one.")
    private Path journal = Path.of("");

    @Mixin
    private final BooksOption location = new BooksOption();

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    @Option(
            names = "--at",
            paramLabel = "SEQ",
            description = "Print the accounts as they were after this turn. Default: the last one.")
    private long at = Long.MAX_VALUE;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** Whose accounts. */
    private static final class Subject {
        @Option(names = "--party", paramLabel = "CODE", description = "The code of a party.")
        private @Nullable String party;

        @Option(names = "--listing", paramLabel = "CODE", description = "The code of a listing.")
        private @Nullable String listing;

        @Option(names = "--deal", paramLabel = "N", description = "The number of a deal.")
        private long deal;
    }

    @Override
    public Integer call() throws IOException {
        if (at < 1) {
            throw new InputException("--at: turns count from 1, not " + at);
        }
        SettlementBooks books = new SettlementBooks(location.openExisting(journal));
        Statement statement = statement(books);
        Function<AccountKey, String> names = names(books);
        tpx.terminal().print(json ? json(statement, names) : table(statement, names));
        return ExitCode.DONE;
    }

    private Statement statement(SettlementBooks books) {
        if (subject.party != null) {
            return books.statementOfParty(known("--party", books.partyId(subject.party)), at);
        }
        if (subject.listing != null) {
            return books.statementOfListing(known("--listing", books.listingId(subject.listing)), at);
        }
        boolean dealt = books.deals().stream().anyMatch(deal -> deal.dealId() == subject.deal);
        return books.statementOfDeal(known("--deal", dealt ? subject.deal : 0), at);
    }

    private static long known(String option, long id) {
        if (id == 0) {
            throw new InputException(option + ": is not in the books");
        }
        return id;
    }

    /** The name of an account, looked up once. */
    private static Function<AccountKey, String> names(SettlementBooks books) {
        Map<AccountKey, String> known = new HashMap<>();
        return account -> known.computeIfAbsent(account, books::nameOf);
    }

    private static String table(Statement statement, Function<AccountKey, String> names) {
        String head = statement.subject() + ", up to turn " + Figures.grouped(statement.sequence()) + "\n\n";
        if (statement.lines().isEmpty()) {
            return head + "Nothing was booked.";
        }
        return head
                + AsciiTable.builder()
                        .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
                        .data(
                                statement.lines(),
                                List.of(
                                        right("Turn").with(line -> Figures.grouped(line.sequence())),
                                        left("When").with(line -> Times.format(line.timeNanos())
                                                .substring(0, 19)),
                                        left("Why").with(Line::reason),
                                        left("Account").with(line -> names.apply(line.account())),
                                        right("Debit").with(line -> amount(line, EntrySide.DEBIT)),
                                        right("Credit").with(line -> amount(line, EntrySide.CREDIT)),
                                        right("Balance").with(line -> Figures.grouped(line.balance()))))
                        .asString();
    }

    private static String amount(Line line, EntrySide side) {
        return line.side() == side ? Figures.amount(line.amount()) : "";
    }

    private static Column left(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT);
    }

    private static Column right(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.RIGHT).dataAlign(HorizontalAlign.RIGHT);
    }

    private static String json(Statement statement, Function<AccountKey, String> names) {
        return new JsonText()
                .put("subject", statement.subject())
                .put("sequence", statement.sequence())
                .putObjects(
                        "lines",
                        statement.lines().stream()
                                .map(line -> new JsonText()
                                        .put("sequence", line.sequence())
                                        .put("at", Times.format(line.timeNanos()))
                                        .put("reason", line.reason())
                                        .put("account", names.apply(line.account()))
                                        .put("side", line.side().name())
                                        .put("amount", line.amount().toString())
                                        .put("balance", line.balance().toString()))
                                .toList())
                .toString();
    }
}
