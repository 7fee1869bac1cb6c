package org.tpx.book;

class NaiveOrderBookRulesTest extends BookRules {

    @Override
    Book book(OrderBookListener listener) {
        return new NaiveOrderBook(listener);
    }
}
