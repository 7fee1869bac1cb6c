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

    /** Which key of its listing covers this command in the journal, asked before it is carried out; 0 where none does. */
    default int secretGeneration(DirectBuffer frame, int offset) {
        return 0;
    }

    /** The listing whose key a ReleaseKey turn must tell before anything else but Continue, or 0. */
    default long listingToRelease() {
        return 0;
    }

    /** Which of its keys. */
    default int generationToRelease() {
        return 0;
    }

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
