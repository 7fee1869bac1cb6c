package org.tpx.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tpx.book.OrderBook.MARKET;
import static org.tpx.book.OrderBook.NO_PRICE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;
import org.tpx.protocol.TieBreak;
import tools.jackson.databind.JsonNode;

class CallAuctionTest {

    private final Tape tape = new Tape();
    private final OrderBook book = new OrderBook(tape);

    CallAuctionTest() {
        book.phase(BookPhase.CALL);
    }

    private static void enter(OrderBook book, long order, Side side, long price, long quantity) {
        book.enter(order, order, side, OrderKind.LIMIT, price, quantity, 0, SelfTrade.CANCEL_BOTH, 0);
    }

    static Stream<Arguments> vectors() {
        return Vectors.read("call_auction_vectors.json")
                .get("vectors")
                .valueStream()
                .map(vector -> Arguments.of(
                        vector.get("id").asString() + ", "
                                + vector.get("source").asString(),
                        vector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void shouldFindThePublishedPrice(String name, JsonNode vector) {
        Level3 client = new Level3();
        OrderBook theirs = new OrderBook(client);
        theirs.phase(BookPhase.CALL);
        TieBreak rule = TieBreak.valueOf(vector.get("rulebook").asString());
        int scale = vector.get("tick").isNull() ? 2 : 0;
        theirs.referencePrice(ticks(vector.get("reference_price"), scale, NO_PRICE));
        Map<String, Long> ids = new HashMap<>();
        Map<String, Long> sizes = new TreeMap<>();
        long order = 1;
        for (JsonNode each : vector.get("orders")) {
            long quantity = each.get("qty").asLong();
            Side side = Side.valueOf(each.get("side").asString());
            long price = ticks(each.get("price"), scale, MARKET);
            if (each.has("id")) {
                ids.put(each.get("id").asString(), order);
                sizes.put(each.get("id").asString(), quantity);
            }
            client.entering(order, side, price, quantity);
            enter(theirs, order++, side, price, quantity);
        }
        CallAuction auction = new CallAuction(theirs, rule);
        assertThat(auction.indicate()).as(name).isTrue();
        JsonNode expect = vector.get("expect");
        assertThat(auction.price()).as(name).isEqualTo(ticks(expect.get("price"), scale, NO_PRICE));
        assertThat(auction.volume()).as(name).isEqualTo(expect.get("volume").asLong());
        expectSurplus(name, auction.surplus(), expect);
        while (!auction.uncross(1)) {
            assertThat(auction.isUncrossing()).isTrue();
        }
        assertThat(client.traded()).as(name).isEqualTo(expect.get("volume").asLong());
        for (Map.Entry<String, JsonNode> fill : fills(expect)) {
            long left = theirs.remaining(ids.getOrDefault(fill.getKey(), 0L));
            assertThat(sizes.getOrDefault(fill.getKey(), 0L) - left)
                    .as(name + " " + fill.getKey())
                    .isEqualTo(fill.getValue().asLong());
        }
        theirs.phase(BookPhase.CONTINUOUS);
    }

    private static void expectSurplus(String name, long surplus, JsonNode expect) {
        if (expect.has("bid_surplus")) {
            assertThat(Math.max(0, surplus))
                    .as(name)
                    .isEqualTo(expect.get("bid_surplus").asLong());
        }
        if (expect.has("ask_surplus")) {
            assertThat(Math.max(0, -surplus))
                    .as(name)
                    .isEqualTo(expect.get("ask_surplus").asLong());
        }
        if (expect.has("imbalance")) {
            assertThat(surplus).as(name).isEqualTo(expect.get("imbalance").asLong());
        }
    }

    private static Iterable<Map.Entry<String, JsonNode>> fills(JsonNode expect) {
        return expect.has("fills") ? expect.get("fills").properties() : List.of();
    }

    /** Where a vector has a tick of one, prices are ticks; else hundredths. */
    private static long ticks(JsonNode price, int scale, long absent) {
        return price.isNull() ? absent : Vectors.ticks(price, absent) / (scale == 0 ? 100 : 1);
    }

    /** Example E13: 105.00 x 300 and so on, in hundredths; under each rulebook, for here there is nothing to break. */
    @ParameterizedTest
    @EnumSource
    void shouldCallThenTradeContinuously(TieBreak rule) {
        long[][] buys = {{10_500, 300}, {10_400, 500}, {10_300, 400}, {10_200, 600}};
        long[][] sells = {{10_100, 200}, {10_200, 700}, {10_300, 500}, {10_400, 400}};
        long order = 1;
        for (long[] buy : buys) {
            enter(book, order++, Side.BUY, buy[0], buy[1]);
        }
        for (long[] sell : sells) {
            enter(book, order++, Side.SELL, sell[0], sell[1]);
        }
        CallAuction auction = new CallAuction(book, rule);
        tape.clear();
        assertThat(auction.uncross(100)).isTrue();
        assertThat(auction.price()).isEqualTo(10_300);
        assertThat(auction.volume()).isEqualTo(1_200);
        assertThat(auction.surplus()).isEqualTo(-200);
        assertThat(tape.take())
                .containsExactly(
                        "crossed 200 @ 10300: buy 1 has 100 left, sell 5 has 0 left",
                        "crossed 100 @ 10300: buy 1 has 0 left, sell 6 has 600 left",
                        "crossed 500 @ 10300: buy 2 has 0 left, sell 6 has 100 left",
                        "crossed 100 @ 10300: buy 3 has 300 left, sell 6 has 0 left",
                        "crossed 300 @ 10300: buy 3 has 0 left, sell 7 has 200 left");
        book.phase(BookPhase.CONTINUOUS);
        enter(book, 9, Side.BUY, 10_350, 250);
        assertThat(tape.take())
                .containsExactly("traded 200 @ 10300: 7 keeps 0, 9 has 50 left, buy", "rested 9 buy 50 @ 10350");
    }

    @ParameterizedTest
    @EnumSource
    void shouldAgreeWithEveryCandidateTriedOneByOne(TieBreak rule) {
        for (long seed = 1; seed <= 3_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<NaiveAuction.Order> orders = orders(random);
            long reference = random.nextInt(4) == 0 ? NO_PRICE : 80 + random.nextInt(40);
            NaiveAuction.Outcome expected = new NaiveAuction(orders).outcome(rule, reference);
            Level3 client = new Level3();
            CallAuction auction = collect(orders, rule, reference, client);
            assertThat(auction.indicate())
                    .as("%s seed %d %s", rule, seed, orders)
                    .isEqualTo(expected != null);
            if (expected == null) {
                continue;
            }
            assertThat(new NaiveAuction.Outcome(auction.price(), auction.volume(), auction.surplus()))
                    .as("%s seed %d, reference %d, %s", rule, seed, reference, orders)
                    .isEqualTo(expected);
            assertThat(auction.volume()).as("seed %d", seed).isEqualTo(NaiveAuction.greedyVolume(orders));
        }
    }

    /** What a client sees of the trades: first in price and time on both sides, no limit broken, no lot lost, no cross left. */
    @ParameterizedTest
    @EnumSource
    void shouldUncrossInAnyStepsToAnUncrossedBook(TieBreak rule) {
        for (long seed = 1; seed <= 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<NaiveAuction.Order> orders = orders(random);
            Level3 client = new Level3();
            OrderBook theirs = new OrderBook(client);
            CallAuction auction = collect(orders, rule, 100, theirs, client);
            boolean trades = auction.indicate();
            while (!auction.uncross(1 + random.nextInt(4))) {
                assertThat(auction.isUncrossing()).isTrue();
                if (random.nextBoolean()) {
                    CallAuction other = new CallAuction(theirs, rule);
                    other.resume(auction.price(), auction.volume(), auction.surplus(), auction.open());
                    auction = other;
                }
            }
            assertThat(client.traded()).as("seed %d", seed).isEqualTo(trades ? auction.volume() : 0);
            assertThat(theirs.crossed()).as("%s seed %d %s", rule, seed, orders).isFalse();
            client.checkConserved();
            assertThat(Level3.of(new RealBook(theirs))).isEqualTo(client.resting());
            theirs.phase(BookPhase.CONTINUOUS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotAskInWhichOrderTheOrdersCame(TieBreak rule) {
        for (long seed = 1; seed <= 300; seed++) {
            List<NaiveAuction.Order> orders = new ArrayList<>(orders(new SplittableRandom(seed)));
            CallAuction one = collect(orders, rule, 100, new Level3());
            Collections.shuffle(orders, new Random(seed));
            CallAuction other = collect(orders, rule, 100, new Level3());
            assertThat(other.indicate()).isEqualTo(one.indicate());
            assertThat(other.price()).as("price, seed %d", seed).isEqualTo(one.price());
            assertThat(other.volume()).as("volume, seed %d", seed).isEqualTo(one.volume());
            assertThat(other.surplus()).as("surplus, seed %d", seed).isEqualTo(one.surplus());
        }
    }

    @Test
    void shouldSayThePriceAsOrdersComeAndGo() {
        CallAuction auction = new CallAuction(book, TieBreak.XETRA);
        assertThat(auction.indicate()).isFalse();
        assertThat(auction.price()).isEqualTo(NO_PRICE);
        enter(book, 1, Side.BUY, 101, 10);
        assertThat(auction.indicate()).isFalse();
        enter(book, 2, Side.SELL, 99, 4);
        assertThat(auction.indicate()).isTrue();
        assertThat(auction.price()).isEqualTo(101);
        assertThat(auction.volume()).isEqualTo(4);
        assertThat(auction.surplus()).isEqualTo(6);
        book.cancel(2);
        assertThat(auction.indicate()).isFalse();
    }

    @Test
    void shouldCancelMarketOrdersThatFindNoPrice() {
        enter(book, 1, Side.BUY, MARKET, 10);
        enter(book, 2, Side.SELL, MARKET, 4);
        enter(book, 3, Side.SELL, MARKET, 4);
        CallAuction auction = new CallAuction(book, TieBreak.EURONEXT);
        tape.clear();
        assertThat(auction.uncross(2)).isFalse();
        assertThat(auction.uncross(2)).isTrue();
        assertThat(tape.take())
                .containsExactly("cancelled 1 10 NO_PRICE", "cancelled 2 4 NO_PRICE", "cancelled 3 4 NO_PRICE");
    }

    @Test
    void shouldLetTheRestExpireWhereTheOwnerSaysSo() {
        enter(book, 1, Side.BUY, 100, 10);
        enter(book, 2, Side.SELL, 100, 4);
        new CallAuction(book, TieBreak.ASX).uncross(10);
        tape.clear();
        book.massCancel(new MassCancel().everything(), 10);
        assertThat(tape.take()).containsExactly("cancelled 1 6 MASS_CANCEL");
    }

    @Test
    void shouldUncrossInACallOnly() {
        book.phase(BookPhase.CONTINUOUS);
        assertThatThrownBy(() -> new CallAuction(book, TieBreak.SSE).uncross(1)).hasMessage("not in a call");
    }

    /** Where Xetra takes the nearest limit, Shanghai takes the middle, and Shenzhen and Euronext ask for the reference. */
    @Test
    void shouldDifferByRulebookWhereNothingIsLeftOver() {
        enter(book, 1, Side.BUY, 110, 10);
        enter(book, 2, Side.SELL, 101, 10);
        book.referencePrice(103);
        Map<TieBreak, Long> prices = new TreeMap<>();
        for (TieBreak rule : TieBreak.values()) {
            CallAuction auction = new CallAuction(book, rule);
            auction.indicate();
            prices.put(rule, auction.price());
        }
        assertThat(prices)
                .containsEntry(TieBreak.XETRA, 101L)
                .containsEntry(TieBreak.EURONEXT, 103L)
                .containsEntry(TieBreak.BEP, 103L)
                .containsEntry(TieBreak.ASX, 103L)
                .containsEntry(TieBreak.SSE, 106L)
                .containsEntry(TieBreak.SZSE, 101L);
    }

    /** Few prices and quantities, so that ties are common. */
    private static List<NaiveAuction.Order> orders(SplittableRandom random) {
        List<NaiveAuction.Order> orders = new ArrayList<>();
        int count = 2 + random.nextInt(10);
        int spread = 2 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            long price = random.nextInt(6) == 0 ? MARKET : 100 - spread / 2 + random.nextInt(spread);
            orders.add(new NaiveAuction.Order(side, price, 10L * (1 + random.nextInt(4))));
        }
        return orders;
    }

    private static CallAuction collect(List<NaiveAuction.Order> orders, TieBreak rule, long reference, Level3 client) {
        return collect(orders, rule, reference, new OrderBook(client), client);
    }

    private static CallAuction collect(
            List<NaiveAuction.Order> orders, TieBreak rule, long reference, OrderBook book, Level3 client) {
        book.phase(BookPhase.CALL);
        book.referencePrice(reference);
        long id = 1;
        for (NaiveAuction.Order order : orders) {
            client.entering(id, order.side(), order.price(), order.quantity());
            enter(book, id++, order.side(), order.price(), order.quantity());
        }
        return new CallAuction(book, rule);
    }
}
