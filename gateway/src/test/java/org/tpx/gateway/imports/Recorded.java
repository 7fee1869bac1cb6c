package org.tpx.gateway.imports;

import java.util.ArrayList;
import java.util.List;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.Side;

/** Writes down what it is told, a short line each: {@code 17 #1 BUY LIMIT 100@58533}, times in nanoseconds. */
final class Recorded implements OrderSink {
    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    @Override
    public void enter(long atNanos, long number, Side side, OrderKind kind, long priceMinor, long units) {
        lines.add(atNanos + " #" + number + " " + side + " " + kind + " " + units + "@" + priceMinor);
    }

    @Override
    public void reduce(long atNanos, long number, long orderNumber, long units) {
        lines.add(atNanos + " #" + number + " reduce #" + orderNumber + " by " + units);
    }

    @Override
    public void replace(long atNanos, long number, LiveOrder order) {
        lines.add(atNanos + " #" + number + " replace #" + order.number() + " by " + order.units() + "@"
                + order.priceMinor());
    }

    @Override
    public void cancel(long atNanos, long number, long orderNumber) {
        lines.add(atNanos + " #" + number + " cancel #" + orderNumber);
    }
}
