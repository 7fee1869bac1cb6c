package org.tpx.host;

import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the door for new business when space runs short and opens it when there is room again: as journaled turns, so that
 * a replay refuses the same commands. Opening waits until there has been room for a while, closing does not. Single-threaded.
 */
final class AdmissionGate {

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionGate.class);
    private static final long CALM_NANOS = 1_000_000_000;

    private final BooleanSupplier room;
    private boolean open = true;
    private long closedNanos;

    /** A gate that was open, as it is after every start of a node. */
    AdmissionGate(BooleanSupplier room) {
        this.room = room;
    }

    /** Journals the change if there is one. */
    void check(TurnSequencer sequencer, long nowNanos) {
        boolean hasRoom = room.getAsBoolean();
        if (!hasRoom) {
            closedNanos = System.nanoTime();
        }
        if (hasRoom == open || (hasRoom && System.nanoTime() - closedNanos < CALM_NANOS)) {
            return;
        }
        open = hasRoom;
        sequencer.setAdmission(nowNanos, open);
        if (open) {
            LOG.info("there is room again; new business is let in");
        } else {
            LOG.warn("space runs short; new business is refused until there is room");
        }
    }
}
