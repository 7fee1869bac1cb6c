package org.tpx.gateway.cli;

import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tpx.gateway.json.Shown;
import org.tpx.gateway.view.Best;
import org.tpx.gateway.view.DayFigures;
import org.tpx.gateway.view.Indication;
import org.tpx.gateway.view.Level1;
import org.tpx.gateway.view.MarketData.Snapshot;
import org.tpx.gateway.view.PriceLevel;
import org.tpx.gateway.view.Trade;
import org.tpx.protocol.Aggressor;
import org.tpx.protocol.Money;

/** The market in a series, for people and for programs. */
final class BookText {
    private static final PriceLevel NOTHING = new PriceLevel(Money.NONE, 0, 0);

    private final Snapshot snapshot;
    private final long turn;
    private final long timeNanos;
    private final List<PriceLevel> bids;
    private final List<PriceLevel> asks;
    private final StringBuilder text = new StringBuilder();

    /**
     * @param turn the last turn that was read
     * @param timeNanos its time
     * @param levels how many prices of each side to show
     */
    BookText(Snapshot snapshot, long turn, long timeNanos, int levels) {
        this.snapshot = snapshot;
        this.turn = turn;
        this.timeNanos = timeNanos;
        bids = snapshot.bids().stream().limit(levels).toList();
        asks = snapshot.asks().stream().limit(levels).toList();
    }

    /** What stands beside each other in the ladder. */
    private record Row(PriceLevel bid, PriceLevel ask) {}

    /** The figures, then the ladder, then the tape. */
    String table() {
        Level1 level1 = snapshot.level1();
        DayFigures day = level1.figures();
        line(
                "Series",
                snapshot.facts().code() + "  " + Shown.plain(snapshot.facts().name()));
        line("As of", "turn " + Figures.grouped(turn) + ", " + Times.format(timeNanos));
        line("Session", session(level1));
        if (!level1.indication().price().isNone()) {
            line("If it ended now", sentence(level1.indication()));
        }
        Best best = level1.best();
        line("Best bid", quote(best.bid(), best.bidUnits()));
        line("Best ask", quote(best.ask(), best.askUnits()));
        line("Last price", price(day.last()) + ", reference " + price(day.reference()));
        line(
                "Day",
                "open " + amount(day.open()) + ", high " + amount(day.high()) + ", low " + amount(day.low())
                        + ", close " + amount(day.close()));
        line(
                "Traded",
                units(day.units()) + " in " + Figures.grouped(day.trades()) + (day.trades() == 1 ? " trade" : " trades")
                        + " for " + Figures.grouped(day.turnover()));
        if (!bids.isEmpty() || !asks.isEmpty()) {
            text.append('\n').append(ladder()).append('\n');
            hidden();
        }
        if (!snapshot.trades().isEmpty()) {
            text.append('\n').append(tape()).append('\n');
        }
        return text.substring(0, text.length() - 1);
    }

    private static String session(Level1 level1) {
        String until = level1.untilNanos() == 0 ? "" : " until " + Times.format(level1.untilNanos());
        return level1.session() + until + (level1.halted() ? ", HALTED" : "");
    }

    private static String sentence(Indication indication) {
        long surplus = indication.surplus();
        String left = surplus == 0
                ? "nothing left over"
                : Figures.grouped(Math.abs(surplus)) + (surplus > 0 ? " more wanted" : " more offered");
        return units(indication.units()) + " at " + price(indication.price()) + ", " + left;
    }

    private static String quote(Money price, long units) {
        return price.isNone() ? "none" : price(price) + " for " + units(units);
    }

    private static String units(long units) {
        return Figures.grouped(units) + (units == 1 ? " unit" : " units");
    }

    private static String price(Money money) {
        return money.isNone() ? "none" : Figures.grouped(money);
    }

    private static String amount(Money money) {
        return money.isNone() ? "none" : Figures.amount(money);
    }

    private String ladder() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(bids.size(), asks.size()); i++) {
            rows.add(new Row(i < bids.size() ? bids.get(i) : NOTHING, i < asks.size() ? asks.get(i) : NOTHING));
        }
        String currency = snapshot.facts().tick().currency().name();
        List<ColumnData<Row>> columns = List.of(
                Tables.right("Orders").with(row -> count(row.bid().orders())),
                Tables.right("Units").with(row -> count(row.bid().units())),
                Tables.right("Bid " + currency).with(row -> cell(row.bid().price())),
                Tables.right("Ask " + currency).with(row -> cell(row.ask().price())),
                Tables.right("Units").with(row -> count(row.ask().units())),
                Tables.right("Orders").with(row -> count(row.ask().orders())));
        return Tables.of(rows, columns);
    }

    private void hidden() {
        int more = snapshot.bids().size() - bids.size() + snapshot.asks().size() - asks.size();
        if (more > 0) {
            text.append("and ")
                    .append(more)
                    .append(more == 1 ? " price" : " prices")
                    .append(" more\n");
        }
    }

    private String tape() {
        String currency = snapshot.facts().tick().currency().name();
        List<ColumnData<Trade>> columns = List.of(
                Tables.right("Trade").with(trade -> Figures.grouped(trade.number())),
                new Column()
                        .header("Time")
                        .headerAlign(HorizontalAlign.LEFT)
                        .with(trade -> Times.format(trade.timeNanos())),
                Tables.right("Price " + currency).with(trade -> cell(trade.price())),
                Tables.right("Units").with(trade -> count(trade.units())),
                new Column()
                        .header("Took")
                        .headerAlign(HorizontalAlign.LEFT)
                        .dataAlign(HorizontalAlign.LEFT)
                        .with(trade -> trade.aggressor() == Aggressor.NONE
                                ? "call"
                                : trade.aggressor().name().toLowerCase(Locale.ROOT)));
        return Tables.of(snapshot.trades(), columns);
    }

    private static String count(long number) {
        return number == 0 ? "" : Figures.grouped(number);
    }

    private static String cell(Money price) {
        return price.isNone() ? "" : Figures.amount(price);
    }

    private void line(String name, String value) {
        text.append(String.format(Locale.ROOT, "%-15s  %s\n", name, value));
    }

    /** One JSON object; prices that there are not are left out. */
    String json() {
        Level1 level1 = snapshot.level1();
        JsonText json = new JsonText()
                .put("series", snapshot.facts().code())
                .put("name", snapshot.facts().name())
                .put("sequence", turn)
                .put("at", Times.format(timeNanos))
                .put("message", snapshot.stamp().number())
                .put("session", level1.session().name());
        if (level1.untilNanos() != 0) {
            json.put("until", Times.format(level1.untilNanos()));
        }
        json.put("halted", level1.halted());
        if (!level1.indication().price().isNone()) {
            json.put("indication", json(level1.indication()));
        }
        return json.put("best", json(level1.best()))
                .put("day", json(level1.figures()))
                .putObjects("bids", bids.stream().map(BookText::json).toList())
                .putObjects("asks", asks.stream().map(BookText::json).toList())
                .putObjects(
                        "trades", snapshot.trades().stream().map(BookText::json).toList())
                .toString();
    }

    private static JsonText json(Best best) {
        JsonText json = new JsonText();
        put(json, "bid", best.bid()).put("bidUnits", best.bidUnits());
        return put(json, "ask", best.ask()).put("askUnits", best.askUnits());
    }

    private static JsonText json(Indication indication) {
        return put(new JsonText(), "price", indication.price())
                .put("units", indication.units())
                .put("surplus", indication.surplus());
    }

    private static JsonText json(DayFigures day) {
        JsonText json = new JsonText();
        put(json, "last", day.last());
        put(json, "reference", day.reference());
        put(json, "open", day.open());
        put(json, "high", day.high());
        put(json, "low", day.low());
        put(json, "close", day.close());
        return put(json.put("trades", day.trades()).put("units", day.units()), "turnover", day.turnover());
    }

    private static JsonText json(PriceLevel level) {
        return put(new JsonText(), "price", level.price())
                .put("units", level.units())
                .put("orders", level.orders());
    }

    private static JsonText json(Trade trade) {
        return put(
                        new JsonText().put("trade", trade.number()).put("at", Times.format(trade.timeNanos())),
                        "price",
                        trade.price())
                .put("units", trade.units())
                .put("aggressor", trade.aggressor().name());
    }

    private static JsonText put(JsonText json, String name, Money money) {
        return money.isNone() ? json : json.put(name, money.toString());
    }
}
