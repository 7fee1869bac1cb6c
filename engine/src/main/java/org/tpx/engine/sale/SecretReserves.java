package org.tpx.engine.sale;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Commitment;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand.SetSecretReserve;
import org.tpx.protocol.SaleEvent.SecretReserveRevealed;
import org.tpx.protocol.SaleEvent.SecretReserveSet;

/**
 * Prices below which transferors do not sell and which nobody is told (section 1.6): set before the notice, which carries the
 * commitment, and revealed when a price was measured by them, sold or not. A reserve that was revealed holds no longer; for the
 * next attempt another one may be set while the listing is unsold.
 */
public final class SecretReserves {

    private static final Set<ListingState> SETTABLE =
            EnumSet.of(ListingState.DRAFT, ListingState.RETURNED, ListingState.UNSOLD);
    private static final Set<AuctionMode> MODES =
            EnumSet.of(AuctionMode.MULTI_ROUND_ASCENDING, AuctionMode.DYNAMIC_QUOTATION);

    private final Hall hall;
    private final SaleTerms<SetSecretReserve> reserves;

    /** Reserves of the listings in this hall. */
    public SecretReserves(Hall hall) {
        this.hall = hall;
        reserves = new SaleTerms<>(
                hall.listings(), MODES, new SetSecretReserve(0, Money.NONE, Hash256.ZERO, Hash256.ZERO));
    }

    /** Causes SecretReserveSet. */
    public void set(Turn turn, SetSecretReserve command) {
        Listing listing = hall.listings().forSeller(turn, command.listingId(), true);
        if (listing == null) {
            return;
        }
        RejectReason reason = refusal(listing, command);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        reserves.put(listing, command);
        turn.emit(new SecretReserveSet(listing.id(), command.commitment()));
    }

    /** The reserve of a listing in minor units, or 0. */
    long minorOf(Listing listing) {
        SetSecretReserve reserve = reserves.find(listing);
        return reserve == null ? 0 : reserve.amount().minor();
    }

    /** A price was measured by it: causes SecretReserveRevealed where there is one. */
    void reveal(Turn turn, Listing listing) {
        SetSecretReserve reserve = reserves.remove(listing);
        if (reserve != null) {
            turn.emit(new SecretReserveRevealed(listing.id(), reserve.amount(), reserve.nonce()));
        }
    }

    /** Writes or reads all of them. */
    void exchange(Snapshot snapshot) {
        reserves.exchange(snapshot);
    }

    private static @Nullable RejectReason refusal(Listing listing, SetSecretReserve command) {
        if (!SETTABLE.contains(listing.state())
                || !MODES.contains(listing.terms().auctionMode())) {
            return RejectReason.NOT_ALLOWED;
        }
        if (!command.commitment().equals(commitment(command.nonce(), command.amount()))) {
            return RejectReason.BAD_COMMITMENT;
        }
        if (command.amount().currency() != listing.currency()) {
            return RejectReason.CURRENCY;
        }
        return command.amount().isLessThan(listing.price()) ? RejectReason.BELOW_START : null;
    }

    /** What a transferor commits itself by. */
    static Hash256 commitment(Hash256 nonce, Money amount) {
        return Commitment.of("nonce=" + nonce + "|reserve=" + amount.minor() + "|currency=" + amount.currency());
    }
}
