package org.tpx.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * The exclusive lock of the one node that writes to a journal. Byte 0 of the lock file excludes other writers; byte 1 tells
 * readers that a node is alive, so that a reader who asks can never be in a starting node's way.
 *
 * <p>The system drops all locks of a process on a file as soon as the process closes any descriptor of it, so within one
 * process the file is never opened twice: {@link #HELD} knows which directories this process holds.
 */
final class DirectoryLock implements AutoCloseable {

    private static final Set<Path> HELD = new HashSet<>();

    private final Path key;
    private final FileChannel channel;

    private DirectoryLock(Path key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /** Takes the lock, or throws {@link JournalUnusableException} naming the process that has it. */
    static DirectoryLock acquire(Path directory) {
        synchronized (HELD) {
            Path key = key(directory);
            if (HELD.contains(key)) {
                throw inUse(directory, ProcessHandle.current().pid());
            }
            try {
                return acquire(directory, key);
            } catch (IOException e) {
                throw new JournalUnusableException("The journal " + directory + " cannot be locked: " + e, e);
            }
        }
    }

    private static DirectoryLock acquire(Path directory, Path key) throws IOException {
        FileChannel channel = FileChannel.open(
                JournalDirectory.lock(directory),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock exclusion = channel.tryLock(0, 1, false);
        if (exclusion == null) {
            channel.close();
            throw inUse(directory, DurableSequence.pid(directory.resolve("journal.durable")));
        }
        // Readers hold this byte for a moment when they look whether a node is alive; so wait for them.
        FileLock alive = channel.lock(1, 1, false);
        assert alive.isValid();
        HELD.add(key);
        return new DirectoryLock(key, channel);
    }

    private static JournalUnusableException inUse(Path directory, long pid) {
        return new JournalUnusableException(
                "The journal " + directory + " is in use by " + (pid == 0 ? "another process" : "process " + pid)
                        + ": stop that node first. Reading (audit verify, replay, dump) works while it runs.");
    }

    /** Whether a node, in this process or another, holds the lock now. */
    static boolean isHeld(Path directory) {
        synchronized (HELD) {
            if (HELD.contains(key(directory))) {
                return true;
            }
            Path file = JournalDirectory.lock(directory);
            if (!Files.exists(file)) {
                return false;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    FileLock lock = channel.tryLock(1, 1, true)) {
                return lock == null;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot look at " + file, e);
            }
        }
    }

    private static Path key(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot resolve " + directory, e);
        }
    }

    @Override
    public void close() {
        synchronized (HELD) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot release the lock of " + key, e);
            } finally {
                HELD.remove(key);
            }
        }
    }
}
