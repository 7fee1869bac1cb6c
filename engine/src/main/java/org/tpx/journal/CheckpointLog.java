package org.tpx.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The signed checkpoints of a journal, one note after the other, an empty line behind each. A note that was not completely
 * written at the end is nothing that anyone holds, and is written over; anything else that cannot be read is damage.
 *
 * <p>Single-threaded. It syncs on its own, so it belongs on a thread other than the one that appends turns.
 */
public final class CheckpointLog implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private long end;
    private long lastSize;

    private CheckpointLog(Path path, FileChannel channel, Content content) {
        this.path = path;
        this.channel = channel;
        this.end = content.end();
        this.lastSize = content.lastSize();
    }

    /** Opens the log of a journal that this node writes to. */
    public static CheckpointLog open(JournalDirectory directory) {
        Path path = directory.checkpoints();
        Content content = read(path);
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.truncate(content.end());
            return new CheckpointLog(path, channel, content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + path, e);
        }
    }

    /** The size of the last checkpoint, 0 when there is none. */
    public long lastSize() {
        return lastSize;
    }

    /**
     * Appends a checkpoint and syncs it; only then may it be shown to anyone. The turns under it must be durable.
     *
     * @throws JournalFailedException when it could not be written or synced
     */
    public void append(SignedCheckpoint signed) {
        if (signed.checkpoint().size() <= lastSize) {
            throw new IllegalArgumentException(
                    "a checkpoint of size " + signed.checkpoint().size() + " cannot follow one of size " + lastSize);
        }
        byte[] bytes = (signed.note() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            DurableFiles.writeFully(channel, ByteBuffer.wrap(bytes), end);
            channel.force(false);
        } catch (IOException e) {
            throw new JournalFailedException("A checkpoint could not be written to " + path + ": " + e, e);
        }
        end += bytes.length;
        lastSize = signed.checkpoint().size();
    }

    /**
     * What a checkpoint file holds.
     *
     * @param checkpoints in order
     * @param end where the next one goes
     * @param tornBytes what is behind the end of the last whole one
     * @param damage why reading stopped before the end, empty when it did not
     */
    public record Content(List<SignedCheckpoint> checkpoints, long end, long tornBytes, String damage) {

        /** The size of the last checkpoint, 0 when there is none. */
        public long lastSize() {
            return checkpoints.isEmpty()
                    ? 0
                    : checkpoints.get(checkpoints.size() - 1).checkpoint().size();
        }
    }

    /** Reads all checkpoints of a file, without looking at signatures. */
    public static Content read(Path file) {
        byte[] bytes = DurableFiles.read(file);
        List<SignedCheckpoint> checkpoints = new ArrayList<>();
        int start = 0;
        long last = 0;
        for (int next = endOfNote(bytes, start); next > 0; next = endOfNote(bytes, start)) {
            String note = new String(bytes, start, next - start - 1, StandardCharsets.UTF_8);
            try {
                SignedCheckpoint signed = SignedCheckpoint.parse(note);
                if (signed.checkpoint().size() <= last) {
                    throw new IllegalArgumentException("its size is not above the one before");
                }
                checkpoints.add(signed);
                last = signed.checkpoint().size();
            } catch (IllegalArgumentException e) {
                String damage = "the checkpoint at byte " + start + " cannot be read: " + e.getMessage();
                return new Content(List.copyOf(checkpoints), start, 0, damage);
            }
            start = next;
        }
        return new Content(List.copyOf(checkpoints), start, bytes.length - start, "");
    }

    /** Behind the second empty line from here on, -1 when the note is not complete. */
    private static int endOfNote(byte[] bytes, int start) {
        int emptyLines = 0;
        for (int i = start + 1; i < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\n' && ++emptyLines == 2) {
                return i + 1;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + path, e);
        }
    }
}
