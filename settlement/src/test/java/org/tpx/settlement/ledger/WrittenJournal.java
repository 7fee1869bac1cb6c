package org.tpx.settlement.ledger;

import java.nio.file.Path;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.tpx.journal.ChainHasher;
import org.tpx.journal.ChronicleJournal;
import org.tpx.journal.Durability;
import org.tpx.journal.JournalRecovery;
import org.tpx.journal.JournalSettings;
import org.tpx.journal.LeafHandler;
import org.tpx.journal.SaltSource;
import org.tpx.journal.TurnRecordBuilder;
import org.tpx.protocol.Event;
import org.tpx.protocol.SystemCommand;
import org.tpx.wire.EventFraming;
import org.tpx.wire.RecordCodec;

/** A real journal on disk that holds the turns of a tape; every command in it is the same, since the books look at events only. */
public final class WrittenJournal implements AutoCloseable {
    private static final int BLOCK_BYTES = 1 << 20;
    private static final int PREALLOCATE_BYTES = 1 << 16;

    private final RecordCodec codec = new RecordCodec();
    private final TurnRecordBuilder record = new TurnRecordBuilder();
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private final JournalRecovery recovery;
    private final ChronicleJournal journal;
    private final ChainHasher chain;
    private final SaltSource salts;
    private long sequence;

    public WrittenJournal(Path directory, long saltSeed) {
        JournalSettings settings = JournalSettings.of(directory, "exchange.test/settlement")
                .with(Durability.APPENDED)
                .withBlocks(BLOCK_BYTES, PREALLOCATE_BYTES)
                .withMinFreeBytes(0);
        recovery = JournalRecovery.open(settings, () -> 0, LeafHandler.NONE);
        chain = new ChainHasher(recovery.head().chain());
        sequence = recovery.head().sequence();
        salts = SaltSource.seeded(saltSeed);
        journal = recovery.startWriting();
    }

    public WrittenJournal append(List<Tape.Turn> turns) {
        for (Tape.Turn turn : turns) {
            sequence++;
            record.begin(1, recovery.epoch(), sequence, turn.timeNanos(), 0, 0);
            record.command(buffer, 0, codec.encode(new SystemCommand.Continue(), buffer, 0));
            record.events(buffer, 0, frame(turn.events()), turn.events().size());
            record.seal(chain, salts);
            journal.append(record);
        }
        journal.force();
        return this;
    }

    private int frame(List<Event> events) {
        int offset = 0;
        for (Event event : events) {
            int length = codec.encode((Record) event, buffer, offset + EventFraming.MESSAGE_OFFSET);
            offset += EventFraming.frame(buffer, offset, length);
        }
        return offset;
    }

    @Override
    public void close() {
        journal.close();
        recovery.close();
    }
}
