package org.tpx.host;

import org.agrona.DirectBuffer;
import org.tpx.journal.Journal;
import org.tpx.protocol.Command;
import org.tpx.protocol.Hash256;

/**
 * The exchange on the caller's thread and by the caller's clock, journaled as in a live node: for {@code tpx run}, for the
 * demonstration and for tests. Turns are made durable in batches ({@link HostSettings#batchTurns}, {@link
 * HostSettings#batchNanos}, {@link #sync}); the listener is told a turn only then. Single-threaded.
 */
public final class StepHost implements AutoCloseable {

    private final HostSettings settings;
    private final Core core;
    private final Journal journal;
    private final TurnSequencer sequencer;
    private final AdmissionGate admission;
    private final CommandEncoder encoder;
    private final PendingTurns pending;
    private final Notary notary;
    private long batchStartNanos;
    private boolean closed;

    private StepHost(HostSettings settings, NodeStart start, TurnListener listener) {
        this.settings = settings;
        this.core = start.core();
        this.journal = start.journal();
        this.notary = start.notary();
        this.pending = new PendingTurns(core.codec(), notary::onTurn, listener);
        this.sequencer = start.sequencer(pending::add);
        this.admission = new AdmissionGate(journal::hasRoom);
        this.encoder = new CommandEncoder(core.codec());
    }

    /**
     * Opens a journal, or begins one in a new or empty directory: recovers, carries its turns out again, and journals that a
     * node took it up.
     *
     * @param nowNanos the time of the start; not before the journal's last turn
     * @param listener is told every turn from the start's own on, on the calling thread
     * @throws org.tpx.journal.JournalUnusableException when the directory cannot be used
     */
    public static StepHost open(HostSettings settings, long nowNanos, TurnListener listener) {
        return open(settings, ExchangeLogic.INSTANCE, nowNanos, listener);
    }

    static StepHost open(HostSettings settings, StateMachine.Logic logic, long nowNanos, TurnListener listener) {
        NodeStart start = NodeStart.recover(settings, logic);
        try {
            StepHost host = new StepHost(settings, start, listener);
            start.begin(host.sequencer, nowNanos);
            host.endTurn(host.timeNanos());
            host.sync();
            return host;
        } catch (RuntimeException e) {
            start.abandon();
            throw e;
        }
    }

    /**
     * Carries a command out at this time, after the timers that are due by then. Returns the sequence of its turn.
     *
     * @throws org.tpx.wire.MalformedMessageException when a field breaks a limit; then nothing was journaled
     */
    public long step(long timeNanos, long principalId, long clientId, Command command) {
        int length = encoder.encode(principalId, command);
        return sequence(timeNanos, principalId, clientId, encoder.buffer(), 0, length);
    }

    /** The same with a command that is encoded already. */
    public long step(long timeNanos, long principalId, long clientId, DirectBuffer message, int offset, int length) {
        encoder.check(principalId, message, offset, length);
        return sequence(timeNanos, principalId, clientId, message, offset, length);
    }

    private long sequence(
            long timeNanos, long principalId, long clientId, DirectBuffer message, int offset, int length) {
        long sequence = sequencer.command(timeNanos, principalId, clientId, message, offset, length);
        endTurn(timeNanos);
        return sequence;
    }

    /** Lets time pass: every timer that is due by then fires. */
    public void advanceTo(long timeNanos) {
        sequencer.advance(timeNanos);
        endTurn(timeNanos);
    }

    private void endTurn(long timeNanos) {
        if (admission.changes(System.nanoTime())) {
            sequencer.setAdmission(timeNanos, admission.isOpen());
        }
        boolean full = pending.count() >= settings.batchTurns();
        if (full || System.nanoTime() - batchStartNanos >= settings.batchNanos()) {
            sync();
        }
    }

    /** Makes all turns durable and tells them to the listener. */
    public void sync() {
        journal.force();
        journal.roll(settings.clock().nanoTime() / 1_000_000);
        pending.tell();
        if (notary.isDue()) {
            notary.sign(notary.draw());
        }
        batchStartNanos = System.nanoTime();
    }

    /** Marks a place in the journal and writes the state after it beside the journal; returns the state's hash. */
    public Hash256 takeSnapshot() {
        sequencer.takeSnapshot(sequencer.timeNanos());
        sync();
        return new SnapshotStore(settings.journal().directory()).write(core, sequencer.head());
    }

    /** SHA-256 over the canonical bytes of the state. */
    public Hash256 stateHash() {
        return core.stateHash();
    }

    /** The last turn. */
    public long sequence() {
        return sequencer.sequence();
    }

    /** The time of the last turn; it does not go back behind this. */
    public long timeNanos() {
        return sequencer.timeNanos();
    }

    /** When the next timer is due; {@link Long#MAX_VALUE} when none is set. */
    public long nextDeadlineNanos() {
        return sequencer.nextDeadlineNanos();
    }

    /** Makes all turns durable, tells them, and lets go of the journal. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            sync();
            notary.finish();
        } finally {
            notary.close();
            journal.close();
        }
    }
}
