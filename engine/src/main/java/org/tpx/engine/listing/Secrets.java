package org.tpx.engine.listing;

import java.util.ArrayDeque;
import org.tpx.engine.kernel.Snapshot;

/**
 * Listings whose attempt to sell ended and about which the journal keeps something encrypted: the node releases the key of each in
 * a turn of its own before anything else. Single-threaded.
 */
public final class Secrets {

    private final ArrayDeque<Ended> ended = new ArrayDeque<>();

    private record Ended(long listingId, int generation) {}

    void end(long listingId, int generation) {
        ended.add(new Ended(listingId, generation));
    }

    /** The listing whose key must be released next, or 0. */
    public long listingId() {
        Ended first = ended.peek();
        return first == null ? 0 : first.listingId();
    }

    /** Which of its keys: 1 for the first attempt about which anything was confidential. */
    public int generation() {
        Ended first = ended.peek();
        return first == null ? 0 : first.generation();
    }

    /** The first one is released. */
    public void release() {
        ended.remove();
    }

    /** Writes or reads them. */
    public void exchange(Snapshot snapshot) {
        int size = snapshot.number(ended.size());
        if (snapshot.isReading()) {
            ended.clear();
            for (int i = 0; i < size; i++) {
                ended.add(new Ended(snapshot.number(0L), snapshot.number(0)));
            }
        } else {
            ended.forEach(one -> {
                snapshot.number(one.listingId());
                snapshot.number(one.generation());
            });
        }
    }
}
