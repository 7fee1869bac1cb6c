package org.tpx.engine.negotiation;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Timers;
import org.tpx.engine.listing.Listing;

/** All objections against notices. */
final class Objections {

    private final Timers timers;
    private final Table<Objection> objections = new Table<>(Objection::new);

    Objections(Timers timers) {
        this.timers = timers;
    }

    /** Enters an objection that is to be answered before this timer fires. */
    Objection add(Listing listing, long timerId) {
        return objections.add(new Objection(objections.nextId(), listing.id(), timerId));
    }

    @Nullable
    Objection find(long objectionId) {
        return objections.find(objectionId);
    }

    /** The objection whose time to be answered is over, or null. */
    @Nullable
    Objection of(Timer timer) {
        for (Objection objection : objections) {
            if (objection.timerId() == timer.id()) {
                return objection;
            }
        }
        return null;
    }

    /** Objections against this negotiation that wait for an answer. */
    int open(Listing listing) {
        int open = 0;
        for (Objection objection : objections) {
            open += objection.isOpen() && objection.listingId() == listing.id() ? 1 : 0;
        }
        return open;
    }

    /** Settles an objection. */
    void close(Objection objection) {
        timers.cancel(objection.timerId());
        objection.close();
    }

    /** Settles all objections against terms that are no longer proposed. */
    void closeAll(Listing listing) {
        for (Objection objection : objections) {
            if (objection.isOpen() && objection.listingId() == listing.id()) {
                close(objection);
            }
        }
    }

    void exchange(Snapshot snapshot) {
        objections.exchange(snapshot);
    }
}
