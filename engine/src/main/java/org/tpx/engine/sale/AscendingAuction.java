package org.tpx.engine.sale;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.RuleProfileTerms;
import org.tpx.protocol.SaleEvent.AscendingTermsSet;

/** One auction with rising bids. It keeps what the rules need to know about every bid, so that a bid touches nothing else. */
final class AscendingAuction extends Auction {

    private final Increments increments;
    private long limitedPeriodNanos;
    private long startMinor;
    private int capMultiple;
    private boolean freeBidRequired;
    private boolean raiseAllowed;
    private long reserveMinor;
    private boolean reserveMetTold;
    private long highPartyId;
    private long highMinor;
    private long reachMinor;
    private long secondPartyId;
    private long secondMinor;
    private int extensions;

    AscendingAuction() {
        increments = new Increments();
    }

    AscendingAuction(
            Listing listing,
            RuleProfileTerms profile,
            AscendingTermsSet terms,
            long reserveMinor,
            long limitedPeriodNanos) {
        super(listing);
        startMinor = listing.price().minor();
        increments = new Increments(startMinor, listing.terms().increment().minor(), terms.increments());
        this.reserveMinor = reserveMinor;
        reserveMetTold = terms.reserveMetTold();
        capMultiple = profile.sanityCapMultiple();
        freeBidRequired = profile.requireFreePeriodBid();
        raiseAllowed = profile.topBidderRaiseAllowed();
        this.limitedPeriodNanos = limitedPeriodNanos;
    }

    long limitedPeriodNanos() {
        return limitedPeriodNanos;
    }

    long startMinor() {
        return startMinor;
    }

    Increments increments() {
        return increments;
    }

    boolean isFreeBidRequired() {
        return freeBidRequired;
    }

    boolean isRaiseAllowed() {
        return raiseAllowed;
    }

    /** The secret reserve, or 0. */
    long reserveMinor() {
        return reserveMinor;
    }

    /** Whether the highest bid sells. */
    boolean isReserveMet() {
        return highMinor >= reserveMinor;
    }

    /** Whether it is told that the reserve is met. */
    boolean isReserveMetTold() {
        return reserveMetTold;
    }

    /** The leading bidder, or 0 before the first bid. */
    long highPartyId() {
        return highPartyId;
    }

    long highMinor() {
        return highMinor;
    }

    /** How far the exchange bids for the leading bidder: its maximum, or else its bid. Those of all others are used up. */
    long reachMinor() {
        return reachMinor;
    }

    void reach(long maximumMinor) {
        reachMinor = maximumMinor;
    }

    /** The best of the others, or 0. */
    long secondPartyId() {
        return secondPartyId;
    }

    long secondMinor() {
        return secondMinor;
    }

    int extensions() {
        return extensions;
    }

    /** Whether an amount exceeds the cap against mistyped prices. */
    boolean isAboveCap(long amountMinor) {
        return SanityCap.isExceeded(amountMinor, startMinor, capMultiple);
    }

    /** A bidder leads at this amount and, but for {@link #reach}, goes no further. */
    void lead(long partyId, long amountMinor) {
        if (highPartyId != partyId) {
            secondPartyId = highPartyId;
            secondMinor = highMinor;
        }
        highPartyId = partyId;
        highMinor = amountMinor;
        reachMinor = amountMinor;
    }

    void countExtension() {
        extensions++;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        super.exchange(snapshot);
        limitedPeriodNanos = snapshot.number(limitedPeriodNanos);
        startMinor = snapshot.number(startMinor);
        increments.exchange(snapshot);
        capMultiple = snapshot.number(capMultiple);
        freeBidRequired = snapshot.flag(freeBidRequired);
        raiseAllowed = snapshot.flag(raiseAllowed);
        reserveMinor = snapshot.number(reserveMinor);
        reserveMetTold = snapshot.flag(reserveMetTold);
        highPartyId = snapshot.number(highPartyId);
        highMinor = snapshot.number(highMinor);
        reachMinor = snapshot.number(reachMinor);
        secondPartyId = snapshot.number(secondPartyId);
        secondMinor = snapshot.number(secondMinor);
        extensions = snapshot.number(extensions);
    }
}
