package org.tpx.host;

import java.nio.file.Path;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.tpx.journal.JournalSettings;
import org.tpx.protocol.Hash256;

/**
 * How a host runs.
 *
 * @param journal where and how turns are journaled
 * @param clock the legal time: UTC epoch nanoseconds; may go back, time does not
 * @param waiting how the core thread waits
 * @param ringSlots commands that may wait for the core; a power of two
 * @param batchTurns turns after which a batch is made durable even if more commands wait
 * @param batchNanos the same, as time since the batch began
 * @param snapshotTurns turns after which the node takes a snapshot by itself; 0 for never
 * @param keyFile the private key that signs checkpoints, made at the first start
 * @param release the program's release, journaled at each start
 * @param jarDigest SHA-256 of the program's jar, {@link Hash256#ZERO} where it is not run from one
 */
public record HostSettings(
        JournalSettings journal,
        EpochNanoClock clock,
        WaitMode waiting,
        int ringSlots,
        int batchTurns,
        long batchNanos,
        long snapshotTurns,
        Path keyFile,
        String release,
        Hash256 jarDigest) {

    private static final int DEFAULT_RING_SLOTS = 16_384;
    private static final int DEFAULT_BATCH_TURNS = 4096;
    private static final long DEFAULT_BATCH_NANOS = 2_000_000;
    private static final long DEFAULT_SNAPSHOT_TURNS = 1_000_000;

    public HostSettings {
        if (Integer.bitCount(ringSlots) != 1 || ringSlots < 2) {
            throw new IllegalArgumentException("the ring's slots must be a power of two, not " + ringSlots);
        }
        if (batchTurns < 1 || batchNanos < 0 || snapshotTurns < 0) {
            throw new IllegalArgumentException("batch and snapshot limits must not be negative: " + batchTurns + ", "
                    + batchNanos + ", " + snapshotTurns);
        }
    }

    /** The settings of a node in production, with the system's clock. */
    public static HostSettings of(JournalSettings journal, String release, Hash256 jarDigest) {
        return new HostSettings(
                journal,
                new SystemEpochNanoClock(),
                WaitMode.SLEEPING,
                DEFAULT_RING_SLOTS,
                DEFAULT_BATCH_TURNS,
                DEFAULT_BATCH_NANOS,
                DEFAULT_SNAPSHOT_TURNS,
                keyFile(journal.directory()),
                release,
                jarDigest);
    }

    /** Where the private key of a journal is unless the settings say otherwise. */
    static Path keyFile(Path directory) {
        return directory.resolve("journal.key");
    }

    /** The same with another journal. */
    public HostSettings withJournal(JournalSettings other) {
        return new HostSettings(
                other, clock, waiting, ringSlots, batchTurns, batchNanos, snapshotTurns, keyFile, release, jarDigest);
    }

    /** The same with another clock. */
    public HostSettings withClock(EpochNanoClock other) {
        return new HostSettings(
                journal, other, waiting, ringSlots, batchTurns, batchNanos, snapshotTurns, keyFile, release, jarDigest);
    }

    /** The same with another way to wait. */
    public HostSettings withWaiting(WaitMode other) {
        return new HostSettings(
                journal, clock, other, ringSlots, batchTurns, batchNanos, snapshotTurns, keyFile, release, jarDigest);
    }

    /** The same with another ring. */
    public HostSettings withRingSlots(int slots) {
        return new HostSettings(
                journal, clock, waiting, slots, batchTurns, batchNanos, snapshotTurns, keyFile, release, jarDigest);
    }

    /** The same with other batches; one turn and 0 make every turn durable by itself. */
    public HostSettings withBatch(int turns, long nanos) {
        return new HostSettings(
                journal, clock, waiting, ringSlots, turns, nanos, snapshotTurns, keyFile, release, jarDigest);
    }

    /** The same with the signing key in another place. */
    public HostSettings withKeyFile(Path file) {
        return new HostSettings(
                journal, clock, waiting, ringSlots, batchTurns, batchNanos, snapshotTurns, file, release, jarDigest);
    }

    /** The same with a snapshot after every so many turns, 0 for none. */
    public HostSettings withSnapshotTurns(long turns) {
        return new HostSettings(
                journal, clock, waiting, ringSlots, batchTurns, batchNanos, turns, keyFile, release, jarDigest);
    }
}
