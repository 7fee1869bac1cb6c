package org.tpx.engine.sale;

import java.util.List;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.sale.TenderAuction.Bid;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.Candidate;
import org.tpx.protocol.DayKind;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TenderEvent.CandidateObjectionOverdue;
import org.tpx.protocol.TenderEvent.CandidatesPublished;
import org.tpx.protocol.TenderEvent.CompositeComputed;
import org.tpx.protocol.TenderEvent.TenderRejected;
import org.tpx.protocol.TenderEvent.TendersTooFew;

/** Leads a weighted quotation or a tender from one phase to the next. */
final class TenderCourse {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Hall hall;
    private final int closingWork;
    private final int overdueWork;

    TenderCourse(Hall hall) {
        this.hall = hall;
        closingWork = hall.foundation().backlog().register(this::closeNext);
        overdueWork = hall.foundation().backlog().register(this::passNext);
    }

    /** T:end: causes PhaseStarted, or TendersTooFew and the failure. */
    void endSubmission(Turn turn, Listing listing, TenderAuction auction) {
        int submitted = auction.bids().size();
        int least = auction.terms().leastBidders();
        if (submitted < least) {
            turn.emit(new TendersTooFew(listing.id(), submitted, least));
            hall.outcomes().fail(turn, listing, auction);
            return;
        }
        enter(turn, listing, auction, AuctionPhase.NONPRICE_SCORING, Auction.NONE);
    }

    /** All scores are revealed: causes PhaseStarted. */
    void openPrices(Turn turn, Listing listing, TenderAuction auction) {
        long deadlineNanos = turn.timeNanos() + auction.terms().openingSeconds() * NANOS_PER_SECOND;
        enter(turn, listing, auction, AuctionPhase.PRICE_OPENING, deadlineNanos);
    }

    /**
     * All prices are open, or the time to open them is over: causes TenderRejected for each that is not open, CompositeComputed for
     * each that counts, the best first, and CandidatesPublished or the end. Goes on in further turns where the bids are very many.
     */
    void endOpening(Listing listing) {
        hall.foundation().backlog().add(closingWork, listing.id());
    }

    /** Causes TenderRejected. */
    void reject(Turn turn, Listing listing, Bid bid, RejectReason reason) {
        bid.reject();
        turn.emit(new TenderRejected(listing.id(), bid.partyId(), bid.bidderNumber(), reason));
    }

    /** T:noticeEnd: causes the award; while an objection waits for its answer, CandidateObjectionOverdue. */
    void endNotice(Turn turn, Listing listing, TenderAuction auction) {
        if (!auction.isDoubted()) {
            determine(turn, listing, auction);
            return;
        }
        hall.foundation().backlog().add(overdueWork, listing.id());
    }

    /** The last objection is answered: causes PhaseStarted, with what was left of the notice. */
    void resumeNotice(Turn turn, Listing listing, TenderAuction auction) {
        enter(turn, listing, auction, AuctionPhase.CANDIDATE_NOTICE, turn.timeNanos() + auction.remainingNanos());
    }

    /** Causes the failure: an objection ended it, or left no candidate. */
    void fail(Turn turn, Listing listing, TenderAuction auction) {
        hall.outcomes().fail(turn, listing, auction);
    }

    // Rejects what is not open, one bid a step; ranks the others in one; tells their sums, one a step; ends.
    private long closeNext(Turn turn, long listingId, long cursor) {
        Listing listing = hall.listings().get(listingId);
        TenderAuction auction = (TenderAuction) hall.index().required(listing);
        int count = auction.bids().size();
        if (cursor < count) {
            Bid bid = auction.bids().get((int) cursor);
            if (!bid.isOpened()) {
                reject(turn, listing, bid, RejectReason.LATE);
            }
            return cursor + 1;
        }
        List<Bid> valid = auction.bids().stream().filter(Bid::isValid).toList();
        int rank = (int) cursor - count;
        if (rank == 0 && !valid.isEmpty()) {
            rank(listing, auction, valid);
            return cursor + 1;
        }
        if (rank > 0 && rank <= valid.size()) {
            turn.emit(computed(listing, auction, valid, rank));
            return cursor + 1;
        }
        end(turn, listing, auction, valid);
        return Backlog.DONE;
    }

    private static void rank(Listing listing, TenderAuction auction, List<Bid> valid) {
        List<Bid> ranking = Composite.rank(
                        auction.terms(), valid, listing.price().minor())
                .stream()
                .map(Composite::bid)
                .toList();
        ranking.stream().limit(auction.terms().candidates()).forEach(bid -> bid.nominate(true));
        auction.order(ranking);
    }

    private void end(Turn turn, Listing listing, TenderAuction auction, List<Bid> valid) {
        if (valid.isEmpty()) {
            hall.outcomes().fail(turn, listing, auction);
        } else if (auction.terms().noticeDays() == 0) {
            determine(turn, listing, auction);
        } else {
            publish(turn, listing, auction);
        }
    }

    private long passNext(Turn turn, long listingId, long cursor) {
        Listing listing = hall.listings().get(listingId);
        TenderAuction auction = (TenderAuction) hall.index().required(listing);
        if (cursor == auction.doubts().size()) {
            hall.clock().enter(listing, auction, AuctionPhase.CANDIDATE_NOTICE, auction.nextAnswerNanos());
            return Backlog.DONE;
        }
        if (auction.doubts().get((int) cursor).passes(turn.timeNanos())) {
            turn.emit(new CandidateObjectionOverdue(listing.id(), (int) cursor + 1));
        }
        return cursor + 1;
    }

    private void publish(Turn turn, Listing listing, TenderAuction auction) {
        int days = auction.terms().noticeDays();
        long endNanos = hall.rules().endOfPeriod(listing, turn.timeNanos(), days, DayKind.CALENDAR);
        hall.clock().enter(listing, auction, AuctionPhase.CANDIDATE_NOTICE, endNanos);
        List<Bid> bids = auction.candidates();
        List<Candidate> candidates = bids.stream()
                .map(bid -> new Candidate(bids.indexOf(bid) + 1, bid.partyId(), bid.bidderNumber()))
                .toList();
        turn.emit(new CandidatesPublished(listing.id(), endNanos, candidates));
    }

    private void determine(Turn turn, Listing listing, TenderAuction auction) {
        List<Bid> bids = auction.candidates();
        Bid best = bids.get(0);
        boolean alone = bids.size() == 1;
        hall.outcomes()
                .determine(
                        turn,
                        listing,
                        auction,
                        best.partyId(),
                        money(listing, best),
                        alone ? 0 : bids.get(1).partyId(),
                        alone ? Money.NONE : money(listing, bids.get(1)));
    }

    private void enter(Turn turn, Listing listing, TenderAuction auction, AuctionPhase phase, long deadlineNanos) {
        hall.clock().begin(turn, listing, auction, phase, 0, deadlineNanos);
    }

    private static CompositeComputed computed(Listing listing, TenderAuction auction, List<Bid> ranking, int rank) {
        Composite sum = Composite.of(
                auction.terms(),
                ranking.get(rank - 1),
                Composite.highestMinor(ranking),
                listing.price().minor());
        return new CompositeComputed(
                listing.id(),
                sum.bid().partyId(),
                sum.bid().bidderNumber(),
                rank,
                money(listing, sum.bid()),
                sum.pricePpm(),
                sum.totalPpm(),
                sum.criteria());
    }

    private static Money money(Listing listing, Bid bid) {
        return Money.ofMinor(bid.amountMinor(), listing.currency());
    }
}
