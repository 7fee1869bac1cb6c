package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.listing.Awards;
import org.tpx.engine.listing.Endings;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.rofr.Inquiries;

/** The house in which every auction takes place: what a {@link Sale} needs of the floors below and of this one. */
public final class Hall {

    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final AuctionIndex index = new AuctionIndex();
    private final AuctionClock clock;
    private final BidDoor door;
    private final Outcomes outcomes;
    private final Funding funding;

    /** A hall over these floors. */
    public Hall(
            Foundation foundation,
            Listings listings,
            Rules rules,
            Halts halts,
            Awards awards,
            Endings endings,
            Inquiries inquiries) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        clock = new AuctionClock(foundation.timers(), rules, halts, index);
        door = new BidDoor(listings, halts, index);
        funding = new Funding(listings, rules);
        outcomes = new Outcomes(foundation.rights(), clock, index, halts, awards, endings, inquiries);
    }

    /** The floors below listings. */
    Foundation foundation() {
        return foundation;
    }

    /** All listings, and who may act on them. */
    Listings listings() {
        return listings;
    }

    /** What notice and profile say. */
    Rules rules() {
        return rules;
    }

    /** What public money paid for. */
    public Funding funding() {
        return funding;
    }

    /** The latest auction of each listing. */
    AuctionIndex index() {
        return index;
    }

    /** Moves auctions from phase to phase. */
    AuctionClock clock() {
        return clock;
    }

    /** What every bid must pass first. */
    BidDoor door() {
        return door;
    }

    /** How an auction ends. */
    Outcomes outcomes() {
        return outcomes;
    }

    /** The auction of the listing's present attempt, or null; to be told apart by its class. Allocates nothing. */
    @Nullable
    Auction current(Listing listing) {
        return index.current(listing);
    }

    /** Opens the auction of the listing's present attempt, in the table of its sale; its hours are not fixed yet. */
    <A extends Auction> A open(Sale<A> sale, Listing listing) {
        A auction = sale.newAuction(listing);
        auction.number(sale.auctions().nextId());
        sale.auctions().add(auction);
        index.put(auction);
        return auction;
    }
}
