package org.tpx.benchmarks;

import org.agrona.concurrent.EpochNanoClock;

/** A clock that starts where a workload needs it and then runs with the machine's; it can be set forward. Any thread. */
final class BenchClock implements EpochNanoClock {

    private volatile long offsetNanos;

    BenchClock(long nowNanos) {
        set(nowNanos);
    }

    /** Makes it this time now. */
    void set(long nowNanos) {
        offsetNanos = nowNanos - System.nanoTime();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime() + offsetNanos;
    }
}
