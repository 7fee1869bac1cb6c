package org.tpx.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The journal in Chronicle Queue files, one excerpt per turn, made by {@link JournalRecovery}. Chronicle is never given a
 * page without a place on the disk, and what is appended is synced through a descriptor of ours ({@link CycleFile}).
 *
 * <p>Appending and forcing allocate nothing after warm-up.
 */
public final class ChronicleJournal implements Journal {

    private static final long WATERMARK_PERIOD_NANOS = 100_000_000;
    private static final long NEW_FILE_BYTES = 4 << 20;

    private final JournalSettings settings;
    private final JournalDirectory directory;
    private final DirectoryLock lock;
    private final DurableSequence durable;
    private final Watermark watermark;
    private final FreeSpace space;
    private final TurnQueue queue;
    private final byte[] chain;
    private @Nullable CycleFile file;
    private int day;
    private long endPosition;
    private long appended;
    private long watermarkSequence;
    private long watermarkNanos = System.nanoTime();
    private volatile long durableSequence;
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;

    private ChronicleJournal(
            JournalSettings settings, JournalDirectory directory, DirectoryLock lock, JournalHead head, TurnQueue queue)
            throws IOException {
        this.settings = settings;
        this.directory = directory;
        this.lock = lock;
        this.queue = queue;
        this.chain = Digests.bytes(head.chain());
        this.day = head.day();
        this.endPosition = head.endPosition();
        this.appended = head.sequence();
        this.durableSequence = head.sequence();
        this.watermarkSequence = head.sequence();
        this.space = new FreeSpace(directory.path(), settings.minFreeBytes());
        this.durable = DurableSequence.openForWriting(directory.durable());
        this.watermark = Watermark.open(directory.watermark());
    }

    /**
     * Opens for writing behind {@code head}; if that succeeds, the lock passes to the journal.
     *
     * @throws TurnQueue.QueueUnusableException when Chronicle would append anywhere else than behind the last record
     */
    static ChronicleJournal open(
            JournalSettings settings,
            JournalDirectory directory,
            DirectoryLock lock,
            JournalHead head,
            int epoch,
            long wallMillis)
            throws IOException {
        // A clock that went back must not make Chronicle write to a file before the last.
        long clockMillis = Math.max(wallMillis, head.day() * TurnQueue.MILLIS_PER_DAY);
        TurnQueue queue = TurnQueue.open(directory.turns(), settings.blockBytes(), clockMillis);
        try {
            ChronicleJournal journal = new ChronicleJournal(settings, directory, lock, head, queue);
            journal.begin(epoch);
            return journal;
        } catch (IOException | RuntimeException e) {
            queue.close();
            throw e;
        }
    }

    private void begin(int epoch) throws IOException {
        try {
            if (day >= 0) {
                CycleFile last = CycleFile.open(path(day), endPosition);
                file = last;
                if (queue.day() == day) {
                    last.fill(endPosition + settings.preallocateBytes());
                    queue.checkPlace(endPosition);
                }
                last.force();
            }
            watermark.advance(appended, chain, 0);
            durable.begin(epoch, appended, settings.durability());
        } catch (IOException | RuntimeException e) {
            closeFiles();
            throw e;
        }
    }

    private Path path(int ofDay) {
        return directory.turns().resolve(LocalDate.ofEpochDay(ofDay).toString().replace("-", "") + "F.cq4");
    }

    @Override
    public void append(TurnRecordBuilder turn) {
        checkUsable();
        try {
            write(turn);
        } catch (Throwable e) {
            // Chronicle throws checked exceptions without declaring them, and a full disk under it is an Error.
            throw failed("Turn " + turn.sequence() + " could not be appended", e);
        }
    }

    private void write(TurnRecordBuilder turn) throws IOException {
        if (turn.sequence() != appended + 1 || turn.length() == 0) {
            throw new IllegalStateException("turn " + (appended + 1) + " must come next, sealed");
        }
        CycleFile current = file;
        if (current == null || queue.day() > day) {
            requireRoomForFile();
            endPosition = queue.append(turn.array(), turn.length(), 0);
            openFile();
        } else {
            current.fill(endPosition + turn.length() + TurnQueue.MAX_INDEX_LENGTH);
            endPosition = queue.append(turn.array(), turn.length(), endPosition);
        }
        System.arraycopy(turn.array(), turn.length() - TurnRecord.TRAILER_LENGTH, chain, 0, chain.length);
        appended++;
    }

    private void openFile() throws IOException {
        CycleFile old = file;
        if (old != null) {
            // Chronicle wrote its end mark there.
            old.force();
            old.close();
        }
        day = queue.day();
        CycleFile current = CycleFile.open(path(day), endPosition);
        file = current;
        current.fill(endPosition + settings.preallocateBytes());
        current.force();
        DurableFiles.syncDirectory(directory.turns());
    }

    @Override
    public void force() {
        checkUsable();
        try {
            if (appended > durableSequence) {
                sync();
            }
        } catch (Throwable e) {
            throw failed("The journal could not be synced", e);
        }
    }

    private void sync() throws IOException {
        boolean synced = settings.durability() == Durability.SYNCED;
        CycleFile current = file;
        if (current != null) {
            current.fill(endPosition + settings.preallocateBytes());
            if (synced) {
                current.force();
            }
        }
        durableSequence = appended;
        durable.publish(appended);
        if (synced && System.nanoTime() - watermarkNanos > WATERMARK_PERIOD_NANOS) {
            moveWatermark();
        }
    }

    private void moveWatermark() throws IOException {
        watermark.advance(appended, chain, 0);
        watermarkSequence = appended;
        watermarkNanos = System.nanoTime();
    }

    @Override
    public boolean roll(long wallMillis) {
        checkUsable();
        if (wallMillis / TurnQueue.MILLIS_PER_DAY <= queue.day() || space.usableBytes() < newFileBytes()) {
            return false;
        }
        force();
        queue.clock(wallMillis);
        return true;
    }

    /** Chronicle begins a file on pages without a place on the disk, so there must be more than enough. */
    private long newFileBytes() {
        return settings.preallocateBytes() + NEW_FILE_BYTES;
    }

    private void requireRoomForFile() throws IOException {
        if (space.usableBytes() < newFileBytes()) {
            throw new IOException("No space left on device for a new file of turns");
        }
    }

    @Override
    public boolean hasRoom() {
        return space.isEnough();
    }

    @Override
    public long appendedSequence() {
        return appended;
    }

    @Override
    public long durableSequence() {
        return durableSequence;
    }

    /**
     * Reads the last turn appended back through a new tailer of Chronicle's, from the beginning of the file on: that it was
     * written does not yet mean that a reader who comes this way will ever see it. For the first turn of a start.
     *
     * @throws JournalFailedException when the reading ends anywhere else
     */
    public void proveWritable() {
        checkUsable();
        try {
            TurnRecordView last = new TurnRecordView();
            byte[] lastChain = new byte[TurnRecord.HASH_LENGTH];
            long sequence = queue.readLast(day, last) ? last.sequence() : 0;
            if (sequence == appended) {
                last.chain(lastChain, 0);
            }
            if (sequence != appended || !Arrays.equals(lastChain, chain)) {
                throw new IllegalStateException("reading ended at turn " + sequence + " instead of turn " + appended);
            }
        } catch (Throwable e) {
            throw failed("What was appended to the journal cannot be read back", e);
        }
    }

    private void checkUsable() {
        Throwable cause = failure;
        if (cause != null) {
            throw new JournalFailedException("The journal failed before and accepts nothing more.", cause);
        }
        if (closed) {
            throw new JournalFailedException("The journal is closed.");
        }
    }

    private JournalFailedException failed(String what, Throwable cause) {
        failure = cause;
        return new JournalFailedException(what + ": " + cause + ". The node must stop.", cause);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        try {
            if (failure == null) {
                syncEverything();
            }
        } finally {
            closed = true;
            closeAll();
        }
    }

    private void syncEverything() {
        force();
        try {
            CycleFile current = file;
            if (current != null) {
                current.force();
            }
            if (watermarkSequence < appended) {
                moveWatermark();
            }
        } catch (IOException e) {
            throw failed("The journal could not be synced", e);
        }
    }

    private void closeAll() {
        try {
            queue.close();
            closeFiles();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the journal", e);
        } finally {
            lock.close();
        }
    }

    private void closeFiles() throws IOException {
        CycleFile current = file;
        if (current != null) {
            current.close();
        }
        watermark.close();
        durable.close();
    }
}
