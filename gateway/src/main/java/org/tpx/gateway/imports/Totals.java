package org.tpx.gateway.imports;

import java.util.ArrayList;
import java.util.List;
import org.tpx.gateway.json.InstantText;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.Side;
import org.tpx.wire.MalformedMessageException;

/**
 * What the orders of a file need, at the very most: money as if every buy order traded wholly at its limit, units as if every sell order
 * did, and the days on which there is something to do. Single-threaded.
 */
final class Totals implements OrderSink {
    /** As many days as fit into one command, which sets up the calendar. */
    static final int MAX_DAYS = 400;

    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final List<Long> days = new ArrayList<>();
    private long buyMinor;
    private long sellUnits;
    private long lastNanos;

    @Override
    public void enter(long atNanos, long number, Side side, OrderKind kind, long priceMinor, long units) {
        at(atNanos);
        add(side, priceMinor, units);
    }

    @Override
    public void reduce(long atNanos, long number, long orderNumber, long units) {
        at(atNanos);
    }

    @Override
    public void replace(long atNanos, long number, LiveOrder order) {
        at(atNanos);
        add(order.side(), order.priceMinor(), order.units());
    }

    @Override
    public void cancel(long atNanos, long number, long orderNumber) {
        at(atNanos);
    }

    /** The days with at least one command, each as its first instant, at the exchange's offset. */
    List<Long> dayStartsNanos() {
        return days;
    }

    /** Money for all buy orders, {@link Long#MAX_VALUE} where that is not enough. */
    long buyMinor() {
        return buyMinor;
    }

    /** Units of all sell orders, {@link Long#MAX_VALUE} where that is not enough. */
    long sellUnits() {
        return sellUnits;
    }

    /** The instant of the last command. */
    long lastNanos() {
        return lastNanos;
    }

    private void at(long atNanos) {
        lastNanos = atNanos;
        long start = InstantText.OF_THE_EXCHANGE.startOfDay(atNanos);
        if (days.isEmpty() || start >= days.get(days.size() - 1) + DAY_NANOS) {
            if (days.size() == MAX_DAYS) {
                throw new MalformedMessageException(
                        OrderColumn.TIME.label(), "is the " + (MAX_DAYS + 1) + "st day; a file may have " + MAX_DAYS);
            }
            days.add(start);
        }
    }

    private void add(Side side, long priceMinor, long units) {
        if (side == Side.BUY) {
            long highWord = Math.multiplyHigh(priceMinor, units);
            long amount = priceMinor * units;
            buyMinor = sum(buyMinor, highWord == 0 && amount >= 0 ? amount : Long.MAX_VALUE);
        } else {
            sellUnits = sum(sellUnits, units);
        }
    }

    /** Neither is negative, so that only the sign of the sum tells that it is too large. */
    private static long sum(long left, long right) {
        long sum = left + right;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
