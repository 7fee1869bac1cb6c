package org.tpx.benchmarks;

import org.agrona.DirectBuffer;
import org.tpx.benchmarks.books.Outcome;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.host.TurnView;
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
        add(events.buffer(), events.length(), events.count());
    }

    /** Adds a turn's events, which lie framed from the buffer's beginning on. */
    void add(DirectBuffer events, int length, int count) {
        cursor.wrap(events, 0, length, count);
        while (cursor.next()) {
            add(cursor.templateId(), events, cursor.messageOffset());
        }
    }

    /** Adds a published turn's events. */
    void add(TurnView turn) {
        while (turn.next()) {
            add(turn.eventTemplateId(), turn.buffer(), turn.eventOffset());
        }
    }

    private void add(int templateId, DirectBuffer buffer, int offset) {
        switch (templateId) {
            case UnitsTradedFlyweight.TEMPLATE_ID -> traded(buffer, offset);
            case OrderRestedFlyweight.TEMPLATE_ID -> resting++;
            case OrderReplacedFlyweight.TEMPLATE_ID -> replaced(buffer, offset);
            case OrderCancelledFlyweight.TEMPLATE_ID -> cancelled();
            case CommandRefusedFlyweight.TEMPLATE_ID -> refusals++;
            default -> {
                // A digest now and then.
            }
        }
    }

    /** Throws where this is not what a right book does with the stream, or anything was refused. */
    void check(Outcome outcome) {
        boolean right =
                refusals == 0 && trades == outcome.trades() && lots == outcome.lots() && resting == outcome.resting();
        if (!right) {
            throw new IllegalStateException(refusals + " refusals, " + trades + " trades of " + lots + " lots, "
                    + resting + " orders left, where it should be " + outcome);
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
    private void replaced(DirectBuffer buffer, int offset) {
        replacement.wrap(buffer, offset);
        replacements++;
        resting -= replacement.keepsPriority() ? 0 : 1;
    }

    private void traded(DirectBuffer buffer, int offset) {
        trade.wrap(buffer, offset);
        trades++;
        lots += trade.units() / UnitMarket.LOT_UNITS;
        feesMinor += trade.buyerFeeMinor() + trade.sellerFeeMinor();
        boolean makerFilled =
                trade.aggressor() == Aggressor.BUY ? trade.sellRemaining() == 0 : trade.buyRemaining() == 0;
        resting -= makerFilled ? 1 : 0;
    }
}
