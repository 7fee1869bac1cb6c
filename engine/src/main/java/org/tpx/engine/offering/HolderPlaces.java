package org.tpx.engine.offering;

import org.agrona.collections.LongHashSet;
import org.tpx.engine.unit.Placement;

/**
 * Gives the places among the holders that are still free to those who ask first; a party asks once, a nominee for all who
 * stand behind it. Who finds none gets no units.
 */
final class HolderPlaces {

    private final Placement series;
    private final LongHashSet seated = new LongHashSet();
    private final LongHashSet turnedAway = new LongHashSet();
    private long taken;

    HolderPlaces(Placement series) {
        this.series = series;
    }

    /** Whether the party may hold units: it has its places, or found them free. */
    boolean admit(long partyId) {
        if (seated.contains(partyId) || turnedAway.contains(partyId)) {
            return seated.contains(partyId);
        }
        long needed = series.placesNeeded(partyId);
        boolean fits = needed == 0 || series.hasRoom(taken + needed);
        if (fits) {
            taken += needed;
        }
        (fits ? seated : turnedAway).add(partyId);
        return fits;
    }
}
