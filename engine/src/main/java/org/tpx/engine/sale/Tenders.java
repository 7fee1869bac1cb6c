package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.sale.TenderAuction.Bid;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TenderCommand.SetTenderTerms;
import org.tpx.protocol.TenderCommand.SubmitTender;
import org.tpx.protocol.TenderEvent.TenderSubmitted;

/** Where weighted quotations and tenders get their terms, and bidders hand in. */
public final class Tenders {

    private final Hall hall;
    private final TenderSale weighted;
    private final TenderSale tender;
    private final TenderCommittee committee;
    private final TenderOpening opening;
    private final CandidateNotice candidateNotice;

    /** Tenders and weighted quotations in this hall. */
    public Tenders(Hall hall) {
        this.hall = hall;
        TenderCourse course = new TenderCourse(hall);
        weighted = new TenderSale(hall, AuctionMode.WEIGHTED, course);
        tender = new TenderSale(hall, AuctionMode.TENDER, course);
        committee = new TenderCommittee(hall, course);
        opening = new TenderOpening(hall, course);
        candidateNotice = new CandidateNotice(hall, course);
    }

    /** The weighted quotations. */
    public Sale<?> weighted() {
        return weighted;
    }

    /** The tenders. */
    public Sale<?> tender() {
        return tender;
    }

    /** Who scores. */
    public TenderCommittee committee() {
        return committee;
    }

    /** The prices. */
    public TenderOpening opening() {
        return opening;
    }

    /** Objections against the candidates. */
    public CandidateNotice candidateNotice() {
        return candidateNotice;
    }

    /** Causes TenderTermsSet. */
    public void setTerms(Turn turn, SetTenderTerms command) {
        saleOf(command.listingId()).setTerms(turn, command);
    }

    /** Causes TenderSubmitted. Bids are irrevocable, and there is one of each bidder. */
    public void submit(Turn turn, SubmitTender command) {
        TenderSale sale = saleOf(command.listingId());
        Bidder<TenderAuction> bidder =
                hall.door().admit(turn, sale, AuctionPhase.SUBMISSION, command.listingId(), command.partyId());
        if (bidder == null) {
            return;
        }
        TenderAuction auction = bidder.auction();
        RejectReason reason = refusalOfBid(auction, command.partyId());
        if (reason != null) {
            turn.refuse(reason, command.listingId());
            return;
        }
        int number = bidder.intent().bidderNumber();
        int criteria = auction.terms().criteria().size();
        auction.bids().add(new Bid(command.partyId(), number, command.commitment(), criteria));
        turn.emit(new TenderSubmitted(
                command.listingId(), command.partyId(), number, command.commitment(), command.plan()));
    }

    // Where the listing is neither, the weighted quotations refuse it as not of their mode.
    private TenderSale saleOf(long listingId) {
        Listing listing = hall.listings().find(listingId);
        return listing != null && listing.terms().auctionMode() == AuctionMode.TENDER ? tender : weighted;
    }

    private static @Nullable RejectReason refusalOfBid(TenderAuction auction, long partyId) {
        int criteria = auction.terms().criteria().size();
        if ((auction.bids().size() + 1) * criteria > TenderCommittee.MOST_SCORES) {
            return RejectReason.NOT_ALLOWED;
        }
        return auction.bid(partyId) == null ? null : RejectReason.ALREADY_QUOTED;
    }
}
