package org.tpx.engine.sale;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.RuleProfileTerms;

/**
 * One ascending auction. It keeps what the rules need to know about every bid, so that a bid touches nothing else.
 *
 * <pre>
 *  SCHEDULED --T:start--> FREE --T:freeEnd--> LIMITED --T:deadline--> DETERMINED, or FAILED without a bid
 *                                              |   ^
 *                                              +---+ every bid: deadline = its time + limited period
 * </pre>
 *
 * <p>It may stand still: since {@link #standingNanos}, which is the earliest of all halts that overlapped.
 */
final class Auction implements Snapshot.Part {

    private long listingId;
    private int attempt;
    private AuctionPhase phase = AuctionPhase.SCHEDULED;
    private long startNanos;
    private long freeEndNanos;
    private long limitedPeriodNanos;
    private long deadlineNanos;
    private long timerId;
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
    private long standingNanos;

    Auction() {}

    Auction(Listing listing, RuleProfileTerms profile, long limitedPeriodNanos) {
        listingId = listing.id();
        attempt = listing.attempt();
        startMinor = listing.price().minor();
        incrementMinor = listing.terms().increment().minor();
        capMultiple = profile.sanityCapMultiple();
        freeBidRequired = profile.requireFreePeriodBid();
        raiseAllowed = profile.topBidderRaiseAllowed();
        this.limitedPeriodNanos = limitedPeriodNanos;
    }

    long listingId() {
        return listingId;
    }

    int attempt() {
        return attempt;
    }

    AuctionPhase phase() {
        return phase;
    }

    boolean isScheduled() {
        return phase == AuctionPhase.SCHEDULED;
    }

    boolean isRunning() {
        return phase == AuctionPhase.FREE || phase == AuctionPhase.LIMITED;
    }

    boolean isLive() {
        return isScheduled() || isRunning();
    }

    long startNanos() {
        return startNanos;
    }

    long freeEndNanos() {
        return freeEndNanos;
    }

    long limitedPeriodNanos() {
        return limitedPeriodNanos;
    }

    /** End of the running period; before the start, the start. */
    long deadlineNanos() {
        return deadlineNanos;
    }

    /** The timer of the running period, or 0 when it fired during a halt. */
    long timerId() {
        return timerId;
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

    /** Since when it stands still on its own account, or 0. */
    long standingNanos() {
        return standingNanos;
    }

    void standSince(long nanos) {
        standingNanos = nanos;
    }

    /** Whether an amount exceeds the cap against mistyped prices. */
    boolean isAboveCap(long amountMinor) {
        return isAboveCap(amountMinor, startMinor, capMultiple);
    }

    /** Whether an amount exceeds so many times the start price; a multiple of 0 is no cap. */
    static boolean isAboveCap(long amountMinor, long startMinor, int multiple) {
        long whole = multiple == 0 ? 0 : amountMinor / multiple;
        return whole > startMinor || (whole == startMinor && multiple > 0 && amountMinor % multiple > 0);
    }

    void schedule(long startNanos, long freeEndNanos, long timerId) {
        this.startNanos = startNanos;
        this.freeEndNanos = freeEndNanos;
        run(startNanos, timerId);
    }

    void enter(AuctionPhase next, long deadlineNanos, long timerId) {
        phase = next;
        run(deadlineNanos, timerId);
    }

    void run(long deadlineNanos, long timerId) {
        this.deadlineNanos = deadlineNanos;
        this.timerId = timerId;
    }

    /** Its timer fired while it stood still; what was left is known from the deadline. */
    void park() {
        timerId = 0;
    }

    void end(AuctionPhase last) {
        phase = last;
        timerId = 0;
    }

    void lead(long partyId, long amountMinor) {
        if (highPartyId != partyId) {
            secondPartyId = highPartyId;
            secondMinor = highMinor;
        }
        highPartyId = partyId;
        highMinor = amountMinor;
    }

    void extend(long deadlineNanos) {
        this.deadlineNanos = deadlineNanos;
        extensions++;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        listingId = snapshot.number(listingId);
        attempt = snapshot.number(attempt);
        phase = snapshot.constant(phase);
        startNanos = snapshot.number(startNanos);
        freeEndNanos = snapshot.number(freeEndNanos);
        limitedPeriodNanos = snapshot.number(limitedPeriodNanos);
        deadlineNanos = snapshot.number(deadlineNanos);
        timerId = snapshot.number(timerId);
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
        standingNanos = snapshot.number(standingNanos);
    }
}
