package org.tpx.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tpx.engine.sale.WinnerDetermination;

/**
 * The winners of a package sale with as many lots and bids as it can hold: 12 and 200. Bids of one lot each fit into most sets, so they
 * are the dearest; equal amounts make every set a tie, so that the earliest is looked for each time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class WinnerBenchmark {

    private static final int LOTS = WinnerDetermination.MAX_LOTS;
    private static final int BIDS = WinnerDetermination.MAX_BIDS;

    @Param({"mixed", "single lots", "ties"})
    private String bids = "mixed";

    private final WinnerDetermination determination = new WinnerDetermination();
    private final long[] bidders = new long[BIDS];
    private final int[] lotSets = new int[BIDS];
    private final long[] amounts = new long[BIDS];

    /** Draws the bids: of 50 bidders, or each of a bidder of its own. */
    @Setup
    public void draw() {
        Random random = new Random(21);
        boolean mixed = bids.equals("mixed");
        for (int i = 0; i < BIDS; i++) {
            bidders[i] = mixed ? random.nextInt(50) : i;
            lotSets[i] = mixed ? 1 + random.nextInt((1 << LOTS) - 1) : 1 << random.nextInt(LOTS);
            long lots = Integer.bitCount(lotSets[i]);
            amounts[i] = lots * 100_000_000 + (bids.equals("ties") ? 0 : random.nextInt(30_000_000));
        }
    }

    /** Takes all bids and finds the winners. */
    @Benchmark
    public long determine() {
        determination.begin(LOTS);
        for (int i = 0; i < BIDS; i++) {
            determination.add(bidders[i], lotSets[i], amounts[i]);
        }
        determination.solve();
        return determination.revenueMinor();
    }
}
