package org.tpx.journal;

import java.nio.file.Path;

/**
 * How a journal is written. Readers need only the directory.
 *
 * @param directory where it lives; created at the first start
 * @param origin the name of the log in checkpoints and certificates, such as {@code exchange.example/tpx}; fixed at the
 *     first start
 * @param durability what {@link Journal#force} waits for
 * @param blockBytes the piece of a file that is mapped at a time; a power of two, at least 8 MiB outside of tests, because
 *     a record may be as long as a quarter of it
 * @param preallocateBytes how far ahead of the records the file is filled with real zeros
 * @param minFreeBytes below this much usable space {@link Journal#hasRoom()} is false
 */
public record JournalSettings(
        Path directory, String origin, Durability durability, int blockBytes, int preallocateBytes, long minFreeBytes) {

    private static final int DEFAULT_BLOCK_BYTES = 64 << 20;
    private static final int DEFAULT_PREALLOCATE_BYTES = 2 << 20;
    private static final long DEFAULT_MIN_FREE_BYTES = 1L << 30;

    public JournalSettings {
        if (!origin.matches("[!-~&&[^+]]{1,200}")) {
            throw new IllegalArgumentException(
                    "an origin is 1 to 200 printable ASCII characters without spaces and \"+\", not \"" + origin
                            + "\"");
        }
    }

    /** The settings of a node in production: synced, blocks of 64 MiB, 1 GiB kept free. */
    public static JournalSettings of(Path directory, String origin) {
        return new JournalSettings(
                directory,
                origin,
                Durability.SYNCED,
                DEFAULT_BLOCK_BYTES,
                DEFAULT_PREALLOCATE_BYTES,
                DEFAULT_MIN_FREE_BYTES);
    }

    /** The same with another durability. */
    public JournalSettings with(Durability other) {
        return new JournalSettings(directory, origin, other, blockBytes, preallocateBytes, minFreeBytes);
    }

    /** The same with small files, for tests and demonstrations. */
    public JournalSettings withBlocks(int otherBlockBytes, int otherPreallocateBytes) {
        return new JournalSettings(directory, origin, durability, otherBlockBytes, otherPreallocateBytes, minFreeBytes);
    }

    /** The same with another floor of free space. */
    public JournalSettings withMinFreeBytes(long bytes) {
        return new JournalSettings(directory, origin, durability, blockBytes, preallocateBytes, bytes);
    }
}
