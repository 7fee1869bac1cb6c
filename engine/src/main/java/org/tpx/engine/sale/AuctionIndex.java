package org.tpx.engine.sale;

import java.util.EnumSet;
import java.util.Set;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.ListingState;

/** The latest auction of each listing, whatever its mode. Looking one up allocates nothing. */
final class AuctionIndex {

    /** A listing that ended, withdrawn before its auction opened for example, takes the auction with it. */
    private static final Set<ListingState> ALIVE = EnumSet.of(
            ListingState.DISCLOSED, ListingState.IN_AUCTION, ListingState.ROFR_PENDING, ListingState.SUSPENDED);

    private final Long2ObjectHashMap<Auction> latest = new Long2ObjectHashMap<>();

    void put(Auction auction) {
        latest.put(auction.listingId(), auction);
    }

    /** Puts an auction back that a snapshot holds, unless a later attempt has another. */
    void restore(Auction auction) {
        Auction other = latest.get(auction.listingId());
        if (other == null || other.attempt() <= auction.attempt()) {
            put(auction);
        }
    }

    void clear() {
        latest.clear();
    }

    /** The auction of the listing's present attempt, or null. */
    @Nullable
    Auction current(Listing listing) {
        Auction auction = latest.get(listing.id());
        return auction == null || auction.attempt() != listing.attempt() ? null : auction;
    }

    /** The auction of the listing's present attempt, which is known to exist. */
    Auction required(Listing listing) {
        Auction auction = current(listing);
        if (auction == null) {
            throw new InvariantBrokenException("no auction of listing " + listing.id());
        }
        return auction;
    }

    /** The auction of the listing's present attempt where its hours are fixed or it runs, or null. */
    @Nullable
    Auction live(Listing listing) {
        Auction auction = current(listing);
        boolean live = auction != null && (auction.isRunning() || auction.hasHours());
        return live && ALIVE.contains(listing.state()) ? auction : null;
    }
}
