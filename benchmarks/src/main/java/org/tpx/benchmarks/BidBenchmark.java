package org.tpx.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One bid through the whole state machine: references, mandate, admission, price rules, timer, event. With its making. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class BidBenchmark {

    private static final int LISTINGS = 64;
    private static final int BIDDERS = 16;
    // Room for the references of all bids of a fork, so that what is measured is bidding and not the growth of an
    // index.
    private static final int EXPECTED_BIDS = 1 << 25;

    private Workload workload = new Workload(1, 1, 2);
    private EngineDriver driver = new EngineDriver(16);
    private long timeNanos;

    /** Prepares the market. */
    @Setup(Level.Trial)
    public void prepare() {
        workload = new Workload(42, LISTINGS, BIDDERS);
        driver = new EngineDriver(EXPECTED_BIDS);
        timeNanos = driver.prepare(workload);
    }

    /** One bid. */
    @Benchmark
    public int bid() {
        return driver.bid(workload, ++timeNanos);
    }
}
