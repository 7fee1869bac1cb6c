package org.tpx.engine.sale;

import java.util.List;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Awards;
import org.tpx.engine.listing.Endings;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.right.Rights;
import org.tpx.engine.rofr.Found;
import org.tpx.engine.rofr.Inquiries;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.Money;
import org.tpx.protocol.SaleEvent;
import org.tpx.protocol.UnsoldReason;

/** How an auction of any mode ends: with an award, or without. The one place that every found price passes. */
final class Outcomes {

    private final Rights rights;
    private final AuctionClock clock;
    private final Awards awards;
    private final Endings endings;
    private final HolderInquiries holders;
    private Sequel sequel = (turn, listing) -> {};

    Outcomes(
            Rights rights,
            AuctionClock clock,
            AuctionIndex index,
            Halts halts,
            Awards awards,
            Endings endings,
            Inquiries inquiries) {
        this.rights = rights;
        this.clock = clock;
        this.awards = awards;
        this.endings = endings;
        holders = new HolderInquiries(inquiries, clock, index, halts, this);
    }

    /** Who else may take a price that was found. */
    HolderInquiries holders() {
        return holders;
    }

    /** What follows when the sale of a listing is over. */
    interface Sequel {
        /** The listing's sale is over, with an award or without. */
        void onOver(Turn turn, Listing listing);
    }

    /** Lets the catalogues know of every sale that is over. */
    void follow(Sequel sequel) {
        this.sequel = sequel;
    }

    /** The listing's sale is over, and nothing is left to be done for it. */
    void over(Turn turn, Listing listing) {
        sequel.onOver(turn, listing);
    }

    /** The price is found and there is no runner-up: as {@link #determine(Turn, Listing, Auction, long, Money, long, Money)}. */
    void determine(Turn turn, Listing listing, Auction auction, long winnerId, Money price) {
        determine(turn, listing, auction, winnerId, price, 0, Money.NONE);
    }

    /**
     * The price is found: causes AuctionDetermined and the award, or RofrInquiryOpened where others may take the price; where the
     * transferor can no longer transfer the right, as {@link #fail}.
     *
     * @param runnerUpId who was next, or 0
     * @param runnerUpAmount what it offered, or {@link Money#NONE}
     */
    void determine(
            Turn turn,
            Listing listing,
            Auction auction,
            long winnerId,
            Money price,
            long runnerUpId,
            Money runnerUpAmount) {
        if (mayTransfer(listing)) {
            Found found = new Found(winnerId, price, FeeMode.BIDDING, runnerUpId, runnerUpAmount);
            holders.find(turn, listing, auction, found);
        } else {
            fail(turn, listing, auction);
        }
    }

    /** Nobody is left who may take the price: causes AuctionDetermined and the award, or as {@link #fail}. */
    void finish(Turn turn, Listing listing, Auction auction, Found found) {
        finish(turn, listing, auction, found, List.of(new BuyerShare(found.winnerId(), found.price())));
    }

    /** The same where several holders share the price. */
    void finish(Turn turn, Listing listing, Auction auction, Found found, List<BuyerShare> shares) {
        if (!mayTransfer(listing)) {
            fail(turn, listing, auction);
            return;
        }
        clock.end(listing, auction, AuctionPhase.DETERMINED);
        if (!(auction instanceof QuoteInquiry)) {
            turn.emit(new SaleEvent.AuctionDetermined(
                    listing.id(), found.winnerId(), found.price(), found.runnerUpId(), found.runnerUpAmount()));
        }
        awards.win(turn, listing, shares, found.price(), found.feeMode(), found.runnerUpId(), found.runnerUpAmount());
        over(turn, listing);
    }

    /** Nobody offered enough: causes AuctionFailed and Unsold. */
    void fail(Turn turn, Listing listing, Auction auction) {
        fail(turn, listing, auction, UnsoldReason.AUCTION_FAILED);
    }

    /** The same for a reason of its own. */
    void fail(Turn turn, Listing listing, Auction auction, UnsoldReason reason) {
        clock.end(listing, auction, AuctionPhase.FAILED);
        turn.emit(new SaleEvent.AuctionFailed(listing.id()));
        endings.unsold(turn, listing, reason);
        over(turn, listing);
    }

    private boolean mayTransfer(Listing listing) {
        return rights.mayTransfer(listing.rightId(), listing.transferorId()) == null;
    }
}
