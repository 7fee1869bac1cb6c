package org.tpx.host;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tpx.journal.ChronicleJournal;
import org.tpx.journal.Digests;
import org.tpx.journal.JournalHead;
import org.tpx.journal.JournalReader;
import org.tpx.journal.JournalRecovery;
import org.tpx.journal.JournalUnusableException;
import org.tpx.journal.MerkleFrontier;
import org.tpx.protocol.SystemCommand.StartNode;
import org.tpx.wire.RecordCodec;

/**
 * The way from a directory to a host that may take commands: lock and scan; newest sound snapshot; the turns behind it,
 * carried out again and compared; open for writing; then, by {@link #begin}, the first turn of this start, read back. What
 * goes wrong before that turn leaves the journal's turns as they were.
 */
final class NodeStart {

    private static final Logger LOG = LoggerFactory.getLogger(NodeStart.class);

    private final HostSettings settings;
    private final Core core;
    private final ChronicleJournal journal;
    private final JournalHead head;
    private final int epoch;
    private final Notary notary;

    private NodeStart(
            HostSettings settings, Core core, ChronicleJournal journal, JournalHead head, int epoch, Notary notary) {
        this.settings = settings;
        this.core = core;
        this.journal = journal;
        this.head = head;
        this.epoch = epoch;
        this.notary = notary;
    }

    /** Recovers; throws {@link JournalUnusableException} when the directory cannot be used or the replay differs. */
    static NodeStart recover(HostSettings settings, StateMachine.Logic logic) {
        MerkleFrontier tree = new MerkleFrontier(new Digests());
        try (JournalRecovery recovery = JournalRecovery.open(
                settings.journal(),
                () -> TimeUnit.NANOSECONDS.toMillis(settings.clock().nanoTime()),
                (sequence, leaf) -> tree.append(leaf, 0))) {
            TurnChecker checker = replay(settings, logic, recovery);
            int epoch = recovery.epoch();
            ChronicleJournal journal = recovery.startWriting();
            if (!recovery.sentence().isEmpty()) {
                LOG.warn("journal {}: {}", settings.journal().directory(), recovery.sentence());
            }
            try {
                Notary notary = new Notary(settings.journal().directory(), settings.keyFile(), tree);
                // The first start has made the key only now.
                checker.core().veil().keys(Replay.nodeKeys(settings.journal().directory(), settings.keyFile()));
                return new NodeStart(settings, checker.core(), journal, recovery.head(), epoch, notary);
            } catch (RuntimeException e) {
                journal.close();
                throw e;
            }
        }
    }

    private static TurnChecker replay(HostSettings settings, StateMachine.Logic logic, JournalRecovery recovery) {
        long start = System.nanoTime();
        long headSequence = recovery.head().sequence();
        try (JournalReader reader = recovery.reader()) {
            SnapshotStore snapshots = new SnapshotStore(settings.journal().directory());
            TurnChecker checker = snapshots.begin(logic, new RecordCodec(), reader, headSequence);
            Path directory = settings.journal().directory();
            checker.core().veil().keys(Replay.nodeKeys(directory, settings.keyFile()));
            long from = checker.sequence();
            Replay.check(checker, reader, headSequence, sequence -> {});
            checker.difference().ifPresent(difference -> {
                throw new JournalUnusableException(
                        "The journal " + settings.journal().directory() + " tells another story than its replay. "
                                + difference.sentence());
            });
            if (checker.sequence() != headSequence) {
                throw new JournalUnusableException(
                        "The journal " + settings.journal().directory() + " ends at turn " + headSequence
                                + ", but could be read up to turn " + checker.sequence() + " only.");
            }
            LOG.info(
                    "recovered {}: {} turns, {} of them carried out again, in {} ms",
                    settings.journal().directory(),
                    headSequence,
                    headSequence - from,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            return checker;
        }
    }

    Core core() {
        return core;
    }

    ChronicleJournal journal() {
        return journal;
    }

    int epoch() {
        return epoch;
    }

    /** Who signs for this start's turns. */
    Notary notary() {
        return notary;
    }

    /** Lets go of everything, because the host could not be opened. */
    void abandon() {
        notary.close();
        journal.close();
    }

    /** The sequencer that goes on where the journal ends. */
    TurnSequencer sequencer(TurnSequencer.AppendListener listener) {
        return new TurnSequencer(core, journal, head, epoch, listener);
    }

    /** Journals that this node took up the journal at this time, makes it durable and proves that it can be read back. */
    void begin(TurnSequencer sequencer, long nowNanos) {
        long now = Math.max(nowNanos, head.timeNanos());
        sequencer.startNode(new StartNode(head.timeNanos(), now, settings.release(), settings.jarDigest()));
        journal.force();
        journal.proveWritable();
        LOG.info(
                "node started in {}, epoch {}, turn {}, durability {}",
                settings.journal().directory(),
                epoch,
                sequencer.sequence(),
                settings.journal().durability());
    }
}
