package org.tpx.gateway.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tpx.gateway.demo.DemoReport;
import org.tpx.gateway.demo.DemoReport.Row;
import org.tpx.protocol.Money;
import org.tpx.settlement.ledger.CashFlow;

/** The report of the demonstration, for people and for programs. */
final class DemoText {
    private static final int STORY_WIDTH = 30;
    private static final double MEBIBYTE = 1 << 20;

    private DemoText() {}

    /** A table of the listings, then the figures. */
    static String table(DemoReport report, Path journal) {
        StringBuilder text = new StringBuilder("\n");
        text.append(AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
                .data(report.rows(), columns(report))
                .asString());
        text.append("\n\n");
        money(text, report);
        line(
                text,
                "Journal",
                String.format(
                        Locale.ROOT,
                        "%.2f MiB, %s turns, %s events, in %s",
                        report.journalBytes() / MEBIBYTE,
                        Figures.grouped(report.turns()),
                        Figures.grouped(report.events()),
                        journal));
        line(text, "State hash", report.stateHash().toString());
        line(text, "Speed", Figures.grouped(report.turnsPerSecond()) + " turns/s, each turn journaled and synced");
        text.append("\nCarry it all out again:  tpx audit replay ").append(journal);
        return text.toString();
    }

    private static List<ColumnData<Row>> columns(DemoReport report) {
        return List.of(
                Tables.left("Code").with(Row::listing),
                Tables.left("Patent").with(Row::right),
                Tables.left("What happened").maxWidth(STORY_WIDTH).with(Row::story),
                Tables.left("Ended").with(Row::ended),
                Tables.left("To").with(Row::buyer),
                Tables.right("Price")
                        .footerAlign(HorizontalAlign.RIGHT)
                        .footer(sum(report, true))
                        .with(row -> amount(row.price())),
                Tables.right("Fees")
                        .footerAlign(HorizontalAlign.RIGHT)
                        .footer(sum(report, false))
                        .with(row -> amount(row.fees())));
    }

    private static String amount(Money money) {
        return money.isNone() ? "" : Figures.grouped(money);
    }

    private static String sum(DemoReport report, boolean prices) {
        Money sum = Money.zero(report.ledgerDifference().currency());
        for (Row row : report.rows()) {
            Money amount = prices ? row.price() : row.fees();
            sum = amount.isNone() ? sum : sum.plus(amount);
        }
        return Figures.grouped(sum);
    }

    private static void money(StringBuilder text, DemoReport report) {
        CashFlow cash = report.cash();
        int width = Figures.grouped(cash.received()).length();
        line(text, "Money in", padded(cash.received(), width) + "  in " + cash.receipts() + " receipts");
        line(text, "Money out", padded(cash.paid(), width));
        for (CashFlow.Outflow outflow : cash.paidOut()) {
            line(text, "", padded(outflow.amount(), width) + "  " + words(outflow));
        }
        line(text, "Left in account", padded(cash.remaining(), width));
        line(
                text,
                "Ledger difference",
                padded(report.ledgerDifference(), width) + "  "
                        + (report.differences().isEmpty()
                                ? "and settlement reckons every amount as the engine does"
                                : "but settlement reckons otherwise:"));
        report.differences().forEach(difference -> line(text, "", difference));
    }

    private static String padded(Money money, int width) {
        String amount = Figures.grouped(money);
        return " ".repeat(Math.max(0, width - amount.length())) + amount;
    }

    private static String words(CashFlow.Outflow outflow) {
        String kind = outflow.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return kind + ", " + outflow.payments() + (outflow.payments() == 1 ? " payment" : " payments");
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-18s %s%n", name, value));
    }

    /** One JSON object. */
    static String json(DemoReport report, Path journal) {
        return new JsonText()
                .put("demonstration", true)
                .put("note", report.note())
                .putObjects(
                        "listings", report.rows().stream().map(DemoText::json).toList())
                .put("moneyIn", report.cash().received().toString())
                .put("moneyOut", report.cash().paid().toString())
                .put("left", report.cash().remaining().toString())
                .put("ledgerDifference", report.ledgerDifference().toString())
                .put("differences", report.differences())
                .put("journal", journal.toString())
                .put("journalBytes", report.journalBytes())
                .put("turns", report.turns())
                .put("events", report.events())
                .put("stateHash", report.stateHash().toString())
                .put("turnsPerSecond", report.turnsPerSecond())
                .toString();
    }

    private static JsonText json(Row row) {
        JsonText object = new JsonText()
                .put("listing", row.listing())
                .put("right", row.right())
                .put("story", row.story())
                .put("ended", row.ended());
        if (!row.price().isNone()) {
            object.put("buyer", row.buyer())
                    .put("price", row.price().toString())
                    .put("fees", row.fees().toString());
        }
        return object;
    }
}
