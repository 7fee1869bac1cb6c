package org.tpx.journal;

import java.nio.file.Path;
import java.util.List;
import org.agrona.collections.LongArrayList;

/**
 * Reads turns in order, from a journal that a node is writing or from one at rest, and changes nothing.
 *
 * <p>With a live node it stops at the durable sequence; with none it goes to the last valid record. It notices when a node
 * dies, starts, or cuts a torn tail, and carries on. Every record is checked for structure, CRC32C and sequence; a durable
 * turn that cannot be read is {@link JournalUnusableException} with the place, never an early end. Leaf, events root and
 * chain are the caller's to check.
 *
 * <p>Single-threaded; reading allocates nothing after warm-up except at a change of file.
 */
public final class JournalReader implements AutoCloseable {

    private static final long LIVENESS_INTERVAL_NANOS = 200_000_000;
    private static final int MARK_DISTANCE = 8192;

    private final JournalDirectory directory;
    private final DurableSequence durable;
    private final boolean owner;
    private final DocumentCursor cursor = new DocumentCursor();
    private final TurnRecordView skipped = new TurnRecordView();
    private final LongArrayList marks = new LongArrayList();
    private List<Path> files = List.of();
    private int fileIndex;
    private CycleBytes bytes = CycleBytes.of(new byte[0]);
    private long expected = 1;
    private long limit;
    private boolean live;
    private int epoch;
    private long livenessNanos;

    private JournalReader(JournalDirectory directory, boolean owner) {
        this.directory = directory;
        this.owner = owner;
        this.durable = DurableSequence.openForReading(directory.durable());
    }

    /** Opens a journal before its first turn; throws {@link JournalUnusableException} when the directory is no journal. */
    public static JournalReader open(Path path) {
        return open(new JournalReader(JournalDirectory.open(path), false));
    }

    /** For the node that holds the lock and does not write yet: nobody does, so it reads to the last valid record. */
    static JournalReader openAtRest(JournalDirectory directory) {
        return open(new JournalReader(directory, true));
    }

    private static JournalReader open(JournalReader reader) {
        try {
            reader.reopen();
            return reader;
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** The sequence of the last turn read, 0 before the first. */
    public long position() {
        return expected - 1;
    }

    /** The last turn that is known to be durable; without a live node there may be more. */
    public long durableSequence() {
        return durable.sequence();
    }

    /**
     * Reads the next turn into the view, which is valid until the next call.
     *
     * @return false when there is no further turn now
     */
    public boolean next(TurnRecordView turn) {
        while (true) {
            if (expected > limit && !moveLimit()) {
                return false;
            }
            Fault fault = read(turn);
            if (!live && durable.epoch() != epoch) {
                // A node started since these bytes were read, and they may be ahead of its durable sequence.
                reopen();
                continue;
            }
            if (fault != Fault.NONE) {
                return ended(fault);
            }
            mark();
            cursor.skip();
            expected++;
            return true;
        }
    }

    private boolean moveLimit() {
        if (durable.epoch() != epoch) {
            reopen();
        } else if (!live) {
            return false;
        } else if (durable.sequence() < expected) {
            checkLiveness();
        }
        long reached = live ? durable.sequence() : Long.MAX_VALUE;
        if (reached < expected) {
            return false;
        }
        limit = reached;
        // The limit was read before the bytes will be, so what the window holds up to it is complete.
        cursor.forget();
        return true;
    }

    private void checkLiveness() {
        long now = System.nanoTime();
        if (now - livenessNanos > LIVENESS_INTERVAL_NANOS) {
            livenessNanos = now;
            live = DirectoryLock.isHeld(directory.path());
        }
    }

    /** Moves to the next record and looks at it; {@link Fault#TOO_SHORT} where no further record is. */
    private Fault read(TurnRecordView turn) {
        while (true) {
            switch (cursor.look()) {
                case TURN:
                    return check(turn);
                case METADATA:
                    cursor.skip();
                    break;
                case BLANK, FILE_END, END_MARK:
                    if (!openNextFile()) {
                        return Fault.TOO_SHORT;
                    }
                    break;
                case INCOMPLETE, IMPOSSIBLE:
                    return Fault.BODY_LENGTH;
            }
        }
    }

    private Fault check(TurnRecordView turn) {
        Fault fault = turn.wrap(cursor.buffer(), cursor.contentOffset(), cursor.contentLength());
        if (fault == Fault.NONE) {
            fault = turn.checkCrc();
        }
        return fault == Fault.NONE && turn.sequence() != expected ? Fault.SEQUENCE : fault;
    }

    private boolean ended(Fault fault) {
        if (!live) {
            // Nothing more will come until a node starts, and that is seen by its epoch.
            limit = expected - 1;
            long floor = Math.max(
                    durable.floor(),
                    Watermark.read(directory.watermark())
                            .map(Watermark.Mark::sequence)
                            .orElse(0L));
            if (expected > floor) {
                return false;
            }
        }
        throw damaged(fault);
    }

    private JournalUnusableException damaged(Fault fault) {
        Path file = fileIndex < 0 ? directory.turns() : files.get(fileIndex);
        String what = fault == Fault.TOO_SHORT ? "is missing" : fault.phrase();
        Finding finding = new Finding(
                Finding.Severity.DAMAGE, file, cursor.position(), expected, "durable turn " + expected + " " + what);
        return new JournalUnusableException(
                "The journal " + directory.path() + " is damaged: " + finding, List.of(finding));
    }

    /**
     * Moves so that the next turn read is {@code sequence}; throws {@link JournalUnusableException} when the journal ends
     * before the turn that precedes it.
     */
    public void seek(long sequence) {
        if (sequence < 1) {
            throw new IllegalArgumentException("turns count from 1, not " + sequence);
        }
        goToMarkBefore(sequence);
        while (expected < sequence) {
            if (!next(skipped)) {
                throw new JournalUnusableException("The journal " + directory.path() + " ends at turn " + position()
                        + ", before turn " + (sequence - 1) + " that was read from it earlier.");
            }
        }
    }

    private void goToMarkBefore(long sequence) {
        int best = -1;
        for (int i = 0; i < marks.size() && marks.getLong(i) <= sequence; i += 3) {
            best = i;
        }
        if (best >= 0) {
            openFile((int) marks.getLong(best + 1), marks.getLong(best + 2));
            expected = marks.getLong(best);
        } else {
            goToFileOf(sequence);
        }
        limit = live ? expected - 1 : Long.MAX_VALUE;
    }

    private void mark() {
        if (expected % MARK_DISTANCE == 0 && (marks.isEmpty() || marks.getLong(marks.size() - 3) < expected)) {
            marks.addLong(expected);
            marks.addLong(fileIndex);
            marks.addLong(cursor.position());
        }
    }

    /** Looks at the directory anew, because it is opened or a node started, and goes back to where the reading was. */
    private void reopen() {
        epoch = durable.epoch();
        live = !owner && DirectoryLock.isHeld(directory.path());
        livenessNanos = System.nanoTime();
        long wanted = expected;
        marks.clear();
        files = directory.cycleFiles();
        goToFileOf(wanted);
        while (expected < wanted) {
            Fault fault = read(skipped);
            if (fault != Fault.NONE) {
                throw damaged(fault);
            }
            cursor.skip();
            expected++;
        }
        limit = live ? expected - 1 : Long.MAX_VALUE;
    }

    /** Opens the last file that begins at or before the turn. */
    private void goToFileOf(long sequence) {
        int index = 0;
        long first = 1;
        for (int i = 1; i < files.size(); i++) {
            long begins = firstSequence(files.get(i));
            if (begins == 0 || begins > sequence) {
                break;
            }
            index = i;
            first = begins;
        }
        openFile(index, 0);
        expected = first;
    }

    /** The first turn of a file, 0 when it has none that is whole. */
    static long firstSequence(Path file) {
        TurnRecordView first = new TurnRecordView();
        DocumentCursor cursor = new DocumentCursor();
        try (CycleBytes bytes = CycleBytes.of(file)) {
            cursor.open(bytes, 0);
            while (cursor.look() == DocumentCursor.Step.METADATA) {
                cursor.skip();
            }
            boolean sound = cursor.look() == DocumentCursor.Step.TURN
                    && first.wrap(cursor.buffer(), cursor.contentOffset(), cursor.contentLength()) == Fault.NONE;
            return sound ? first.sequence() : 0;
        }
    }

    private boolean openNextFile() {
        if (fileIndex + 1 >= files.size()) {
            files = directory.cycleFiles();
        }
        if (fileIndex + 1 >= files.size()) {
            return false;
        }
        openFile(fileIndex + 1, 0);
        return true;
    }

    private void openFile(int index, long position) {
        bytes.close();
        fileIndex = Math.min(index, files.size() - 1);
        bytes = files.isEmpty() ? CycleBytes.of(new byte[0]) : CycleBytes.of(files.get(index));
        cursor.open(bytes, position);
    }

    @Override
    public void close() {
        bytes.close();
        durable.close();
    }
}
