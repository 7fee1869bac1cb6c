package org.tpx.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.agrona.BitUtil;
import org.jspecify.annotations.Nullable;
import org.tpx.benchmarks.books.BookStream;
import org.tpx.benchmarks.books.TestedPipeline;
import org.tpx.host.DisruptorHost;
import org.tpx.host.HostSettings;
import org.tpx.host.Subscription;
import org.tpx.host.TurnView;
import org.tpx.host.WaitMode;
import org.tpx.journal.Durability;
import org.tpx.wire.EventFraming;
import org.tpx.wire.TurnFrame;

/** A whole node as it runs in production, its journal synced: what came of a command is told once it is on the disk. */
public final class JournaledUnits implements TestedPipeline {

    private static final long PARK_NANOS = 50_000;

    /** Of a turn's record, besides its messages: head, salt, chain and check sum, and the journal's own header. */
    private static final int RECORD_BYTES = 88 + 16 + 40 + 4;

    private final UnitStream stream;
    private final DisruptorHost host;
    private UnitTally tally = new UnitTally();
    private long sent;
    private long durable;
    private long toldHere;
    private long syncsHere;
    private long bytesHere;
    private volatile long syncs;
    private volatile long journalBytes;
    private volatile long told;
    private volatile @Nullable Throwable failure;

    /** Journals into the directory, which must be new or empty. */
    public JournaledUnits(BookStream book, Path directory, boolean yields) {
        stream = new UnitStream(book);
        UnitMarket market = new UnitMarket();
        Prepared.write(directory, market.steps());
        BenchClock clock = new BenchClock(market.preparedNanos());
        HostSettings settings = Prepared.settings(directory, Durability.SYNCED)
                .withClock(clock)
                .withWaiting(yields ? WaitMode.YIELDING : WaitMode.SLEEPING);
        host = DisruptorHost.start(settings, List.of(Subscription.fromNow(this::tell)), cause -> failure = cause);
        // Only now, since a series that should have opened while no node ran would be halted.
        clock.set(market.openNanos());
    }

    private void tell(TurnView turn) {
        if (turn.principalId() == 0) {
            return;
        }
        tally.add(turn);
        long now = host.durableSequence();
        if (now != durable) {
            durable = now;
            syncs = ++syncsHere;
        }
        bytesHere += recordBytes(turn);
        journalBytes = bytesHere;
        told = ++toldHere;
    }

    private static long recordBytes(TurnView turn) {
        int bytes = RECORD_BYTES + BitUtil.align(turn.commandLength(), Long.BYTES);
        turn.rewind();
        while (turn.next()) {
            bytes += EventFraming.framedLength(turn.eventLength());
        }
        return bytes;
    }

    @Override
    public void send(int from, int to) {
        for (int i = from; i < to; i++) {
            int offset = stream.offset(i);
            host.submit(
                    TurnFrame.principalId(stream.frames(), offset),
                    TurnFrame.clientId(stream.frames(), offset),
                    stream.frames(),
                    offset + TurnFrame.MESSAGE_OFFSET,
                    TurnFrame.commandLength(stream.frames(), offset));
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
            throw new IllegalStateException("the node stopped", cause);
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
        return journalBytes;
    }

    /** Moves of the durable turn that were seen while turns were told; some may pass unseen. */
    @Override
    public long syncs() {
        return syncs;
    }

    @Override
    public void close() {
        host.close();
    }
}
