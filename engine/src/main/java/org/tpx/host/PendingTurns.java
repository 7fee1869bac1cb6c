package org.tpx.host;

import org.agrona.ExpandableArrayBuffer;
import org.agrona.collections.IntArrayList;
import org.tpx.journal.Fault;
import org.tpx.journal.TurnHandler;
import org.tpx.journal.TurnRecordBuilder;
import org.tpx.journal.TurnRecordView;
import org.tpx.wire.RecordCodec;

/** Turns that were appended and wait to be durable before anyone hears of them. Single-threaded. */
final class PendingTurns {

    private final ExpandableArrayBuffer records = new ExpandableArrayBuffer(1 << 16);
    private final IntArrayList ends = new IntArrayList();
    private final TurnRecordView record = new TurnRecordView();
    private final TurnView view;
    private final TurnHandler notary;
    private final TurnListener listener;

    PendingTurns(RecordCodec codec, TurnHandler notary, TurnListener listener) {
        this.notary = notary;
        this.view = new TurnView(codec);
        this.listener = listener;
    }

    /** Keeps a copy of a sealed record. */
    void add(TurnRecordBuilder turn) {
        int start = end(ends.size());
        records.putBytes(start, turn.buffer(), 0, turn.length());
        ends.addInt(start + turn.length());
    }

    /** The number of turns that wait. */
    int count() {
        return ends.size();
    }

    /** Tells the listener all turns that wait; they are durable now. */
    void tell() {
        try {
            for (int i = 0; i < ends.size(); i++) {
                tell(end(i), end(i + 1));
            }
        } finally {
            ends.clear();
        }
    }

    private void tell(int start, int end) {
        Fault fault = record.wrap(records, start, end - start);
        if (fault != Fault.NONE) {
            throw new IllegalStateException("a turn just built " + fault.phrase());
        }
        notary.onTurn(record);
        listener.onTurn(view.over(record));
    }

    private int end(int count) {
        return count == 0 ? 0 : ends.getInt(count - 1);
    }
}
