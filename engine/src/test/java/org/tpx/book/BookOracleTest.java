package org.tpx.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.Side;

/**
 * Random commands to the book and to the naive one: every event is compared after every command, and the whole book now and
 * then. {@code -Dbook.commands=10000000} for a long run, {@code -Dtpx.seed=...} for another seed.
 */
class BookOracleTest {

    private static final int COMMANDS = Integer.getInteger("book.commands", 200_000);
    private static final long SEED = Long.getLong("tpx.seed", 20_250_101);
    private static final int COMMANDS_PER_LOOK = 1_000;

    @ParameterizedTest
    @EnumSource
    void shouldDoWhatTheNaiveBookDoes(Workload.Prices prices) {
        Tape tape = new Tape();
        Tape expected = new Tape();
        Book book = new RealBook(tape);
        Book naive = new NaiveOrderBook(expected);
        Workload workload = new Workload(SEED + prices.ordinal(), prices);
        for (int i = 0; i < COMMANDS / Workload.Prices.values().length; i++) {
            tape.clear();
            expected.clear();
            workload.next(book, naive);
            if (!tape.sameAs(expected)) {
                assertThat(tape.lines())
                        .as("events of command %d with prices %s and seed %d", i, prices, SEED)
                        .isEqualTo(expected.lines());
            }
            if (i % COMMANDS_PER_LOOK == 0) {
                assertThat(whole(book))
                        .as("book after command %d with prices %s and seed %d", i, prices, SEED)
                        .isEqualTo(whole(naive));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveTheSameEventsAfterItWasBuiltAgainFromItsOrders(Workload.Prices prices) {
        Tape tape = new Tape();
        Tape expected = new Tape();
        Book book = new RealBook(expected);
        Workload workload = new Workload(SEED + 10 + prices.ordinal(), prices, true);
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < COMMANDS / 400; i++) {
                workload.next(book);
            }
            expected.clear();
            tape.clear();
            OrderBook copy = new OrderBook(tape);
            book.forEachOrder(copy::restore);
            copy.referencePrice(book.referencePrice());
            copy.bands(((RealBook) book).book.bandLow(), ((RealBook) book).book.bandHigh());
            Book rebuilt = new RealBook(copy);
            for (int i = 0; i < COMMANDS / 400; i++) {
                workload.next(book, rebuilt);
            }
            assertThat(tape.sameAs(expected))
                    .as("prices %s, seed %d, round %d", prices, SEED, round)
                    .isTrue();
            assertThat(whole(rebuilt)).isEqualTo(whole(book));
        }
    }

    /** Else the comparison would say little. */
    @Test
    void shouldMeetEveryReasonOnTheWay() {
        Tape tape = new Tape();
        Book book = new RealBook(tape);
        Workload workload = new Workload(SEED, Workload.Prices.DENSE);
        for (int i = 0; i < 60_000; i++) {
            workload.next(book);
        }
        Set<String> words = new TreeSet<>();
        tape.lines()
                .forEach(line -> words.addAll(
                        Arrays.asList(line.replaceAll("[^a-zA-Z_ ]", "").split(" +"))));
        assertThat(words).contains("rested", "traded", "reduced", "replaced", "place");
        assertThat(words).contains(names(CancelReason.values(), CancelReason.NO_PRICE));
        assertThat(words).contains(names(OrderRejection.values(), OrderRejection.BOOK_FULL));
    }

    private static String[] names(Enum<?>[] all, Enum<?> without) {
        return Arrays.stream(all)
                .filter(each -> each != without)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /** Everything that can be asked of a book, in lines. */
    private static List<String> whole(Book book) {
        List<String> lines = new ArrayList<>();
        book.forEachOrder((order, member, side, kind, selfTrade, price, remaining, tag) -> {
            lines.add("%d %d %s %s %s %d %d %d".formatted(order, member, side, kind, selfTrade, price, remaining, tag));
            assertThat(book.remaining(order)).isEqualTo(remaining);
            assertThat(book.price(order)).isEqualTo(price);
        });
        lines.add("size " + book.size() + ", reference " + book.referencePrice());
        for (Side side : Side.values()) {
            lines.add("best %s %d x %d, market %d"
                    .formatted(side, book.bestPrice(side), book.bestQuantity(side), book.marketQuantity(side)));
            long[] prices = new long[7];
            long[] quantities = new long[7];
            int[] counts = new int[7];
            int levels = book.depth(side, prices, quantities, counts);
            for (int i = 0; i < levels; i++) {
                lines.add("level %d x %d in %d".formatted(prices[i], quantities[i], counts[i]));
            }
        }
        return lines;
    }
}
