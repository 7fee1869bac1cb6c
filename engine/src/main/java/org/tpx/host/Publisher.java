package org.tpx.host;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.tpx.journal.EventFeed;
import org.tpx.journal.Journal;
import org.tpx.journal.TurnHandler;
import org.tpx.journal.TurnRecordView;
import org.tpx.protocol.SystemEvent.SnapshotTaken;
import org.tpx.wire.RecordCodec;

/** The publish thread: reads durable turns from the journal and tells them to the listeners. */
final class Publisher implements Runnable {

    private static final int POLL_TURNS = 256;
    private static final int SPINS = 100;
    private static final long PARK_NANOS = 20_000_000;

    private final EventFeed feed;
    private final Journal journal;
    private final List<Subscription> subscriptions;
    private final NodeHealth health;
    private final Signer signer;
    private final LongConsumer snapshots;
    private final TurnView view;
    private final long firstOwn;
    private final int snapshotTemplateId;
    private final TurnHandler handler = this::tell;
    private final Thread thread = new Thread(this, "tpx-publish");
    private volatile boolean parked;
    private volatile boolean closing;

    /**
     * @param firstOwn the first turn of this start of the node
     * @param snapshots is told the turns of this start that are marks for a snapshot
     */
    Publisher(
            Path directory,
            Journal journal,
            RecordCodec codec,
            List<Subscription> subscriptions,
            NodeHealth health,
            long firstOwn,
            Signer signer,
            LongConsumer snapshots) {
        this.journal = journal;
        this.subscriptions = List.copyOf(subscriptions);
        this.health = health;
        this.signer = signer;
        this.snapshots = snapshots;
        this.firstOwn = firstOwn;
        this.view = new TurnView(codec);
        this.snapshotTemplateId = codec.templates().of(SnapshotTaken.class).templateId();
        this.feed = EventFeed.open(directory, firstSequence());
    }

    private long firstSequence() {
        return subscriptions.stream()
                .mapToLong(Subscription::fromSequence)
                .filter(sequence -> sequence > 0)
                .reduce(firstOwn, Math::min);
    }

    void start() {
        thread.start();
    }

    /** Wakes the thread where it sleeps, because there is more to tell. */
    void wake() {
        if (parked) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void run() {
        try {
            int idle = 0;
            while (health.isGood()) {
                signer.check();
                if (feed.poll(handler, POLL_TURNS) > 0) {
                    idle = 0;
                } else if (closing && feed.position() >= journal.durableSequence()) {
                    return;
                } else {
                    idle = idle(idle);
                }
            }
        } catch (Throwable failure) {
            health.fail(failure);
        } finally {
            feed.close();
        }
    }

    private int idle(int idle) {
        if (idle < SPINS) {
            Thread.onSpinWait();
            return idle + 1;
        }
        parked = true;
        // Looked at again behind the flag: the core moves the sequence first and looks at the flag then.
        if (feed.position() >= journal.durableSequence() && !closing) {
            LockSupport.parkNanos(PARK_NANOS);
        }
        parked = false;
        return 0;
    }

    private void tell(TurnRecordView turn) {
        view.over(turn);
        for (Subscription subscription : subscriptions) {
            long from = subscription.fromSequence() == 0 ? firstOwn : subscription.fromSequence();
            if (turn.sequence() >= from) {
                view.rewind();
                subscription.listener().onTurn(view);
            }
        }
        if (turn.sequence() >= firstOwn) {
            signer.onTurn(turn);
            if (isSnapshotMark()) {
                snapshots.accept(turn.sequence());
            }
        }
    }

    private boolean isSnapshotMark() {
        view.rewind();
        return view.next() && view.eventTemplateId() == snapshotTemplateId;
    }

    /** Tells what is durable, and ends. Returns at once when called by a listener. */
    void close() {
        closing = true;
        LockSupport.unpark(thread);
        Threads.join(thread);
    }
}
