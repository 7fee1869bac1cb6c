package org.tpx.benchmarks;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.ExceptionHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
import org.tpx.benchmarks.books.BookStream;
import org.tpx.benchmarks.books.TestedPipeline;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.wire.TurnFrame;

/**
 * Our state machine behind a ring, its events read on a further thread, and nothing else: of a {@code DisruptorHost} the record
 * with its hashes, the journal, the checkpoints and the check of messages are left out, and its clock is a counter. A node
 * cannot run like this, since publication reads what the journal made durable; it is the counterpart of an exchange whose
 * journal is turned off, and waits as that one does.
 */
public final class BareUnits implements TestedPipeline {

    private static final int SLOTS = 16_384;
    private static final int FRAME_BYTES = 128;
    private static final int EVENT_BYTES = 512;
    private static final long PARK_NANOS = 50_000;
    private static final long COMMAND_NANOS = 10;

    private final UnitStream stream;
    private final EngineDriver driver = new EngineDriver(1 << 12);
    private final Disruptor<Slot> disruptor;
    private final RingBuffer<Slot> ring;
    private UnitTally tally = new UnitTally();
    private long timeNanos;
    private long sent;
    private long toldHere;
    private volatile long told;
    private volatile @Nullable Throwable failure;

    /** The directory is not used. */
    public BareUnits(BookStream book, Path directory, boolean yields) {
        stream = new UnitStream(book);
        UnitMarket market = new UnitMarket();
        driver.prepare(market.steps(), market.openNanos());
        timeNanos = market.openNanos();
        disruptor = new Disruptor<>(
                Slot::new,
                SLOTS,
                DaemonThreadFactory.INSTANCE,
                ProducerType.MULTI,
                yields ? new YieldingWaitStrategy() : new BlockingWaitStrategy());
        disruptor.setDefaultExceptionHandler(new Failing());
        disruptor.handleEventsWith((slot, sequence, last) -> carryOut(slot)).then((slot, sequence, last) -> tell(slot));
        ring = disruptor.start();
    }

    private void carryOut(Slot slot) {
        timeNanos += COMMAND_NANOS;
        driver.turn(slot.frame, 0, timeNanos);
        slot.take(driver.events());
    }

    private void tell(Slot slot) {
        tally.add(slot.events, slot.eventsLength, slot.eventCount);
        told = ++toldHere;
    }

    @Override
    public void send(int from, int to) {
        for (int i = from; i < to; i++) {
            int offset = stream.offset(i);
            long place = ring.next();
            ring.get(place).frame.putBytes(0, stream.frames(), offset, TurnFrame.length(stream.frames(), offset));
            ring.publish(place);
        }
        sent += to - from;
    }

    @Override
    public void await() {
        while (told < sent && failure == null) {
            LockSupport.parkNanos(PARK_NANOS);
        }
        Throwable cause = failure;
        if (cause != null) {
            throw new IllegalStateException("the pipeline failed", cause);
        }
    }

    @Override
    public void check() {
        tally.check(stream.stream().outcome());
    }

    @Override
    public void reuse() {
        tally = new UnitTally();
        stream.renumber();
    }

    @Override
    public long journalBytes() {
        return 0;
    }

    @Override
    public long syncs() {
        return 0;
    }

    @Override
    public void close() {
        disruptor.shutdown();
    }

    /** A command, and then what came of it. */
    private static final class Slot {
        private final UnsafeBuffer frame = new UnsafeBuffer(new byte[FRAME_BYTES]);
        private final UnsafeBuffer events = new UnsafeBuffer(new byte[EVENT_BYTES]);
        private int eventsLength;
        private int eventCount;

        private void take(EventWriter written) {
            if (written.length() > events.capacity()) {
                events.wrap(new byte[2 * written.length()]);
            }
            events.putBytes(0, written.buffer(), 0, written.length());
            eventsLength = written.length();
            eventCount = written.count();
        }
    }

    private final class Failing implements ExceptionHandler<Slot> {

        @Override
        public void handleEventException(Throwable cause, long sequence, Slot slot) {
            failure = cause;
        }

        @Override
        public void handleOnStartException(Throwable cause) {
            failure = cause;
        }

        @Override
        public void handleOnShutdownException(Throwable cause) {
            failure = cause;
        }
    }
}
