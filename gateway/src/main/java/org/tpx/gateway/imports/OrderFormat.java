package org.tpx.gateway.imports;

import org.tpx.protocol.Side;
import org.tpx.wire.MalformedMessageException;

/**
 * How an order file is written.
 *
 * @param columns which column holds what
 * @param hasHeader whether the first row names the columns
 * @param delimiter what stands between two columns
 * @param actions which value of the action column means what; what none names is passed over
 * @param sides which value of the side column means what
 * @param times how times are written
 * @param prices how prices are written
 * @param sizes how sizes are written
 * @param movedToNanos the instant that the first row is moved to, and all others with it; 0 for the instants of the file
 */
public record OrderFormat(
        Columns<OrderColumn> columns,
        boolean hasHeader,
        char delimiter,
        ValueNames<OrderAction> actions,
        ValueNames<Side> sides,
        FileTimes times,
        Scale prices,
        Scale sizes,
        long movedToNanos) {

    /** Throws {@link MalformedMessageException} naming the option, where the parts do not make a whole. */
    public OrderFormat {
        actions.require(OrderAction.ADD);
        sides.require(Side.BUY);
        sides.require(Side.SELL);
    }
}
