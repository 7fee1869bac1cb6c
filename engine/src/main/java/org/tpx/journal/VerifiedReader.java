package org.tpx.journal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Hash256;

/**
 * Reads and verifies the turns that a journal has now, on two threads: a thread of its own reads ahead and checks structure,
 * CRC32C, sequence and events root and hashes the leaves; the calling thread checks the chain and has the rest of its core
 * to execute the turns again. What {@link #next} gives is verified completely.
 *
 * <p>To be used by one thread; allocates nothing per turn.
 */
public final class VerifiedReader implements AutoCloseable {

    private static final int BLOCKS = 4;

    private final BlockingQueue<Block> filled = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<Block> free = new ArrayBlockingQueue<>(BLOCKS);
    private final Path directory;
    private final ChainHasher chain;
    private final byte[] leaf = new byte[TurnRecord.HASH_LENGTH];
    private final Thread ahead;
    private Block block = new Block();
    private int next;
    private long position;
    private volatile boolean closing;

    private VerifiedReader(Path directory, JournalReader reader, Hash256 chainBefore) {
        this.directory = directory;
        this.chain = new ChainHasher(chainBefore);
        this.position = reader.position();
        for (int i = 0; i < BLOCKS - 1; i++) {
            free.add(new Block());
        }
        this.ahead = new Thread(() -> readAhead(reader), "journal-read-ahead");
        ahead.setDaemon(true);
        ahead.start();
    }

    /** Opens a journal before its first turn; throws {@link JournalUnusableException} when the directory is no journal. */
    public static VerifiedReader open(Path directory) {
        return open(directory, 0, Hash256.ZERO);
    }

    /**
     * Opens a journal behind a turn that is known, such as that of a snapshot.
     *
     * @param sequence the turn before the first to be read
     * @param chainThere its chain
     */
    public static VerifiedReader open(Path directory, long sequence, Hash256 chainThere) {
        JournalReader reader = JournalReader.open(directory);
        try {
            reader.seek(sequence + 1);
            return new VerifiedReader(directory, reader, chainThere);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private void readAhead(JournalReader reader) {
        ChainHasher hasher = new ChainHasher();
        TurnRecordView turn = new TurnRecordView();
        try (reader) {
            boolean more = true;
            while (more && !closing) {
                Block target = free.take();
                more = target.fill(reader, turn, hasher);
                filled.put(target);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; if someone did, the other side would wait for ever.
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads the next turn into the view, which is valid until the next call; waits for the thread that reads ahead.
     *
     * @return false behind the last turn
     * @throws JournalUnusableException when a turn is damaged or does not continue the chain
     */
    public boolean next(TurnRecordView turn) {
        while (next == block.count) {
            if (block.failure != null) {
                throw failed(block.failure);
            }
            if (block.last) {
                return false;
            }
            nextBlock();
        }
        int start = block.starts[next];
        Fault fault = turn.wrap(block.buffer, start, block.starts[next + 1] - start);
        System.arraycopy(block.leaves, next * TurnRecord.HASH_LENGTH, leaf, 0, TurnRecord.HASH_LENGTH);
        if (fault == Fault.NONE) {
            fault = turn.checkChain(chain, leaf, 0);
        }
        if (fault != Fault.NONE) {
            throw damaged(directory, position + 1, fault);
        }
        position++;
        next++;
        return true;
    }

    private JournalUnusableException failed(Throwable cause) {
        return cause instanceof JournalUnusableException unusable
                ? unusable
                : new JournalUnusableException("The journal " + directory + " cannot be read: " + cause, cause);
    }

    private void nextBlock() {
        try {
            Block done = block;
            block = filled.take();
            next = 0;
            free.put(done);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalUnusableException("Reading the journal " + directory + " was interrupted.", e);
        }
    }

    private static JournalUnusableException damaged(Path directory, long sequence, Fault fault) {
        return new JournalUnusableException(
                "The journal " + directory + " is damaged: turn " + sequence + " " + fault.phrase() + ".");
    }

    /** The last turn given. */
    public long position() {
        return position;
    }

    /** The leaf of the last turn given; valid until the next call. */
    public byte[] leaf() {
        return leaf;
    }

    /** The chain of the last turn given. */
    public Hash256 chain() {
        return chain.chain();
    }

    @Override
    public void close() {
        // Not by an interrupt, which would close the file under the other thread.
        closing = true;
        boolean interrupted = false;
        while (ahead.isAlive()) {
            filled.clear();
            free.offer(new Block());
            try {
                ahead.join(1);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A few hundred turns on their way from one thread to the other. */
    private static final class Block {

        private static final int MAX_TURNS = 512;
        private static final int ENOUGH = 256 << 10;

        private byte[] bytes = new byte[ENOUGH];
        private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
        private final int[] starts = new int[MAX_TURNS + 1];
        private final byte[] leaves = new byte[MAX_TURNS * TurnRecord.HASH_LENGTH];
        private int count;
        private boolean last;
        private @Nullable Throwable failure;

        /** Fills itself and returns whether there is more to come. */
        boolean fill(JournalReader reader, TurnRecordView turn, ChainHasher hasher) {
            count = 0;
            try {
                while (count < MAX_TURNS && starts[count] < ENOUGH && !last) {
                    last = !add(reader, turn, hasher);
                }
            } catch (RuntimeException | Error e) {
                failure = e;
                last = true;
            }
            return !last;
        }

        private boolean add(JournalReader reader, TurnRecordView turn, ChainHasher hasher) {
            if (!reader.next(turn)) {
                return false;
            }
            if (turn.checkEventsRoot(hasher) != Fault.NONE) {
                throw damaged(reader.directory(), turn.sequence(), Fault.EVENTS_ROOT);
            }
            turn.leaf(hasher, leaves, count * TurnRecord.HASH_LENGTH);
            int start = starts[count];
            int end = start + turn.length();
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, ENOUGH + TurnRecord.MAX_LENGTH);
                buffer.wrap(bytes);
            }
            turn.buffer().getBytes(0, bytes, start, turn.length());
            count++;
            starts[count] = end;
            return true;
        }
    }
}
