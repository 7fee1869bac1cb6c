package org.tpx.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tpx.gateway.view.MarketData.Snapshot;
import org.tpx.protocol.Aggressor;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Event;
import org.tpx.protocol.Money;
import org.tpx.protocol.SeriesTerms;
import org.tpx.protocol.Side;
import org.tpx.protocol.TieBreak;
import org.tpx.protocol.UnitEvent;
import org.tpx.protocol.UnitEvent.BeneficiariesDeclared;
import org.tpx.protocol.UnitEvent.CallUncrossed;
import org.tpx.protocol.UnitEvent.OrderCancelled;
import org.tpx.protocol.UnitEvent.OrderReduced;
import org.tpx.protocol.UnitEvent.OrderReplaced;
import org.tpx.protocol.UnitEvent.OrderRested;
import org.tpx.protocol.UnitEvent.OrdersCancelled;
import org.tpx.protocol.UnitEvent.SeriesHalted;
import org.tpx.protocol.UnitEvent.SeriesOpened;
import org.tpx.protocol.UnitEvent.SeriesResumed;
import org.tpx.protocol.UnitEvent.SessionStarted;
import org.tpx.protocol.UnitEvent.UnitsIssued;
import org.tpx.protocol.UnitEvent.UnitsTraded;
import org.tpx.protocol.UnitSession;
import org.tpx.protocol.VenuePolicy;

/** One order event at a time: what it does to the book, and that one which does not fit is not taken. */
class Level3Test {
    private static final long ADA = 11;
    private static final long BO = 12;

    private final MarketView view = new MarketView(10);
    private final List<MarketData> heard = new ArrayList<>();

    @BeforeEach
    void openSeries() {
        tell(new RandomSeries(1, 1, TieBreak.ASX).opened());
        view.joinAll(heard::addAll);
        tell(rested(ADA, 1, Side.BUY, 100, 5), rested(BO, 1, Side.BUY, 100, 7), rested(ADA, 2, Side.SELL, 103, 9));
    }

    @Test
    void shouldKnowAnOrderByWhoEnteredItAndItsNumber() {
        tell(new OrderCancelled(1, BO, 1, 0, 7, CancelReason.REQUESTED));
        assertThat(orders()).containsExactly("1 BUY 100 x 5", "3 SELL 103 x 9");
    }

    @Test
    void shouldKeepThePlaceOfAReducedOrder() {
        tell(new OrderReduced(1, ADA, 1, 2, 3));
        assertThat(orders()).containsExactly("1 BUY 100 x 3", "2 BUY 100 x 7", "3 SELL 103 x 9");
        assertThat(heard).contains(new MarketData.OrderReduced(stampOf(MarketData.OrderReduced.class), 1, 3));
    }

    @Test
    void shouldKeepThePlaceOfAReplacedOrderThatKeepsItsPriority() {
        tell(new OrderReplaced(1, ADA, 1, RandomSeries.price(100), 4, true));
        assertThat(orders()).containsExactly("1 BUY 100 x 4", "2 BUY 100 x 7", "3 SELL 103 x 9");
    }

    @Test
    void shouldSayNothingOfAnOrderThatIsReplacedByItself() {
        heard.clear();
        tell(new OrderReplaced(1, ADA, 1, RandomSeries.price(100), 5, true));
        assertThat(heard).isEmpty();
    }

    @Test
    void shouldPutAReplacedOrderBehindTheOthersUnderANewNumber() {
        tell(new OrderReplaced(1, ADA, 1, RandomSeries.price(100), 6, false), rested(ADA, 1, Side.BUY, 100, 6));
        assertThat(orders()).containsExactly("2 BUY 100 x 7", "4 BUY 100 x 6", "3 SELL 103 x 9");
    }

    @Test
    void shouldTradeAReplacedOrderAsOneThatEnters() {
        tell(
                new OrderReplaced(1, BO, 1, RandomSeries.price(103), 10, false),
                traded(1, Aggressor.BUY, BO, 1, 1, ADA, 2, 0, 103, 9),
                rested(BO, 1, Side.BUY, 103, 1));
        assertThat(orders()).containsExactly("4 BUY 103 x 1", "1 BUY 100 x 5");
    }

    @Test
    void shouldIgnoreTheRemainderOfAnOrderThatNeverRested() {
        tell(
                traded(1, Aggressor.SELL, ADA, 1, 0, BO, 8, 4, 100, 5),
                new OrderCancelled(1, BO, 8, 0, 4, CancelReason.NOT_IMMEDIATE));
        assertThat(orders()).containsExactly("2 BUY 100 x 7", "3 SELL 103 x 9");
        assertThat(heard).noneMatch(MarketData.OrderRemoved.class::isInstance);
    }

    @Test
    void shouldTakeBothOrdersOfACallFromTheBook() {
        tell(rested(BO, 9, Side.SELL, 99, 6), traded(1, Aggressor.NONE, ADA, 1, 0, BO, 9, 1, 100, 5));
        assertThat(orders()).containsExactly("2 BUY 100 x 7", "4 SELL 99 x 1", "3 SELL 103 x 9");
    }

    @Test
    void shouldTellALevelOnceATurnAndOnlyWhereItChanged() {
        heard.clear();
        tell(
                rested(ADA, 5, Side.BUY, 98, 2),
                new OrderCancelled(1, ADA, 5, 0, 2, CancelReason.REQUESTED),
                rested(ADA, 6, Side.BUY, 97, 3),
                rested(ADA, 7, Side.BUY, 97, 4),
                new OrderCancelled(1, ADA, 2, 0, 9, CancelReason.REQUESTED));
        assertThat(heard)
                .filteredOn(MarketData.LevelChanged.class::isInstance)
                .map(message -> (MarketData.LevelChanged) message)
                .map(change -> change.side() + " " + change.level())
                .containsExactly(
                        "BUY " + new PriceLevel(RandomSeries.price(97), 7, 2),
                        "SELL " + new PriceLevel(RandomSeries.price(103), 0, 0));
    }

    @Test
    void shouldIndicateFromTheReferencePriceOfTheTermsUntilThereIsALastPrice() {
        MarketView market = new MarketView(0);
        SeriesTerms terms = new SeriesTerms(
                "Units",
                Currency.CNY,
                1_000,
                1,
                RandomSeries.price(1),
                RandomSeries.price(104),
                0,
                TieBreak.ASX,
                1,
                2,
                3,
                4,
                5,
                6,
                0,
                0);
        market.onTurn(
                1,
                1,
                List.of(
                        new SeriesOpened(1, "U", 1, terms, VenuePolicy.LICENSED_OR_FOREIGN),
                        new SessionStarted(1, UnitSession.PRE_OPEN, 0),
                        rested(ADA, 1, Side.BUY, 110, 5),
                        rested(BO, 1, Side.SELL, 95, 5)));
        assertThat(indication(market)).isEqualTo(new Indication(RandomSeries.price(104), 5, 0));
        market.onTurn(
                2,
                2,
                List.of(
                        traded(1, Aggressor.NONE, ADA, 1, 4, BO, 1, 4, 97, 1),
                        new CallUncrossed(1, UnitSession.PRE_OPEN, RandomSeries.price(97), 1, 0)));
        assertThat(indication(market)).isEqualTo(new Indication(RandomSeries.price(97), 4, 0));
    }

    private static Indication indication(MarketView market) {
        return market.snapshot("U").orElseThrow().level1().indication();
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void shouldNotTakeAnEventThatDoesNotFit(Event event) {
        assertThatThrownBy(() -> tell(event))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(event.getClass().getSimpleName());
    }

    static List<Event> contradictions() {
        return List.of(
                new RandomSeries(1, 1, TieBreak.ASX).opened(),
                rested(ADA, 1, Side.BUY, 90, 1),
                new OrderReduced(1, ADA, 3, 1, 1),
                new OrderReduced(1, ADA, 1, 2, 4),
                new OrderReplaced(1, BO, 2, RandomSeries.price(100), 4, true),
                new OrderReplaced(1, BO, 3, RandomSeries.price(100), 4, false),
                new OrderReplaced(1, ADA, 1, RandomSeries.price(101), 5, true),
                new OrderReplaced(1, ADA, 1, RandomSeries.price(100), 6, true),
                new OrderCancelled(1, ADA, 1, 0, 4, CancelReason.EXPIRED),
                traded(1, Aggressor.SELL, ADA, 3, 0, BO, 9, 0, 100, 5),
                traded(1, Aggressor.SELL, ADA, 1, 1, BO, 9, 0, 100, 5),
                traded(1, Aggressor.BUY, ADA, 1, 0, ADA, 2, 4, 103, 5),
                traded(1, Aggressor.NONE, ADA, 1, 0, BO, 9, 0, 100, 5));
    }

    @Test
    void shouldNotTakeAPriceBetweenTwoTicksOrAnUnknownSeries() {
        Event between = new OrderRested(
                1,
                ADA,
                7,
                0,
                Side.BUY,
                Money.ofMinor(RandomSeries.TICK_MINOR + 1, RandomSeries.price(1).currency()),
                1);
        assertThatThrownBy(() -> tell(between)).hasMessage("CNY 0.51 is no multiple of the tick of UNITS-1, CNY 0.50");
        assertThatThrownBy(() -> view.onTurn(view.turn() + 1, 1, List.of(new SeriesResumed(5))))
                .hasMessage("no series 5 is open");
    }

    /** So that no event of a later release is overlooked: it is taken in, or it is written down here that it is not. */
    @Test
    void shouldKnowEveryEventAboutUnits() {
        Set<Class<?>> shown = Set.of(
                SeriesOpened.class,
                SessionStarted.class,
                OrderRested.class,
                UnitsTraded.class,
                OrderReduced.class,
                OrderReplaced.class,
                OrderCancelled.class,
                CallUncrossed.class,
                SeriesHalted.class,
                SeriesResumed.class);
        Set<Class<?>> hidden = Set.of(UnitsIssued.class, BeneficiariesDeclared.class, OrdersCancelled.class);
        assertThat(UnitEvent.class.getPermittedSubclasses())
                .allMatch(type -> shown.contains(type) != hidden.contains(type))
                .hasSize(shown.size() + hidden.size());
        heard.clear();
        tell(new UnitsIssued(1, 5, 100), new BeneficiariesDeclared(1, 5, 3), new OrdersCancelled(1, 6, 5, 0));
        assertThat(heard).isEmpty();
        tell(
                new SessionStarted(1, UnitSession.PRE_OPEN, 5),
                new CallUncrossed(1, UnitSession.OPENING_CALL, Money.NONE, 0, 0),
                new SeriesHalted(1, "why"));
        assertThat(heard)
                .hasExactlyElementsOfTypes(
                        MarketData.SessionChanged.class, MarketData.CallEnded.class, MarketData.HaltChanged.class);
    }

    private MarketData.Stamp stampOf(Class<?> type) {
        return heard.stream().filter(type::isInstance).findFirst().orElseThrow().stamp();
    }

    private void tell(Event... events) {
        view.onTurn(view.turn() + 1, view.turn() + 1, List.of(events));
    }

    private List<String> orders() {
        Snapshot snapshot = view.snapshot("UNITS-1").orElseThrow();
        return snapshot.orders().stream()
                .map(order -> order.order() + " " + order.side() + " "
                        + order.price().minor() / RandomSeries.TICK_MINOR + " x " + order.units())
                .toList();
    }

    private static OrderRested rested(long by, long number, Side side, long ticks, long units) {
        return new OrderRested(1, by, number, 0, side, RandomSeries.price(ticks), units);
    }

    private static UnitsTraded traded(
            long number,
            Aggressor aggressor,
            long buyBy,
            long buyNumber,
            long buyRemaining,
            long sellBy,
            long sellNumber,
            long sellRemaining,
            long ticks,
            long units) {
        return new UnitsTraded(
                1,
                number,
                aggressor,
                buyBy,
                buyNumber,
                0,
                buyRemaining,
                sellBy,
                sellNumber,
                0,
                sellRemaining,
                RandomSeries.price(ticks),
                units,
                RandomSeries.price(ticks * units),
                Money.NONE,
                Money.NONE);
    }
}
