package org.tpx.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.bytes.SyncMode;
import net.openhft.chronicle.core.time.TimeProvider;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The journal in Chronicle Queue files, one excerpt per turn, made by {@link JournalRecovery}. What Chronicle does not do is
 * done here: it is told the time, so that files change only in {@link #roll}; it is never given a page without a place on
 * the disk; where it is about to write is checked before every write; and syncing goes through a descriptor of ours.
 *
 * <p>Appending and forcing allocate nothing after warm-up.
 */
public final class ChronicleJournal implements Journal {

    static final long MILLIS_PER_DAY = 86_400_000;
    private static final int HEADER_LENGTH = DocumentCursor.HEADER_LENGTH;
    /** Between two records there may be an index of Chronicle's, and at the beginning of a file its header and two. */
    private static final int MAX_INDEX_LENGTH = 128 << 10;

    private static final long PERIOD_NANOS = 100_000_000;

    private final JournalSettings settings;
    private final JournalDirectory directory;
    private final DirectoryLock lock;
    private final DurableSequence durable;
    private final Watermark watermark;
    private final FileStore store;
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private final byte[] chain;
    private @Nullable CycleFile file;
    private long clockMillis;
    private int cycle;
    private long endPosition;
    private long appended;
    private long watermarkSequence;
    private long watermarkNanos = System.nanoTime();
    private long roomNanos = System.nanoTime() - PERIOD_NANOS;
    private volatile boolean room = true;
    private volatile long durableSequence;
    private volatile @Nullable Throwable failure;
    private boolean closed;

    private ChronicleJournal(
            JournalSettings settings, JournalDirectory directory, DirectoryLock lock, JournalHead head, long wallMillis)
            throws IOException {
        this.settings = settings;
        this.directory = directory;
        this.lock = lock;
        this.chain = Digests.bytes(head.chain());
        this.cycle = head.cycle();
        this.endPosition = head.endPosition();
        this.appended = head.sequence();
        this.durableSequence = head.sequence();
        this.watermarkSequence = head.sequence();
        // A clock that went back must not make Chronicle write to a file before the last.
        this.clockMillis = Math.max(wallMillis, head.cycle() * MILLIS_PER_DAY);
        this.store = Files.getFileStore(directory.path());
        this.durable = DurableSequence.openForWriting(directory.durable());
        this.watermark = Watermark.open(directory.watermark());
        this.queue = openQueue();
        this.appender = queue.createAppender();
        // Opened by the thread that recovers, used by the one that appends.
        appender.singleThreadedCheckDisabled(true);
    }

    /**
     * Opens for writing behind {@code head}; if that succeeds, the lock passes to the journal.
     *
     * @throws MisplacedAppendException when Chronicle would append anywhere else than behind the last record
     */
    static ChronicleJournal open(
            JournalSettings settings,
            JournalDirectory directory,
            DirectoryLock lock,
            JournalHead head,
            int epoch,
            long wallMillis)
            throws IOException {
        ChronicleJournal journal = new ChronicleJournal(settings, directory, lock, head, wallMillis);
        try {
            journal.begin(epoch);
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.releaseFiles();
            throw e;
        }
    }

    private SingleChronicleQueue openQueue() throws IOException {
        // Chronicle makes this file anew; an old one may hold the lock of a dead process with our own number.
        Files.deleteIfExists(directory.turns().resolve("metadata.cq4t"));
        return queue(directory.turns(), settings.blockBytes(), () -> clockMillis);
    }

    static SingleChronicleQueue queue(Path turns, int blockBytes, TimeProvider clock) {
        return SingleChronicleQueueBuilder.binary(turns)
                .rollCycle(RollCycles.FAST_DAILY)
                .blockSize(blockBytes)
                .timeProvider(clock)
                .syncMode(SyncMode.NONE)
                .checkInterrupts(false)
                .build();
    }

    private void begin(int epoch) throws IOException {
        if (cycle >= 0) {
            CycleFile last = CycleFile.open(path(cycle), endPosition);
            file = last;
            checkPlace();
            last.force();
        }
        watermark.advance(appended, chain, 0);
        durable.begin(epoch, appended);
    }

    private Path path(int day) {
        return directory.turns().resolve(LocalDate.ofEpochDay(day).toString().replace("-", "") + "F.cq4");
    }

    /** Lets Chronicle begin a document in the file that will be continued, and takes it back. */
    private void checkPlace() {
        if (clockMillis / MILLIS_PER_DAY != cycle) {
            return;
        }
        try (DocumentContext document = appender.writingDocument()) {
            document.rollbackOnClose();
            checkPlace(bytes(document).writePosition() - HEADER_LENGTH, endPosition);
        }
    }

    private static void checkPlace(long position, long expected) {
        if (position < expected || position > expected + MAX_INDEX_LENGTH) {
            throw new MisplacedAppendException(position, expected);
        }
    }

    @Override
    public void append(TurnRecordBuilder turn) {
        checkUsable();
        try {
            write(turn);
        } catch (IOException | RuntimeException | Error e) {
            throw failed("Turn " + turn.sequence() + " could not be appended", e);
        }
    }

    private void write(TurnRecordBuilder turn) throws IOException {
        if (turn.sequence() != appended + 1 || turn.length() == 0) {
            throw new IllegalStateException("turn " + (appended + 1) + " must come next, sealed");
        }
        CycleFile current = file;
        boolean newFile = current == null || clockMillis / MILLIS_PER_DAY > cycle;
        if (newFile) {
            requireRoomForFile();
        } else if (current != null) {
            current.fill(endPosition + HEADER_LENGTH + turn.length() + MAX_INDEX_LENGTH);
        }
        writeDocument(turn, newFile ? 0 : endPosition);
        turn.buffer().getBytes(turn.length() - TurnRecord.TRAILER_LENGTH, chain);
        appended++;
        if (newFile) {
            openFile();
        }
    }

    private void writeDocument(TurnRecordBuilder turn, long expectedPosition) {
        try (DocumentContext document = appender.writingDocument()) {
            try {
                Bytes<?> bytes = bytes(document);
                checkPlace(bytes.writePosition() - HEADER_LENGTH, expectedPosition);
                bytes.write(turn.array(), 0, turn.length());
                endPosition = bytes.writePosition();
            } catch (RuntimeException | Error e) {
                // Without this, Chronicle commits what was written so far.
                document.rollbackOnClose();
                throw e;
            }
        }
    }

    static Bytes<?> bytes(DocumentContext document) {
        var wire = document.wire();
        if (wire == null) {
            throw new IllegalStateException("Chronicle opened a document without a wire");
        }
        return wire.bytes();
    }

    private void openFile() throws IOException {
        CycleFile old = file;
        if (old != null) {
            old.force();
            old.close();
        }
        cycle = appender.cycle();
        CycleFile current = CycleFile.open(path(cycle), endPosition);
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
        } catch (IOException | RuntimeException | Error e) {
            throw failed("The journal could not be synced", e);
        }
    }

    private void sync() throws IOException {
        CycleFile current = file;
        if (current != null) {
            current.fill(endPosition + settings.preallocateBytes());
            if (settings.durability() == Durability.SYNCED) {
                current.force();
            }
        }
        durableSequence = appended;
        durable.publish(appended);
        if (settings.durability() == Durability.SYNCED && System.nanoTime() - watermarkNanos > PERIOD_NANOS) {
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
        force();
        if (wallMillis / MILLIS_PER_DAY <= clockMillis / MILLIS_PER_DAY || usableBytes() < fileBytes()) {
            return false;
        }
        clockMillis = wallMillis;
        return true;
    }

    /** Chronicle begins a file on pages without a place on the disk, so there must be more than enough. */
    private long fileBytes() {
        return settings.preallocateBytes() + 4L * (1 << 20);
    }

    private void requireRoomForFile() throws IOException {
        if (usableBytes() < fileBytes()) {
            throw new IOException("no space left on the device for a new journal file");
        }
    }

    private long usableBytes() {
        try {
            return store.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell the free space of " + directory.path(), e);
        }
    }

    @Override
    public boolean hasRoom() {
        long now = System.nanoTime();
        if (now - roomNanos > PERIOD_NANOS) {
            roomNanos = now;
            room = usableBytes() >= settings.minFreeBytes();
        }
        return room;
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
        try (ExcerptTailer tailer = queue.createTailer()) {
            TurnRecordView last = new TurnRecordView();
            byte[] lastChain = new byte[TurnRecord.HASH_LENGTH];
            long sequence = readToEnd(tailer, last);
            if (sequence == appended) {
                last.chain(lastChain, 0);
            }
            if (sequence != appended || !Arrays.equals(lastChain, chain)) {
                throw new IllegalStateException("reading back ended at turn " + sequence + ", not at turn " + appended);
            }
        } catch (RuntimeException | Error e) {
            throw failed("What was appended to the journal cannot be read back", e);
        }
    }

    private long readToEnd(ExcerptTailer tailer, TurnRecordView turn) {
        byte[] bytes = new byte[TurnRecord.MAX_LENGTH];
        UnsafeBuffer buffer = new UnsafeBuffer(bytes);
        int length = 0;
        tailer.moveToCycle(cycle);
        for (; ; ) {
            try (DocumentContext document = tailer.readingDocument()) {
                if (!document.isPresent()) {
                    break;
                }
                Bytes<?> content = bytes(document);
                // The length comes from the file; Chronicle would read outside of its mapping by it.
                length = (int) Math.min(bytes.length, content.readRemaining());
                content.read(bytes, 0, length);
            }
        }
        boolean sound = turn.wrap(buffer, 0, length) == Fault.NONE && turn.checkCrc() == Fault.NONE;
        return sound ? turn.sequence() : 0;
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
                closeInOrder();
            }
        } finally {
            closed = true;
            try {
                releaseFiles();
            } finally {
                lock.close();
            }
        }
    }

    private void closeInOrder() {
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

    private void releaseFiles() {
        appender.close();
        queue.close();
        try {
            CycleFile current = file;
            if (current != null) {
                current.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the journal", e);
        } finally {
            watermark.close();
            durable.close();
        }
    }

    /** Chronicle's own record of where its file ends is not where the last record ends; the file must be written anew. */
    static final class MisplacedAppendException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MisplacedAppendException(long position, long expected) {
            super("Chronicle would append at byte " + position + " instead of behind the last record at byte "
                    + expected);
        }
    }
}
