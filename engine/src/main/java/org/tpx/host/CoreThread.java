package org.tpx.host;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.TimeoutException;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.EpochNanoClock;
import org.tpx.journal.Journal;

/**
 * The ring and the one thread that empties it: a batch of commands, each after the timers that are due by then, then one
 * sync for all of them. Wakes up for timers when no command comes. Any failure ends it, and from then on nobody gets a place
 * in the ring: the ring's own loops would leave them waiting for ever.
 */
final class CoreThread implements Runnable {

    private static final int SPINS = 200;
    private static final long SLEEP_NANOS = 50_000;
    private static final long FULL_RING_PARK_NANOS = 20_000;
    private static final long SHORT_SPACE_PARK_NANOS = 1_000_000;
    private static final long QUIET_NANOS = 5_000_000;

    private final HostSettings settings;
    private final EpochNanoClock clock;
    private final Journal journal;
    private final TurnSequencer sequencer;
    private final AdmissionGate admission;
    private final Publisher publisher;
    private final SnapshotTaker snapshots;
    private final NodeHealth health;
    private final WakingWaitStrategy waiting;
    private final RingBuffer<CommandSlot> ring;
    private final SequenceBarrier barrier;
    private final Sequence consumed = new Sequence();
    private final Thread thread = new Thread(this, "tpx-core");
    private long lastSnapshot;
    private volatile boolean spaceShort;
    private volatile boolean snapshotWanted;
    private volatile boolean closing;
    private volatile boolean ended;

    CoreThread(
            HostSettings settings,
            Journal journal,
            TurnSequencer sequencer,
            Publisher publisher,
            SnapshotTaker snapshots,
            NodeHealth health) {
        this.settings = settings;
        this.clock = settings.clock();
        this.journal = journal;
        this.sequencer = sequencer;
        this.admission = new AdmissionGate(journal::hasRoom);
        this.publisher = publisher;
        this.snapshots = snapshots;
        this.health = health;
        this.waiting = new WakingWaitStrategy(strategy(settings.waiting()), clock, quietNanos(settings.waiting()));
        this.ring = RingBuffer.createMultiProducer(CommandSlot::new, settings.ringSlots(), waiting);
        this.barrier = ring.newBarrier();
        this.lastSnapshot = sequencer.sequence();
        ring.addGatingSequences(consumed);
    }

    private static WaitStrategy strategy(WaitMode mode) {
        return switch (mode) {
            case SLEEPING -> new SleepingWaitStrategy(SPINS, SLEEP_NANOS);
            case YIELDING -> new YieldingWaitStrategy();
            case BUSY_SPIN -> new BusySpinWaitStrategy();
        };
    }

    private static long quietNanos(WaitMode mode) {
        return mode == WaitMode.SLEEPING ? QUIET_NANOS : WakingWaitStrategy.PERIOD_NANOS;
    }

    void start() {
        thread.start();
    }

    /**
     * Hands a command over, from any thread.
     *
     * @param patient whether to wait while the ring is full
     * @return false when the ring is full and nobody waits
     * @throws NodeStoppedException when the core has ended
     */
    boolean offer(long principalId, long clientId, DirectBuffer message, int offset, int length, boolean patient) {
        if (spaceShort) {
            // Refusals are journaled too: what space is left must last for those who withdraw, halt and settle.
            LockSupport.parkNanos(SHORT_SPACE_PARK_NANOS);
        }
        long place = claim(patient);
        if (place < 0) {
            return false;
        }
        try {
            ring.get(place).fill(principalId, clientId, message, offset, length);
        } finally {
            ring.publish(place);
        }
        confirm(place);
        return true;
    }

    private long claim(boolean patient) {
        while (true) {
            if (closing || ended) {
                throw new NodeStoppedException(health.failure());
            }
            try {
                return ring.tryNext();
            } catch (InsufficientCapacityException full) {
                if (!patient) {
                    return -1;
                }
                LockSupport.parkNanos(FULL_RING_PARK_NANOS);
            }
        }
    }

    /** A command that was published while the core ended either was seen by its last look or is refused here. */
    private void confirm(long place) {
        VarHandle.fullFence();
        waiting.wake();
        if (ended) {
            Threads.join(thread);
            if (consumed.get() < place) {
                throw new NodeStoppedException(health.failure());
            }
        }
    }

    @Override
    public void run() {
        try {
            endBatch();
            while (!closing) {
                round();
            }
            ended = true;
            VarHandle.fullFence();
            while (consumed.get() < ring.getCursor()) {
                round();
            }
        } catch (Throwable failure) {
            // First the cause, so that those who are turned away can be told it.
            health.fail(failure);
            ended = true;
        }
    }

    private void round() throws InterruptedException {
        if (!health.isGood()) {
            throw new NodeStoppedException(health.failure());
        }
        long next = consumed.get() + 1;
        batch(next, await(next));
    }

    private long await(long next) throws InterruptedException {
        waiting.wakeAt(sequencer.nextDeadlineNanos());
        try {
            return barrier.waitFor(next);
        } catch (TimeoutException | AlertException timeToLookAround) {
            return next - 1;
        }
    }

    private void batch(long first, long available) {
        long startNanos = System.nanoTime();
        long lastTurn = sequencer.sequence() + settings.batchTurns();
        long next = first;
        while (next <= available
                && sequencer.sequence() < lastTurn
                && (next == first || System.nanoTime() - startNanos < settings.batchNanos())) {
            ring.get(next).carryOut(sequencer, clock.nanoTime());
            next++;
        }
        sequencer.advance(clock.nanoTime());
        consumed.set(next - 1);
        endBatch();
    }

    private void endBatch() {
        long now = clock.nanoTime();
        if (admission.changes(System.nanoTime())) {
            sequencer.setAdmission(now, admission.isOpen());
            spaceShort = !admission.isOpen();
        }
        if (isSnapshotDue()) {
            snapshotWanted = false;
            sequencer.takeSnapshot(now);
            lastSnapshot = sequencer.sequence();
        }
        if (journal.appendedSequence() > journal.durableSequence()) {
            journal.force();
            publisher.wake();
        }
        journal.roll(TimeUnit.NANOSECONDS.toMillis(now));
    }

    private boolean isSnapshotDue() {
        boolean due = settings.snapshotTurns() > 0 && sequencer.sequence() - lastSnapshot >= settings.snapshotTurns();
        return (due || snapshotWanted) && !snapshots.isBusy();
    }

    /** Asks for a snapshot at the end of the next batch. */
    void wantSnapshot() {
        snapshotWanted = true;
    }

    /** Commands that wait in the ring. */
    long waiting() {
        return ring.getCursor() - consumed.get();
    }

    /** Whether commands are taken. */
    boolean isRunning() {
        return !closing && !ended;
    }

    /** Takes no more commands, carries out those that were taken, makes them durable, and ends. */
    void close() {
        closing = true;
        LockSupport.unpark(thread);
        Threads.join(thread);
    }
}
