package org.tpx.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tpx.book.MassCancel;
import org.tpx.book.OrderBook;
import org.tpx.book.OrderBookListener;
import org.tpx.book.OrderRejection;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.Side;

/**
 * Time and garbage of our order book for a command of a {@link BookStream}, 200,000 commands at a time. Between two times the
 * same book is emptied and filled again, so that nothing new is allocated and lines lie as in a book that has lived.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class BookBenchmark {

    private static final int COMMANDS = 200_000;
    private static final long SEED = 1;

    /** Resting orders. */
    @Param({"1000", "50000"})
    public int resting;

    /** How far from the middle prices lie, in ticks: neighbours, or each order nearly alone. */
    @Param({"1000", "1000000000"})
    public long width;

    private final Sum sum = new Sum();
    private final MassCancel everything = new MassCancel();
    private BookStream stream = BookStream.mixed(0, 1, 0, SEED);
    private OrderBook book = new OrderBook(sum);

    /** Makes the stream. */
    @Setup(Level.Trial)
    public void make() {
        stream = BookStream.mixed(resting, width, COMMANDS, SEED);
        book = new OrderBook(sum, 2 * resting, OrderBook.MAX_ORDERS);
    }

    /** Empties the book and fills it again. */
    @Setup(Level.Invocation)
    public void fill() {
        book.massCancel(everything.everything(), Integer.MAX_VALUE);
        for (int i = 0; i < stream.filling(); i++) {
            stream.apply(i, book);
        }
    }

    /** The measured commands. */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public long commands() {
        for (int i = stream.filling(); i < stream.size(); i++) {
            stream.apply(i, book);
        }
        return sum.value;
    }

    /** Uses every event a little. */
    private static final class Sum implements OrderBookListener {

        private long value;

        @Override
        public void rested(long order, long member, Side side, long price, long quantity) {
            value += quantity;
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
            value += price + makerRemaining;
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
            value += price;
        }

        @Override
        public void reduced(long order, long member, long cut, long remaining) {
            value += cut;
        }

        @Override
        public void replaced(long order, long member, long price, long quantity, boolean keepsPriority) {
            value += price;
        }

        @Override
        public void cancelled(long order, long member, long quantity, CancelReason reason) {
            value += quantity;
        }

        @Override
        public void rejected(long order, long member, OrderRejection reason) {
            value++;
        }
    }
}
