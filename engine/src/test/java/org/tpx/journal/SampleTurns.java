package org.tpx.journal;

import java.util.Arrays;
import java.util.Random;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Makes turns with made-up commands and events: the same for the same seed and sequence, and of all lengths. */
final class SampleTurns {

    static final long FIRST_NANOS = 1_764_000_000_000_000_000L;

    private final long seed;
    private final ChainHasher chain;
    private final SaltSource salts;
    private final TurnRecordBuilder builder = new TurnRecordBuilder();
    private final ExpandableArrayBuffer events = new ExpandableArrayBuffer();
    private final UnsafeBuffer command = new UnsafeBuffer(new byte[512]);
    private int epoch = 1;
    private long next = 1;

    SampleTurns(long seed) {
        this(seed, JournalHead.empty());
    }

    SampleTurns(long seed, JournalHead head) {
        this.seed = seed;
        this.chain = new ChainHasher(head.chain());
        this.salts = SaltSource.seeded(seed + head.sequence());
        this.next = head.sequence() + 1;
        this.epoch = head.epoch() + 1;
    }

    /** Builds and seals the next turn. */
    TurnRecordBuilder next() {
        Random random = new Random(seed * 1_000_003 + next);
        builder.begin(1, epoch, next, FIRST_NANOS + next * 1000, random.nextInt(100), random.nextLong());
        int commandLength = 8 + random.nextInt(120);
        fill(random, command, 0, commandLength);
        builder.command(command, 0, commandLength);
        int count = random.nextInt(4);
        builder.events(events, 0, frame(random, count), count);
        builder.seal(chain, salts);
        next++;
        return builder;
    }

    /** Whether a turn holds what {@link #next} puts into it, whatever start and salts it is from. */
    static boolean isSample(long seed, TurnRecordView turn) {
        SampleTurns again = new SampleTurns(seed);
        again.next = turn.sequence();
        TurnRecordBuilder expected = again.next();
        TurnRecordView view = new TurnRecordView();
        view.wrap(expected.buffer(), 0, expected.length());
        return view.timeNanos() == turn.timeNanos()
                && view.principalId() == turn.principalId()
                && view.clientId() == turn.clientId()
                && view.commandLength() == turn.commandLength()
                && view.eventCount() == turn.eventCount()
                && turn.firstDifferentEvent(view.buffer(), view.eventsOffset(), view.eventsLength(), view.eventCount())
                        == -1
                && sameCommand(view, turn);
    }

    private static boolean sameCommand(TurnRecordView one, TurnRecordView other) {
        byte[] first = new byte[one.commandLength()];
        byte[] second = new byte[first.length];
        one.buffer().getBytes(one.commandOffset(), first);
        other.buffer().getBytes(other.commandOffset(), second);
        return Arrays.equals(first, second);
    }

    private int frame(Random random, int count) {
        int offset = 0;
        for (int i = 0; i < count; i++) {
            int length = 1 + random.nextInt(90);
            int framed = TurnRecord.EVENT_HEADER_LENGTH + TurnRecord.padded(length);
            events.setMemory(offset, framed, (byte) 0);
            events.putInt(offset, length, TurnRecord.BYTE_ORDER);
            UnsafeBuffer message = new UnsafeBuffer(new byte[length]);
            fill(random, message, 0, length);
            events.putBytes(offset + TurnRecord.EVENT_HEADER_LENGTH, message, 0, length);
            offset += framed;
        }
        return offset;
    }

    private static void fill(Random random, UnsafeBuffer buffer, int offset, int length) {
        for (int i = 0; i < length; i++) {
            buffer.putByte(offset + i, (byte) random.nextInt(256));
        }
    }
}
