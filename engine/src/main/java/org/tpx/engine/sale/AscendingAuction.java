package org.tpx.engine.sale;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.RuleProfileTerms;

/** One auction with rising bids. It keeps what the rules need to know about every bid, so that a bid touches nothing else. */
final class AscendingAuction extends Auction {

    private long limitedPeriodNanos;
    private long startMinor;
    private long incrementMinor;
    private int capMultiple;
    private boolean freeBidRequired;
    private boolean raiseAllowed;
    private long highPartyId;
    private long highMinor;
    private long secondPartyId;
    private long secondMinor;
    private int extensions;

    AscendingAuction() {}

    AscendingAuction(Listing listing, RuleProfileTerms profile, long limitedPeriodNanos) {
        super(listing);
        startMinor = listing.price().minor();
        incrementMinor = listing.terms().increment().minor();
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

    long incrementMinor() {
        return incrementMinor;
    }

    boolean isFreeBidRequired() {
        return freeBidRequired;
    }

    boolean isRaiseAllowed() {
        return raiseAllowed;
    }

    /** The leading bidder, or 0 before the first bid. */
    long highPartyId() {
        return highPartyId;
    }

    long highMinor() {
        return highMinor;
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

    void lead(long partyId, long amountMinor) {
        if (highPartyId != partyId) {
            secondPartyId = highPartyId;
            secondMinor = highMinor;
        }
        highPartyId = partyId;
        highMinor = amountMinor;
    }

    void countExtension() {
        extensions++;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        super.exchange(snapshot);
        limitedPeriodNanos = snapshot.number(limitedPeriodNanos);
        startMinor = snapshot.number(startMinor);
        incrementMinor = snapshot.number(incrementMinor);
        capMultiple = snapshot.number(capMultiple);
        freeBidRequired = snapshot.flag(freeBidRequired);
        raiseAllowed = snapshot.flag(raiseAllowed);
        highPartyId = snapshot.number(highPartyId);
        highMinor = snapshot.number(highMinor);
        secondPartyId = snapshot.number(secondPartyId);
        secondMinor = snapshot.number(secondMinor);
        extensions = snapshot.number(extensions);
    }
}
