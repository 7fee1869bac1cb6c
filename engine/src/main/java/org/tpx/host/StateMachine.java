package org.tpx.host;

import org.agrona.DirectBuffer;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.engine.kernel.Snapshot;

/** What a host drives: the exchange, or in this package's tests something smaller that misbehaves on purpose. */
interface StateMachine {

    /** Carries out one turn; its events are in the {@link EventWriter} afterwards. */
    void onCommand(DirectBuffer frame, int offset);

    /** When a Tick is due; {@link Long#MAX_VALUE} when never. */
    long nextDeadlineNanos();

    /** The timer that the next Tick must name. */
    long nextTimerId();

    /** Whether a Continue turn must come before anything else. */
    boolean hasBacklog();

    /** Writes the whole state. */
    void snapshot(Snapshot.Writer out);

    /** Makes state machines of one logic version. */
    interface Logic {

        /** Raised when the same commands have other outcomes. */
        int version();

        /** A state machine before its first turn. */
        StateMachine begin(EventWriter events);

        /** The state machine of a snapshot. */
        StateMachine resume(Snapshot.Reader in, EventWriter events);
    }
}
