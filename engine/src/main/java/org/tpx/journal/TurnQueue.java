package org.tpx.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.bytes.SyncMode;
import net.openhft.chronicle.core.io.BackgroundResourceReleaser;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import net.openhft.chronicle.wire.Wire;
import net.openhft.chronicle.wire.Wires;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Chronicle Queue on a short lead, for writing: it is told the time, so that it changes files only when we say so; it syncs
 * nothing; and before every record is written we look where. Single-threaded; appending allocates nothing after warm-up.
 */
final class TurnQueue implements AutoCloseable {

    static final long MILLIS_PER_DAY = 86_400_000;

    /** Between two records there may be an index of Chronicle's, and at the beginning of a file its header and two. */
    static final int MAX_INDEX_LENGTH = 128 << 10;

    private static final int HEADER_LENGTH = DocumentCursor.HEADER_LENGTH;

    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private long clockMillis;

    private TurnQueue(Path turns, int blockBytes, long clockMillis) {
        this.clockMillis = clockMillis;
        this.queue = SingleChronicleQueueBuilder.binary(turns)
                .rollCycle(RollCycles.FAST_DAILY)
                .blockSize(blockBytes)
                .timeProvider(() -> this.clockMillis)
                .syncMode(SyncMode.NONE)
                .checkInterrupts(false)
                .build();
        this.appender = createAppender(queue);
        // Opened by the thread that recovers, used by the one that appends.
        appender.singleThreadedCheckDisabled(true);
    }

    /**
     * Opens a directory of cycle files.
     *
     * @param clockMillis the time that Chronicle believes it is until it is told otherwise
     * @throws QueueUnusableException when Chronicle does not come to terms with its files
     */
    static TurnQueue open(Path turns, int blockBytes, long clockMillis) throws IOException {
        // Chronicle makes this file anew; an old one may hold the lock of a dead process with our own number.
        Files.deleteIfExists(turns.resolve("metadata.cq4t"));
        try {
            return new TurnQueue(turns, blockBytes, clockMillis);
        } catch (Exception | AssertionError e) {
            // Chronicle throws checked exceptions without declaring them.
            throw new QueueUnusableException("Chronicle cannot open its files: " + e, e);
        }
    }

    private static ExcerptAppender createAppender(SingleChronicleQueue queue) {
        try {
            return queue.createAppender();
        } catch (Exception | AssertionError e) {
            queue.close();
            throw e;
        }
    }

    /** What day the next record's file is of, counted from 1970-01-01. */
    int day() {
        return (int) (clockMillis / MILLIS_PER_DAY);
    }

    /** Tells Chronicle the time; of another day, the next record goes to another file. */
    void clock(long millis) {
        clockMillis = millis;
    }

    /**
     * Lets Chronicle begin a record in the file of today, and takes it back.
     *
     * @param expectedPosition where the last record ends
     * @throws QueueUnusableException when Chronicle would write anywhere else
     */
    void checkPlace(long expectedPosition) {
        try (DocumentContext document = appender.writingDocument()) {
            document.rollbackOnClose();
            checkPlace(bytes(document), expectedPosition);
        } catch (QueueUnusableException e) {
            throw e;
        } catch (Exception | AssertionError e) {
            throw new QueueUnusableException("Chronicle cannot continue its last file: " + e, e);
        }
    }

    private static void checkPlace(Bytes<?> bytes, long expected) {
        long position = bytes.writePosition() - HEADER_LENGTH;
        if (position != expected && !leadsTo(bytes, expected, position)) {
            throw new QueueUnusableException(
                    "Chronicle would write at byte " + position + " instead of behind byte " + expected, null);
        }
    }

    /** Whether there is nothing but documents of Chronicle's own between two positions. */
    private static boolean leadsTo(Bytes<?> bytes, long from, long to) {
        long position = from;
        while (position < to && to - from <= MAX_INDEX_LENGTH) {
            int header = bytes.readVolatileInt(position);
            if (!Wires.isReadyMetaData(header)) {
                return false;
            }
            position = (position + HEADER_LENGTH + Wires.lengthOf(header) + 3) & ~3L;
        }
        return position == to;
    }

    /**
     * Appends one record.
     *
     * @param expectedPosition where the last record of the file ends, 0 for a new file
     * @return where this record ends
     */
    long append(byte[] record, int length, long expectedPosition) {
        try (DocumentContext document = appender.writingDocument()) {
            boolean whole = false;
            try {
                Bytes<?> bytes = bytes(document);
                checkPlace(bytes, expectedPosition);
                bytes.write(record, 0, length);
                whole = true;
                return bytes.writePosition();
            } finally {
                if (!whole) {
                    // Else Chronicle commits what was written so far.
                    document.rollbackOnClose();
                }
            }
        }
    }

    /**
     * Reads the file of a day through a new tailer to its end.
     *
     * @param turn is wrapped around a copy of the last record
     * @return whether there is a last record and it is sound
     */
    boolean readLast(int day, TurnRecordView turn) {
        byte[] record = new byte[TurnRecord.MAX_LENGTH];
        int length = 0;
        try (ExcerptTailer tailer = queue.createTailer()) {
            boolean more = tailer.moveToCycle(day);
            while (more) {
                try (DocumentContext document = tailer.readingDocument()) {
                    more = document.isPresent();
                    if (more) {
                        length = copy(bytes(document), record);
                    }
                }
            }
        }
        return turn.wrap(new UnsafeBuffer(record), 0, length) == Fault.NONE && turn.checkCrc() == Fault.NONE;
    }

    private static int copy(Bytes<?> content, byte[] record) {
        // The length comes from the file; by it Chronicle would read outside of its mapping.
        int length = (int) Math.min(record.length, content.readRemaining());
        content.read(record, 0, length);
        return length;
    }

    private static Bytes<?> bytes(DocumentContext document) {
        Wire wire = document.wire();
        if (wire == null) {
            throw new IllegalStateException("Chronicle opened a document without a wire");
        }
        return wire.bytes();
    }

    @Override
    public void close() {
        appender.close();
        queue.close();
        // Chronicle unmaps on a thread of its own, some time later.
        BackgroundResourceReleaser.releasePendingResources();
    }

    /** Chronicle and the files of turns do not agree; the turns themselves may be whole. */
    static final class QueueUnusableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        QueueUnusableException(String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
        }
    }
}
