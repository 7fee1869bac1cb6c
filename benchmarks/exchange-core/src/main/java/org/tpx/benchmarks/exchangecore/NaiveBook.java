package org.tpx.benchmarks.exchangecore;

import exchange.core2.core.orderbook.OrderBookNaiveImpl;

/** exchange-core's plain book. */
public final class NaiveBook extends ExchangeCoreBook {

    /** An empty one. */
    public NaiveBook() {
        super(OrderBookNaiveImpl::new);
    }
}
