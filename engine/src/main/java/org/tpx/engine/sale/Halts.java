package org.tpx.engine.sale;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.ListingState;

/** Since when the market, or one listing, is halted. A halt sets one flag; what stands still is worked out when it is lifted. */
public final class Halts {

    private long marketNanos;

    /** Since when the whole market is halted; 0 when it is not. */
    public long marketNanos() {
        return marketNanos;
    }

    void haltMarket(long sinceNanos) {
        marketNanos = sinceNanos;
    }

    /** Since when a supervisor, or an outage, halts the listing's sale, alone or with the whole market; 0 where none does. */
    long orderedNanos(Listing listing) {
        return earliest(marketNanos, listing.haltedNanos());
    }

    /** The earlier of two instants, of which 0 is none. */
    static long earliest(long a, long b) {
        return a == 0 ? b : b == 0 ? a : Math.min(a, b);
    }

    /** Whether no quote and no bid is taken for the listing. */
    public boolean isHalted(Listing listing) {
        return marketNanos != 0 || listing.haltedNanos() != 0 || listing.state() == ListingState.SUSPENDED;
    }

    /** Writes or reads the flag. */
    public void exchange(Snapshot snapshot) {
        marketNanos = snapshot.number(marketNanos);
    }
}
