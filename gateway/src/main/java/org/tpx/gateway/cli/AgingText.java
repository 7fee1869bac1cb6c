package org.tpx.gateway.cli;

import com.github.freva.asciitable.ColumnData;
import java.util.ArrayList;
import java.util.List;
import org.tpx.settlement.ledger.Aging;
import org.tpx.settlement.ledger.Aging.Age;
import org.tpx.settlement.ledger.Aging.Row;

/** What is owed and how late it is, as people and programs read it. */
final class AgingText {
    private AgingText() {}

    static String table(Aging aging) {
        String head = "Owed to parties at " + Times.toTheSecond(aging.timeNanos()) + "\n\n";
        if (aging.lines().isEmpty()) {
            return head + "Nothing is owed.";
        }
        List<ColumnData<Row>> columns = new ArrayList<>();
        columns.add(Tables.left("Party").with(Row::party));
        columns.add(Tables.left("Listing").with(Row::listing));
        columns.add(Tables.right("Payments").with(row -> Figures.grouped(row.payments())));
        for (Age age : Age.values()) {
            columns.add(Tables.right(words(age))
                    .with(row -> Figures.amount(row.amounts().get(age.ordinal()))));
        }
        columns.add(Tables.right("Sum").with(row -> Figures.grouped(row.sum())));
        return head + Tables.of(aging.rows(), columns);
    }

    private static String words(Age age) {
        return switch (age) {
            case NOT_DUE -> "Not due";
            case UP_TO_3_DAYS -> "1 to 3 days late";
            case UP_TO_10_DAYS -> "4 to 10";
            case UP_TO_30_DAYS -> "11 to 30";
            case LONGER -> "Longer";
        };
    }

    static String json(Aging aging) {
        return new JsonText()
                .put("at", Times.format(aging.timeNanos()))
                .putObjects(
                        "payments",
                        aging.lines().stream()
                                .map(line -> new JsonText()
                                        .put("payment", line.paymentId())
                                        .put("kind", line.kind().name())
                                        .put("party", line.party())
                                        .put("listing", line.listing())
                                        .put("amount", line.amount().toString())
                                        .put("owedSince", Times.format(line.createdNanos()))
                                        .put("due", Times.format(line.dueNanos()))
                                        .put("daysLate", line.daysLate())
                                        .put("age", line.age().name()))
                                .toList())
                .toString();
    }
}
