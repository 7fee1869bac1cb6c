package org.tpx.gateway.imports;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.json.Shown;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.Side;
import org.tpx.wire.MalformedMessageException;

/**
 * Turns rows into orders, one by one. It knows which orders rest as far as the file tells, and nothing else of the book: what trades
 * is found by the exchange. Memory grows with the orders that rest. Single-threaded.
 */
final class OrderImport {
    private static final int MAX_ID_LENGTH = 100;

    private final OrderFormat format;
    private final OrderSink sink;
    private final Timeline timeline;
    private final Tally tally = new Tally();
    private final Map<String, LiveOrder> live = new HashMap<>();
    private long lastNumber;

    OrderImport(OrderFormat format, OrderSink sink) {
        this.format = format;
        this.sink = sink;
        this.timeline = new Timeline(format.movedToNanos());
    }

    /** What became of the rows so far. */
    Tally tally() {
        return tally;
    }

    /** Takes a row in. Throws {@link MalformedMessageException} naming the column at fault; then the sink has heard nothing of it. */
    void take(CsvRows<OrderColumn> row) {
        String value = row.text(OrderColumn.ACTION);
        OrderAction action = format.actions().find(value);
        tally.countRow();
        if (action == null) {
            tally.countUnknownAction(value);
            return;
        }
        if (action == OrderAction.HIDDEN) {
            tally.countSkipped(Skip.HIDDEN);
            return;
        }
        long atNanos = timeline.next(format.times().read(row.text(OrderColumn.TIME)));
        String id = id(row);
        if (action == OrderAction.ADD) {
            add(row, atNanos, id);
        } else {
            change(action, row, atNanos, id);
        }
    }

    private void add(CsvRows<OrderColumn> row, long atNanos, String id) {
        Side side = side(row);
        long priceMinor = format.prices().read(row.text(OrderColumn.PRICE));
        long units = format.sizes().read(row.text(OrderColumn.SIZE));
        if (live.containsKey(id)) {
            tally.countSkipped(Skip.ID_IN_USE);
            return;
        }
        long number = nextNumber();
        live.put(id, new LiveOrder(number, side, priceMinor, units));
        sink.enter(atNanos, number, side, OrderKind.LIMIT, priceMinor, units);
        tally.countDone(OrderAction.ADD);
    }

    private void change(OrderAction action, CsvRows<OrderColumn> row, long atNanos, String id) {
        long priceMinor = action.hasPrice() ? format.prices().read(row.text(OrderColumn.PRICE)) : 0;
        long units = action.hasSize() ? format.sizes().read(row.text(OrderColumn.SIZE)) : 0;
        LiveOrder order = live.get(id);
        if (order == null) {
            tally.countSkipped(Skip.UNKNOWN_ORDER);
            return;
        }
        switch (action) {
            case REDUCE -> reduce(atNanos, id, order, units);
            case REPLACE -> replace(atNanos, order, priceMinor, units);
            case EXECUTE -> execute(atNanos, id, order, units);
            default -> cancel(atNanos, id, order);
        }
        tally.countDone(action);
    }

    private void reduce(long atNanos, String id, LiveOrder order, long units) {
        take(id, order, units);
        if (order.units() == 0) {
            sink.cancel(atNanos, nextNumber(), order.number());
        } else {
            sink.reduce(atNanos, nextNumber(), order.number(), units);
        }
    }

    private void replace(long atNanos, LiveOrder order, long priceMinor, long units) {
        order.become(priceMinor, units);
        sink.replace(atNanos, nextNumber(), order);
    }

    private void cancel(long atNanos, String id, LiveOrder order) {
        live.remove(id);
        sink.cancel(atNanos, nextNumber(), order.number());
    }

    /** Whoever took the units is sent after them, so that the exchange makes the trade itself. */
    private void execute(long atNanos, String id, LiveOrder order, long units) {
        long taken = take(id, order, units);
        sink.enter(
                atNanos,
                nextNumber(),
                order.side().opposite(),
                OrderKind.IMMEDIATE_OR_CANCEL,
                order.priceMinor(),
                taken);
    }

    /** Takes units from an order, no more than it has, and returns how many; one without any rests no longer. */
    private long take(String id, LiveOrder order, long units) {
        long taken = Math.min(units, order.units());
        if (taken < units) {
            tally.countCut();
        }
        order.take(taken);
        if (order.units() == 0) {
            live.remove(id);
        }
        return taken;
    }

    private long nextNumber() {
        tally.countCommand();
        return ++lastNumber;
    }

    private Side side(CsvRows<OrderColumn> row) {
        String value = row.text(OrderColumn.SIDE);
        @Nullable Side side = format.sides().find(value);
        if (side == null) {
            throw new MalformedMessageException(
                    OrderColumn.SIDE.label(), "is neither buy nor sell: " + Shown.text(value));
        }
        return side;
    }

    private static String id(CsvRows<OrderColumn> row) {
        String id = row.text(OrderColumn.ID);
        if (id.isEmpty() || id.length() > MAX_ID_LENGTH) {
            throw new MalformedMessageException(
                    OrderColumn.ID.label(), "must have 1 to " + MAX_ID_LENGTH + " characters: " + Shown.text(id));
        }
        return id;
    }
}
