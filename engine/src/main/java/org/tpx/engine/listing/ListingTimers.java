package org.tpx.engine.listing;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.TimerKind;

/** The identities of the timers that a listing, or its auction or deal, has set; at most one of each kind. */
public final class ListingTimers implements Snapshot.Part {

    private final long[] ids = new long[TimerKind.values().length];

    /** The identity of the timer of this kind, or 0. */
    public long id(TimerKind kind) {
        return ids[kind.ordinal()];
    }

    /** Remembers a timer, or forgets it with 0. */
    public void id(TimerKind kind, long timerId) {
        ids[kind.ordinal()] = timerId;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        for (int i = 0; i < ids.length; i++) {
            ids[i] = snapshot.number(ids[i]);
        }
    }
}
