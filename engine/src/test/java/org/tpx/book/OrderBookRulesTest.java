package org.tpx.book;

class OrderBookRulesTest extends BookRules {

    @Override
    Book book(OrderBookListener listener) {
        return new RealBook(listener);
    }
}
