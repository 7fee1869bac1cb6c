package org.tpx.host;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.TimeoutException;
import com.lmax.disruptor.WaitStrategy;
import java.util.Objects;
import org.agrona.concurrent.EpochNanoClock;
import org.jspecify.annotations.Nullable;

/**
 * Waits as another strategy does, but wakes up at an instant: timers fire without a command. It works because a strategy
 * asks its barrier, each time round, whether it should go on waiting; so the strategy must be one that never blocks for
 * good. For one consumer.
 */
final class WakingWaitStrategy implements WaitStrategy {

    private final WaitStrategy strategy;
    private final EpochNanoClock clock;
    private final Watch watch = new Watch();
    private long wakeNanos = Long.MAX_VALUE;

    WakingWaitStrategy(WaitStrategy strategy, EpochNanoClock clock) {
        this.strategy = strategy;
        this.clock = clock;
    }

    /** Sets when the next wait ends at the latest: UTC epoch nanoseconds. To be called by the thread that waits. */
    void wakeAt(long epochNanos) {
        wakeNanos = epochNanos;
    }

    @Override
    public long waitFor(long sequence, Sequence cursor, Sequence dependent, SequenceBarrier barrier)
            throws AlertException, InterruptedException, TimeoutException {
        watch.barrier = barrier;
        try {
            return strategy.waitFor(sequence, cursor, dependent, watch);
        } catch (AlertException alert) {
            barrier.checkAlert();
            throw TimeoutException.INSTANCE;
        }
    }

    @Override
    public void signalAllWhenBlocking() {
        strategy.signalAllWhenBlocking();
    }

    /** The barrier as the other strategy sees it: alerted as well when it is time to wake up. */
    private final class Watch implements SequenceBarrier {
        private @Nullable SequenceBarrier barrier;

        private SequenceBarrier barrier() {
            return Objects.requireNonNull(barrier);
        }

        @Override
        public void checkAlert() throws AlertException {
            barrier().checkAlert();
            if (clock.nanoTime() >= wakeNanos) {
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
