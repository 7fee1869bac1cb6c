package org.tpx.gateway.imports;

import org.tpx.gateway.json.InstantText;
import org.tpx.wire.MalformedMessageException;

/** The times of a file as they go out: moved as a whole where that is asked for, and never back. Single-threaded. */
final class Timeline {
    /** Leaves times as they are. */
    static final long UNMOVED = 0;

    private static final String FIELD = OrderColumn.TIME.label();

    // Mandates outlast the file, and whatever is reckoned from an instant has to fit beside it.
    private static final long ROOM_NANOS = 2 * 366 * 86_400_000_000_000L;
    private static final long END_NANOS = Long.MAX_VALUE - ROOM_NANOS;

    private final long movedToNanos;
    private boolean begun;
    private long firstNanos;
    private long lastNanos;

    /** A timeline whose first instant becomes the given one, with all others at their distance from it, or {@link #UNMOVED}. */
    Timeline(long movedToNanos) {
        this.movedToNanos = movedToNanos;
    }

    /** The next instant as it goes out; throws {@link MalformedMessageException} where the file goes back in time. */
    long next(long nanos) {
        if (!begun) {
            begun = true;
            firstNanos = nanos;
            lastNanos = nanos;
        }
        if (nanos < lastNanos) {
            throw new MalformedMessageException(
                    FIELD,
                    "goes back, the row before has " + InstantText.OF_THE_EXCHANGE.format(lastNanos)
                            + "; sort the file by time");
        }
        lastNanos = nanos;
        long startNanos = movedToNanos == UNMOVED ? firstNanos : movedToNanos;
        if (nanos - firstNanos >= END_NANOS - startNanos) {
            throw new MalformedMessageException(FIELD, "lies outside of 1970 to 2260");
        }
        return startNanos + (nanos - firstNanos);
    }
}
