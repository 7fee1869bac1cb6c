package org.tpx.engine.custody;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.ShareFloor;
import org.tpx.engine.money.LargestRemainder;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.CustodyCommand.OfferShares;
import org.tpx.protocol.CustodyCommand.SetSharePayment;
import org.tpx.protocol.CustodyEvent.SharePaymentSet;
import org.tpx.protocol.CustodyEvent.SharesBlocked;
import org.tpx.protocol.CustodyEvent.SharesOffered;
import org.tpx.protocol.CustodyEvent.SharesUnblocked;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightType;
import org.tpx.protocol.ShareTransferKind;

/**
 * Shares in custody that a listing sells, and shares that pay its price (section 5.5). What a listing sells is blocked from its notice
 * on, or from the effect of a contract that had no notice; what pays it from the effect of the contract on, in the place of money. When
 * the title is registered both move in that same turn; where one of them cannot, none does.
 */
public final class DealShares implements ShareFloor {

    private static final Set<ListingState> DRAFTS = EnumSet.of(ListingState.DRAFT, ListingState.RETURNED);

    /** Modes whose prices are shares of a price for several things, or stand for everybody. */
    private static final Set<AuctionMode> ONLY_MONEY = EnumSet.of(AuctionMode.PACKAGE, AuctionMode.MARKED_PRICE);

    private static final ShareTerms NONE = new ShareTerms();

    private final Foundation foundation;
    private final Listings listings;
    private final ShareRegisters registers;
    private final TreeMap<Long, ShareTerms> terms = new TreeMap<>();

    DealShares(Foundation foundation, Listings listings, ShareRegisters registers) {
        this.foundation = foundation;
        this.listings = listings;
        this.registers = registers;
    }

    /** Causes SharesOffered: in a draft as often as the agent likes, for a negotiation once. */
    public void offer(Turn turn, OfferShares command) {
        Listing listing = listings.forSeller(turn, command.listingId(), true);
        if (listing == null) {
            return;
        }
        boolean first = termsOf(listing).offeredRegisterId() == 0;
        RejectReason reason = refusalOfTerms(turn, listing, command.registerId(), first);
        if (reason == null && foundation.rights().type(listing.rightId()) != RightType.TECH_EQUITY) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        of(listing).offer(command.registerId(), command.shares());
        turn.emit(new SharesOffered(listing.id(), command.registerId(), command.shares()));
    }

    /** Causes SharePaymentSet: in a draft as often as the agent likes, for a negotiation once. */
    public void setPayment(Turn turn, SetSharePayment command) {
        Listing listing = listings.forSeller(turn, command.listingId(), true);
        if (listing == null) {
            return;
        }
        boolean first = !isPaidInShares(listing);
        RejectReason reason = refusalOfTerms(turn, listing, command.registerId(), first);
        if (reason == null && ONLY_MONEY.contains(listing.terms().auctionMode())) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason == null && command.shareValue().currency() != listing.currency()) {
            reason = RejectReason.CURRENCY;
        }
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        of(listing).payWith(command.registerId(), command.shareValue());
        turn.emit(new SharePaymentSet(listing.id(), command.registerId(), command.shareValue()));
    }

    private @Nullable RejectReason refusalOfTerms(Turn turn, Listing listing, long registerId, boolean first) {
        ShareRegister register = registers.find(registerId);
        if (register == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.isOver(turn.timeNanos())) {
            return RejectReason.CUSTODY_OVER;
        }
        boolean forNegotiation = listing.state() == ListingState.NEGOTIATING && first;
        return DRAFTS.contains(listing.state()) || forNegotiation ? null : RejectReason.NOT_ALLOWED;
    }

    /** Whether the listing's price is paid in shares and only its fees in money. */
    public boolean isPaidInShares(Listing listing) {
        return termsOf(listing).payingRegisterId() != 0;
    }

    @Override
    public @Nullable RejectReason refusalOfNotice(Turn turn, Listing listing) {
        ShareTerms own = termsOf(listing);
        if (own.offeredRegisterId() == 0) {
            return null;
        }
        return refusalOfBlock(
                turn, registers.get(own.offeredRegisterId()), listing.transferorId(), own.offeredShares());
    }

    @Override
    public void onNotice(Turn turn, Listing listing) {
        ShareTerms own = termsOf(listing);
        if (own.offeredRegisterId() != 0) {
            block(
                    turn,
                    registers.get(own.offeredRegisterId()),
                    listing.id(),
                    listing.transferorId(),
                    own.offeredShares());
        }
    }

    @Override
    public void onUnsold(Turn turn, Listing listing) {
        unblock(turn, listing.id(), termsOf(listing).offeredRegisterId());
        unblock(turn, listing.id(), termsOf(listing).payingRegisterId());
    }

    /** Why the contract of a listing cannot take effect, or null: a side does not have the shares that it sells or pays with. */
    public @Nullable RejectReason refusalOfEffect(Turn turn, Listing listing) {
        RejectReason reason = isOffered(listing) ? null : refusalOfNotice(turn, listing);
        if (reason != null || !isPaidInShares(listing)) {
            return reason;
        }
        ShareRegister register = registers.get(termsOf(listing).payingRegisterId());
        long[] shares = sharesDue(listing);
        for (int i = 0; i < shares.length; i++) {
            long partyId = listing.buyers().shares().get(i).partyId();
            RejectReason other = refusalOfBlock(turn, register, partyId, shares[i]);
            if (other != null && (reason == null || other.compareTo(reason) < 0)) {
                reason = other;
            }
        }
        return reason;
    }

    /** The contract is effective: causes SharesBlocked for what it sells, unless a notice did, and for what each buyer pays. */
    public void onEffect(Turn turn, Listing listing) {
        if (!isOffered(listing)) {
            onNotice(turn, listing);
        }
        if (isPaidInShares(listing)) {
            ShareRegister register = registers.get(termsOf(listing).payingRegisterId());
            long[] shares = sharesDue(listing);
            for (int i = 0; i < shares.length; i++) {
                block(
                        turn,
                        register,
                        listing.id(),
                        listing.buyers().shares().get(i).partyId(),
                        shares[i]);
            }
        }
    }

    /** The contract is off: causes SharesUnblocked for what the buyers would have paid. What the listing sells it may sell yet. */
    public void onUndone(Turn turn, Listing listing) {
        long registerId = termsOf(listing).payingRegisterId();
        if (registerId == 0) {
            return;
        }
        ShareRegister register = registers.get(registerId);
        for (ShareBlock block : register.weights().blocksOf(listing.id())) {
            if (block.partyId() != listing.transferorId()) {
                unblock(turn, register, block);
            }
        }
    }

    /** Why the shares of a contract cannot move now, or null: both move or none. */
    public @Nullable RejectReason refusalOfTitle(Turn turn, Listing listing) {
        RejectReason offered = refusalOfTitle(turn, listing, termsOf(listing).offeredRegisterId());
        RejectReason paying = refusalOfTitle(turn, listing, termsOf(listing).payingRegisterId());
        if (offered == null || paying == null) {
            return offered == null ? paying : offered;
        }
        return offered.compareTo(paying) < 0 ? offered : paying;
    }

    private @Nullable RejectReason refusalOfTitle(Turn turn, Listing listing, long registerId) {
        if (registerId == 0) {
            return null;
        }
        ShareRegister register = registers.get(registerId);
        if (register.isOver(turn.timeNanos())) {
            return RejectReason.CUSTODY_OVER;
        }
        if (register.isClosed(turn.timeNanos())) {
            return RejectReason.BOOK_CLOSED;
        }
        for (ShareBlock block : register.weights().blocksOf(listing.id())) {
            RejectReason reason =
                    register.refusalOfMove(block.partyId(), block.shares(), turn.timeNanos(), true, listing.id());
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    /**
     * The title passed: causes SharesUnblocked and SharesTransferred for what was sold, then for what pays it. Returns whether there
     * was anything of it.
     */
    public boolean onTitle(Turn turn, Listing listing, long dealId) {
        boolean sold = isOffered(listing);
        sell(turn, listing, dealId);
        long registerId = termsOf(listing).payingRegisterId();
        if (registerId == 0) {
            return sold;
        }
        ShareRegister register = registers.get(registerId);
        for (ShareBlock block : register.weights().blocksOf(listing.id())) {
            unblock(turn, register, block);
            register.transfer(
                    turn,
                    block.partyId(),
                    listing.transferorId(),
                    block.shares(),
                    ShareTransferKind.CONSIDERATION,
                    dealId);
        }
        return true;
    }

    // Several buyers share the block as they share the price, in whole shares.
    private void sell(Turn turn, Listing listing, long dealId) {
        if (!isOffered(listing)) {
            return;
        }
        ShareTerms own = termsOf(listing);
        ShareRegister register = registers.get(own.offeredRegisterId());
        List<BuyerShare> buyers = listing.buyers().shares();
        long[] shares = divide(own.offeredShares(), buyers);
        for (ShareBlock block : register.weights().blocksOf(listing.id())) {
            if (block.partyId() == listing.transferorId()) {
                unblock(turn, register, block);
            }
        }
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                register.transfer(
                        turn,
                        listing.transferorId(),
                        buyers.get(i).partyId(),
                        shares[i],
                        ShareTransferKind.SALE,
                        dealId);
            }
        }
    }

    private boolean isOffered(Listing listing) {
        long registerId = termsOf(listing).offeredRegisterId();
        return registerId != 0
                && registers.get(registerId).weights().blocksOf(listing.id()).stream()
                        .anyMatch(block -> block.partyId() == listing.transferorId());
    }

    private long[] sharesDue(Listing listing) {
        return divide(
                termsOf(listing).sharesFor(listing.awardPrice()),
                listing.buyers().shares());
    }

    private static long[] divide(long shares, List<BuyerShare> buyers) {
        return LargestRemainder.divide(
                shares,
                buyers.stream()
                        .mapToLong(buyer -> Math.max(1, buyer.amount().minor()))
                        .toArray());
    }

    private static @Nullable RejectReason refusalOfBlock(Turn turn, ShareRegister register, long partyId, long shares) {
        if (register.isOver(turn.timeNanos())) {
            return RejectReason.CUSTODY_OVER;
        }
        if (!register.isConfirmed(partyId)) {
            return RejectReason.HOLDER_UNCONFIRMED;
        }
        return register.refusalOfMove(partyId, shares, turn.timeNanos(), true, 0);
    }

    private static void block(Turn turn, ShareRegister register, long listingId, long partyId, long shares) {
        if (shares > 0) {
            register.weights().block(new ShareBlock(partyId, listingId, shares));
            turn.emit(new SharesBlocked(register.id(), partyId, listingId, shares));
        }
    }

    private void unblock(Turn turn, long listingId, long registerId) {
        if (registerId != 0) {
            ShareRegister register = registers.get(registerId);
            register.weights().blocksOf(listingId).forEach(block -> unblock(turn, register, block));
        }
    }

    private static void unblock(Turn turn, ShareRegister register, ShareBlock block) {
        register.weights().unblock(block);
        turn.emit(new SharesUnblocked(register.id(), block.partyId(), block.listingId(), block.shares()));
    }

    private ShareTerms termsOf(Listing listing) {
        ShareTerms own = terms.get(listing.id());
        return own == null ? NONE : own;
    }

    private ShareTerms of(Listing listing) {
        return terms.computeIfAbsent(listing.id(), id -> new ShareTerms(id));
    }

    /** Writes or reads the terms of all listings. */
    void exchange(Snapshot snapshot) {
        List<ShareTerms> rows = new ArrayList<>(terms.values());
        snapshot.parts(rows, ShareTerms::new);
        if (snapshot.isReading()) {
            rows.forEach(row -> terms.put(row.listingId(), row));
        }
    }
}
