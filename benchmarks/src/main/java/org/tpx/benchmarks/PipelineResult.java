package org.tpx.benchmarks;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.tpx.journal.Durability;

/**
 * What one run of the pipeline showed.
 *
 * @param durability what publication waited for
 * @param offeredPerSecond the offered rate; 0 for as fast as possible
 * @param bids bids measured
 * @param bidsPerSecond bids published in a second
 * @param p50Micros median latency from the intended send time
 * @param p99Micros its 99th percentile
 * @param p999Micros its 99.9th percentile
 * @param maxMicros its largest value
 */
record PipelineResult(
        Durability durability,
        long offeredPerSecond,
        long bids,
        long bidsPerSecond,
        long p50Micros,
        long p99Micros,
        long p999Micros,
        long maxMicros) {

    static PipelineResult of(Durability durability, long offered, long bids, long elapsedNanos, Histogram latencies) {
        return new PipelineResult(
                durability,
                offered,
                bids,
                Math.round(bids * 1e9 / elapsedNanos),
                micros(latencies.getValueAtPercentile(50)),
                micros(latencies.getValueAtPercentile(99)),
                micros(latencies.getValueAtPercentile(99.9)),
                micros(latencies.getMaxValue()));
    }

    private static long micros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos);
    }
}
