package org.tpx.engine.deal;

import java.util.EnumSet;
import java.util.Set;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.protocol.DealState;
import org.tpx.protocol.FundCommand.RecordTransferCosts;
import org.tpx.protocol.FundEvent.TransferCostsRecorded;
import org.tpx.protocol.RejectReason;

/**
 * What a transfer cost its transferor. Nothing that the exchange pays depends on it: whose contribution the achievement was, and who gets
 * which part of the net income, is the transferor's to decide, and the books only say what the rules leave it at least (section 3).
 */
public final class TransferCosts {

    private static final Set<DealState> OFF =
            EnumSet.of(DealState.CLOSED_DEFAULT, DealState.RESCINDED, DealState.REVOKED);

    private final Listings listings;
    private final Deals deals;

    /** Costs of these deals. */
    public TransferCosts(Listings listings, Deals deals) {
        this.listings = listings;
        this.deals = deals;
    }

    /** Causes TransferCostsRecorded. */
    public void record(Turn turn, RecordTransferCosts command) {
        Listing listing = listings.forRole(turn, command.listingId(), Deals.CLERK);
        Deal deal = deals.inState(turn, listing, EnumSet.complementOf(EnumSet.copyOf(OFF)));
        if (listing == null || deal == null) {
            return;
        }
        if (command.costs().currency() != listing.currency()) {
            turn.refuse(RejectReason.CURRENCY, listing.id());
            return;
        }
        turn.emit(new TransferCostsRecorded(deal.id(), listing.id(), command.costs()));
    }
}
