package org.tpx.host;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.tpx.journal.ChainHasher;
import org.tpx.journal.JournalReader;
import org.tpx.journal.TurnRecordView;

/**
 * Reads a journal ahead on a thread of its own: fills blocks, a few at a time, while another thread works off those that are
 * full. The reader belongs to that thread until this is closed.
 */
final class BlockReader implements Runnable, AutoCloseable {

    private static final int BLOCKS = 4;

    private final BlockingQueue<TurnBlock> empty = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<TurnBlock> full = new ArrayBlockingQueue<>(BLOCKS);
    private final JournalReader reader;
    private final long untilSequence;
    private final Thread thread = new Thread(this, "tpx-replay-reader");
    private volatile @Nullable RuntimeException failure;
    private @Nullable TurnBlock current;

    private BlockReader(JournalReader reader, long untilSequence) {
        this.reader = reader;
        this.untilSequence = untilSequence;
        for (int i = 0; i < BLOCKS; i++) {
            empty.add(new TurnBlock());
        }
    }

    /** Begins to read where the reader stands, up to and including a turn or to the end of the journal. */
    static BlockReader start(JournalReader reader, long untilSequence) {
        BlockReader blocks = new BlockReader(reader, untilSequence);
        blocks.thread.setDaemon(true);
        blocks.thread.start();
        return blocks;
    }

    @Override
    public void run() {
        TurnRecordView turn = new TurnRecordView();
        ChainHasher hasher = new ChainHasher();
        try {
            TurnBlock block;
            do {
                block = empty.take();
                fill(block, turn, hasher);
                full.put(block);
            } while (!block.isLast());
        } catch (InterruptedException closed) {
            // Nobody waits for blocks any more.
        }
    }

    private void fill(TurnBlock block, TurnRecordView turn, ChainHasher hasher) {
        try {
            block.fill(reader, turn, hasher, untilSequence);
        } catch (RuntimeException e) {
            failure = e;
            block.end();
        }
    }

    /**
     * The next full block, valid until the next call, or null behind the last one; waits for it. Throws what kept the
     * reading thread from filling it, after the blocks before it.
     */
    @Nullable
    TurnBlock next() {
        if (current != null) {
            boolean last = current.isLast();
            // From here on the block is the reading thread's again.
            empty.add(current);
            current = null;
            if (last) {
                return null;
            }
        }
        TurnBlock block = take();
        RuntimeException failed = failure;
        if (block.isLast() && failed != null) {
            throw failed;
        }
        current = block;
        return block;
    }

    private TurnBlock take() {
        try {
            return full.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the journal", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        Threads.join(thread);
    }
}
