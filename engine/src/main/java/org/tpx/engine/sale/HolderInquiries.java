package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.rofr.Found;
import org.tpx.engine.rofr.Inquiries;
import org.tpx.engine.rofr.InquiryFloor;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleEvent;

/**
 * The last phase of an auction, and of a single quote, in whose listing somebody holds a right of first refusal (9.3, L16a, L16b).
 *
 * <pre>
 *  price found --> ROFR_INQUIRY --T:window, or all answered--> DETERMINED for the holder, or for who offered the price
 *      ^                |
 *      |                | MATCH_IN_AUCTION, taken
 *      +--- LIMITED <---+     higher bids only; without one the holder gets it
 * </pre>
 */
final class HolderInquiries implements InquiryFloor {

    private final Inquiries inquiries;
    private final AuctionClock clock;
    private final AuctionIndex index;
    private final Halts halts;
    private final Outcomes outcomes;
    private final Table<QuoteInquiry> quotes = new Table<>(QuoteInquiry::new);

    HolderInquiries(Inquiries inquiries, AuctionClock clock, AuctionIndex index, Halts halts, Outcomes outcomes) {
        this.inquiries = inquiries;
        this.clock = clock;
        this.index = index;
        this.halts = halts;
        this.outcomes = outcomes;
        inquiries.register(this);
    }

    /** A price was found in an auction: causes RofrInquiryOpened, or what {@link Outcomes#finish} causes where nobody is to be asked. */
    void find(Turn turn, Listing listing, Auction auction, Found found) {
        if (inquiries.isMatched(listing, found)) {
            outcomes.finish(turn, listing, auction, found, inquiries.allot(turn, listing));
            return;
        }
        long deadlineNanos = inquiries.open(turn, listing, found);
        if (deadlineNanos == 0) {
            outcomes.finish(turn, listing, auction, found);
        } else {
            clock.enter(listing, auction, AuctionPhase.ROFR_INQUIRY, deadlineNanos);
        }
    }

    /** The single transferee has quoted: causes RofrInquiryOpened, or false where nobody is to be asked. */
    boolean findQuote(Turn turn, Listing listing, Found found) {
        long deadlineNanos = inquiries.open(turn, listing, found);
        if (deadlineNanos == 0) {
            return false;
        }
        listing.become(ListingState.ROFR_PENDING);
        QuoteInquiry inquiry = new QuoteInquiry(listing);
        inquiry.number(quotes.nextId());
        quotes.add(inquiry);
        index.put(inquiry);
        clock.enter(listing, inquiry, AuctionPhase.ROFR_INQUIRY, deadlineNanos);
        return true;
    }

    /** T:window, or everybody has answered: the bidding goes on against a holder, or the auction is determined. */
    void end(Turn turn, Listing listing) {
        Auction auction = index.current(listing);
        if (auction == null) {
            throw new InvariantBrokenException("no auction of listing " + listing.id());
        }
        inquiries.end(turn, listing);
        Found found = inquiries.found(listing);
        long takerId = inquiries.firstTaker(listing);
        if (takerId == 0) {
            outcomes.finish(turn, listing, auction, found);
        } else if (inquiries.goesOn(listing) && auction instanceof AscendingAuction rising) {
            goOn(turn, listing, rising, takerId, found);
        } else {
            outcomes.finish(turn, listing, auction, found.takenBy(takerId), inquiries.allot(turn, listing));
        }
    }

    /** The sale is void, and with it the inquiry. */
    void cancel(Listing listing) {
        inquiries.cancel(listing);
    }

    @Override
    public boolean finds(Listing listing) {
        return listing.state() != ListingState.NEGOTIATING;
    }

    @Override
    public @Nullable RejectReason refusalOfAnswer(Turn turn, Listing listing) {
        if (halts.isHalted(listing)) {
            return RejectReason.HALTED;
        }
        Auction auction = index.live(listing);
        boolean open =
                auction != null && auction.phase() == AuctionPhase.ROFR_INQUIRY && !auction.isPast(turn.timeNanos());
        return open ? null : RejectReason.LATE;
    }

    @Override
    public void onAnswered(Turn turn, Listing listing) {
        if (!halts.isHalted(listing)) {
            end(turn, listing);
        }
    }

    /** Writes or reads the inquiries of single quotes. */
    void exchange(Snapshot snapshot) {
        quotes.exchange(snapshot);
        if (snapshot.isReading()) {
            quotes.forEach(index::restore);
        }
    }

    private void goOn(Turn turn, Listing listing, AscendingAuction auction, long takerId, Found found) {
        inquiries.match(listing);
        auction.lead(takerId, found.price().minor());
        long deadlineNanos = turn.timeNanos() + auction.limitedPeriodNanos();
        clock.enter(listing, auction, AuctionPhase.LIMITED, deadlineNanos);
        turn.emit(new SaleEvent.PhaseStarted(listing.id(), AuctionPhase.LIMITED, 0, deadlineNanos));
    }
}
