package org.tpx.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;
import tools.jackson.databind.JsonNode;

/** The examples of continuous trading in Deutsche Börse's "Xetra Release 14.0, Market Model Equities", chapter 13.2.2.1. */
class XetraContinuousTest {

    static Stream<Arguments> vectors() {
        JsonNode file = Vectors.read("xetra_continuous_vectors.json");
        return file.get("vectors")
                .valueStream()
                .map(vector -> Arguments.of(
                        vector.get("id").asString() + ", " + file.get("source").asString(), vector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void shouldTradeAsPrinted(String name, JsonNode vector) {
        Tape tape = new Tape();
        OrderBook book = new OrderBook(tape);
        book.referencePrice(Vectors.ticks(vector.get("reference_price"), OrderBook.NO_PRICE));
        long order = 1;
        for (JsonNode resting : vector.get("book")) {
            enter(book, order++, resting, OrderKind.LIMIT);
        }
        tape.clear();
        JsonNode incoming = vector.get("incoming");
        boolean toLimit = incoming.get("type").asString().equals("MARKET_TO_LIMIT");
        enter(book, order, incoming, toLimit ? OrderKind.MARKET_TO_LIMIT : OrderKind.LIMIT);
        List<String> events = tape.take();
        JsonNode expect = vector.get("expect");
        switch (expect.get("outcome").asString()) {
            case "TRADE" -> {
                String price = Long.toString(Vectors.ticks(expect.get("price"), OrderBook.NO_PRICE));
                String side = incoming.get("side").asString().equals("BUY") ? "buy" : "sell";
                String lots = incoming.get("qty").asString();
                assertThat(events)
                        .as(name)
                        .containsExactly(
                                "traded %s @ %s: 1 keeps 0, %d has 0 left, %s".formatted(lots, price, order, side));
            }
            case "REJECTED" -> assertThat(events).as(name).containsExactly("rejected " + order + " NO_LIMIT_OPPOSITE");
            default -> assertThat(events).as(name).singleElement().asString().startsWith("rested " + order);
        }
    }

    private static void enter(OrderBook book, long order, JsonNode from, OrderKind kind) {
        Side side = Side.valueOf(from.get("side").asString());
        long price = Vectors.ticks(from.get("limit"), OrderBook.MARKET);
        long quantity = from.get("qty").asLong();
        book.enter(order, order, side, kind, price, quantity, 0, SelfTrade.ALLOW, 0);
    }
}
