package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.Criterion;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TenderCommand.SetTenderTerms;
import org.tpx.protocol.TenderEvent.TenderTermsSet;

/**
 * Weighted quotation and tender (section 2.2 D and E), which differ only in the least numbers that the law asks for: bidders hand
 * in a plan and a sealed price; a committee scores the plans, each seat sealed before any is revealed; then prices are opened, and
 * the largest sum of scores wins at its own price.
 *
 * <pre>
 *  SCHEDULED --T:start--> SUBMISSION --T--> fewer than the least: FAILED
 *                                    --T--> NONPRICE_SCORING -- all seats sealed, all revealed --+
 *      +-----------------------------------------------------------------------------------------+
 *      +--> PRICE_OPENING -- all opened, or T --> COMPOSITE --> nothing counts: FAILED;  without a notice: DETERMINED
 *                                                           --> CANDIDATE_NOTICE --T--> DETERMINED at the first candidate
 *                                                                  |       ^
 *                                                          objection       last answer;  no candidate left: FAILED
 *                                                                  +-------+   (the notice stands still meanwhile)
 * </pre>
 *
 * <p>No clock ends the scoring: the clerk replaces an expert who does not score. COMPOSITE takes no time.
 */
final class TenderSale implements Sale<TenderAuction> {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int FULL_WEIGHT = 100;

    /** Bidding Law Art. 37: an odd number of at least five; all of them are experts here. */
    private static final int LEAST_SEATS = 5;

    /** Bidding Law Art. 28 and its Regulation Art. 54, for tenders. */
    private static final int LEAST_TENDERERS = 3;

    private static final int LEAST_NOTICE_DAYS = 3;

    private final Hall hall;
    private final AuctionMode mode;
    private final TenderCourse course;
    private final Table<TenderAuction> auctions = new Table<>(TenderAuction::new);
    private final SaleTerms<TenderTermsSet> terms;

    /** Sales of this mode, WEIGHTED or TENDER, in this hall. */
    TenderSale(Hall hall, AuctionMode mode, TenderCourse course) {
        this.hall = hall;
        this.mode = mode;
        this.course = course;
        terms = new SaleTerms<>(hall.listings(), mode, TenderAuction.BLANK_TERMS);
    }

    @Override
    public AuctionMode mode() {
        return mode;
    }

    @Override
    public Table<TenderAuction> auctions() {
        return auctions;
    }

    @Override
    public TenderAuction newAuction(Listing listing) {
        return new TenderAuction(listing, terms.get(listing));
    }

    @Override
    public @Nullable RejectReason refusalOfNotice(Listing listing, Money price) {
        return terms.refusalOfNotice(listing);
    }

    @Override
    public int leastBidders(Listing listing) {
        return terms.get(listing).leastBidders();
    }

    @Override
    public boolean takesFirstPeriod() {
        return true;
    }

    @Override
    public long firstPeriodNanos(Listing listing) {
        return terms.get(listing).submissionSeconds() * NANOS_PER_SECOND;
    }

    /** Causes TenderTermsSet. */
    void setTerms(Turn turn, SetTenderTerms command) {
        Listing listing = terms.draft(turn, command.listingId());
        if (listing == null) {
            return;
        }
        RejectReason reason = refusalOfTerms(command);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        TenderTermsSet set = new TenderTermsSet(
                listing.id(),
                command.priceWeight(),
                command.priceFormula(),
                command.committeeSize(),
                command.leastBidders(),
                command.candidates(),
                command.noticeDays(),
                command.objectionDays(),
                command.submissionSeconds(),
                command.openingSeconds(),
                command.criteria());
        terms.put(listing, set);
        turn.emit(set);
    }

    /** Causes PhaseStarted: bidders may hand in. */
    @Override
    public void onStart(Turn turn, Listing listing, TenderAuction auction) {
        long deadlineNanos = turn.timeNanos() + auction.firstPeriodNanos();
        hall.clock().begin(turn, listing, auction, AuctionPhase.SUBMISSION, 0, deadlineNanos);
    }

    /** Causes what follows the phase: see {@link TenderCourse}. */
    @Override
    public void onPhaseEnd(Turn turn, Listing listing, TenderAuction auction) {
        switch (auction.phase()) {
            case SUBMISSION -> course.endSubmission(turn, listing, auction);
            case PRICE_OPENING -> course.endOpening(listing);
            default -> course.endNotice(turn, listing, auction);
        }
    }

    @Override
    public void exchange(Snapshot snapshot) {
        auctions.exchange(snapshot);
        terms.exchange(snapshot);
    }

    private @Nullable RejectReason refusalOfTerms(SetTenderTerms command) {
        boolean tender = mode == AuctionMode.TENDER;
        if (tender && command.noticeDays() < LEAST_NOTICE_DAYS) {
            return RejectReason.PERIOD_TOO_SHORT;
        }
        int weights = command.priceWeight()
                + command.criteria().stream().mapToInt(Criterion::weight).sum();
        boolean committee = command.committeeSize() >= LEAST_SEATS && command.committeeSize() % 2 == 1;
        boolean enough = command.leastBidders() >= (tender ? LEAST_TENDERERS : 2);
        return weights == FULL_WEIGHT && committee && enough ? null : RejectReason.NOT_ALLOWED;
    }
}
