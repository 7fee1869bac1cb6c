package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Intent;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.member.Access;
import org.tpx.engine.sale.TenderAuction.Bid;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.Commitment;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.SealedCommand.ReleaseShare;
import org.tpx.protocol.SealedEvent.ShareReleased;
import org.tpx.protocol.TenderCommand.OpenPrice;
import org.tpx.protocol.TenderEvent.PriceOpened;

/**
 * What officers do once the scores of a weighted quotation or a tender are revealed: two of them release their shares, prices are
 * decrypted outside of the exchange and told one by one.
 *
 * <p>Only officers open prices, never the bidders: who could keep its own price shut after it has seen others would have a choice
 * that the others have not.
 */
public final class TenderOpening {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final int CLERK_OR_SUPERVISOR = Access.mask(Role.CLERK, Role.SUPERVISOR);

    private final Hall hall;
    private final TenderCourse course;

    TenderOpening(Hall hall, TenderCourse course) {
        this.hall = hall;
        this.course = course;
    }

    /** Causes ShareReleased; two different officers must. */
    void releaseShare(Turn turn, ReleaseShare command) {
        Listing listing = hall.listings().forRole(turn, command.listingId(), CLERK_OR_SUPERVISOR);
        TenderAuction auction = listing == null ? null : opening(turn, listing);
        if (listing == null || auction == null) {
            return;
        }
        long officerId = turn.principalId();
        if (auction.isUnlocked() || auction.hasShareOf(officerId)) {
            turn.refuse(auction.isUnlocked() ? RejectReason.NOT_ALLOWED : RejectReason.SAME_PERSON, listing.id());
            return;
        }
        auction.release(officerId);
        turn.emit(new ShareReleased(listing.id(), officerId, 1, auction.shares(), command.share()));
    }

    /** Causes PriceOpened; TenderRejected where it does not count; after the last one, what {@link TenderCourse#endOpening} causes. */
    public void open(Turn turn, OpenPrice command) {
        Listing listing = hall.listings().forRole(turn, command.listingId(), CLERK);
        TenderAuction auction = listing == null ? null : opening(turn, listing);
        if (listing == null || auction == null) {
            return;
        }
        Bid bid = auction.bid(command.partyId());
        RejectReason reason = refusalOfPrice(listing, auction, bid, command);
        if (reason != null || bid == null) {
            turn.refuse(reason == null ? RejectReason.NOT_ADMITTED : reason, listing.id());
            return;
        }
        open(turn, listing, auction, bid, command.amount());
    }

    private void open(Turn turn, Listing listing, TenderAuction auction, Bid bid, Money amount) {
        bid.open(amount.minor());
        turn.emit(new PriceOpened(listing.id(), bid.partyId(), bid.bidderNumber(), amount));
        RejectReason fault = fault(listing, amount);
        if (fault != null) {
            course.reject(turn, listing, bid, fault);
        }
        if (auction.bids().stream().allMatch(Bid::isOpened)) {
            course.endOpening(listing);
        }
    }

    // The auction of a listing whose prices are opened, or null after a refusal.
    private @Nullable TenderAuction opening(Turn turn, Listing listing) {
        TenderAuction auction = hall.current(listing) instanceof TenderAuction current ? current : null;
        RejectReason reason = auction == null
                ? RejectReason.NOT_ALLOWED
                : hall.door().refusalOfPhase(turn, listing, auction, AuctionPhase.PRICE_OPENING);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return null;
        }
        return auction;
    }

    private static @Nullable RejectReason refusalOfPrice(
            Listing listing, TenderAuction auction, @Nullable Bid bid, OpenPrice command) {
        if (!auction.isUnlocked() || (bid != null && bid.isOpened())) {
            return RejectReason.NOT_ALLOWED;
        }
        if (bid == null) {
            return RejectReason.NOT_ADMITTED;
        }
        String code = Intent.bidderCode(bid.bidderNumber());
        long minor = command.amount().minor();
        boolean told = bid.commitment().equals(Commitment.ofBid(command.nonce(), code, listing.number(), minor));
        if (!told || !Commitment.isNonce(command.nonce())) {
            return RejectReason.BAD_COMMITMENT;
        }
        return command.amount().currency() == listing.currency() ? null : RejectReason.CURRENCY;
    }

    // Why an opened price does not count, or null; a mistyped one would take the scores of all others down.
    private @Nullable RejectReason fault(Listing listing, Money amount) {
        if (amount.isLessThan(listing.price())) {
            return RejectReason.BELOW_START;
        }
        int multiple = hall.rules().of(listing).sanityCapMultiple();
        boolean mistyped = SanityCap.isExceeded(amount.minor(), listing.price().minor(), multiple);
        return mistyped ? RejectReason.ABOVE_SANITY_CAP : null;
    }
}
