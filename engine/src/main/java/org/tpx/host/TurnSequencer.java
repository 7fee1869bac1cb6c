package org.tpx.host;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.journal.ChainHasher;
import org.tpx.journal.Journal;
import org.tpx.journal.JournalHead;
import org.tpx.journal.SaltSource;
import org.tpx.journal.TurnRecordBuilder;
import org.tpx.protocol.Command;
import org.tpx.protocol.SystemCommand.Continue;
import org.tpx.protocol.SystemCommand.ReleaseKey;
import org.tpx.protocol.SystemCommand.SetAdmission;
import org.tpx.protocol.SystemCommand.StartNode;
import org.tpx.protocol.SystemCommand.TakeSnapshot;
import org.tpx.protocol.SystemCommand.Tick;
import org.tpx.wire.MessageHeader;

/**
 * Makes turns: gives each its sequence and time, has it carried out and appends its record. Before a command is stamped,
 * every timer that is due by then gets a turn of its own, stamped with its deadline; before anything else, work that is
 * left over goes on. Time never goes back. The caller forces the journal. Single-threaded; allocates nothing after
 * construction.
 */
final class TurnSequencer {

    private static final int NODE = 0;

    private final Core core;
    private final Journal journal;
    private final int epoch;
    private final AppendListener listener;
    private final TurnRecordBuilder record = new TurnRecordBuilder();
    private final SaltSource salts = SaltSource.random();
    private final ChainHasher chain;
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[512]);
    private final UnsafeBuffer tick;
    private final UnsafeBuffer goOn;
    private long sequence;
    private long timeNanos;

    /** Is told each record after it was appended, on the same thread, before it is durable. */
    @FunctionalInterface
    interface AppendListener {
        void onAppended(TurnRecordBuilder record);
    }

    /** Goes on after the head of the journal, whose state the core has. */
    TurnSequencer(Core core, Journal journal, JournalHead head, int epoch, AppendListener listener) {
        this.core = core;
        this.journal = journal;
        this.epoch = epoch;
        this.listener = listener;
        this.chain = new ChainHasher(head.chain());
        this.sequence = head.sequence();
        this.timeNanos = head.timeNanos();
        this.tick = encoded(new Tick(0));
        this.goOn = encoded(new Continue());
    }

    private UnsafeBuffer encoded(Command command) {
        int length = core.codec().encode((Record) command, message, 0);
        UnsafeBuffer copy = new UnsafeBuffer(new byte[length]);
        copy.putBytes(0, message, 0, length);
        return copy;
    }

    /** The last turn. */
    long sequence() {
        return sequence;
    }

    /** The time of the last turn. */
    long timeNanos() {
        return timeNanos;
    }

    /** The last turn, as what a journal goes on from; it tells no file. */
    JournalHead head() {
        return new JournalHead(sequence, timeNanos, epoch, chain.chain(), -1, 0);
    }

    /** When a timer is due; {@link Long#MAX_VALUE} when never. */
    long nextDeadlineNanos() {
        return core.machine().nextDeadlineNanos();
    }

    /**
     * Journals that a node took up the journal, stamped with the time of the last turn, so that timers which fell due while
     * no node ran can follow with their own deadlines.
     */
    void startNode(StartNode start) {
        goOn();
        long stamp = start.lastDurableNanos() == 0 ? start.nowNanos() : start.lastDurableNanos();
        node(stamp, start);
    }

    /** Marks the place of a snapshot. */
    void takeSnapshot(long nowNanos) {
        advance(nowNanos);
        node(Math.max(timeNanos, nowNanos), new TakeSnapshot());
    }

    /** Stops new business or lets it in. */
    void setAdmission(long nowNanos, boolean open) {
        advance(nowNanos);
        node(Math.max(timeNanos, nowNanos), new SetAdmission(open));
    }

    private void node(long stampNanos, Command command) {
        int length = core.codec().encode((Record) command, message, 0);
        turn(stampNanos, NODE, 0, message, 0, length);
        goOn();
    }

    /** Lets all timers fire that are due by now, and then carries the command out; returns the sequence of its turn. */
    long command(
            long nowNanos,
            long principalId,
            long clientId,
            DirectBuffer command,
            int commandOffset,
            int commandLength) {
        advance(nowNanos);
        turn(Math.max(timeNanos, nowNanos), principalId, clientId, command, commandOffset, commandLength);
        long own = sequence;
        goOn();
        return own;
    }

    /** Lets all timers fire that are due by now, each at its own deadline. */
    void advance(long nowNanos) {
        goOn();
        while (core.machine().nextDeadlineNanos() <= nowNanos) {
            tick.putLong(MessageHeader.LENGTH, core.machine().nextTimerId(), LITTLE_ENDIAN);
            turn(core.machine().nextDeadlineNanos(), NODE, 0, tick, 0, tick.capacity());
            goOn();
        }
    }

    private void goOn() {
        while (core.machine().hasBacklog()) {
            turn(timeNanos, NODE, 0, goOn, 0, goOn.capacity());
        }
        while (core.machine().listingToRelease() != 0) {
            releaseKey(core.machine().listingToRelease(), core.machine().generationToRelease());
        }
    }

    private void releaseKey(long listingId, int generation) {
        Command release = new ReleaseKey(listingId, core.veil().released(listingId, generation, sequence));
        turn(timeNanos, NODE, 0, message, 0, core.codec().encode((Record) release, message, 0));
    }

    private void turn(long stampNanos, long principalId, long clientId, DirectBuffer command, int offset, int length) {
        if (stampNanos < timeNanos) {
            throw new IllegalStateException(
                    "turn " + (sequence + 1) + " would go back in time, from " + timeNanos + " to " + stampNanos);
        }
        record.begin(core.logicVersion(), epoch, sequence + 1, stampNanos, principalId, clientId);
        record.command(command, offset, length);
        int generation = core.machine().secretGeneration(record.frameBuffer(), record.frameOffset());
        core.machine().onCommand(record.frameBuffer(), record.frameOffset());
        record.events(
                core.events().buffer(), 0, core.events().length(), core.events().count());
        if (generation > 0) {
            core.veil().cover(record, epoch, generation);
        }
        record.seal(chain, salts);
        journal.append(record);
        sequence++;
        timeNanos = stampNanos;
        listener.onAppended(record);
    }
}
