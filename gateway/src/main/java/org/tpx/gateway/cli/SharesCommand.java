package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.SettlementDatabase;
import org.tpx.settlement.register.ShareBooks;
import org.tpx.settlement.register.ShareHolder;
import org.tpx.settlement.register.ShareRegisterAt;
import org.tpx.settlement.register.ShareStatement;
import org.tpx.settlement.register.ShareStatement.Line;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tpx shares}: a register of shares in custody, or one holder's entries in it, as they stood after any turn. */
@Command(
        name = "shares",
        description =
                "Prints a register of shares in custody, or a holder's statement, from the books that tpx settle or a node keeps.",
        footer = {
            "  $$ tpx shares --journal /var/lib/tpx --register COMPANY-A",
            "  $$ tpx shares --journal /var/lib/tpx --register COMPANY-A --party H1 --at 1200 --json"
        })
final class SharesCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Tpx tpx;

    @Option(names = "--journal", paramLabel = "DIR", description = "The journal's directory. Default: this one.")
    private Path journal = Path.of("");

    @Mixin
    private final BooksOption location = new BooksOption();

    @Option(names = "--register", paramLabel = "CODE", required = true, description = "The code of a register.")
    private String register = "";

    @Option(names = "--party", paramLabel = "CODE", description = "The holder's statement instead of the register.")
    private @Nullable String party;

    @Option(
            names = "--at",
            paramLabel = "SEQ",
            description = "Print what stood after this turn. Default: after the last one.")
    private long at = Long.MAX_VALUE;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (at < 1) {
            throw new InputException("--at: turns count from 1, not " + at);
        }
        SettlementDatabase database = location.openExisting(journal);
        ShareBooks books = new ShareBooks(database.jdbi());
        long registerId = known("--register", books.registerId(register));
        if (party == null) {
            ShareRegisterAt found = books.register(registerId, at);
            tpx.terminal().print(json ? json(found) : table(found));
        } else {
            long partyId = known("--party", new SettlementBooks(database).partyId(party));
            ShareStatement found = books.statement(registerId, partyId, at);
            tpx.terminal().print(json ? json(found) : table(found));
        }
        return ExitCode.DONE;
    }

    private static long known(String option, long id) {
        if (id == 0) {
            throw new InputException(option + ": is not in the books");
        }
        return id;
    }

    private static String table(ShareRegisterAt found) {
        String head = found.code() + ", " + found.shareClass() + " of " + found.issuer() + ": "
                + Figures.grouped(found.totalShares()) + " shares, up to turn "
                + Figures.grouped(found.sequence()) + "\n\n";
        return head
                + Tables.of(
                        found.holders(),
                        List.of(
                                Tables.left("Holder").with(ShareHolder::party),
                                Tables.right("Shares").with(holder -> Figures.grouped(holder.shares())),
                                Tables.right("Pledged").with(holder -> Figures.grouped(holder.pledged())),
                                Tables.right("Frozen").with(holder -> Figures.grouped(holder.frozen())),
                                Tables.right("Locked").with(holder -> Figures.grouped(holder.locked())),
                                Tables.left("until").with(SharesCommand::until),
                                Tables.right("Blocked").with(holder -> Figures.grouped(holder.blocked())),
                                Tables.left("Confirmed").with(holder -> holder.confirmed() ? "yes" : "no")));
    }

    private static String until(ShareHolder holder) {
        return holder.lockUntilNanos() == 0
                ? ""
                : Times.format(holder.lockUntilNanos()).substring(0, 10);
    }

    private static String table(ShareStatement found) {
        ShareHolder holder = found.holder();
        String head = holder.party() + " in " + found.register() + ", up to turn "
                + Figures.grouped(found.sequence()) + ": " + Figures.grouped(holder.shares()) + " shares, "
                + Figures.grouped(holder.pledged()) + " pledged, " + Figures.grouped(holder.frozen()) + " frozen, "
                + Figures.grouped(holder.locked()) + " locked, " + Figures.grouped(holder.blocked()) + " blocked\n\n";
        if (found.lines().isEmpty()) {
            return head + "Nothing was entered.";
        }
        return head
                + Tables.of(
                        found.lines(),
                        List.of(
                                Tables.right("Turn").with(line -> Figures.grouped(line.sequence())),
                                Tables.left("When").with(line -> Times.toTheSecond(line.timeNanos())),
                                Tables.left("What").with(Line::what),
                                Tables.left("With").with(Line::other),
                                Tables.right("Change").with(line -> Figures.grouped(line.change())),
                                Tables.right("Shares").with(line -> Figures.grouped(line.shares()))));
    }

    private static String json(ShareRegisterAt found) {
        return new JsonText()
                .put("register", found.code())
                .put("issuer", found.issuer())
                .put("shareClass", found.shareClass())
                .put("sequence", found.sequence())
                .put("totalShares", found.totalShares())
                .putObjects(
                        "holders",
                        found.holders().stream().map(SharesCommand::json).toList())
                .toString();
    }

    private static JsonText json(ShareHolder holder) {
        JsonText text = new JsonText()
                .put("party", holder.party())
                .put("shares", holder.shares())
                .put("pledged", holder.pledged())
                .put("frozen", holder.frozen())
                .put("locked", holder.locked())
                .put("blocked", holder.blocked())
                .put("confirmed", holder.confirmed());
        return holder.lockUntilNanos() == 0 ? text : text.put("lockUntil", Times.format(holder.lockUntilNanos()));
    }

    private static String json(ShareStatement found) {
        return new JsonText()
                .put("register", found.register())
                .put("sequence", found.sequence())
                .put("holder", json(found.holder()))
                .putObjects(
                        "lines",
                        found.lines().stream()
                                .map(line -> new JsonText()
                                        .put("sequence", line.sequence())
                                        .put("at", Times.format(line.timeNanos()))
                                        .put("what", line.what())
                                        .put("other", line.other())
                                        .put("change", line.change())
                                        .put("shares", line.shares()))
                                .toList())
                .toString();
    }
}
