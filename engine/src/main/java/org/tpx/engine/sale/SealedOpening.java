package org.tpx.engine.sale;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Intent;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.member.Access;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.Commitment;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.SealedCommand.CloseOpening;
import org.tpx.protocol.SealedCommand.OpenBid;
import org.tpx.protocol.SealedCommand.ReleaseShare;
import org.tpx.protocol.SealedCommand.RevealLotSeed;
import org.tpx.protocol.SealedEvent.BidOpened;
import org.tpx.protocol.SealedEvent.LotSeedRevealed;
import org.tpx.protocol.SealedEvent.ShareReleased;

/**
 * What officers do once the bids of a {@link SealedSale} are in: two of them release their shares, bids are decrypted outside of
 * the exchange and told one by one, the opening is closed, and where a lot decides, its seed is revealed.
 *
 * <p>Only officers open bids, never the bidders: who could keep its own bid shut after it has seen others would have a choice
 * that the others have not. Every refusal here holds against all officers alike, and every bid that is not opened is told.
 */
public final class SealedOpening {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final int CLERK_OR_SUPERVISOR = Access.mask(Role.CLERK, Role.SUPERVISOR);

    private final Hall hall;
    private final SealedSale sale;

    SealedOpening(Hall hall, SealedSale sale) {
        this.hall = hall;
        this.sale = sale;
    }

    /** Causes ShareReleased; two different officers must. */
    public void releaseShare(Turn turn, ReleaseShare command) {
        Desk desk = admit(
                turn,
                command.listingId(),
                CLERK_OR_SUPERVISOR,
                AuctionPhase.UNSEALING,
                auction -> refusalOfShare(auction, turn.principalId()));
        if (desk == null) {
            return;
        }
        SealedAuction auction = desk.auction();
        auction.release(turn.principalId());
        turn.emit(new ShareReleased(
                command.listingId(), turn.principalId(), auction.round(), auction.shares(), command.share()));
    }

    /** Causes BidOpened, and BidVoided where the bid does not count. */
    public void open(Turn turn, OpenBid command) {
        Desk desk = admit(
                turn,
                command.listingId(),
                CLERK,
                AuctionPhase.UNSEALING,
                auction -> refusalOfOpening(auction, command.partyId()));
        if (desk == null) {
            return;
        }
        SealedBid bid = desk.auction().bid(command.partyId());
        RejectReason reason = refusalOfContent(desk.listing(), bid, command);
        if (reason != null || bid == null) {
            turn.refuse(reason == null ? RejectReason.NOT_ADMITTED : reason, command.listingId());
            return;
        }
        bid.open(command.amount().minor(), command.nonce());
        turn.emit(new BidOpened(
                command.listingId(),
                bid.partyId(),
                bid.bidderNumber(),
                desk.auction().round(),
                command.amount(),
                command.nonce()));
        RejectReason fault = fault(desk, command.amount());
        if (fault != null) {
            sale.makeVoid(turn, desk.listing(), desk.auction(), bid, fault);
        }
    }

    /** Causes OpeningClosed and what follows from the bids that count. */
    public void close(Turn turn, CloseOpening command) {
        Desk desk = admit(
                turn,
                command.listingId(),
                CLERK,
                AuctionPhase.UNSEALING,
                auction -> auction.isOpened() ? null : RejectReason.NOT_ALLOWED);
        if (desk != null) {
            sale.close(desk.listing());
        }
    }

    /** Causes LotSeedRevealed, LotDrawn and the award. */
    public void revealSeed(Turn turn, RevealLotSeed command) {
        Desk desk = admit(turn, command.listingId(), CLERK, AuctionPhase.LOT, auction -> null);
        if (desk == null) {
            return;
        }
        Hash256 commitment = desk.auction().seedCommitment();
        if (!Commitment.of(command.seed()).equals(commitment)) {
            turn.refuse(RejectReason.BAD_COMMITMENT, command.listingId());
            return;
        }
        turn.emit(new LotSeedRevealed(command.listingId(), command.seed()));
        sale.draw(turn, desk.listing(), desk.auction(), command.seed());
    }

    // Lets an officer in while the auction is in this phase and nothing of its own stands against it, or refuses.
    private @Nullable Desk admit(
            Turn turn,
            long listingId,
            int roles,
            AuctionPhase phase,
            Function<SealedAuction, @Nullable RejectReason> own) {
        Listing listing = hall.listings().forRole(turn, listingId, roles);
        if (listing == null) {
            return null;
        }
        SealedAuction auction = hall.current(listing) instanceof SealedAuction sealed ? sealed : null;
        RejectReason reason = listing.terms().auctionMode() == sale.mode() ? null : RejectReason.NOT_ALLOWED;
        if (reason == null && auction != null && auction.phase() == phase) {
            reason = own.apply(auction);
        }
        if (reason == null) {
            reason = hall.door().refusalOfHour(turn, listing, auction);
        }
        if (reason == null && auction != null && auction.phase() != phase) {
            reason = isBefore(auction.phase(), phase) ? RejectReason.AUCTION_NOT_OPEN : RejectReason.LATE;
        }
        if (reason != null || auction == null) {
            turn.refuse(reason == null ? RejectReason.AUCTION_NOT_OPEN : reason, listingId);
            return null;
        }
        return new Desk(listing, auction);
    }

    // Once holders of a right of first refusal are asked, the sealed bids have done their work.
    private static boolean isBefore(AuctionPhase now, AuctionPhase phase) {
        return now != AuctionPhase.ROFR_INQUIRY && now.compareTo(phase) < 0;
    }

    private static @Nullable RejectReason refusalOfShare(SealedAuction auction, long principalId) {
        if (auction.hasShareOf(principalId)) {
            return RejectReason.SAME_PERSON;
        }
        return auction.isUnlocked() ? RejectReason.NOT_ALLOWED : null;
    }

    private static @Nullable RejectReason refusalOfOpening(SealedAuction auction, long partyId) {
        SealedBid bid = auction.bid(partyId);
        boolean opened = bid != null && !bid.isSealed();
        return !auction.isUnlocked() || opened ? RejectReason.NOT_ALLOWED : null;
    }

    private static @Nullable RejectReason refusalOfContent(Listing listing, @Nullable SealedBid bid, OpenBid command) {
        if (bid == null) {
            return RejectReason.NOT_ADMITTED;
        }
        String code = Intent.bidderCode(bid.bidderNumber());
        Hash256 told = Commitment.ofBid(
                command.nonce(), code, listing.number(), command.amount().minor());
        if (!Commitment.isNonce(command.nonce()) || !told.equals(bid.commitment())) {
            return RejectReason.BAD_COMMITMENT;
        }
        return command.amount().currency() == listing.currency() ? null : RejectReason.CURRENCY;
    }

    // Why an opened bid does not count, or null.
    private @Nullable RejectReason fault(Desk desk, Money amount) {
        Listing listing = desk.listing();
        if (amount.minor() < listing.price().minor()) {
            return RejectReason.BELOW_START;
        }
        if (desk.auction().round() > 1 && amount.minor() < sale.leastRequoteMinor(listing, desk.auction())) {
            return RejectReason.NOT_ABOVE_HIGH;
        }
        int multiple = hall.rules().of(listing).sanityCapMultiple();
        boolean mistyped = SanityCap.isExceeded(amount.minor(), listing.price().minor(), multiple);
        return mistyped ? RejectReason.ABOVE_SANITY_CAP : null;
    }

    private record Desk(Listing listing, SealedAuction auction) {}
}
