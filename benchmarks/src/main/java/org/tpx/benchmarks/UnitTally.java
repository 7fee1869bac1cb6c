package org.tpx.benchmarks;

import org.tpx.engine.kernel.EventWriter;
import org.tpx.protocol.Aggressor;
import org.tpx.wire.CommandRefusedFlyweight;
import org.tpx.wire.EventCursor;
import org.tpx.wire.OrderCancelledFlyweight;
import org.tpx.wire.OrderReplacedFlyweight;
import org.tpx.wire.OrderRestedFlyweight;
import org.tpx.wire.UnitsTradedFlyweight;

/** Counts what became of orders, by their events. */
final class UnitTally {

    private final EventCursor cursor = new EventCursor();
    private final UnitsTradedFlyweight trade = new UnitsTradedFlyweight();
    private final OrderReplacedFlyweight replacement = new OrderReplacedFlyweight();
    private long trades;
    private long lots;
    private long feesMinor;
    private long refusals;
    private long replacements;
    private long cancellations;
    private long resting;

    /** Adds a turn's events. */
    void add(EventWriter events) {
        cursor.wrap(events.buffer(), 0, events.length(), events.count());
        while (cursor.next()) {
            switch (cursor.templateId()) {
                case UnitsTradedFlyweight.TEMPLATE_ID -> traded(events);
                case OrderRestedFlyweight.TEMPLATE_ID -> resting++;
                case OrderReplacedFlyweight.TEMPLATE_ID -> replaced(events);
                case OrderCancelledFlyweight.TEMPLATE_ID -> cancelled();
                case CommandRefusedFlyweight.TEMPLATE_ID -> refusals++;
                default -> {
                    // A digest now and then.
                }
            }
        }
    }

    long trades() {
        return trades;
    }

    /** Lots traded. */
    long lots() {
        return lots;
    }

    long feesMinor() {
        return feesMinor;
    }

    long refusals() {
        return refusals;
    }

    long replacements() {
        return replacements;
    }

    long cancellations() {
        return cancellations;
    }

    /** Orders in the book. */
    long resting() {
        return resting;
    }

    private void cancelled() {
        cancellations++;
        resting--;
    }

    // An order that lost its place enters anew, and is told to rest once more.
    private void replaced(EventWriter events) {
        replacement.wrap(events.buffer(), cursor.messageOffset());
        replacements++;
        resting -= replacement.keepsPriority() ? 0 : 1;
    }

    private void traded(EventWriter events) {
        trade.wrap(events.buffer(), cursor.messageOffset());
        trades++;
        lots += trade.units() / UnitMarket.LOT_UNITS;
        feesMinor += trade.buyerFeeMinor() + trade.sellerFeeMinor();
        boolean makerFilled =
                trade.aggressor() == Aggressor.BUY ? trade.sellRemaining() == 0 : trade.buyRemaining() == 0;
        resting -= makerFilled ? 1 : 0;
    }
}
