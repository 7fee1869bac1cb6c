package org.tpx.host;

import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for new business: closed when space runs short, opened when there has been room again for a while. The host
 * journals each change as a turn of its own, so that a replay refuses the same commands. Single-threaded.
 */
final class AdmissionGate {

    static final long CALM_NANOS = 1_000_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionGate.class);

    private final BooleanSupplier room;
    private boolean open = true;
    private long shortNanos;

    /** A gate that is open, as it is after every start of a node. */
    AdmissionGate(BooleanSupplier room) {
        this.room = room;
    }

    /** Whether new business is let in. */
    boolean isOpen() {
        return open;
    }

    /**
     * Looks at the room; true when the gate was opened or closed by that.
     *
     * @param nanoTime as {@link System#nanoTime} tells
     */
    boolean changes(long nanoTime) {
        boolean hasRoom = room.getAsBoolean();
        if (!hasRoom) {
            shortNanos = nanoTime;
        }
        boolean calm = nanoTime - shortNanos >= CALM_NANOS;
        if (hasRoom == open || (hasRoom && !calm)) {
            return false;
        }
        open = hasRoom;
        if (open) {
            LOG.info("there is room again; new business is let in");
        } else {
            LOG.warn("space runs short; new business is refused until there is room");
        }
        return true;
    }
}
