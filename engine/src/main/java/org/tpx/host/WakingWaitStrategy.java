package org.tpx.host;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.TimeoutException;
import com.lmax.disruptor.WaitStrategy;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.EpochNanoClock;
import org.jspecify.annotations.Nullable;

/**
 * Waits as another strategy does, but wakes up when a timer is due or it is time to look around, without a command; and lets
 * go of the processor altogether when no command came for a while, until one does. It works because a strategy asks its
 * barrier, each time round, whether it should go on waiting; so the strategy must be one that never blocks for good. For one
 * consumer.
 */
final class WakingWaitStrategy implements WaitStrategy {

    /** A wait is never longer than this. */
    static final long PERIOD_NANOS = 50_000_000;

    private final WaitStrategy strategy;
    private final EpochNanoClock clock;
    private final long quietNanos;
    private final Watch watch = new Watch();
    private volatile boolean parked;
    private long deadlineNanos = Long.MAX_VALUE;
    private long startNanos;
    private boolean quiet;
    private @Nullable Thread waiter;

    /** Waits as the strategy does, for so many nanoseconds; then sleeps until {@link #wake} or a deadline. */
    WakingWaitStrategy(WaitStrategy strategy, EpochNanoClock clock, long quietNanos) {
        this.strategy = strategy;
        this.clock = clock;
        this.quietNanos = quietNanos;
    }

    /** Sets when the next wait ends at the latest: UTC epoch nanoseconds. To be called by the thread that waits. */
    void wakeAt(long epochNanos) {
        deadlineNanos = epochNanos;
    }

    /** Wakes the thread that waits where it sleeps. To be called behind a full fence after the command was published. */
    void wake() {
        if (parked) {
            LockSupport.unpark(waiter);
        }
    }

    @Override
    public long waitFor(long sequence, Sequence cursor, Sequence dependent, SequenceBarrier barrier)
            throws AlertException, InterruptedException, TimeoutException {
        startNanos = System.nanoTime();
        watch.barrier = barrier;
        if (!quiet) {
            try {
                return strategy.waitFor(sequence, cursor, dependent, watch);
            } catch (AlertException alert) {
                barrier.checkAlert();
            }
        }
        sleep(sequence, cursor);
        // Who slept in vain goes on sleeping; the strategy's own way costs some of the processor all the time.
        quiet = dependent.get() < sequence && quietNanos < PERIOD_NANOS;
        if (dependent.get() < sequence) {
            throw TimeoutException.INSTANCE;
        }
        return dependent.get();
    }

    private void sleep(long sequence, Sequence cursor) {
        waiter = Thread.currentThread();
        parked = true;
        // Looked at again behind the flag: who submits publishes first and looks at the flag then.
        long nanos = Math.min(
                startNanos + PERIOD_NANOS - System.nanoTime(),
                deadlineNanos == Long.MAX_VALUE ? PERIOD_NANOS : deadlineNanos - clock.nanoTime());
        if (nanos > 0 && cursor.get() < sequence) {
            LockSupport.parkNanos(nanos);
        }
        parked = false;
    }

    @Override
    public void signalAllWhenBlocking() {
        strategy.signalAllWhenBlocking();
    }

    /** The barrier as the other strategy sees it: alerted as well when it has waited long enough. */
    private final class Watch implements SequenceBarrier {
        private @Nullable SequenceBarrier barrier;

        private SequenceBarrier barrier() {
            return Objects.requireNonNull(barrier);
        }

        @Override
        public void checkAlert() throws AlertException {
            barrier().checkAlert();
            if (System.nanoTime() - startNanos >= quietNanos || clock.nanoTime() >= deadlineNanos) {
                throw AlertException.INSTANCE;
            }
        }

        @Override
        public long waitFor(long sequence) throws AlertException, InterruptedException, TimeoutException {
            return barrier().waitFor(sequence);
        }

        @Override
        public long getCursor() {
            return barrier().getCursor();
        }

        @Override
        public boolean isAlerted() {
            return barrier().isAlerted();
        }

        @Override
        public void alert() {
            barrier().alert();
        }

        @Override
        public void clearAlert() {
            barrier().clearAlert();
        }
    }
}
