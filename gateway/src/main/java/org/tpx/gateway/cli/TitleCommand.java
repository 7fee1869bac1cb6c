package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.register.TitleBooks;
import org.tpx.settlement.register.TitleBurden;
import org.tpx.settlement.register.TitleOwner;
import org.tpx.settlement.register.TitlePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tpx title}: the page of a right in the title register, as it stood after any turn. */
@Command(
        name = "title",
        description =
                "Prints who owns a right, what weighs on it, and its chain of title, from the books that tpx settle or a node "
                        + "keeps.",
        footer = {
            "  $$ tpx title P-1 --journal /var/lib/tpx",
            "  $$ tpx title P-1 --journal /var/lib/tpx --at 1200 --json"
        })
final class TitleCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Tpx tpx;

    @Parameters(paramLabel = "RIGHT", description = "The code of the right.")
    private String right = "";

    @Option(names = "--journal", paramLabel = "DIR", description = "The journal's directory. Default: this one.")
    private Path journal = Path.of("");

    @Mixin
    private final BooksOption location = new BooksOption();

    @Option(
            names = "--at",
            paramLabel = "SEQ",
            description = "Print the page as it was after this turn. Default: the last one.")
    private long at = Long.MAX_VALUE;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (at < 1) {
            throw new InputException("--at: turns count from 1, not " + at);
        }
        var database = location.openExisting(journal);
        long sequence = Math.min(at, new SettlementBooks(database).position().sequence());
        TitlePage page = new TitleBooks(database.jdbi())
                .page(right, sequence)
                .orElseThrow(() -> new InputException(
                        right + ": is not in the title register after turn " + Figures.grouped(sequence)));
        tpx.terminal().print(json ? json(page) : text(page));
        return ExitCode.DONE;
    }

    private static String text(TitlePage page) {
        StringBuilder text = new StringBuilder();
        text.append(page.code())
                .append(", ")
                .append(page.rightType())
                .append(", ")
                .append(page.registration());
        text.append(": ").append(page.title()).append('\n');
        text.append("After turn ").append(Figures.grouped(page.sequence()));
        text.append(page.standing().isEmpty() ? "" : ", " + page.standing()).append("\n\nOwners\n");
        for (TitleOwner owner : page.currentOwners()) {
            text.append("  ").append(owner.party()).append(' ').append(percent(owner.shareBps()));
            text.append(", since turn ")
                    .append(Figures.grouped(owner.fromSequence()))
                    .append('\n');
        }
        text.append("\nWhat weighs on it\n");
        page.openBurdens()
                .forEach(burden -> text.append("  ").append(burden(burden)).append('\n'));
        if (page.openBurdens().isEmpty()) {
            text.append("  nothing\n");
        }
        text.append("\nChain of title\n");
        for (TitlePage.Entry entry : page.entries()) {
            String when = Times.toTheSecond(entry.timeNanos());
            text.append(String.format(
                    "  %3d  turn %s, %s  %s", entry.number(), Figures.grouped(entry.sequence()), when, entry.kind()));
            text.append(entry.instrument().isEmpty() ? "" : " " + entry.instrument());
            text.append(": ").append(entry.words()).append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static String burden(TitleBurden burden) {
        String text = burden.kind() + " " + burden.reference();
        text += burden.holder().isEmpty() ? "" : " of " + burden.holder();
        text += burden.claim().isNone() ? "" : " for " + Figures.grouped(burden.claim());
        text += burden.dueNanos() == 0
                ? ""
                : (burden.claim().isNone() ? ", ends " : ", due ") + Times.toTheSecond(burden.dueNanos());
        text += burden.late() ? ", recorded too late" : "";
        return text + ", since turn " + Figures.grouped(burden.fromSequence());
    }

    private static String percent(int shareBps) {
        return shareBps % 100 == 0
                ? shareBps / 100 + " %"
                : String.format("%d.%02d %%", shareBps / 100, shareBps % 100);
    }

    private static String json(TitlePage page) {
        return new JsonText()
                .put("right", page.code())
                .put("rightType", page.rightType())
                .put("registration", page.registration())
                .put("title", page.title())
                .put("sequence", page.sequence())
                .put("standing", page.standing())
                .putObjects("owners", owners(page))
                .putObjects("burdens", burdens(page))
                .putObjects("entries", entries(page))
                .toString();
    }

    private static List<JsonText> owners(TitlePage page) {
        return page.owners().stream()
                .map(owner -> new JsonText()
                        .put("party", owner.party())
                        .put("shareBps", owner.shareBps())
                        .put("from", owner.fromSequence())
                        .put("until", owner.untilSequence()))
                .toList();
    }

    private static List<JsonText> burdens(TitlePage page) {
        return page.burdens().stream()
                .map(burden -> new JsonText()
                        .put("kind", burden.kind().name())
                        .put("reference", burden.reference())
                        .put("holder", burden.holder())
                        .put(
                                "claim",
                                burden.claim().isNone() ? "" : burden.claim().toString())
                        .put("late", burden.late())
                        .put("from", burden.fromSequence())
                        .put("until", burden.untilSequence()))
                .toList();
    }

    private static List<JsonText> entries(TitlePage page) {
        return page.entries().stream()
                .map(entry -> new JsonText()
                        .put("number", entry.number())
                        .put("sequence", entry.sequence())
                        .put("at", Times.format(entry.timeNanos()))
                        .put("kind", entry.kind())
                        .put("instrument", entry.instrument())
                        .put("words", entry.words()))
                .toList();
    }
}
