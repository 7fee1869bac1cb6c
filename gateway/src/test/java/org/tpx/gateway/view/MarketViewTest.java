package org.tpx.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.gateway.view.RandomMarket.Turn;
import org.tpx.protocol.Aggressor;
import org.tpx.protocol.Event;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Money;
import org.tpx.protocol.SaleEvent.HaltLifted;
import org.tpx.protocol.SaleEvent.HaltOrdered;
import org.tpx.protocol.Side;
import org.tpx.protocol.UnitEvent.CallUncrossed;
import org.tpx.protocol.UnitEvent.SeriesHalted;
import org.tpx.protocol.UnitEvent.SeriesResumed;
import org.tpx.protocol.UnitEvent.UnitsTraded;
import org.tpx.protocol.UnitSession;

/** Seeded markets over the real book: what the public sees is what the book holds, turn by turn. */
class MarketViewTest {
    private static final int TAPE = 20;
    private static final int TURNS = 6_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldLetAReaderRebuildEveryBookFromTheOrderMessages(long seed) {
        RandomMarket market = new RandomMarket(seed);
        MarketView view = new MarketView(TAPE);
        Map<String, Reader> readers = new HashMap<>();
        int rested = 0;
        for (int i = 0; i < TURNS; i++) {
            read(view, market.next());
            for (RandomSeries series : market.series()) {
                if (view.codes().contains(series.code)) {
                    List<RestingOrder> known = readers.computeIfAbsent(series.code, code -> join(view, code))
                            .orders();
                    assertThat(known.stream().map(MarketViewTest::text).toList())
                            .as("seed %d, turn %d", seed, view.turn())
                            .isEqualTo(orders(series));
                    rested += known.size();
                }
            }
        }
        assertThat(rested).isGreaterThan(TURNS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldShowAReaderAllThatASnapshotShows(long seed) {
        RandomMarket market = new RandomMarket(seed);
        MarketView view = new MarketView(TAPE);
        Map<String, Reader> readers = new HashMap<>();
        for (int i = 0; i < TURNS; i++) {
            read(view, market.next());
            for (String code : view.codes()) {
                Reader reader = readers.computeIfAbsent(code, key -> join(view, key));
                assertThat(reader.known())
                        .as("seed %d, turn %d", seed, view.turn())
                        .isEqualTo(view.snapshot(code).orElseThrow());
            }
        }
        assertThat(readers).hasSize(3).values().noneMatch(Reader::isBehind);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldShowAtEachPriceTheSumOfItsOrders(long seed) {
        eachSnapshot(seed, (snapshot, series) -> {
            assertThat(snapshot.bids()).isEqualTo(sums(snapshot.orders(), Side.BUY));
            assertThat(snapshot.asks()).isEqualTo(sums(snapshot.orders(), Side.SELL));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldShowTheBestLevelsAsBestPrices(long seed) {
        eachSnapshot(seed, (snapshot, series) -> {
            Best best = snapshot.level1().best();
            PriceLevel bid = snapshot.bids().isEmpty()
                    ? new PriceLevel(Money.NONE, 0, 0)
                    : snapshot.bids().get(0);
            PriceLevel ask = snapshot.asks().isEmpty()
                    ? new PriceLevel(Money.NONE, 0, 0)
                    : snapshot.asks().get(0);
            assertThat(best).isEqualTo(new Best(bid.price(), bid.units(), ask.price(), ask.units()));
            assertThat(best.bidUnits()).isEqualTo(series.book.bestQuantity(Side.BUY));
            assertThat(best.askUnits()).isEqualTo(series.book.bestQuantity(Side.SELL));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldPutEveryTradeOnTheTape(long seed) {
        RandomMarket market = new RandomMarket(seed);
        MarketView view = new MarketView(TAPE);
        List<Trade> tape = new ArrayList<>();
        List<Trade> expected = new ArrayList<>();
        view.joinAll(messages -> messages.forEach(message -> {
            if (message instanceof MarketData.Traded traded) {
                tape.add(traded.trade());
            }
        }));
        for (int i = 0; i < TURNS; i++) {
            Turn turn = market.next();
            read(view, turn);
            turn.events().forEach(event -> {
                if (event instanceof UnitsTraded traded) {
                    expected.add(trade(traded, turn));
                }
            });
        }
        assertThat(tape).hasSizeGreaterThan(200).isEqualTo(expected);
        assertThat(tape).extracting(Trade::aggressor).contains(Aggressor.values());
        RandomSeries first = market.series().get(0);
        List<Trade> shown = view.snapshot(first.code).orElseThrow().trades();
        List<UnitsTraded> all = first.trades();
        assertThat(shown)
                .extracting(Trade::number)
                .containsExactlyElementsOf(all.subList(all.size() - TAPE, all.size()).stream()
                        .map(UnitsTraded::tradeNumber)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldReckonTheFiguresOfTheDayFromItsTrades(long seed) {
        RandomMarket market = new RandomMarket(seed);
        MarketView view = new MarketView(TAPE);
        NaiveDay day = new NaiveDay(1, market.series().get(0).opened().terms().referencePrice());
        for (int i = 0; i < TURNS; i++) {
            Turn turn = market.next();
            read(view, turn);
            turn.events().forEach(day::on);
            assertThat(view.snapshot("UNITS-1").orElseThrow().level1().figures())
                    .as("seed %d, turn %d", seed, view.turn())
                    .isEqualTo(day.figures());
        }
        assertThat(day.days()).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldNumberTheMessagesOfASeriesWithoutAGap(long seed) {
        Map<Long, Long> last = new HashMap<>();
        List<Long> turns = new ArrayList<>();
        for (List<MarketData> messages : feed(RandomMarket.turns(seed, TURNS))) {
            MarketData.Stamp first = messages.get(0).stamp();
            turns.add(first.turn());
            for (MarketData message : messages) {
                MarketData.Stamp stamp = message.stamp();
                long expected = last.merge(stamp.seriesId(), 1L, Long::sum);
                assertThat(stamp)
                        .isEqualTo(new MarketData.Stamp(first.seriesId(), expected, first.turn(), first.timeNanos()));
            }
        }
        assertThat(last).hasSize(3);
        assertThat(turns).isSorted();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldTellATurnOnceItIsWhole(long seed) {
        RandomMarket market = new RandomMarket(seed);
        MarketView view = new MarketView(TAPE);
        Map<String, Reader> readers = new HashMap<>();
        List<Long> told = new ArrayList<>();
        MarketDataListener listener = messages -> {
            MarketData.Stamp stamp = messages.get(messages.size() - 1).stamp();
            told.add(stamp.turn() * 10 + stamp.seriesId());
            String code = "UNITS-" + stamp.seriesId();
            MarketData.Snapshot snapshot = view.snapshot(code).orElseThrow();
            assertThat(snapshot.stamp()).isEqualTo(stamp);
            Reader reader = readers.computeIfAbsent(code, key -> new Reader(snapshot, TAPE));
            if (stamp.number() > messages.size()) {
                reader.onMessages(messages);
            }
            assertThat(reader.known()).isEqualTo(snapshot);
            Best best = snapshot.level1().best();
            if (snapshot.level1().session() == UnitSession.CONTINUOUS
                    && !snapshot.level1().halted()) {
                assertThat(best.bid().isNone()
                                || best.ask().isNone()
                                || best.bid().isLessThan(best.ask()))
                        .as("seed %d, turn %d: %s", seed, view.turn(), best)
                        .isTrue();
            }
        };
        view.joinAll(listener);
        for (int i = 0; i < TURNS; i++) {
            read(view, market.next());
        }
        assertThat(told).hasSizeGreaterThan(TURNS / 3).doesNotHaveDuplicates();
    }

    @Test
    void shouldTellTheSameToEveryoneSinceWheneverTheyListen() {
        List<Turn> turns = RandomMarket.turns(7, TURNS);
        List<MarketData> whole = feed(turns).stream().flatMap(List::stream).toList();
        assertThat(feed(turns).stream().flatMap(List::stream)).isEqualTo(whole);
        for (int position : new int[] {1, 2, 499, 500, 1234, 3000, TURNS - 1}) {
            MarketView view = new MarketView(TAPE);
            turns.subList(0, position).forEach(turn -> read(view, turn));
            List<MarketData> rest = new ArrayList<>();
            List<MarketData.Snapshot> snapshots = view.joinAll(rest::addAll);
            turns.subList(position, TURNS).forEach(turn -> read(view, turn));
            assertThat(rest)
                    .as("from turn %d on", position + 1)
                    .isEqualTo(whole.stream()
                            .filter(message -> message.stamp().turn() > position)
                            .toList());
            for (MarketData.Snapshot snapshot : snapshots) {
                assertThat(whole).anyMatch(message -> message.stamp().equals(snapshot.stamp()));
            }
        }
    }

    @Test
    void shouldLetAReaderNoticeAMissedMessageAndHealFromASnapshot() {
        List<Turn> turns = RandomMarket.turns(8, TURNS);
        SplittableRandom random = new SplittableRandom(8);
        MarketView view = new MarketView(TAPE);
        read(view, turns.get(0));
        Reader reader = new Reader(view.snapshot("UNITS-1").orElseThrow(), TAPE);
        int[] missed = {0, 0};
        view.join(
                "UNITS-1",
                messages -> messages.forEach(message -> {
                    boolean lost = random.nextInt(300) == 0;
                    if (!lost) {
                        reader.on(message);
                    }
                    missed[0] += lost && !reader.isBehind() ? 1 : 0;
                }));
        for (Turn turn : turns.subList(1, TURNS)) {
            read(view, turn);
            MarketData.Snapshot snapshot = view.snapshot("UNITS-1").orElseThrow();
            if (reader.isBehind()) {
                missed[1]++;
                reader.heal(snapshot);
            }
            boolean lostTheLast =
                    reader.known().stamp().number() < snapshot.stamp().number();
            if (!lostTheLast) {
                assertThat(reader.known()).isEqualTo(snapshot);
            }
        }
        assertThat(missed[0]).isGreaterThan(5);
        assertThat(missed[1]).isBetween(6, missed[0]);
    }

    @Test
    void shouldTellOnlyTheSeriesThatWasAskedForAndNothingAfterLeaving() {
        List<Turn> turns = RandomMarket.turns(9, 3_000);
        MarketView view = new MarketView(TAPE);
        turns.subList(0, 1_000).forEach(turn -> read(view, turn));
        List<MarketData> heard = new ArrayList<>();
        MarketDataListener listener = heard::addAll;
        MarketData.Snapshot snapshot = view.join("UNITS-2", listener).orElseThrow();
        turns.subList(1_000, 2_000).forEach(turn -> read(view, turn));
        assertThat(heard)
                .hasSizeGreaterThan(100)
                .allMatch(message -> message.stamp().seriesId() == 2);
        assertThat(heard.get(0).stamp().number()).isEqualTo(snapshot.stamp().number() + 1);
        int before = heard.size();
        view.leave(listener);
        turns.subList(2_000, 3_000).forEach(turn -> read(view, turn));
        assertThat(heard).hasSize(before);
        assertThat(view.join("UNITS-4", listener)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldIndicateWhatThenUncrosses(long seed) {
        RandomMarket market = new RandomMarket(seed);
        MarketView view = new MarketView(TAPE);
        Map<Long, Indication> indicated = new HashMap<>();
        int uncrossed = 0;
        int inSeveralTurns = 0;
        for (int i = 0; i < TURNS; i++) {
            Turn turn = market.next();
            read(view, turn);
            for (Event event : turn.events()) {
                if (event instanceof CallUncrossed end) {
                    assertThat(indicated.get(end.seriesId()))
                            .as("seed %d, turn %d", seed, turn.sequence())
                            .isEqualTo(new Indication(end.price(), end.units(), end.surplus()));
                    uncrossed += end.units() > 0 ? 1 : 0;
                }
            }
            for (RandomSeries series : market.series()) {
                view.snapshot(series.code).map(MarketData.Snapshot::level1).ifPresent(level1 -> {
                    if (series.isUncrossing()) {
                        // The price is fixed by now, and what rests no longer tells it.
                        assertThat(level1.indication()).isEqualTo(Indication.NONE);
                    } else {
                        indicated.put(series.seriesId, level1.indication());
                    }
                    boolean call = level1.session() != UnitSession.CLOSED && level1.session() != UnitSession.CONTINUOUS;
                    assertThat(level1.indication().price().isNone() || (call && !level1.halted()))
                            .isTrue();
                });
                inSeveralTurns += series.isUncrossing() ? 1 : 0;
            }
        }
        assertThat(uncrossed).isGreaterThan(2);
        assertThat(inSeveralTurns).isPositive();
    }

    @Test
    void shouldShowAHaltOfTheMarketInEverySeriesUntilItResumes() {
        RandomMarket market = new RandomMarket(1);
        MarketView view = new MarketView(TAPE);
        read(view, market.next());
        read(view, market.next());
        List<MarketData> heard = new ArrayList<>();
        view.joinAll(heard::addAll);
        long sequence = view.turn();
        List<Event> events = List.of(
                new SeriesHalted(1, "why"),
                new HaltOrdered(HaltScope.LISTING, 2, "a listing, no series"),
                new HaltOrdered(HaltScope.MARKET, 0, "why"),
                market.series().get(2).opened(),
                new HaltLifted(HaltScope.MARKET, 0),
                new SeriesResumed(2),
                new SeriesResumed(1),
                new SeriesResumed(3));
        for (Event event : events) {
            sequence++;
            view.onTurn(sequence, sequence, List.of(event));
        }
        assertThat(heard)
                .filteredOn(message -> !(message instanceof MarketData.SeriesOpened))
                .map(message -> (MarketData.HaltChanged) message)
                .map(change -> change.stamp().turn() + ": " + change.stamp().seriesId() + " " + change.halted())
                .containsExactly("3: 1 true", "5: 2 true", "6: 3 true", "8: 2 false", "9: 1 false", "10: 3 false");
    }

    @Test
    void shouldRefuseATurnThatIsNotTheNext() {
        MarketView view = new MarketView(TAPE);
        view.onTurn(1, 1, List.of());
        assertThatThrownBy(() -> view.onTurn(3, 3, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("turn 3 does not follow turn 1");
        assertThatThrownBy(() -> view.onTurn(1, 1, List.of())).isInstanceOf(IllegalStateException.class);
    }

    /** Compares every snapshot of every series, turn by turn, with the book that it was made from. */
    private static void eachSnapshot(long seed, SnapshotCheck check) {
        RandomMarket market = new RandomMarket(seed);
        MarketView view = new MarketView(TAPE);
        int levels = 0;
        for (int i = 0; i < TURNS; i++) {
            read(view, market.next());
            for (RandomSeries series : market.series()) {
                MarketData.Snapshot snapshot = view.snapshot(series.code).orElse(null);
                if (snapshot != null) {
                    check.check(snapshot, series);
                    levels += snapshot.bids().size();
                }
            }
        }
        assertThat(levels).isGreaterThan(TURNS);
    }

    @FunctionalInterface
    private interface SnapshotCheck {
        void check(MarketData.Snapshot snapshot, RandomSeries series);
    }

    static void read(MarketView view, Turn turn) {
        view.onTurn(turn.sequence(), turn.timeNanos(), turn.events());
    }

    private static Reader join(MarketView view, String code) {
        Reader reader = new Reader(view.snapshot(code).orElseThrow(), TAPE);
        view.join(code, reader);
        return reader;
    }

    /** All that is told, as it is told. */
    static List<List<MarketData>> feed(List<Turn> turns) {
        MarketView view = new MarketView(TAPE);
        List<List<MarketData>> feed = new ArrayList<>();
        view.joinAll(feed::add);
        turns.forEach(turn -> read(view, turn));
        return feed;
    }

    private static Trade trade(UnitsTraded event, Turn turn) {
        return new Trade(event.tradeNumber(), turn.timeNanos(), event.price(), event.units(), event.aggressor());
    }

    private static String text(RestingOrder order) {
        return order.side() + " " + order.price() + " " + order.units();
    }

    /** What rests in the book, in its own order. */
    private static List<String> orders(RandomSeries series) {
        List<String> orders = new ArrayList<>();
        series.book.forEachOrder((order, member, side, kind, selfTrade, price, remaining, tag) ->
                orders.add(side + " " + RandomSeries.price(price) + " " + remaining));
        return orders;
    }

    private static List<PriceLevel> sums(List<RestingOrder> orders, Side side) {
        Map<Money, PriceLevel> levels = new LinkedHashMap<>();
        orders.stream()
                .filter(order -> order.side() == side)
                .forEach(order -> levels.merge(
                        order.price(),
                        new PriceLevel(order.price(), order.units(), 1),
                        (one, other) -> new PriceLevel(
                                one.price(), one.units() + other.units(), one.orders() + other.orders())));
        Comparator<PriceLevel> rising = Comparator.comparing(PriceLevel::price);
        return levels.values().stream()
                .sorted(side == Side.BUY ? rising.reversed() : rising)
                .toList();
    }
}
