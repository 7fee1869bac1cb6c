package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Applications;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.member.Access;
import org.tpx.engine.sale.TenderAuction.Bid;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.TenderCommand.OpenPrice;
import org.tpx.protocol.TenderEvent.PriceOpened;

/**
 * What officers do once the scores of a weighted quotation or a tender are revealed: they tell the prices, which were decrypted
 * outside of the exchange.
 *
 * <p>Only officers open prices, never the bidders: who could keep its own price shut after it has seen others would have a choice
 * that the others have not.
 */
public final class TenderOpening {

    private static final int CLERK = Access.mask(Role.CLERK);

    private final Hall hall;
    private final TenderCourse course;

    TenderOpening(Hall hall, TenderCourse course) {
        this.hall = hall;
        this.course = course;
    }

    /** Causes PriceOpened; TenderRejected where it lies below the listing price; after the last one, what follows the opening. */
    public void open(Turn turn, OpenPrice command) {
        Listing listing = hall.listings().forRole(turn, command.listingId(), CLERK);
        if (listing == null) {
            return;
        }
        TenderAuction auction = hall.current(listing) instanceof TenderAuction current ? current : null;
        RejectReason reason = auction == null
                ? RejectReason.NOT_ALLOWED
                : hall.door().refusalOfPhase(turn, listing, auction, AuctionPhase.PRICE_OPENING);
        Bid bid = auction == null ? null : auction.bid(command.partyId());
        if (reason == null) {
            reason = refusalOfPrice(listing, bid, command);
        }
        if (reason != null || auction == null || bid == null) {
            turn.refuse(reason == null ? RejectReason.NOT_ADMITTED : reason, listing.id());
            return;
        }
        open(turn, listing, auction, bid, command.amount());
    }

    private void open(Turn turn, Listing listing, TenderAuction auction, Bid bid, Money amount) {
        bid.open(amount.minor());
        turn.emit(new PriceOpened(listing.id(), bid.partyId(), bid.bidderNumber(), amount));
        if (amount.isLessThan(listing.price())) {
            course.reject(turn, listing, bid, RejectReason.BELOW_START);
        }
        if (auction.bids().stream().allMatch(Bid::isOpened)) {
            course.compute(turn, listing, auction);
        }
    }

    private static @Nullable RejectReason refusalOfPrice(Listing listing, @Nullable Bid bid, OpenPrice command) {
        if (bid == null) {
            return RejectReason.NOT_ADMITTED;
        }
        if (bid.isOpened()) {
            return RejectReason.ALREADY_QUOTED;
        }
        String code = Applications.numbered("BC-", bid.bidderNumber(), 3);
        long minor = command.amount().minor();
        if (!bid.commitment().equals(Commitment.ofPrice(command.nonce(), code, listing.number(), minor))) {
            return RejectReason.BAD_COMMITMENT;
        }
        return command.amount().currency() == listing.currency() ? null : RejectReason.CURRENCY;
    }
}
