package org.tpx.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalAllocationTest {

    private static final int TURNS = 100_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final TurnRecordBuilder builder = new TurnRecordBuilder();
    private final ChainHasher chain = new ChainHasher();
    private final SaltSource salts = SaltSource.random();
    private final UnsafeBuffer command = new UnsafeBuffer(new byte[64]);
    private final UnsafeBuffer event = new UnsafeBuffer(new byte[TurnRecord.EVENT_HEADER_LENGTH + 72]);
    private long sequence;

    @TempDir
    Path directory;

    @Test
    void shouldAllocateNothingPerTurnWhenWritingAndReading() {
        JournalSettings settings = JournalSettings.of(directory, "exchange.test")
                .with(Durability.APPENDED)
                .withMinFreeBytes(0);
        event.putInt(0, 72, TurnRecord.BYTE_ORDER);
        try (JournalRecovery recovery = JournalRecovery.open(settings, () -> 0, LeafHandler.NONE);
                ChronicleJournal journal = recovery.startWriting()) {
            append(journal);
            assertThat(perTurn(() -> append(journal)))
                    .as("bytes per turn appended")
                    .isLessThan(0.3);
        }
        TurnRecordView turn = new TurnRecordView();
        ChainHasher hasher = new ChainHasher();
        byte[] leaf = new byte[32];
        try (JournalReader reader = JournalReader.open(directory)) {
            read(reader, turn, hasher, leaf);
            assertThat(perTurn(() -> read(reader, turn, hasher, leaf)))
                    .as("bytes per turn read")
                    .isLessThan(0.3);
            assertThat(reader.position()).isEqualTo(2 * TURNS);
        }
    }

    private void append(Journal journal) {
        for (int i = 1; i <= TURNS; i++) {
            sequence++;
            builder.begin(1, 1, sequence, sequence, 5, sequence);
            builder.command(command, 0, command.capacity());
            builder.events(event, 0, event.capacity(), 1);
            builder.seal(chain, salts);
            journal.append(builder);
            if (i % 32 == 0) {
                journal.force();
            }
        }
        journal.force();
    }

    private static void read(JournalReader reader, TurnRecordView turn, ChainHasher hasher, byte[] leaf) {
        for (int i = 0; i < TURNS; i++) {
            if (!reader.next(turn) || turn.checkEventsRoot(hasher) != Fault.NONE) {
                throw new AssertionError("turn " + reader.position());
            }
            turn.leaf(hasher, leaf, 0);
            if (turn.checkChain(hasher, leaf, 0) != Fault.NONE) {
                throw new AssertionError("chain at " + reader.position());
            }
        }
    }

    private double perTurn(Runnable work) {
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.run();
        long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        return (after - before) / (double) TURNS;
    }
}
