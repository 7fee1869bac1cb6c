package org.tpx.engine.listing;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.ListingState;

/**
 * What is kept in confidence about one listing: each attempt to sell it has a key of its own, counted from 1, and ends with the
 * release of that key where anything was told under it.
 */
final class Secrecy implements Snapshot.Part {

    private final Secrets secrets;
    private int generation = 1;
    private boolean told;

    Secrecy(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The key of this attempt; 0 where nothing is confidential any more. */
    int generation(ListingState state) {
        return isPossible(state) ? generation : 0;
    }

    /** Something was told in confidence, whatever became of it. */
    void tell() {
        told = true;
    }

    /** The listing has moved on. */
    void onState(long listingId, ListingState state) {
        if (told && (state == ListingState.UNSOLD || !isPossible(state))) {
            secrets.end(listingId, generation);
            generation++;
            told = false;
        }
    }

    // Of an unsold listing what is told belongs to the next attempt.
    private static boolean isPossible(ListingState state) {
        return switch (state) {
            case DRAFT,
                    UNDER_REVIEW,
                    RETURNED,
                    ACCEPTED,
                    PRE_DISCLOSED,
                    DISCLOSED,
                    QUALIFYING,
                    SINGLE_QUOTE,
                    IN_AUCTION,
                    SUSPENDED,
                    UNSOLD -> true;
            default -> false;
        };
    }

    @Override
    public void exchange(Snapshot snapshot) {
        generation = snapshot.number(generation);
        told = snapshot.flag(told);
    }
}
