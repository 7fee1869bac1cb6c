package org.tpx.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.host.DisruptorHost;
import org.tpx.host.HostSettings;
import org.tpx.host.Subscription;
import org.tpx.host.TurnView;
import org.tpx.journal.Durability;

/**
 * The whole way of a bid: ring, sequencer, state machine, record with its hashes, journal, force, publication. Open-loop: the
 * latency of a bid counts from the moment it was meant to be sent, whether the node was ready or not.
 */
final class PipelineBench {

    /** The rate that stands for as fast as the node takes them. */
    static final long UNLIMITED = 0;

    private static final long FIRST_CLIENT_ID = 1_000_000_000L;
    private static final long SPIN_NANOS = 60_000;

    private final Path scratch;
    private final long warmUp;
    private final long bids;

    PipelineBench(Path scratch, long warmUp, long bids) {
        this.scratch = scratch;
        this.warmUp = warmUp;
        this.bids = bids;
    }

    /** One run at an offered rate per second. */
    PipelineResult run(Durability durability, long ratePerSecond, int run) throws IOException {
        Path directory = scratch.resolve("pipeline-" + durability + "-" + ratePerSecond + "-" + run);
        Workload workload = new Workload(42, 64, 16);
        Prepared.write(directory, workload);
        long total = warmUp + bids;
        Arrivals arrivals = new Arrivals((int) total, (int) warmUp);
        BenchClock clock = new BenchClock(workload.startNanos() - TimeUnit.MINUTES.toNanos(1));
        HostSettings settings = Prepared.settings(directory, durability).withClock(clock);
        long elapsedNanos;
        try (DisruptorHost host =
                DisruptorHost.start(settings, List.of(Subscription.fromStart(arrivals::onTurn)), Arrivals::fail)) {
            clock.set(workload.limitedNanos() + TimeUnit.MILLISECONDS.toNanos(1));
            elapsedNanos = offer(host, workload, arrivals, ratePerSecond, total);
        }
        Directories.delete(directory);
        return PipelineResult.of(durability, ratePerSecond, bids, elapsedNanos, arrivals.latencies());
    }

    private long offer(DisruptorHost host, Workload workload, Arrivals arrivals, long ratePerSecond, long total) {
        MutableDirectBuffer message = new UnsafeBuffer(new byte[256]);
        long intervalNanos = ratePerSecond == UNLIMITED ? 0 : TimeUnit.SECONDS.toNanos(1) / ratePerSecond;
        long intendedNanos = System.nanoTime();
        long startNanos = intendedNanos;
        for (long i = 0; i < total; i++) {
            if (i == warmUp) {
                startNanos = System.nanoTime();
                intendedNanos = startNanos;
            }
            int length = workload.nextBid(message, 0);
            intendedNanos = intervalNanos == 0 ? System.nanoTime() : intendedNanos + intervalNanos;
            awaitTime(intendedNanos);
            arrivals.intended((int) i, intendedNanos);
            host.submit(workload.principalId(), FIRST_CLIENT_ID + i, message, 0, length);
        }
        arrivals.awaitAll();
        return arrivals.lastNanos() - startNanos;
    }

    private static void awaitTime(long nanos) {
        long left = nanos - System.nanoTime();
        while (left > 0) {
            if (left > SPIN_NANOS) {
                LockSupport.parkNanos(left - SPIN_NANOS);
            } else {
                Thread.onSpinWait();
            }
            left = nanos - System.nanoTime();
        }
    }

    /** When bids were meant to be sent and when they were published; written by one thread each. */
    private static final class Arrivals {
        private final long[] intendedNanos;
        private final Histogram latencies = new Histogram(TimeUnit.MINUTES.toNanos(5), 3);
        private final int warmUp;
        private volatile int published;
        private volatile long lastNanos;

        private Arrivals(int total, int warmUp) {
            intendedNanos = new long[total];
            this.warmUp = warmUp;
        }

        private void intended(int bid, long nanos) {
            intendedNanos[bid] = nanos;
        }

        private void onTurn(TurnView turn) {
            int bid = (int) (turn.clientId() - FIRST_CLIENT_ID);
            if (bid < 0) {
                return;
            }
            long nowNanos = System.nanoTime();
            if (bid >= warmUp) {
                latencies.recordValue(Math.max(0, nowNanos - intendedNanos[bid]));
            }
            lastNanos = nowNanos;
            published = bid + 1;
        }

        private void awaitAll() {
            while (published < intendedNanos.length) {
                LockSupport.parkNanos(100_000);
            }
        }

        private Histogram latencies() {
            return latencies;
        }

        private long lastNanos() {
            return lastNanos;
        }

        private static void fail(Throwable cause) {
            throw new IllegalStateException("the node stopped", cause);
        }
    }
}
