package org.tpx.gateway.view;

import java.util.List;
import org.tpx.protocol.Side;
import org.tpx.protocol.UnitSession;

/**
 * What is told about a series. The messages of a series are numbered from 1 without a gap; those of one turn belong together and are
 * told together. Within a turn what happened comes first, in its order, and then what it changed: levels, best prices, figures,
 * indication.
 *
 * <p>A reader that joins gets a {@link Snapshot} and goes on with the message after it. One that finds a number missing asks for
 * another snapshot. Absent prices are {@link org.tpx.protocol.Money#NONE}.
 */
public sealed interface MarketData {

    /** Where the message belongs. */
    Stamp stamp();

    /**
     * Where a message belongs.
     *
     * @param seriesId the series
     * @param number its number in the series
     * @param turn the sequence of the journal's turn that it came from
     * @param timeNanos the turn's time, UTC epoch nanoseconds
     */
    record Stamp(long seriesId, long number, long turn, long timeNanos) {}

    /**
     * All that is to be seen of a series. It has no number of its own: its stamp is that of the last message that it contains.
     *
     * @param bids every price at which somebody buys, the best first
     * @param asks every price at which somebody sells, the best first
     * @param orders every order: buys before sells, the best price first, of equal prices the older first
     * @param trades the last trades, the oldest first
     */
    record Snapshot(
            Stamp stamp,
            SeriesFacts facts,
            Level1 level1,
            List<PriceLevel> bids,
            List<PriceLevel> asks,
            List<RestingOrder> orders,
            List<Trade> trades)
            implements MarketData {

        public Snapshot {
            bids = List.copyOf(bids);
            asks = List.copyOf(asks);
            orders = List.copyOf(orders);
            trades = List.copyOf(trades);
        }
    }

    /** The series may be traded from now on: always its first message. */
    record SeriesOpened(Stamp stamp, SeriesFacts facts) implements MarketData {}

    /** An order rests behind all others of its price. */
    record OrderAdded(Stamp stamp, RestingOrder order) implements MarketData {}

    /**
     * A resting order traded and kept its place; it is gone where nothing remains.
     *
     * @param order the order's number
     * @param trade the trade's number
     * @param units units that traded
     * @param remaining units that still rest
     */
    record OrderExecuted(Stamp stamp, long order, long trade, long units, long remaining) implements MarketData {}

    /**
     * A resting order lost units without a trade and kept its place.
     *
     * @param order the order's number
     * @param remaining units that still rest, above zero
     */
    record OrderReduced(Stamp stamp, long order, long remaining) implements MarketData {}

    /** An order left the book without a trade. One that gets another place is removed and added, under a new number. */
    record OrderRemoved(Stamp stamp, long order) implements MarketData {}

    /** Units changed hands. */
    record Traded(Stamp stamp, Trade trade) implements MarketData {}

    /** A call ended, and so. */
    record CallEnded(Stamp stamp, UnitSession session, Indication outcome) implements MarketData {}

    /**
     * Another session runs.
     *
     * @param untilNanos its end, UTC epoch nanoseconds; 0 where no further session is known
     */
    record SessionChanged(Stamp stamp, UnitSession session, long untilNanos) implements MarketData {}

    /** The series does not trade from now on, or trades again. Why is for the supervisor to publish: the words may name someone. */
    record HaltChanged(Stamp stamp, boolean halted) implements MarketData {}

    /** What rests at a price after the turn; no units and no orders where nothing does any more. */
    record LevelChanged(Stamp stamp, Side side, PriceLevel level) implements MarketData {}

    /** The best prices after the turn, or the units at them. */
    record BestChanged(Stamp stamp, Best best) implements MarketData {}

    /** The figures of the day after the turn. */
    record FiguresChanged(Stamp stamp, DayFigures figures) implements MarketData {}

    /** What the running call would give if it ended now; {@link Indication#NONE} where none runs any more. */
    record IndicationChanged(Stamp stamp, Indication indication) implements MarketData {}
}
