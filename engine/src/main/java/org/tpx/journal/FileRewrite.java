package org.tpx.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.tpx.journal.DocumentCursor.Step;

/**
 * Replaces a file of a journal by one that holds its whole turns and nothing else: to cut a torn tail off, or because
 * Chronicle's own notes in it are wrong. Chronicle appends the turns to a new file in a directory aside; the old file stays
 * under {@code cut/}; then the new one takes its place in one step. Work that is interrupted leaves the old file where it
 * was, and the next start does it again.
 */
final class FileRewrite {

    private final JournalDirectory directory;
    private final int blockBytes;
    private final long lastSequence;
    private final Path file;
    private final Path workshop;

    /** @param lastSequence the last turn to keep */
    FileRewrite(JournalDirectory directory, Path file, int blockBytes, long lastSequence) {
        this.directory = directory;
        this.blockBytes = blockBytes;
        this.lastSequence = lastSequence;
        this.file = file;
        this.workshop = directory.path().resolve("cut.new");
    }

    private String name() {
        return file.getFileName().toString();
    }

    /**
     * Rewrites the file, or deletes it if it has no whole turn.
     *
     * @param epoch names the file that is kept
     * @return where the file is kept as it was, in the journal's directory
     */
    Path rewrite(int epoch) throws IOException {
        requireRoom();
        deleteWorkshop();
        long turns = copyTurns();
        Path kept = keep(epoch);
        if (turns == 0) {
            Files.delete(file);
        } else {
            Path rewritten = workshop.resolve(file.getFileName());
            DurableFiles.force(rewritten);
            Files.move(rewritten, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        DurableFiles.syncDirectory(directory.turns());
        deleteWorkshop();
        return directory.path().relativize(kept);
    }

    private void requireRoom() throws IOException {
        long needed = Files.size(file) + 2L * blockBytes;
        long usable = Files.getFileStore(file).getUsableSpace();
        if (usable < needed) {
            throw new IOException(
                    "rewriting " + name() + " needs " + needed + " bytes of free space, there are " + usable);
        }
    }

    private long copyTurns() throws IOException {
        long clockMillis = JournalScanner.day(file) * TurnQueue.MILLIS_PER_DAY;
        DocumentCursor cursor = new DocumentCursor();
        TurnRecordView turn = new TurnRecordView();
        byte[] record = new byte[TurnRecord.MAX_LENGTH];
        long count = 0;
        long end = 0;
        try (CycleBytes bytes = CycleBytes.of(file);
                TurnQueue queue = TurnQueue.open(workshop, blockBytes, clockMillis)) {
            cursor.open(bytes, 0);
            for (Step step = cursor.look(); step == Step.TURN || step == Step.METADATA; step = cursor.look()) {
                if (step == Step.TURN) {
                    Fault fault = turn.wrap(cursor.buffer(), cursor.contentOffset(), cursor.contentLength());
                    if (fault != Fault.NONE || turn.checkCrc() != Fault.NONE || turn.sequence() > lastSequence) {
                        break;
                    }
                    turn.buffer().getBytes(0, record, 0, turn.length());
                    end = queue.append(record, turn.length(), end);
                    count++;
                }
                cursor.skip();
            }
        }
        return count;
    }

    private Path keep(int epoch) throws IOException {
        Files.createDirectories(directory.cut());
        Path kept = directory.cut().resolve(name() + "." + epoch);
        for (int copy = 2; Files.exists(kept); copy++) {
            kept = directory.cut().resolve(name() + "." + epoch + "." + copy);
        }
        try {
            Files.createLink(kept, file);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(file, kept);
        }
        DurableFiles.syncDirectory(directory.cut());
        return kept;
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
