package org.tpx.engine.listing;

import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.IntentState;
import org.tpx.protocol.ListingEvent;
import org.tpx.protocol.Money;

/**
 * Listings without a notice, on which an offer that was taken up stands: known, accepted and awarded in one turn. Contract,
 * money and certificate then name them as they name every other listing.
 */
public final class DirectListings {

    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final Awards awards;
    private final Endings endings;

    /** Among these listings. */
    public DirectListings(Foundation foundation, Listings listings, Rules rules, Awards awards, Endings endings) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        this.awards = awards;
        this.endings = endings;
    }

    /** Whether the code names a listing. */
    public boolean isCodeTaken(String code) {
        return listings.isCodeTaken(code);
    }

    /** The identity that the next listing gets. */
    public long nextId() {
        return listings.nextId();
    }

    /** Causes ListingDrafted and ApplicationAccepted, under versions of the rules that were pinned before. */
    public Listing open(
            Turn turn,
            ListingEvent.ListingDrafted drafted,
            int profileVersion,
            int feeScheduleVersion,
            boolean feeWaived) {
        Listing listing = listings.add(drafted);
        turn.emit(drafted);
        int year = rules.calendar(listing).localYear(turn.timeNanos());
        listing.accept(
                Applications.numbered("LST-" + year + "-", listings.nextAccepted(), 4),
                profileVersion,
                feeScheduleVersion);
        listing.waiveFee(feeWaived);
        turn.emit(new ListingEvent.ApplicationAccepted(
                listing.id(), listing.number(), profileVersion, feeScheduleVersion));
        return listing;
    }

    /** Causes IntentRegistered of the sender's client, Won and Awarded at the listing price; nobody competed for it. */
    public void award(Turn turn, Listing listing, long partyId) {
        long memberId = foundation.members().access().memberOf(turn.principalId());
        listing.add(new Intent(partyId, memberId, false));
        turn.emit(new ListingEvent.IntentRegistered(listing.id(), partyId, memberId, false));
        awards.win(turn, listing, partyId, listing.price(), FeeMode.NEGOTIATED, 0, Money.NONE);
    }

    /** The contract fell through: causes ListingClosed. There is nobody else to award to, and no deposit to forfeit. */
    public void close(Turn turn, Listing listing) {
        listing.requireIntent(listing.transfereeId()).become(IntentState.RELEASED);
        endings.close(turn, listing);
    }
}
