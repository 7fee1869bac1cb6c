package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tpx.protocol.Currency;
import org.tpx.settlement.ledger.BookComparison;
import org.tpx.settlement.ledger.CashFlow;
import org.tpx.settlement.ledger.ForeignJournalException;
import org.tpx.settlement.ledger.LedgerDifference;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.SettlementDatabase;
import org.tpx.settlement.ledger.SettlementFollower;
import org.tpx.settlement.ledger.SettlementProjection;
import org.tpx.settlement.ledger.TrialBalance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tpx settle}: books a journal, and tells whether the books agree with it. */
@Command(
        name = "settle",
        description = {
            "Books a journal's money into a database and checks every amount against figures of its own.",
            "",
            "Goes on where the books end. A node that was started with the same --db keeps them itself. Exits with 4 where the books do "
                    + "not balance or reckon otherwise than the engine."
        },
        footer = {
            "  $$ tpx settle --journal /var/lib/tpx",
            "  $$ tpx settle --journal /var/lib/tpx --db 'postgresql://localhost/tpx?user=tpx' --rebuild",
            "  $$ tpx settle --journal /var/lib/tpx --verify"
        })
final class SettleCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Tpx tpx;

    @Option(names = "--journal", required = true, paramLabel = "DIR", description = "The journal's directory.")
    private Path journal = Path.of("");

    @Mixin
    private final BooksOption books = new BooksOption();

    @Option(names = "--rebuild", description = "Drop the books first, so that all of the journal is booked again.")
    private boolean rebuild;

    @Option(
            names = "--verify",
            description =
                    "Book nothing: make the books a second time in a file of its own, up to the turn that they reach, and compare "
                            + "every row of every table. Exits with 4 where one differs.")
    private boolean verify;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (!Settings.isJournal(journal)) {
            throw new InputException("--journal: " + journal + " holds no journal");
        }
        return verify ? verify(books.openExisting(journal)) : settle(books.open(journal));
    }

    private int verify(SettlementDatabase database) throws IOException {
        if (rebuild) {
            throw new InputException("--verify: compares the books as they are and cannot be combined with --rebuild");
        }
        BookComparison comparison = new BooksCheck(journal, database).run();
        tpx.terminal().print(json ? BooksCheck.json(comparison) : BooksCheck.text(comparison));
        return comparison.isEqual() ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private int settle(SettlementDatabase database) throws IOException {
        if (rebuild) {
            database.rebuild();
        }
        long turns = book(database);
        SettlementBooks booked = new SettlementBooks(database);
        TrialBalance balance = booked.trialBalance();
        List<LedgerDifference> differences = booked.differences();
        tpx.terminal()
                .print(json ? json(turns, booked, balance, differences) : text(turns, booked, balance, differences));
        boolean balanced = balance.currencies().stream()
                .allMatch(currency -> balance.difference(currency).isZero());
        return balanced && differences.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private long book(SettlementDatabase database) {
        try (SettlementProjection projection = new SettlementProjection(database);
                SettlementFollower follower = SettlementFollower.open(journal, projection)) {
            return follower.catchUp();
        } catch (ForeignJournalException failure) {
            throw new InputException("--db: " + failure.getMessage());
        }
    }

    private static String text(
            long turns, SettlementBooks books, TrialBalance balance, List<LedgerDifference> differences) {
        StringBuilder text = new StringBuilder();
        text.append("Booked            ").append(Figures.grouped(turns)).append(" turns, up to turn ");
        text.append(Figures.grouped(books.position().sequence())).append('\n');
        for (Currency currency : balance.currencies()) {
            CashFlow cash = books.cashFlow(currency);
            text.append("Money in          ")
                    .append(Figures.grouped(cash.received()))
                    .append('\n');
            text.append("Money out         ")
                    .append(Figures.grouped(cash.paid()))
                    .append('\n');
            text.append("In the account    ")
                    .append(Figures.grouped(balance.settlement(currency)))
                    .append('\n');
            text.append("Trial balance     ")
                    .append(
                            balance.difference(currency).isZero()
                                    ? "balances"
                                    : "DOES NOT BALANCE, by " + balance.difference(currency))
                    .append('\n');
        }
        text.append("Differences       ").append(differences.isEmpty() ? "none" : Figures.grouped(differences.size()));
        differences.forEach(difference -> text.append('\n').append("  ").append(difference));
        return text.toString();
    }

    private static String json(
            long turns, SettlementBooks books, TrialBalance balance, List<LedgerDifference> differences) {
        return new JsonText()
                .put("turns", turns)
                .put("sequence", books.position().sequence())
                .putObjects(
                        "currencies",
                        balance.currencies().stream()
                                .map(currency -> json(currency, books.cashFlow(currency), balance))
                                .toList())
                .put(
                        "differences",
                        differences.stream().map(LedgerDifference::toString).toList())
                .toString();
    }

    private static JsonText json(Currency currency, CashFlow cash, TrialBalance balance) {
        return new JsonText()
                .put("moneyIn", cash.received().toString())
                .put("moneyOut", cash.paid().toString())
                .put("inAccount", balance.settlement(currency).toString())
                .put("difference", balance.difference(currency).toString());
    }
}
