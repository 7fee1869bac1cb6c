package org.tpx.book;

import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;

/** Shown every resting order in price-time order; the arguments are those of {@link OrderBook#restore}. */
@FunctionalInterface
public interface OrderVisitor {

    /** One resting order. */
    void order(
            long order,
            long member,
            Side side,
            OrderKind kind,
            SelfTrade selfTrade,
            long price,
            long remaining,
            long tag);
}
