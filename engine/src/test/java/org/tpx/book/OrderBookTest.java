package org.tpx.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tpx.book.OrderBook.NO_PRICE;
import static org.tpx.protocol.OrderKind.FILL_OR_KILL;
import static org.tpx.protocol.OrderKind.IMMEDIATE_OR_CANCEL;
import static org.tpx.protocol.OrderKind.LIMIT;
import static org.tpx.protocol.OrderKind.MARKET_TO_LIMIT;
import static org.tpx.protocol.OrderKind.POST_ONLY;
import static org.tpx.protocol.SelfTrade.ALLOW;

import org.junit.jupiter.api.Test;
import org.tpx.protocol.Side;

/** What only {@link OrderBook} has: steps, refusals in their order, and look-up. Its rules of trading are {@link BookRules}. */
class OrderBookTest {

    private static final long ADA = 1;
    private static final long BO = 2;

    private final Tape tape = new Tape();
    private final OrderBook book = new OrderBook(tape);

    private void buy(long order, long quantity, long price) {
        book.enter(order, ADA, Side.BUY, LIMIT, price, quantity, 0, ALLOW, 0);
    }

    private void sell(long order, long quantity, long price) {
        book.enter(order, BO, Side.SELL, LIMIT, price, quantity, 0, ALLOW, 0);
    }

    private void then(String... events) {
        assertThat(tape.take()).containsExactly(events);
    }

    @Test
    void shouldMassCancelInStepsBestPriceAndOldestFirst() {
        buy(1, 1, 100);
        buy(2, 1, 101);
        book.enter(3, BO, Side.BUY, LIMIT, 101, 1, 0, ALLOW, 0);
        buy(4, 1, 101);
        book.enter(5, ADA, Side.SELL, LIMIT, 105, 1, 0, ALLOW, 0);
        tape.clear();
        MassCancel cancel = new MassCancel().member(ADA);
        assertThat(book.massCancel(cancel, 2)).isFalse();
        then("cancelled 2 1 MASS_CANCEL");
        assertThat(book.massCancel(cancel, 2)).isFalse();
        then("cancelled 4 1 MASS_CANCEL", "cancelled 1 1 MASS_CANCEL");
        assertThat(book.massCancel(cancel, 2)).isTrue();
        then("cancelled 5 1 MASS_CANCEL");
        assertThat(book.size()).isEqualTo(1);
    }

    @Test
    void shouldGoOnWithAMassCancelAfterOtherCommands() {
        for (int order = 1; order <= 6; order++) {
            buy(order, 1, order <= 4 ? 101 : 100);
        }
        tape.clear();
        MassCancel cancel = new MassCancel().everything();
        assertThat(book.massCancel(cancel, 2)).isFalse();
        then("cancelled 1 1 MASS_CANCEL", "cancelled 2 1 MASS_CANCEL");
        book.cancel(3);
        assertThat(book.massCancel(cancel, 1)).isFalse();
        then("cancelled 3 1 REQUESTED", "cancelled 4 1 MASS_CANCEL");
        book.cancel(5);
        assertThat(book.massCancel(cancel, 5)).isTrue();
        then("cancelled 5 1 REQUESTED", "cancelled 6 1 MASS_CANCEL");
        assertThat(cancel.isDone()).isTrue();
    }

    @Test
    void shouldRestoreNothingTwice() {
        buy(1, 1, 100);
        assertThatThrownBy(() -> book.restore(1, ADA, Side.BUY, LIMIT, ALLOW, 100, 1, 0))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldMassCancelByTheOwnersTag() {
        book.enter(1, ADA, Side.BUY, LIMIT, 100, 1, 0, ALLOW, 0x11);
        book.enter(2, ADA, Side.BUY, LIMIT, 100, 1, 0, ALLOW, 0x12);
        book.enter(3, ADA, Side.BUY, LIMIT, 100, 1, 0, ALLOW, 0x21);
        tape.clear();
        book.massCancel(new MassCancel().tag(1, 0xF), 100);
        then("cancelled 1 1 MASS_CANCEL", "cancelled 3 1 MASS_CANCEL");
    }

    @Test
    void shouldGoOnWithASweepInSteps() {
        sell(1, 1, 100);
        sell(2, 1, 101);
        sell(3, 1, 102);
        tape.clear();
        book.tradesPerStep(2);
        assertThat(book.enter(4, ADA, Side.BUY, LIMIT, 102, 4, 0, ALLOW, 0)).isFalse();
        then("traded 1 @ 100: 1 keeps 0, 4 has 3 left, buy", "traded 1 @ 101: 2 keeps 0, 4 has 2 left, buy");
        assertThatThrownBy(() -> book.cancel(3)).isInstanceOf(IllegalStateException.class);
        assertThat(book.proceed()).isTrue();
        then("traded 1 @ 102: 3 keeps 0, 4 has 1 left, buy", "rested 4 buy 1 @ 102");
        assertThatThrownBy(book::proceed).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldCollectInACallAndCancelNothingInItsLastPhase() {
        book.phase(BookPhase.CALL);
        buy(1, 5, 101);
        sell(2, 5, 100);
        sell(3, 5, 100);
        book.cancel(3);
        then("rested 1 buy 5 @ 101", "rested 2 sell 5 @ 100", "rested 3 sell 5 @ 100", "cancelled 3 5 REQUESTED");
        book.phase(BookPhase.CALL_NO_CANCEL);
        book.cancel(1);
        book.reduce(1, 1);
        book.replace(1, 102, 5);
        buy(4, 5, 99);
        then(
                "rejected 1 NO_CANCEL_PHASE",
                "rejected 1 NO_CANCEL_PHASE",
                "rejected 1 NO_CANCEL_PHASE",
                "rested 4 buy 5 @ 99");
        assertThatThrownBy(() -> book.phase(BookPhase.CONTINUOUS)).hasMessage("crossed: 101 over 100");
    }

    @Test
    void shouldSayWhyItRefuses() {
        OrderBook small = new OrderBook(tape, 2, 2);
        small.enter(1, ADA, Side.SELL, LIMIT, 100, 5, 0, ALLOW, 0);
        tape.clear();
        small.enter(1, ADA, Side.SELL, LIMIT, 100, 5, 0, ALLOW, 0);
        small.cancel(9);
        small.phase(BookPhase.CALL_NO_CANCEL);
        small.cancel(1);
        small.enter(2, ADA, Side.BUY, IMMEDIATE_OR_CANCEL, 100, 5, 0, ALLOW, 0);
        small.phase(BookPhase.CONTINUOUS);
        small.enter(3, ADA, Side.BUY, LIMIT, 90, 0, 0, ALLOW, 0);
        small.enter(4, ADA, Side.BUY, LIMIT, NO_PRICE, 5, 0, ALLOW, 0);
        small.bands(50, 150);
        small.enter(5, ADA, Side.BUY, LIMIT, 151, 5, 0, ALLOW, 0);
        small.enter(6, ADA, Side.SELL, MARKET_TO_LIMIT, 0, 5, 0, ALLOW, 0);
        small.enter(8, ADA, Side.BUY, POST_ONLY, 100, 5, 0, ALLOW, 0);
        small.enter(9, ADA, Side.BUY, FILL_OR_KILL, 100, 6, 0, ALLOW, 0);
        small.enter(10, ADA, Side.BUY, LIMIT, 100, 6, 6, ALLOW, 0);
        small.enter(11, ADA, Side.BUY, LIMIT, 90, 5, 0, ALLOW, 0);
        small.enter(12, ADA, Side.BUY, LIMIT, 90, 5, 0, ALLOW, 0);
        then(
                "rejected 1 DUPLICATE_ORDER",
                "rejected 9 UNKNOWN_ORDER",
                "rejected 1 NO_CANCEL_PHASE",
                "rejected 2 NOT_IN_CALL",
                "rejected 3 INVALID_QUANTITY",
                "rejected 4 INVALID_PRICE",
                "rejected 5 PRICE_BAND",
                "rejected 6 NO_LIMIT_OPPOSITE",
                "rejected 8 WOULD_TRADE",
                "rejected 9 NOT_FILLABLE",
                "rejected 10 BELOW_MINIMUM",
                "rested 11 buy 5 @ 90",
                "rejected 12 BOOK_FULL");
    }

    @Test
    void shouldFindOrdersByIdAndAnswerForUnknownOnes() {
        book.enter(Long.MIN_VALUE, ADA, Side.BUY, LIMIT, 100, 5, 0, ALLOW, 42);
        assertThat(book.remaining(Long.MIN_VALUE)).isEqualTo(5);
        assertThat(book.member(Long.MIN_VALUE)).isEqualTo(ADA);
        assertThat(book.tag(Long.MIN_VALUE)).isEqualTo(42);
        assertThat(book.side(Long.MIN_VALUE)).isEqualTo(Side.BUY);
        assertThat(book.remaining(0)).isZero();
        assertThat(book.price(0)).isEqualTo(NO_PRICE);
        assertThat(book.side(0)).isNull();
    }
}
