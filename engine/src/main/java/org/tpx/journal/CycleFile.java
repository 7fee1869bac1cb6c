package org.tpx.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Our own descriptor of the file that Chronicle appends to: for syncing, because its failures must be seen, and for filling
 * the file ahead of the records with real zeros, so that Chronicle never writes to a page that has no place on the disk (a
 * full disk would be a fault of the process there, and here it is an {@link IOException}) and a sync has no metadata to
 * write.
 *
 * <p>To be used by the appending thread between two appends only. Allocates nothing after construction.
 */
final class CycleFile implements AutoCloseable {

    private static final int STEP = 256 << 10;
    /** Small writes make small pages in the page cache; a sync writes whole pages, so large ones cost tens of times more. */
    private static final int WRITE = 64 << 10;
    /** Chronicle may have put an index behind the last record: what is there is written back as it is. */
    private static final int PRESERVED = 256 << 10;

    private static final int PAGE = 4096;

    private final Path path;
    private final FileChannel channel;
    private final ByteBuffer zeros = ByteBuffer.allocateDirect(WRITE);
    private final ByteBuffer content = ByteBuffer.allocateDirect(WRITE);
    private final long preservedEnd;
    private long filledEnd;

    private CycleFile(Path path, FileChannel channel, long end) {
        this.path = path;
        this.channel = channel;
        this.filledEnd = end - end % PAGE;
        this.preservedEnd = filledEnd + PRESERVED;
    }

    /** Opens the file whose records end at {@code end}. */
    static CycleFile open(Path path, long end) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new CycleFile(path, channel, end);
    }

    Path path() {
        return path;
    }

    /** Fills the file until it is backed by the disk up to {@code end} at least. */
    void fill(long end) throws IOException {
        while (filledEnd < end) {
            for (int done = 0; done < STEP; done += WRITE) {
                fillPiece();
            }
        }
    }

    private void fillPiece() throws IOException {
        if (filledEnd < preservedEnd) {
            writeBack();
        } else {
            zeros.clear();
            DurableFiles.writeFully(channel, zeros, filledEnd);
        }
        filledEnd += WRITE;
    }

    private void writeBack() throws IOException {
        content.clear();
        int read = 0;
        while (content.hasRemaining() && read >= 0) {
            read = channel.read(content, filledEnd + content.position());
        }
        while (content.hasRemaining()) {
            content.put((byte) 0);
        }
        content.flip();
        DurableFiles.writeFully(channel, content, filledEnd);
    }

    /** Syncs the file's content. */
    void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
