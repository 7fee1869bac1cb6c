package org.tpx.host;

import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.journal.ChainHasher;
import org.tpx.journal.Fault;
import org.tpx.journal.JournalReader;
import org.tpx.journal.JournalUnusableException;
import org.tpx.journal.TurnRecord;
import org.tpx.journal.TurnRecordView;

/**
 * A piece of the journal on its way from the thread that reads and hashes to the one that carries out: copies of records with
 * their leaves. Belongs to one thread at a time.
 */
final class TurnBlock {

    private static final int FULL_BYTES = 256 << 10;
    private static final int MAX_TURNS = 1024;

    private final byte[] bytes = new byte[FULL_BYTES + TurnRecord.MAX_LENGTH];
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private final int[] offsets = new int[MAX_TURNS + 1];
    private final byte[] leaves = new byte[MAX_TURNS * TurnRecord.HASH_LENGTH];
    private int count;
    private boolean last;

    /**
     * Fills the block with the turns that come next, each with its events root checked; throws {@link
     * JournalUnusableException} where a root is not the one of its turn.
     */
    void fill(JournalReader reader, TurnRecordView turn, ChainHasher hasher, long untilSequence) {
        count = 0;
        last = false;
        while (count < MAX_TURNS && offsets[count] < FULL_BYTES) {
            if (reader.position() >= untilSequence || !reader.next(turn)) {
                last = true;
                return;
            }
            add(turn, hasher);
        }
    }

    private void add(TurnRecordView turn, ChainHasher hasher) {
        if (turn.checkEventsRoot(hasher) != Fault.NONE) {
            throw new JournalUnusableException(
                    "Turn " + turn.sequence() + " of the journal " + Fault.EVENTS_ROOT.phrase() + ".");
        }
        turn.leaf(hasher, leaves, count * TurnRecord.HASH_LENGTH);
        turn.buffer().getBytes(0, bytes, offsets[count], turn.length());
        offsets[count + 1] = offsets[count] + turn.length();
        count++;
    }

    /** Has the checker check all turns of the block; false when an outcome differs. */
    boolean check(TurnChecker checker, TurnRecordView turn) {
        for (int i = 0; i < count; i++) {
            Fault fault = turn.wrap(buffer, offsets[i], offsets[i + 1] - offsets[i]);
            if (fault != Fault.NONE) {
                throw new IllegalStateException("a copied turn " + fault.phrase());
            }
            if (!checker.check(turn, leaves, i * TurnRecord.HASH_LENGTH)) {
                return false;
            }
        }
        return true;
    }

    /** Makes this the last block, with the turns that were added so far. */
    void end() {
        last = true;
    }

    /** Whether the journal had nothing behind this block. */
    boolean isLast() {
        return last;
    }
}
