package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tpx.gateway.json.InstantText;
import org.tpx.settlement.bank.BankBooks;
import org.tpx.settlement.bank.QueuedItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tpx bank queue}: what the bank told and nobody could simply book. */
@Command(
        name = "queue",
        description = {
            "Prints what the bank told and what waits for a decision, each with a sentence.",
            "",
            "A clerk decides by a command: BookBankItem says whose a receipt is, MatchBankItem which payment a debit is, ResolveBankItem "
                    + "that nothing is to be booked."
        },
        footer = {
            "  $$ tpx bank queue --journal /var/lib/tpx",
            "  $$ curl -s localhost:8088/v1/commands -H 'Content-Type: application/json' \\",
            "      -d '{\"principal\":\"CLERK-2\",\"clientId\":7,\"type\":\"BookBankItem\",\"item\":\"BANK-1\",\"purpose\":\"TRADING\",\"party\":\"B1\"}'"
        })
final class BankQueueCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BankCommand bank;

    @Option(names = "--journal", required = true, paramLabel = "DIR", description = "The journal's directory.")
    private Path journal = Path.of("");

    @Mixin
    private final BooksOption books = new BooksOption();

    @Option(names = "--all", description = "Print what is decided, and what was only told, as well.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<QueuedItem> items = new BankBooks(books.openExisting(journal)).queue(!all);
        bank.terminal().print(json ? json(items) : text(items));
        return ExitCode.DONE;
    }

    private static String text(List<QueuedItem> items) {
        StringBuilder text = new StringBuilder();
        for (QueuedItem item : items) {
            text.append(name(item))
                    .append("  ")
                    .append(item.queue())
                    .append("  ")
                    .append(item.state());
            text.append("  ")
                    .append(InstantText.OF_THE_EXCHANGE.format(item.timeNanos()))
                    .append('\n');
            text.append("    ").append(item.direction().name()).append(' ');
            text.append(item.amount().isNone() ? "" : Figures.grouped(item.amount()));
            text.append("  ")
                    .append(item.bankReference())
                    .append("  ")
                    .append(item.endToEndId())
                    .append('\n');
            text.append("    ").append(item.reason()).append('\n');
            if (!item.note().isEmpty()) {
                text.append("    Decided: ").append(item.note()).append('\n');
            }
        }
        return text.isEmpty() ? "Nothing waits." : text.toString().stripTrailing();
    }

    private static String name(QueuedItem item) {
        return item.itemId() == 0 ? "told" : "BANK-" + item.itemId();
    }

    private static String json(List<QueuedItem> items) {
        return new JsonText()
                .putObjects(
                        "items",
                        items.stream()
                                .map(item -> new JsonText()
                                        .put("item", name(item))
                                        .put("queue", item.queue().name())
                                        .put("state", item.state())
                                        .put("at", InstantText.OF_THE_EXCHANGE.format(item.timeNanos()))
                                        .put("sequence", item.sequence())
                                        .put("direction", item.direction().name())
                                        .put(
                                                "amount",
                                                item.amount().isNone()
                                                        ? ""
                                                        : item.amount().toString())
                                        .put("bankReference", item.bankReference())
                                        .put("endToEndId", item.endToEndId())
                                        .put("messageId", item.messageId())
                                        .put("message", item.message())
                                        .put("reason", item.reason())
                                        .put("note", item.note()))
                                .toList())
                .toString();
    }
}
