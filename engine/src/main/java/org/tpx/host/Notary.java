package org.tpx.host;

import java.nio.file.Path;
import org.tpx.journal.ChainHasher;
import org.tpx.journal.Checkpoint;
import org.tpx.journal.CheckpointLog;
import org.tpx.journal.Digests;
import org.tpx.journal.JournalDirectory;
import org.tpx.journal.JournalKeys;
import org.tpx.journal.MerkleFrontier;
import org.tpx.journal.TurnRecord;
import org.tpx.journal.TurnRecordView;

/**
 * Keeps the Merkle tree over all turns and signs its head: after every ten thousand turns, after a second with new turns,
 * and at the end. One thread tells it the turns, which must be durable, and asks whether a checkpoint is due; signing costs
 * a millisecond and a sync, and may be done by another.
 */
final class Notary implements AutoCloseable {

    private static final long EVERY_TURNS = 10_000;
    private static final long EVERY_NANOS = 1_000_000_000;

    private final String origin;
    private final JournalKeys keys;
    private final CheckpointLog log;
    private final MerkleFrontier tree;
    private final ChainHasher hasher = new ChainHasher();
    private final byte[] leaf = new byte[TurnRecord.HASH_LENGTH];
    private final byte[] root = new byte[TurnRecord.HASH_LENGTH];
    private final byte[] chain = new byte[TurnRecord.HASH_LENGTH];
    private long drawnSize;
    private long drawnNanos = System.nanoTime();

    /**
     * Goes on with a tree.
     *
     * @param tree over all turns of the journal before this start
     */
    Notary(Path directory, Path keyFile, MerkleFrontier tree) {
        JournalDirectory journal = JournalDirectory.open(directory);
        this.origin = journal.origin();
        this.keys = JournalKeys.openOrCreate(journal, keyFile);
        this.log = CheckpointLog.open(journal);
        this.tree = tree;
        this.drawnSize = Math.max(tree.size(), log.lastSize());
    }

    /** The next turn, durable. */
    void onTurn(TurnRecordView turn) {
        turn.leaf(hasher, leaf, 0);
        turn.chain(chain, 0);
        tree.append(leaf, 0);
    }

    /** Whether the head of the tree should be signed now. */
    boolean isDue() {
        long turns = tree.size() - drawnSize;
        return turns >= EVERY_TURNS || (turns > 0 && System.nanoTime() - drawnNanos >= EVERY_NANOS);
    }

    /** Draws up the head of the tree, to be signed; only where there were turns since the last one. */
    Checkpoint draw() {
        tree.root(root, 0);
        drawnSize = tree.size();
        drawnNanos = System.nanoTime();
        return new Checkpoint(origin, drawnSize, Digests.value(root, 0), Digests.value(chain, 0));
    }

    /** Signs what was drawn up and keeps it. */
    void sign(Checkpoint checkpoint) {
        log.append(keys.sign(checkpoint));
    }

    /** Draws up and signs the last head, where there were turns since the one before. */
    void finish() {
        if (tree.size() > drawnSize) {
            sign(draw());
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
