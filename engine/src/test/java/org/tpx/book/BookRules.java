package org.tpx.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.book.OrderBook.MARKET;
import static org.tpx.protocol.OrderKind.FILL_OR_KILL;
import static org.tpx.protocol.OrderKind.IMMEDIATE_OR_CANCEL;
import static org.tpx.protocol.OrderKind.LIMIT;
import static org.tpx.protocol.OrderKind.MARKET_TO_LIMIT;
import static org.tpx.protocol.OrderKind.POST_ONLY;
import static org.tpx.protocol.SelfTrade.ALLOW;
import static org.tpx.protocol.SelfTrade.CANCEL_BOTH;
import static org.tpx.protocol.SelfTrade.CANCEL_NEWEST;
import static org.tpx.protocol.SelfTrade.CANCEL_OLDEST;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.Side;

/**
 * The rules of continuous trading, read as a tape: commands, then the events that they caused. They hold for the book and for
 * the naive one that is its reference.
 */
abstract class BookRules {

    private static final long ADA = 1;
    private static final long BO = 2;

    private final Tape tape = new Tape();
    private final Book book = book(tape);

    /** The book to try. */
    abstract Book book(OrderBookListener listener);

    private void buy(long order, long quantity, long price) {
        book.enter(order, ADA, Side.BUY, LIMIT, price, quantity, 0, ALLOW, 0);
    }

    private void sell(long order, long quantity, long price) {
        book.enter(order, BO, Side.SELL, LIMIT, price, quantity, 0, ALLOW, 0);
    }

    private void buy(long order, OrderKind kind, long quantity, long price, long minimum) {
        book.enter(order, ADA, Side.BUY, kind, price, quantity, minimum, ALLOW, 0);
    }

    private void then(String... events) {
        assertThat(tape.take()).containsExactly(events);
    }

    @Test
    void shouldRestWhatDoesNotTrade() {
        buy(1, 10, 99);
        sell(2, 5, 101);
        then("rested 1 buy 10 @ 99", "rested 2 sell 5 @ 101");
        assertThat(book.bestPrice(Side.BUY)).isEqualTo(99);
        assertThat(book.bestPrice(Side.SELL)).isEqualTo(101);
        assertThat(book.size()).isEqualTo(2);
    }

    @Test
    void shouldTradeAtTheRestingPriceWithTheBestPriceFirst() {
        sell(1, 5, 102);
        sell(2, 5, 101);
        buy(3, 8, 105);
        then(
                "rested 1 sell 5 @ 102",
                "rested 2 sell 5 @ 101",
                "traded 5 @ 101: 2 keeps 0, 3 has 3 left, buy",
                "traded 3 @ 102: 1 keeps 2, 3 has 0 left, buy");
    }

    @Test
    void shouldTradeWithTheEarlierOrderOfTwoAtOnePrice() {
        buy(1, 5, 100);
        buy(2, 5, 100);
        tape.clear();
        sell(3, 7, 100);
        then("traded 5 @ 100: 1 keeps 0, 3 has 2 left, sell", "traded 2 @ 100: 2 keeps 3, 3 has 0 left, sell");
    }

    @Test
    void shouldRestTheRemainderOfALimitOrder() {
        sell(1, 5, 100);
        tape.clear();
        buy(2, 8, 100);
        then("traded 5 @ 100: 1 keeps 0, 2 has 3 left, buy", "rested 2 buy 3 @ 100");
    }

    @Test
    void shouldCancelTheRemainderOfAnImmediateOrder() {
        sell(1, 5, 100);
        sell(2, 5, 101);
        tape.clear();
        buy(3, IMMEDIATE_OR_CANCEL, 8, 100, 0);
        then("traded 5 @ 100: 1 keeps 0, 3 has 3 left, buy", "cancelled 3 3 NOT_IMMEDIATE");
    }

    @Test
    void shouldFillWhollyOrKill() {
        sell(1, 5, 100);
        sell(2, 5, 101);
        tape.clear();
        buy(3, FILL_OR_KILL, 10, 100, 0);
        then("rejected 3 NOT_FILLABLE");
        buy(4, FILL_OR_KILL, 10, 101, 0);
        then("traded 5 @ 100: 1 keeps 0, 4 has 5 left, buy", "traded 5 @ 101: 2 keeps 0, 4 has 0 left, buy");
    }

    @Test
    void shouldRefuseAPostOnlyOrderThatWouldTrade() {
        sell(1, 5, 100);
        tape.clear();
        buy(2, POST_ONLY, 5, 100, 0);
        buy(3, POST_ONLY, 5, 99, 0);
        then("rejected 2 WOULD_TRADE", "rested 3 buy 5 @ 99");
    }

    @Test
    void shouldKeepAPostOnlyOrderPostOnlyWhenItIsReplaced() {
        sell(1, 5, 100);
        buy(2, POST_ONLY, 5, 99, 0);
        tape.clear();
        book.replace(2, 100, 5);
        then("rejected 2 WOULD_TRADE");
        assertThat(book.price(2)).isEqualTo(99);
    }

    @Test
    void shouldGiveAMarketToLimitOrderTheBestOppositeLimit() {
        sell(1, 5, 100);
        sell(2, 5, 101);
        tape.clear();
        buy(3, MARKET_TO_LIMIT, 8, 0, 0);
        then("traded 5 @ 100: 1 keeps 0, 3 has 3 left, buy", "rested 3 buy 3 @ 100");
    }

    @Test
    void shouldTakeAnOrderOnlyIfItsMinimumTradesAtOnce() {
        sell(1, 5, 100);
        tape.clear();
        buy(2, LIMIT, 10, 100, 6);
        buy(3, LIMIT, 10, 100, 5);
        then("rejected 2 BELOW_MINIMUM", "traded 5 @ 100: 1 keeps 0, 3 has 5 left, buy", "rested 3 buy 5 @ 100");
    }

    @Test
    void shouldRestAMarketOrderBeforeEveryLimit() {
        buy(1, 5, 100);
        buy(2, 5, MARKET);
        tape.clear();
        sell(3, 8, 99);
        then("traded 5 @ 100: 2 keeps 0, 3 has 3 left, sell", "traded 3 @ 100: 1 keeps 2, 3 has 0 left, sell");
    }

    @Test
    void shouldRefuseAMarketOrderThatHasNoPriceToTradeAt() {
        buy(1, 5, MARKET);
        tape.clear();
        book.enter(2, BO, Side.SELL, LIMIT, MARKET, 5, 0, ALLOW, 0);
        then("rejected 2 NO_REFERENCE_PRICE");
        book.referencePrice(77);
        book.enter(3, BO, Side.SELL, LIMIT, MARKET, 5, 0, ALLOW, 0);
        then("traded 5 @ 77: 1 keeps 0, 3 has 0 left, sell");
    }

    @Test
    void shouldKeepThePlaceOfAReducedOrder() {
        buy(1, 5, 100);
        buy(2, 5, 100);
        tape.clear();
        book.reduce(1, 2);
        sell(3, 4, 100);
        then(
                "reduced 1 by 2 to 3",
                "traded 3 @ 100: 1 keeps 0, 3 has 1 left, sell",
                "traded 1 @ 100: 2 keeps 4, 3 has 0 left, sell");
    }

    @Test
    void shouldCancelAnOrderReducedToNothing() {
        buy(1, 5, 100);
        tape.clear();
        book.reduce(1, 9);
        then("cancelled 1 5 REQUESTED");
        assertThat(book.size()).isZero();
    }

    @Test
    void shouldKeepThePlaceOfAnOrderReplacedByLess() {
        buy(1, 5, 100);
        buy(2, 5, 100);
        tape.clear();
        book.replace(1, 100, 3);
        sell(3, 1, 100);
        then("replaced 1 3 @ 100 in place", "traded 1 @ 100: 1 keeps 2, 3 has 0 left, sell");
    }

    @Test
    void shouldTakeItsPlaceFromAnOrderReplacedByMoreOrAtAnotherPrice() {
        buy(1, 5, 100);
        buy(2, 5, 100);
        tape.clear();
        book.replace(1, 100, 6);
        sell(3, 1, 100);
        then("replaced 1 6 @ 100", "rested 1 buy 6 @ 100", "traded 1 @ 100: 2 keeps 4, 3 has 0 left, sell");
        book.replace(2, 99, 4);
        then("replaced 2 4 @ 99", "rested 2 buy 4 @ 99");
    }

    @Test
    void shouldTradeAReplacedOrderThatNowMeetsAnother() {
        sell(1, 5, 101);
        buy(2, 5, 100);
        tape.clear();
        book.replace(2, 101, 7);
        then("replaced 2 7 @ 101", "traded 5 @ 101: 1 keeps 0, 2 has 2 left, buy", "rested 2 buy 2 @ 101");
        sell(3, 2, 101);
        book.cancel(2);
        then("traded 2 @ 101: 2 keeps 0, 3 has 0 left, sell", "rejected 2 UNKNOWN_ORDER");
    }

    @Test
    void shouldPreventSelfTradesAsTheEnteringOrderSays() {
        sell(1, 5, 100);
        book.enter(2, ADA, Side.SELL, LIMIT, 100, 5, 0, ALLOW, 0);
        sell(3, 5, 100);
        tape.clear();
        book.enter(4, ADA, Side.BUY, LIMIT, 100, 8, 0, CANCEL_NEWEST, 0);
        then("traded 5 @ 100: 1 keeps 0, 4 has 3 left, buy", "cancelled 4 3 SELF_TRADE");
        book.enter(5, ADA, Side.BUY, LIMIT, 100, 3, 0, CANCEL_OLDEST, 0);
        then("cancelled 2 5 SELF_TRADE", "traded 3 @ 100: 3 keeps 2, 5 has 0 left, buy");
        book.enter(6, BO, Side.BUY, LIMIT, 100, 3, 0, CANCEL_BOTH, 0);
        then("cancelled 3 2 SELF_TRADE", "cancelled 6 3 SELF_TRADE");
        assertThat(book.size()).isZero();
    }

    @Test
    void shouldCountOnlyOrdersOfOthersTowardsAFillOrKill() {
        sell(1, 5, 100);
        book.enter(2, ADA, Side.SELL, LIMIT, 100, 5, 0, ALLOW, 0);
        sell(3, 5, 100);
        tape.clear();
        book.enter(4, ADA, Side.BUY, FILL_OR_KILL, 100, 10, 0, CANCEL_NEWEST, 0);
        book.enter(5, ADA, Side.BUY, FILL_OR_KILL, 100, 11, 0, CANCEL_OLDEST, 0);
        then("rejected 4 NOT_FILLABLE", "rejected 5 NOT_FILLABLE");
        book.enter(6, ADA, Side.BUY, FILL_OR_KILL, 100, 10, 0, CANCEL_OLDEST, 0);
        then(
                "traded 5 @ 100: 1 keeps 0, 6 has 5 left, buy",
                "cancelled 2 5 SELF_TRADE",
                "traded 5 @ 100: 3 keeps 0, 6 has 0 left, buy");
    }

    @Test
    void shouldHoldOrdersToThePriceBands() {
        book.bands(90, 110);
        buy(1, 5, 89);
        buy(2, 5, 111);
        buy(3, 5, 90);
        sell(4, 5, 110);
        then("rejected 1 PRICE_BAND", "rejected 2 PRICE_BAND", "rested 3 buy 5 @ 90", "rested 4 sell 5 @ 110");
        book.bands(91, 109);
        buy(5, 5, MARKET);
        book.massCancel(Book.Selection.outside(), 10);
        then("cancelled 5 5 PRICE_BAND", "cancelled 3 5 MASS_CANCEL", "cancelled 4 5 MASS_CANCEL");
    }

    /** In the order of {@link OrderRejection}, so that a missing one shows. */
    @Test
    void shouldShowDepthWithMarketOrdersFirst() {
        buy(1, 5, 100);
        buy(2, 7, 100);
        buy(3, 1, -3);
        buy(4, 2, MARKET);
        long[] prices = new long[3];
        long[] quantities = new long[3];
        int[] counts = new int[3];
        assertThat(book.depth(Side.BUY, prices, quantities, counts)).isEqualTo(3);
        assertThat(prices).containsExactly(MARKET, 100, -3);
        assertThat(quantities).containsExactly(2, 12, 1);
        assertThat(counts).containsExactly(1, 2, 1);
        assertThat(book.depth(Side.SELL, prices, quantities, counts)).isZero();
    }

    @Test
    void shouldShowOrdersInPriceTimeOrder() {
        buy(1, 5, 100);
        sell(2, 5, 103);
        buy(3, 5, 101);
        sell(4, 5, 102);
        buy(5, 5, 100);
        List<Long> seen = new ArrayList<>();
        book.forEachOrder((order, member, side, kind, selfTrade, price, remaining, tag) -> seen.add(order));
        assertThat(seen).containsExactly(3L, 1L, 5L, 4L, 2L);
    }
}
