package org.tpx.gateway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.settlement.ledger.AccountKey;
import org.tpx.settlement.ledger.TrialBalance;

/** A trial balance as people and programs read it. */
final class TrialBalanceText {

    private record Row(String account, Money debits, Money credits, Money balance) {}

    private TrialBalanceText() {}

    static String table(TrialBalance balance, Function<AccountKey, String> names) {
        String head = "Trial balance, up to turn " + Figures.grouped(balance.sequence()) + "\n\n";
        if (balance.lines().isEmpty()) {
            return head + "Nothing was booked.";
        }
        return head
                + Tables.of(
                        rows(balance, names),
                        List.of(
                                Tables.left("Account").with(Row::account),
                                Tables.right("Debits").with(row -> Figures.amount(row.debits())),
                                Tables.right("Credits").with(row -> Figures.amount(row.credits())),
                                Tables.right("Balance").with(row -> Figures.grouped(row.balance()))));
    }

    private static List<Row> rows(TrialBalance balance, Function<AccountKey, String> names) {
        List<Row> rows = new ArrayList<>();
        for (TrialBalance.Line line : balance.lines()) {
            rows.add(new Row(names.apply(line.account()), line.debits(), line.credits(), line.balance()));
        }
        for (Currency currency : balance.currencies()) {
            rows.add(new Row(
                    "All accounts in " + currency,
                    balance.debits(currency),
                    balance.credits(currency),
                    balance.difference(currency)));
        }
        return rows;
    }

    static String json(TrialBalance balance, Function<AccountKey, String> names) {
        return new JsonText()
                .put("sequence", balance.sequence())
                .putObjects(
                        "accounts",
                        balance.lines().stream()
                                .map(line -> new JsonText()
                                        .put("account", names.apply(line.account()))
                                        .put("debits", line.debits().toString())
                                        .put("credits", line.credits().toString())
                                        .put("balance", line.balance().toString()))
                                .toList())
                .putObjects(
                        "currencies",
                        balance.currencies().stream()
                                .map(currency -> new JsonText()
                                        .put("debits", balance.debits(currency).toString())
                                        .put(
                                                "credits",
                                                balance.credits(currency).toString())
                                        .put(
                                                "difference",
                                                balance.difference(currency).toString()))
                                .toList())
                .toString();
    }
}
