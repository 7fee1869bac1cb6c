package org.tpx.engine.sale;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.RejectReason;

/**
 * What notices say for one mode of auction beyond the terms of every listing: set by the transferor's agent while the listing is
 * a draft, or was returned, and part of the notice from then on. Kept as the event that told it, in the order of listings.
 *
 * @param <E> the event
 */
final class SaleTerms<E extends Record> {

    private final Listings listings;
    private final Set<AuctionMode> modes;
    private final E blank;
    private final TreeMap<Long, E> terms = new TreeMap<>();

    /** Terms of this mode; the blank event only says what a snapshot holds. */
    SaleTerms(Listings listings, AuctionMode mode, E blank) {
        this(listings, EnumSet.of(mode), blank);
    }

    /** Terms that several modes share. */
    SaleTerms(Listings listings, Set<AuctionMode> modes, E blank) {
        this.listings = listings;
        this.modes = modes;
        this.blank = blank;
    }

    /** The listing whose terms the sender may set now, or null after a refusal. */
    @Nullable
    Listing draft(Turn turn, long listingId) {
        Listing listing = listings.forSeller(turn, listingId, true);
        if (listing == null) {
            return null;
        }
        boolean draft = listing.state() == ListingState.DRAFT || listing.state() == ListingState.RETURNED;
        if (!draft || !modes.contains(listing.terms().auctionMode())) {
            turn.refuse(RejectReason.NOT_ALLOWED, listingId);
            return null;
        }
        return listing;
    }

    /** Sets or replaces the terms of a listing. */
    void put(Listing listing, E event) {
        terms.put(listing.id(), event);
    }

    /** The terms of a listing, or null where none were set. */
    @Nullable
    E find(Listing listing) {
        return terms.get(listing.id());
    }

    /** The terms of a listing that was accepted, so that they are known to exist. */
    E get(Listing listing) {
        E event = terms.get(listing.id());
        if (event == null) {
            throw new InvariantBrokenException("no terms of listing " + listing.id());
        }
        return event;
    }

    /** TERMS_MISSING where none were set, or null. */
    @Nullable
    RejectReason refusalOfNotice(Listing listing) {
        return terms.containsKey(listing.id()) ? null : RejectReason.TERMS_MISSING;
    }

    /** Writes or reads all terms. */
    void exchange(Snapshot snapshot) {
        int size = snapshot.number(terms.size());
        if (snapshot.isReading()) {
            terms.clear();
            for (int i = 0; i < size; i++) {
                long listingId = snapshot.number(0L);
                terms.put(listingId, snapshot.message(blank));
            }
        } else {
            terms.forEach((listingId, event) -> {
                snapshot.number(listingId.longValue());
                snapshot.message(event);
            });
        }
    }
}
