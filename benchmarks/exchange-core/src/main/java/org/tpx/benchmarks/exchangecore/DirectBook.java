package org.tpx.benchmarks.exchangecore;

import exchange.core2.core.orderbook.OrderBookDirectImpl;

/** exchange-core's fast book. */
public final class DirectBook extends ExchangeCoreBook {

    /** An empty one. */
    public DirectBook() {
        super(OrderBookDirectImpl::new);
    }
}
