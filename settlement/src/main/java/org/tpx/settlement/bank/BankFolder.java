package org.tpx.settlement.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder in which exchange and bank meet.
 *
 * <pre>
 *   out/      payments for the bank to collect; whoever collects a file takes it away
 *   in/       messages of the bank; a file appears here by a rename, whole
 *   work/     the message that is being carried out; taken up again after a crash
 *   done/     messages that were carried out
 *   refused/  files that are no sound message, each with a .txt that says why
 *   sent/     a copy of everything that ever lay in out/, byte by byte, with the time at which it last did
 * </pre>
 *
 * <p>Every file appears whole or not at all: temporary file, sync, rename, sync of the directory.
 */
public final class BankFolder {
    private static final String TEMPORARY = ".tmp";

    private final Path root;

    /** The folder at a path; it and its parts are made where they are missing. */
    public BankFolder(Path root) {
        this.root = root;
        try {
            for (Path part : List.of(out(), in(), work(), done(), refused(), sent())) {
                Files.createDirectories(part);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the bank's folder " + root + " cannot be made", failure);
        }
    }

    /** The folder itself. */
    public Path root() {
        return root;
    }

    /** Where payments wait for the bank. */
    public Path out() {
        return root.resolve("out");
    }

    /** Where the bank puts its messages. */
    public Path in() {
        return root.resolve("in");
    }

    /** Where the message lies that is being carried out. */
    public Path work() {
        return root.resolve("work");
    }

    /** Where messages lie that were carried out. */
    public Path done() {
        return root.resolve("done");
    }

    /** Where files lie that were refused. */
    public Path refused() {
        return root.resolve("refused");
    }

    /** Where copies of what was sent lie. */
    public Path sent() {
        return root.resolve("sent");
    }

    /** The names of the whole files in a part of the folder, in the order of their names. */
    static List<Path> files(Path part) {
        try (Stream<Path> files = Files.list(part)) {
            return files.filter(BankFolder::isWhole).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(part + " cannot be read", failure);
        }
    }

    private static boolean isWhole(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && !name.startsWith(".")
                && !name.endsWith(TEMPORARY);
    }

    /** Writes a file, whole or not at all. */
    static void write(Path file, byte[] content) {
        Path temporary = file.resolveSibling("." + file.getFileName() + TEMPORARY);
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            move(temporary, file);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be written", failure);
        }
    }

    static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Moves a file within the folder; a file of that name gives way. */
    static void rename(Path from, Path to) {
        try {
            move(from, to);
            sync(from.toAbsolutePath().resolveSibling("."));
        } catch (IOException failure) {
            throw new UncheckedIOException(from + " cannot be moved to " + to, failure);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(to.toAbsolutePath().resolveSibling("."));
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
