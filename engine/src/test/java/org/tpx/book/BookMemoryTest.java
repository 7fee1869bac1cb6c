package org.tpx.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;

/** What the book allocates: nothing once it is warm, and few bytes an order until then. */
class BookMemoryTest {

    private static final int ORDERS = 5_000;

    /** Counts and keeps nothing. */
    private static final class Counter implements OrderBookListener {
        long trades;
        long others;

        @Override
        public void rested(long order, long member, Side side, long price, long quantity) {
            others++;
        }

        @Override
        public void traded(
                long maker,
                long makerMember,
                long taker,
                long takerMember,
                Side takerSide,
                long price,
                long quantity,
                long makerRemaining,
                long takerRemaining) {
            trades++;
        }

        @Override
        public void crossed(
                long buy,
                long buyMember,
                long sell,
                long sellMember,
                long price,
                long quantity,
                long buyRemaining,
                long sellRemaining) {
            trades++;
        }

        @Override
        public void reduced(long order, long member, long cut, long remaining) {
            others++;
        }

        @Override
        public void replaced(long order, long member, long price, long quantity, boolean keepsPriority) {
            others++;
        }

        @Override
        public void cancelled(long order, long member, long quantity, CancelReason reason) {
            others++;
        }

        @Override
        public void rejected(long order, long member, OrderRejection reason) {
            others++;
        }
    }

    private final Counter counter = new Counter();

    @Test
    void shouldAllocateNothingOnceWarm() {
        OrderBook book = new OrderBook(counter, 2 * ORDERS, 2 * ORDERS);
        MassCancel cancel = new MassCancel();
        long[] prices = new long[5];
        long[] quantities = new long[5];
        int[] counts = new int[5];
        SplittableRandom random = new SplittableRandom(7);
        drive(book, cancel, random, prices, quantities, counts, 400_000);
        long before = allocated();
        drive(book, cancel, random, prices, quantities, counts, 400_000);
        long bytes = allocated() - before;
        assertThat(counter.trades).isGreaterThan(10_000);
        assertThat(counter.others).isGreaterThan(10_000);
        // The measurement itself may cost some bytes; one object for every thousand commands would be 6,400 and more.
        assertThat(bytes).isLessThan(1_000);
    }

    private void drive(
            OrderBook book,
            MassCancel cancel,
            SplittableRandom random,
            long[] prices,
            long[] quantities,
            int[] counts,
            int commands) {
        for (int i = 0; i < commands; i++) {
            long id = random.nextInt(ORDERS) * 0x9E37_79B9_7F4A_7C15L;
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            long price = 1_000L + random.nextInt(400) + (side == Side.BUY ? -350 : 0);
            switch (random.nextInt(8)) {
                case 0 -> book.cancel(id);
                case 1 -> book.reduce(id, 3);
                case 2 -> book.replace(id, price, 1 + random.nextInt(50));
                case 3 -> book.enter(id, i & 7, side, OrderKind.FILL_OR_KILL, price, 20, 0, SelfTrade.CANCEL_OLDEST, 0);
                case 4 -> book.depth(side, prices, quantities, counts);
                default -> book.enter(id, i & 7, side, OrderKind.LIMIT, price, 40, 0, SelfTrade.CANCEL_BOTH, 0);
            }
            if (i % 10_000 == 0) {
                while (!book.massCancel(cancel.member(i & 7), ORDERS)) {
                    counter.others++;
                }
            }
        }
    }

    /**
     * 64 bytes of order and at most an eighth more, 5.8 to 11.7 bytes of index, and a share of a level's 32 bytes. Looked at
     * as the book grows, so that the index is met at its emptiest and the arrays just after they grew.
     */
    @Test
    void shouldTakeAtMost96BytesForARestingOrderAtEverySize() {
        OrderBook book = new OrderBook(counter);
        long worst = 0;
        for (int i = 0; i < 400_000; i++) {
            long id = i * 0x9E37_79B9_7F4A_7C15L ^ i;
            long price = 1L + i % 500;
            Side side = (i & 1) == 0 ? Side.BUY : Side.SELL;
            book.enter(id, 1, side, OrderKind.LIMIT, side == Side.BUY ? price : price + 500, 1, 0, SelfTrade.ALLOW, 0);
            if (i >= 5_000) {
                worst = Math.max(worst, book.heapBytes() / book.size());
            }
        }
        assertThat(book.size()).isEqualTo(400_000);
        assertThat(worst).isBetween(64L, 95L);
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
