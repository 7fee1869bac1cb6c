package org.tpx.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.tpx.journal.JournalHead;
import org.tpx.journal.JournalReader;
import org.tpx.journal.JournalUnusableException;
import org.tpx.journal.TurnRecordView;
import org.tpx.protocol.Hash256;
import org.tpx.wire.RecordCodec;

/**
 * Carries a journal's turns out again on a state machine of its own and compares each outcome with the recorded one. Changes
 * nothing and needs nothing but the journal; a node may be writing it meanwhile, then the replay ends at what is durable.
 *
 * <p>A thread of its own reads, checks CRC and events root and hashes the leaves; the calling thread checks the chain and
 * carries out. Every method returns this replay for chaining but {@link #run}, which may be called once.
 */
public final class Replay {

    private static final int PROGRESS_TURNS = 1 << 16;

    private final Path directory;
    private final StateMachine.Logic logic;
    private long untilSequence = Long.MAX_VALUE;
    private boolean fromSnapshot;
    private LongConsumer progress = sequence -> {};
    private long firstSequence = 1;
    private ListingKeys keys;

    /** A replay of the journal in this directory. */
    public static Replay of(Path directory) {
        return new Replay(directory, ExchangeLogic.INSTANCE);
    }

    Replay(Path directory, StateMachine.Logic logic) {
        this.directory = directory;
        this.logic = logic;
        this.keys = new ReleasedListingKeys(directory);
    }

    /** Reads what is confidential with the keys of the node, whose private key is in this file; else with those released so far. */
    public Replay withKeyFile(Path keyFile) {
        keys = nodeKeys(directory, keyFile);
        return this;
    }

    /** The node's keys, or those released where there is no such file. */
    static ListingKeys nodeKeys(Path directory, Path keyFile) {
        return Files.isReadable(keyFile) ? NodeListingKeys.of(directory, keyFile) : new ReleasedListingKeys(directory);
    }

    /** Stops behind this turn. */
    public Replay until(long sequence) {
        untilSequence = sequence;
        return this;
    }

    /** Begins at the newest sound snapshot instead of the first turn. */
    public Replay fromNewestSnapshot() {
        fromSnapshot = true;
        return this;
    }

    /** Is told now and then, on the calling thread, which turn was reached. */
    public Replay onProgress(LongConsumer listener) {
        progress = listener;
        return this;
    }

    /**
     * Carries out all turns, or those up to the first difference.
     *
     * @throws JournalUnusableException when the journal is damaged or was decided by another logic version
     */
    public ReplayResult run() {
        long start = System.nanoTime();
        TurnChecker checker = check();
        long elapsed = System.nanoTime() - start;
        return new ReplayResult(
                firstSequence,
                checker.sequence(),
                checker.events(),
                checker.timeNanos(),
                checker.chain(),
                checker.difference().isPresent() ? Hash256.ZERO : checker.core().stateHash(),
                elapsed,
                checker.difference());
    }

    /** The same, keeping the state machine. */
    TurnChecker check() {
        try (JournalReader reader = JournalReader.open(directory)) {
            TurnChecker checker = begin(reader);
            checker.core().veil().keys(keys);
            firstSequence = checker.sequence() + 1;
            check(checker, reader, untilSequence, progress);
            return checker;
        }
    }

    private TurnChecker begin(JournalReader reader) {
        RecordCodec codec = new RecordCodec();
        if (fromSnapshot) {
            return new SnapshotStore(directory).begin(logic, codec, reader, untilSequence);
        }
        return new TurnChecker(Core.begin(logic, codec), JournalHead.empty());
    }

    /** Checks the turns that come next, up to and including a turn, to the end of the journal or to a difference. */
    static void check(TurnChecker checker, JournalReader reader, long untilSequence, LongConsumer progress) {
        TurnRecordView turn = new TurnRecordView();
        long reported = checker.sequence();
        try (BlockReader blocks = BlockReader.start(reader, untilSequence)) {
            for (TurnBlock block = blocks.next(); block != null; block = blocks.next()) {
                if (!block.check(checker, turn)) {
                    return;
                }
                if (checker.sequence() - reported >= PROGRESS_TURNS) {
                    reported = checker.sequence();
                    progress.accept(reported);
                }
            }
        }
        if (checker.sequence() != reader.position()) {
            throw new IllegalStateException("read up to turn " + reader.position() + ", but checked up to turn "
                    + checker.sequence() + " only");
        }
    }
}
