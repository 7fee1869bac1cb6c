package org.tpx.gateway.cli;

import java.util.List;
import java.util.function.Function;
import org.tpx.protocol.EntrySide;
import org.tpx.settlement.ledger.AccountKey;
import org.tpx.settlement.ledger.Statement;
import org.tpx.settlement.ledger.Statement.Line;

/** A statement as people and programs read it. */
final class StatementText {
    private StatementText() {}

    static String table(Statement statement, Function<AccountKey, String> names) {
        String head = statement.subject() + ", up to turn " + Figures.grouped(statement.sequence()) + "\n\n";
        if (statement.lines().isEmpty()) {
            return head + "Nothing was booked.";
        }
        return head
                + Tables.of(
                        statement.lines(),
                        List.of(
                                Tables.right("Turn").with(line -> Figures.grouped(line.sequence())),
                                Tables.left("When").with(line -> Times.toTheSecond(line.timeNanos())),
                                Tables.left("Why").with(Line::reason),
                                Tables.left("Account").with(line -> names.apply(line.account())),
                                Tables.right("Debit").with(line -> amount(line, EntrySide.DEBIT)),
                                Tables.right("Credit").with(line -> amount(line, EntrySide.CREDIT)),
                                Tables.right("Balance").with(line -> Figures.grouped(line.balance()))));
    }

    private static String amount(Line line, EntrySide side) {
        return line.side() == side ? Figures.amount(line.amount()) : "";
    }

    static String json(Statement statement, Function<AccountKey, String> names) {
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
                .putObjects(
                        "balances",
                        statement.balances().entrySet().stream()
                                .map(entry -> new JsonText()
                                        .put("account", names.apply(entry.getKey()))
                                        .put("balance", entry.getValue().toString()))
                                .toList())
                .toString();
    }
}
