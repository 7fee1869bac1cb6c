package org.tpx.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a bid costs on a full exchange, next to the same bid on an empty one: every bid extends the limited period of its auction, so that
 * it moves a timer among those of all live listings.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class CrowdBenchmark {

    private static final int LISTINGS = 10_000;
    private static final int BIDDERS = 1_000;
    private static final int FEW = 2;
    private static final int EXPECTED_BIDS = 1 << 25;

    /** How full the exchange is. */
    public enum Crowd {
        /** Two auctions of two bidders, one of them bid in. */
        EMPTY,
        /** 10,000 auctions with running timers, all bids in one of two bidders. */
        LISTINGS_10000,
        /** The same, all bids in one of 1,000 bidders. */
        LISTINGS_10000_BIDDERS_1000
    }

    /** How full the exchange is. */
    @Param
    private Crowd crowd = Crowd.EMPTY;

    private Workload workload = new Workload(1, 1, 2);
    private EngineDriver driver = new EngineDriver(16);
    private long timeNanos;

    /** Prepares the market. */
    @Setup(Level.Trial)
    public void prepare() {
        int listings = crowd == Crowd.EMPTY ? FEW : LISTINGS;
        int bidders = crowd == Crowd.LISTINGS_10000_BIDDERS_1000 ? BIDDERS : FEW;
        workload = Workload.crowded(42, listings, FEW, bidders);
        driver = new EngineDriver(EXPECTED_BIDS);
        timeNanos = driver.prepare(workload);
    }

    /** One bid. */
    @Benchmark
    public int bid() {
        return driver.bid(workload, ++timeNanos);
    }
}
