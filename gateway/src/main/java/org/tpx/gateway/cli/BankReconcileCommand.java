package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tpx.gateway.json.InstantText;
import org.tpx.protocol.Currency;
import org.tpx.settlement.bank.BankBooks;
import org.tpx.settlement.bank.BankFolder;
import org.tpx.settlement.bank.BankStatement;
import org.tpx.settlement.bank.BankTransfer;
import org.tpx.settlement.bank.MalformedBankMessageException;
import org.tpx.settlement.bank.Reconciler;
import org.tpx.settlement.bank.Reconciliation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tpx bank reconcile}: the bank's last statement against the books at its end. */
@Command(
        name = "reconcile",
        description = {
            "Holds the bank's statements (camt.053 in done/) against the settlement account of the books as it stood when the last one ended.",
            "",
            "Prints zero, or every difference by name and amount, and exits with 4 where there is one."
        },
        footer = "  $$ tpx bank reconcile --journal /var/lib/tpx --bank /var/spool/tpx-bank")
final class BankReconcileCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BankCommand bank;

    @Option(names = "--journal", required = true, paramLabel = "DIR", description = "The journal's directory.")
    private Path journal = Path.of("");

    @Mixin
    private final BooksOption books = new BooksOption();

    @Option(
            names = "--bank",
            required = true,
            paramLabel = "DIR",
            description = "The folder in which node and bank meet.")
    private Path folder = Path.of("");

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "CNY",
            description = "The currency of the account. Default: ${DEFAULT-VALUE}.")
    private Currency currency = Currency.CNY;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new InputException("--bank: " + folder + " is no folder");
        }
        Optional<Reconciliation> found = reconciliation();
        if (found.isEmpty()) {
            throw new InputException("--bank: there is no statement in " + currency + " in " + folder);
        }
        Reconciliation result = found.get();
        bank.terminal().print(json ? json(result) : text(result));
        return result.isZero() ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private Optional<Reconciliation> reconciliation() {
        try {
            List<BankStatement> statements = Reconciler.statements(new BankFolder(folder));
            return new Reconciler(new BankBooks(books.openExisting(journal))).reconcile(currency, statements);
        } catch (MalformedBankMessageException complaint) {
            throw new InputException("--bank: " + complaint.sentence());
        }
    }

    private static String text(Reconciliation result) {
        StringBuilder text = new StringBuilder();
        text.append("Statement         ").append(result.statementId());
        text.append(", until ")
                .append(InstantText.OF_THE_EXCHANGE.format(result.endNanos()))
                .append('\n');
        text.append("At the bank       ").append(Figures.grouped(result.bank())).append('\n');
        text.append("In the books      ")
                .append(Figures.grouped(result.books()))
                .append('\n');
        text.append("Difference        ").append(result.difference()).append('\n');
        for (Reconciliation.Item item : result.items()) {
            text.append("  ")
                    .append(item.amount())
                    .append("  ")
                    .append(item.bankReference())
                    .append("  ");
            text.append(item.what()).append('\n');
        }
        if (!result.unexplained().isZero()) {
            text.append("Unexplained       ").append(result.unexplained()).append('\n');
        }
        for (BankTransfer transfer : result.waiting()) {
            text.append("Waits             ")
                    .append(transfer.endToEndId())
                    .append("  ")
                    .append(transfer.amount());
            text.append(", sent and on no statement\n");
        }
        return text.toString().stripTrailing();
    }

    private static String json(Reconciliation result) {
        return new JsonText()
                .put("statement", result.statementId())
                .put("until", InstantText.OF_THE_EXCHANGE.format(result.endNanos()))
                .put("bank", result.bank().toString())
                .put("books", result.books().toString())
                .put("difference", result.difference().toString())
                .put("unexplained", result.unexplained().toString())
                .putObjects(
                        "items",
                        result.items().stream()
                                .map(item -> new JsonText()
                                        .put("amount", item.amount().toString())
                                        .put("bankReference", item.bankReference())
                                        .put("what", item.what()))
                                .toList())
                .put(
                        "waiting",
                        result.waiting().stream().map(BankTransfer::endToEndId).toList())
                .toString();
    }
}
