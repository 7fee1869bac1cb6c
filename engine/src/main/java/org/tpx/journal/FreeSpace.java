package org.tpx.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** The space that is left where the journal is, looked at no more than ten times a second. May be asked from any thread. */
final class FreeSpace {

    private static final long PERIOD_NANOS = 100_000_000;

    private final Path directory;
    private final FileStore store;
    private final long minFreeBytes;
    private volatile long lookedNanos = System.nanoTime() - 2 * PERIOD_NANOS;
    private volatile boolean enough;

    FreeSpace(Path directory, long minFreeBytes) throws IOException {
        this.directory = directory;
        this.store = Files.getFileStore(directory);
        this.minFreeBytes = minFreeBytes;
    }

    /** Whether there was enough when last looked. */
    boolean isEnough() {
        long now = System.nanoTime();
        if (now - lookedNanos > PERIOD_NANOS) {
            lookedNanos = now;
            enough = usableBytes() >= minFreeBytes;
        }
        return enough;
    }

    /** How much there is right now. */
    long usableBytes() {
        try {
            return store.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell the free space of " + directory, e);
        }
    }
}
