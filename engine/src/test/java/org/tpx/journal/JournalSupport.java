package org.tpx.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Short ways to write and read small journals in tests. */
final class JournalSupport {

    static final long DAY_MILLIS = 86_400_000;
    static final long FIRST_MILLIS = SampleTurns.FIRST_NANOS / 1_000_000;

    private JournalSupport() {}

    static JournalSettings settings(Path directory) {
        return JournalSettings.of(directory, "exchange.test/journal")
                .withBlocks(1 << 20, 64 << 10)
                .withMinFreeBytes(0);
    }

    static JournalRecovery recover(Path directory) {
        return JournalRecovery.open(settings(directory), () -> FIRST_MILLIS, LeafHandler.NONE);
    }

    /** Begins or continues a journal with {@code count} turns, {@code batch} to a sync, and closes it. */
    static void write(Path directory, long seed, int count, int batch) {
        try (JournalRecovery recovery = recover(directory);
                ChronicleJournal journal = recovery.startWriting()) {
            append(journal, new SampleTurns(seed, recovery.head()), count, batch);
        }
    }

    static void append(Journal journal, SampleTurns turns, int count, int batch) {
        for (int i = 1; i <= count; i++) {
            journal.append(turns.next());
            if (i % batch == 0 || i == count) {
                journal.force();
            }
        }
    }

    /** Leaves a record behind the end whose writing was begun and not finished. */
    static void tear(Path file, long end) {
        byte[] torn = new byte[300];
        Arrays.fill(torn, (byte) 0x55);
        ByteBuffer bytes = ByteBuffer.wrap(torn).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 0x80000000);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(bytes, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copyTree(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every record that a new reader finds, as bytes. */
    static List<byte[]> readAll(Path directory) {
        try (JournalReader reader = JournalReader.open(directory)) {
            List<byte[]> records = new ArrayList<>();
            TurnRecordView turn = new TurnRecordView();
            while (reader.next(turn)) {
                byte[] record = new byte[turn.length()];
                turn.buffer().getBytes(0, record);
                records.add(record);
            }
            return records;
        }
    }

    /** The same turns as {@link #write} makes in a new journal, without a journal. */
    static List<byte[]> expected(long seed, int count) {
        SampleTurns turns = new SampleTurns(seed);
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TurnRecordBuilder turn = turns.next();
            byte[] record = new byte[turn.length()];
            turn.buffer().getBytes(0, record);
            records.add(record);
        }
        return records;
    }
}
