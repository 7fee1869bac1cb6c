package org.tpx.host;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.journal.ChainHasher;
import org.tpx.journal.Fault;
import org.tpx.journal.JournalHead;
import org.tpx.journal.JournalUnusableException;
import org.tpx.journal.TurnRecordView;
import org.tpx.protocol.Hash256;
import org.tpx.wire.EventCursor;
import org.tpx.wire.RecordCodec;

/**
 * Carries recorded turns out again, one after the other, and compares what comes of them with what the journal has: the
 * events byte for byte (all but the salts), the chain, and that time and epochs never go back. Single-threaded; allocates
 * nothing but what the state machine does.
 */
final class TurnChecker {

    private final Core core;
    private final ChainHasher chain;
    private long sequence;
    private long timeNanos;
    private int epoch;
    private long events;
    private @Nullable Difference difference;

    /** Checks the turns behind this head, whose state the core has. */
    TurnChecker(Core core, JournalHead head) {
        this.core = core;
        this.chain = new ChainHasher(head.chain());
        this.sequence = head.sequence();
        this.timeNanos = head.timeNanos();
        this.epoch = head.epoch();
    }

    /**
     * Carries out the next turn. Throws {@link JournalUnusableException} where the record does not follow the one before.
     *
     * @param leaf the record's leaf
     * @return false when the outcome differs; then no further turn may come
     */
    boolean check(TurnRecordView turn, byte[] leaf, int leafOffset) {
        Fault fault = follows(turn, leaf, leafOffset);
        if (fault != Fault.NONE) {
            throw new JournalUnusableException("Turn " + (sequence + 1) + " of the journal " + fault.phrase() + ".");
        }
        if (turn.logicVersion() != core.logicVersion()) {
            throw new JournalUnusableException("Turn " + turn.sequence() + " was decided by logic version "
                    + turn.logicVersion() + ", this release decides by " + core.logicVersion()
                    + ": replay it with the release that wrote it.");
        }
        if (!executes(turn)) {
            return false;
        }
        sequence = turn.sequence();
        timeNanos = turn.timeNanos();
        epoch = turn.epoch();
        events += turn.eventCount();
        return true;
    }

    private Fault follows(TurnRecordView turn, byte[] leaf, int leafOffset) {
        if (turn.sequence() != sequence + 1) {
            return Fault.SEQUENCE;
        }
        if (turn.timeNanos() < timeNanos) {
            return Fault.TIME;
        }
        return turn.epoch() < epoch ? Fault.EPOCH : turn.checkChain(chain, leaf, leafOffset);
    }

    private boolean executes(TurnRecordView turn) {
        try {
            int generation = core.machine().secretGeneration(turn.buffer(), turn.frameOffset());
            if (generation == 0) {
                core.machine().onCommand(turn.buffer(), turn.frameOffset());
            } else {
                core.machine().onCommand(core.veil().uncovered(turn, generation), 0);
            }
        } catch (JournalUnusableException unreadable) {
            throw unreadable;
        } catch (RuntimeException failure) {
            difference = new Difference(turn.sequence(), 0, recorded(turn, 0), "the failure " + failure);
            return false;
        }
        EventWriter made = core.events();
        int ordinal = turn.firstDifferentEvent(made.buffer(), 0, made.length(), made.count());
        if (ordinal >= 0) {
            difference = new Difference(turn.sequence(), ordinal, recorded(turn, ordinal), executed(ordinal));
        }
        return ordinal < 0;
    }

    private String recorded(TurnRecordView turn, int ordinal) {
        turn.rewindEvents();
        while (turn.nextEvent()) {
            if (turn.eventIndex() == ordinal) {
                return MessageText.of(core.codec(), turn.buffer(), turn.eventOffset(), turn.eventLength());
            }
        }
        return MessageText.NOTHING;
    }

    private String executed(int ordinal) {
        EventWriter made = core.events();
        EventCursor cursor = new EventCursor().wrap(made.buffer(), 0, made.length(), made.count());
        while (cursor.next()) {
            if (cursor.index() == ordinal) {
                return MessageText.of(core.codec(), made.buffer(), cursor.messageOffset(), cursor.messageLength());
            }
        }
        return MessageText.NOTHING;
    }

    /** The state that the turns so far lead to. */
    Core core() {
        return core;
    }

    RecordCodec codec() {
        return core.codec();
    }

    /** The last turn that was as recorded. */
    long sequence() {
        return sequence;
    }

    /** The time of that turn. */
    long timeNanos() {
        return timeNanos;
    }

    /** The epoch of that turn. */
    int epoch() {
        return epoch;
    }

    /** The chain of that turn. */
    Hash256 chain() {
        return chain.chain();
    }

    /** Events compared. */
    long events() {
        return events;
    }

    /** Where the outcome differed. */
    Optional<Difference> difference() {
        return Optional.ofNullable(difference);
    }
}
