package org.tpx.engine.sale;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Rules;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TenderCommand.DeclareFunding;
import org.tpx.protocol.TenderEvent.FundingDeclared;

/** The listings whose achievements public money paid for, without a reason to sell them other than by tender. */
public final class Funding {

    private final Listings listings;
    private final Rules rules;
    private final TreeSet<Long> bound = new TreeSet<>();

    Funding(Listings listings, Rules rules) {
        this.listings = listings;
        this.rules = rules;
    }

    /** Causes FundingDeclared; while the listing is a draft, or was returned, it may be declared anew. */
    public void declare(Turn turn, DeclareFunding command) {
        Listing listing = listings.forSeller(turn, command.listingId(), true);
        if (listing == null) {
            return;
        }
        if (listing.state() != ListingState.DRAFT && listing.state() != ListingState.RETURNED) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        if (command.publicFunding() && command.exemption().isBlank()) {
            bound.add(listing.id());
        } else {
            bound.remove(listing.id());
        }
        turn.emit(new FundingDeclared(listing.id(), command.publicFunding(), command.exemption()));
    }

    /** TENDER_REQUIRED where the rules ask for another way of forming the price of what public money paid for, or null. */
    @Nullable
    RejectReason refusalOfMode(Listing listing) {
        AuctionMode mode = listing.terms().auctionMode();
        boolean scored = mode == AuctionMode.TENDER || mode == AuctionMode.WEIGHTED;
        boolean binds = bound.contains(listing.id()) && rules.of(listing).tenderForPublicFunding();
        return binds && !scored ? RejectReason.TENDER_REQUIRED : null;
    }

    void exchange(Snapshot snapshot) {
        int size = snapshot.number(bound.size());
        if (snapshot.isReading()) {
            bound.clear();
            for (int i = 0; i < size; i++) {
                bound.add(snapshot.number(0L));
            }
        } else {
            bound.forEach(listingId -> snapshot.number(listingId.longValue()));
        }
    }
}
