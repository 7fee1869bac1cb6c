package org.tpx.host;

import java.util.List;
import org.agrona.DirectBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tpx.journal.Journal;
import org.tpx.protocol.Command;
import org.tpx.protocol.CommandSink;
import org.tpx.wire.RecordCodec;

/**
 * The live node: commands from any thread through a ring to one core thread, which stamps them with its clock, carries them
 * out and journals them; a publish thread tells what is durable.
 *
 * <p>Commands that are accepted here are carried out in the order in which they passed; each yields events, told to the
 * listeners once they are durable. A failure of any of the node's threads stops it: nothing is acknowledged any more, the
 * fatal listener is told once, and every further submit is {@link NodeStoppedException}. Any thread may call any method.
 */
public final class DisruptorHost implements CommandSink, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DisruptorHost.class);

    private final Journal journal;
    private final NodeHealth health;
    private final SnapshotTaker snapshots;
    private final Signer signer;
    private final Publisher publisher;
    private final CoreThread core;
    private final ThreadLocal<CommandEncoder> encoders;
    private boolean closed;

    private DisruptorHost(
            HostSettings settings,
            StateMachine.Logic logic,
            NodeStart start,
            TurnSequencer sequencer,
            List<Subscription> subscriptions,
            FatalListener fatal,
            long firstOwn) {
        RecordCodec codec = start.core().codec();
        this.journal = start.journal();
        this.health = new NodeHealth(fatal);
        this.snapshots = new SnapshotTaker(settings.journal().directory(), settings.keyFile(), logic, health);
        this.signer = new Signer(start.notary(), health);
        this.publisher = new Publisher(
                settings.journal().directory(),
                journal,
                codec,
                subscriptions,
                health,
                firstOwn,
                signer,
                snapshots::take);
        this.core = new CoreThread(settings, journal, sequencer, publisher, snapshots, health);
        this.encoders = ThreadLocal.withInitial(() -> new CommandEncoder(codec));
    }

    /**
     * Starts a node on a journal, or on a new or empty directory: recovers, carries the turns behind the newest snapshot out
     * again, journals the start, and opens.
     *
     * @param subscriptions who is told turns, all on the one publish thread
     * @param fatal is told when the node had to stop
     * @throws org.tpx.journal.JournalUnusableException when the directory cannot be used
     */
    public static DisruptorHost start(HostSettings settings, List<Subscription> subscriptions, FatalListener fatal) {
        return start(settings, ExchangeLogic.INSTANCE, subscriptions, fatal);
    }

    static DisruptorHost start(
            HostSettings settings, StateMachine.Logic logic, List<Subscription> subscriptions, FatalListener fatal) {
        NodeStart start = NodeStart.recover(settings, logic);
        try {
            TurnSequencer sequencer = start.sequencer(record -> {});
            long firstOwn = sequencer.sequence() + 1;
            start.begin(sequencer, settings.clock().nanoTime());
            DisruptorHost host = new DisruptorHost(settings, logic, start, sequencer, subscriptions, fatal, firstOwn);
            host.publisher.start();
            host.core.start();
            return host;
        } catch (RuntimeException e) {
            start.abandon();
            throw e;
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.tpx.wire.MalformedMessageException when a field breaks a limit; then nothing was handed over
     * @throws NodeStoppedException when the node takes no commands any more
     */
    @Override
    public void submit(long principalId, long clientId, Command command) {
        CommandEncoder encoder = encoders.get();
        int length = encoder.encode(principalId, command);
        core.offer(principalId, clientId, encoder.buffer(), 0, length, true);
    }

    /** As {@link #submit(long, long, Command)}, but returns false instead of waiting while the ring is full. */
    public boolean trySubmit(long principalId, long clientId, Command command) {
        CommandEncoder encoder = encoders.get();
        int length = encoder.encode(principalId, command);
        return core.offer(principalId, clientId, encoder.buffer(), 0, length, false);
    }

    /** As {@link #submit(long, long, Command)}, with a command that is encoded already; a bid or an order allocates nothing. */
    public void submit(long principalId, long clientId, DirectBuffer message, int offset, int length) {
        encoders.get().check(principalId, message, offset, length);
        core.offer(principalId, clientId, message, offset, length, true);
    }

    /** As {@link #trySubmit(long, long, Command)}, with a command that is encoded already. */
    public boolean trySubmit(long principalId, long clientId, DirectBuffer message, int offset, int length) {
        encoders.get().check(principalId, message, offset, length);
        return core.offer(principalId, clientId, message, offset, length, false);
    }

    /** Asks for a snapshot: a mark in the journal soon, and the file some time later; passed over while one is being taken. */
    public void takeSnapshot() {
        core.wantSnapshot();
    }

    /** The last turn that is durable. */
    public long durableSequence() {
        return journal.durableSequence();
    }

    /** Commands that wait for the core; the measure of how busy the node is. */
    public long waiting() {
        return core.waiting();
    }

    /** Whether the node takes commands and has not failed. */
    public boolean isRunning() {
        return core.isRunning() && health.isGood();
    }

    /**
     * Takes no more commands, carries out and tells those that were taken, and lets go of the journal. Not to be called from
     * a listener.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            core.close();
            publisher.close();
            snapshots.close();
            signer.close();
        } finally {
            journal.close();
        }
        LOG.info("node stopped after turn {}", journal.durableSequence());
    }
}
