package org.tpx.engine.sale;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;
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
 * commitment, and revealed when an auction or a single quote ends the attempt, sold or not. A reserve holds for one attempt; for
 * the next one another may be set while the listing is unsold.
 */
public final class SecretReserves {

    private static final Set<ListingState> SETTABLE =
            EnumSet.of(ListingState.DRAFT, ListingState.RETURNED, ListingState.UNSOLD);
    private static final Set<AuctionMode> MODES =
            EnumSet.of(AuctionMode.MULTI_ROUND_ASCENDING, AuctionMode.DYNAMIC_QUOTATION);

    private final Hall hall;
    private final TreeMap<Long, Reserve> reserves = new TreeMap<>();

    // The secrets of a listing are counted by attempts, and so is what was set for one of them.
    private record Reserve(int generation, long minor, Hash256 nonce) {}

    /** Reserves of the listings in this hall. */
    public SecretReserves(Hall hall) {
        this.hall = hall;
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
        long minor = command.amount().minor();
        reserves.put(listing.id(), new Reserve(listing.secretGeneration(), minor, command.nonce()));
        turn.emit(new SecretReserveSet(listing.id(), command.commitment()));
    }

    /** The reserve of a listing in minor units, or 0. */
    long minorOf(Listing listing) {
        Reserve reserve = find(listing);
        return reserve == null ? 0 : reserve.minor();
    }

    /** The attempt ends: causes SecretReserveRevealed where there is one. */
    void reveal(Turn turn, Listing listing) {
        Reserve reserve = find(listing);
        reserves.remove(listing.id());
        if (reserve != null) {
            Money amount = Money.ofMinor(reserve.minor(), listing.currency());
            turn.emit(new SecretReserveRevealed(listing.id(), amount, reserve.nonce()));
        }
    }

    private @Nullable Reserve find(Listing listing) {
        Reserve reserve = reserves.get(listing.id());
        return reserve != null && reserve.generation() == listing.secretGeneration() ? reserve : null;
    }

    /** Writes or reads all of them. */
    void exchange(Snapshot snapshot) {
        int size = snapshot.number(reserves.size());
        if (snapshot.isReading()) {
            reserves.clear();
            for (int i = 0; i < size; i++) {
                long listingId = snapshot.number(0L);
                int generation = snapshot.number(0);
                reserves.put(listingId, new Reserve(generation, snapshot.number(0L), snapshot.hash(Hash256.ZERO)));
            }
        } else {
            reserves.forEach((listingId, reserve) -> {
                snapshot.number(listingId.longValue());
                snapshot.number(reserve.generation());
                snapshot.number(reserve.minor());
                snapshot.hash(reserve.nonce());
            });
        }
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
