package org.tpx.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;
import org.tpx.journal.DocumentCursor.Step;

/**
 * Replaces the last file of a journal by one that holds its whole turns and nothing else. Chronicle appends the turns to a
 * new file in a directory aside; the old file stays under {@code cut/}; then the new one takes its place in one step. A cut
 * that is interrupted leaves the old file where it was, and the next start cuts again.
 */
final class TailCut {

    private final JournalDirectory directory;
    private final int blockBytes;
    private final long lastSequence;
    private final Path workshop;

    /** @param lastSequence the last turn to keep */
    TailCut(JournalDirectory directory, int blockBytes, long lastSequence) {
        this.directory = directory;
        this.blockBytes = blockBytes;
        this.lastSequence = lastSequence;
        this.workshop = directory.path().resolve("cut.new");
    }

    /**
     * Cuts, and tells what was done in a sentence.
     *
     * @param epoch names the file that is kept
     */
    String cut(int epoch) throws IOException {
        List<Path> files = directory.cycleFiles();
        Path file = files.get(files.size() - 1);
        requireRoom(file);
        deleteWorkshop();
        long turns = copyTurns(file);
        Path kept = keep(file, epoch);
        if (turns == 0) {
            Files.delete(file);
        } else {
            Path rewritten = workshop.resolve(file.getFileName());
            force(rewritten);
            Files.move(rewritten, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        DurableFiles.syncDirectory(directory.turns());
        deleteWorkshop();
        return "The end of " + file.getFileName() + " behind turn " + lastSequence
                + " was not completely written and never acknowledged; it was cut off, and the file as it was is kept as "
                + directory.path().relativize(kept) + ".";
    }

    private void requireRoom(Path file) throws IOException {
        long needed = Files.size(file) + 2L * blockBytes;
        long usable = Files.getFileStore(file).getUsableSpace();
        if (usable < needed) {
            throw new IOException("cutting a torn tail needs " + needed + " bytes of free space, there are " + usable);
        }
    }

    private long copyTurns(Path file) {
        long clockMillis = JournalScanner.cycle(file) * ChronicleJournal.MILLIS_PER_DAY;
        try (CycleBytes bytes = CycleBytes.of(file);
                SingleChronicleQueue queue = ChronicleJournal.queue(workshop, blockBytes, () -> clockMillis);
                ExcerptAppender appender = queue.createAppender()) {
            DocumentCursor cursor = new DocumentCursor();
            TurnRecordView turn = new TurnRecordView();
            byte[] record = new byte[TurnRecord.MAX_LENGTH];
            cursor.open(bytes, 0);
            long count = 0;
            for (Step step = cursor.look(); step == Step.TURN || step == Step.METADATA; step = cursor.look()) {
                if (step == Step.TURN) {
                    turn.wrap(cursor.buffer(), cursor.contentOffset(), cursor.contentLength());
                    if (turn.sequence() > lastSequence) {
                        break;
                    }
                    cursor.buffer().getBytes(cursor.contentOffset(), record, 0, cursor.contentLength());
                    append(appender, record, cursor.contentLength());
                    count++;
                }
                cursor.skip();
            }
            return count;
        }
    }

    private static void append(ExcerptAppender appender, byte[] record, int length) {
        try (DocumentContext document = appender.writingDocument()) {
            Bytes<?> bytes = ChronicleJournal.bytes(document);
            bytes.write(record, 0, length);
        }
    }

    private Path keep(Path file, int epoch) throws IOException {
        Path kept = directory.cut().resolve(file.getFileName() + "." + epoch);
        Files.createDirectories(directory.cut());
        Files.deleteIfExists(kept);
        try {
            Files.createLink(kept, file);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(file, kept);
        }
        DurableFiles.syncDirectory(directory.cut());
        return kept;
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private void deleteWorkshop() throws IOException {
        if (!Files.exists(workshop)) {
            return;
        }
        try (Stream<Path> files = Files.walk(workshop)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
