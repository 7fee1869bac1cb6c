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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tpx.benchmarks.books.BookStream;
import org.tpx.benchmarks.books.Outcome;
import org.tpx.benchmarks.books.StreamMaker;
import org.tpx.benchmarks.books.StreamPlan;

/**
 * Time and garbage of our order book alone for a command of a mixed {@link BookStream}, 200,000 commands at a time. Between two
 * times the same book is emptied and filled again, so that nothing new is allocated and lines lie as in a book that has lived.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class BookBenchmark {

    private static final int COMMANDS = 200_000;

    /** Resting orders. */
    @Param({"1000", "50000"})
    public int resting;

    /** Whether prices lie far apart, so that each order is nearly alone at its own. */
    @Param({"false", "true"})
    public boolean sparse;

    private final TpxBook book = new TpxBook();
    private BookStream stream = StreamMaker.make(StreamPlan.mixed(false, 1, 0, 1));

    /** Makes the stream. */
    @Setup(Level.Trial)
    public void make() {
        stream = StreamMaker.make(StreamPlan.mixed(sparse, resting, COMMANDS, 1));
    }

    /** Fills the book. */
    @Setup(Level.Invocation)
    public void fill() {
        book.tally().clear();
        stream.apply(0, stream.filling(), book);
    }

    /** Empties it. */
    @TearDown(Level.Invocation)
    public void empty() {
        stream.apply(stream.measuredEnd(), stream.size(), book);
    }

    /** The measured commands. */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public Outcome commands() {
        stream.apply(stream.filling(), stream.measuredEnd(), book);
        return book.tally().outcome(book.resting());
    }
}
