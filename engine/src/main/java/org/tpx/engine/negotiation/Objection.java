package org.tpx.engine.negotiation;

import org.tpx.engine.kernel.Snapshot;

/** One objection against a notice; answered, or settled with another, it is no longer open. */
final class Objection implements Snapshot.Part {

    private long id;
    private long listingId;
    private long timerId;
    private boolean open;

    Objection() {}

    Objection(long id, long listingId, long timerId) {
        this.id = id;
        this.listingId = listingId;
        this.timerId = timerId;
        open = true;
    }

    long id() {
        return id;
    }

    long listingId() {
        return listingId;
    }

    /** The timer of its answer. */
    long timerId() {
        return timerId;
    }

    boolean isOpen() {
        return open;
    }

    void close() {
        open = false;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        id = snapshot.number(id);
        listingId = snapshot.number(listingId);
        timerId = snapshot.number(timerId);
        open = snapshot.flag(open);
    }
}
