package org.tpx.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** One seeded damage to a copy of a journal: a flip, a truncation, a zeroed page or a lost file. */
final class JournalDamage {

    static final long SEED = 8;
    static final int TURNS = 120;

    /** What was synced when the power was cut, in the cases where it was: the rest may be lost without a word. */
    static final int TURNS_AT_WATERMARK = 60;

    private final Random random;
    private final int number;

    JournalDamage(int number) {
        this.number = number;
        this.random = new Random(1000 + number);
    }

    /** In every third case the notes beside the journal are from before its second half. */
    static boolean isAfterPowerCut(int number) {
        return number % 3 == 2;
    }

    /** Writes the journal that is damaged, of two files; the notes of its first half are kept beside. */
    static void write(Path directory) {
        Path whole = directory.resolve("whole");
        try (JournalRecovery recovery = JournalSupport.recover(whole);
                ChronicleJournal journal = recovery.startWriting()) {
            SampleTurns turns = new SampleTurns(SEED);
            JournalSupport.append(journal, turns, 40, 7);
            journal.roll(JournalSupport.FIRST_MILLIS + JournalSupport.DAY_MILLIS);
            JournalSupport.append(journal, turns, 20, 7);
        }
        copy(whole.resolve("journal.durable"), directory.resolve("journal.durable"));
        copy(whole.resolve("journal.watermark"), directory.resolve("journal.watermark"));
        JournalSupport.write(whole, SEED, 60, 7);
    }

    /** Copies the journal, damages the copy and tells how. */
    String apply(Path whole, Path copy) throws IOException {
        JournalSupport.copyTree(whole, copy);
        Files.deleteIfExists(copy.resolve("turns/metadata.cq4t"));
        if (isAfterPowerCut(number)) {
            copy(whole.resolveSibling("journal.durable"), copy.resolve("journal.durable"));
            copy(whole.resolveSibling("journal.watermark"), copy.resolve("journal.watermark"));
        }
        List<Path> files = JournalDirectory.open(copy).cycleFiles();
        Path file = files.get(random.nextInt(files.size()));
        int kind = random.nextInt(20);
        return file.getFileName() + " " + damage(file, kind);
    }

    private String damage(Path file, int kind) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int used = bytes.length;
        while (bytes[used - 1] == 0) {
            used--;
        }
        int place = place(used);
        if (kind == 0) {
            Files.delete(file);
            return "deleted";
        }
        if (kind < 4) {
            return truncate(file, place);
        }
        if (kind < 8) {
            int page = place & ~4095;
            write(file, page, new byte[4096]);
            return "zeroed page at " + page;
        }
        byte flipped = (byte) (bytes[place] ^ (kind < 14 ? 1 << random.nextInt(8) : 1 + random.nextInt(255)));
        write(file, place, new byte[] {flipped});
        return "flipped byte at " + place;
    }

    /** Mostly among the turns, often in Chronicle's header; the indexes between them are long and dull. */
    private int place(int used) {
        int header = 256;
        int indexes = 65_808;
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(used);
            case 1, 2 -> random.nextInt(header);
            default -> indexes + random.nextInt(used - indexes);
        };
    }

    private static String truncate(Path file, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
        return "truncated to " + length;
    }

    private static void write(Path file, int place, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), place);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.write(to, Files.readAllBytes(from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A short name for the content of some records. */
    static String digest(List<byte[]> records) {
        int length = records.stream().mapToInt(record -> record.length).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        records.forEach(all::put);
        return HexFormat.of().formatHex(Digests.sha256(all.array()));
    }
}
