package org.tpx.engine.oversight;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.deal.Deals;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Endings;
import org.tpx.engine.listing.Forfeits;
import org.tpx.engine.listing.Intent;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Refunds;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.sale.Auctions;
import org.tpx.protocol.DefaultTrigger;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.IntentState;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand.ProposeVoid;
import org.tpx.protocol.SaleEvent.AuctionVoided;
import org.tpx.protocol.Suspect;
import org.tpx.protocol.TimerKind;
import org.tpx.protocol.UnsoldReason;

/**
 * Voids a sale (9.3, L19): two supervisors find that it was not a fair one. Whatever came of it is undone, up to a contract that
 * is paid but not certified: deposits and prices go back to the innocent and no fee is due, while the deposits of the suspects
 * stay where they are for their hearing, and are forfeited in full after it. The listing is unsold.
 */
public final class Voids {

    private static final Set<ListingState> SELLING = EnumSet.of(
            ListingState.SINGLE_QUOTE,
            ListingState.IN_AUCTION,
            ListingState.ROFR_PENDING,
            ListingState.AWARDED,
            ListingState.DEFAULTED_AWARD);

    private final Listings listings;
    private final Rules rules;
    private final Refunds refunds;
    private final Forfeits forfeits;
    private final Endings endings;
    private final Auctions auctions;
    private final Deals deals;

    /** Voids sales of these listings. */
    public Voids(
            Listings listings,
            Rules rules,
            Refunds refunds,
            Forfeits forfeits,
            Endings endings,
            Auctions auctions,
            Deals deals) {
        this.listings = listings;
        this.rules = rules;
        this.refunds = refunds;
        this.forfeits = forfeits;
        this.endings = endings;
        this.auctions = auctions;
        this.deals = deals;
    }

    /** Why the sale could not be voided now, or null. */
    public @Nullable RejectReason refusal(ProposeVoid proposed) {
        Listing listing = listings.find(proposed.listingId());
        if (listing == null || !areKnown(listing, proposed.suspects())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        long different = proposed.suspects().stream().distinct().count();
        boolean held = different == proposed.suspects().size()
                && proposed.suspects().stream().allMatch(suspect -> isHeld(listing, suspect.partyId()));
        return isVoidable(listing) && held ? null : RejectReason.NOT_ALLOWED;
    }

    /**
     * Two people decided so: causes AuctionVoided, DealAnnulled with its postings where there is a deal, DefaultFound per suspect,
     * Unsold, and Lost per innocent.
     */
    public void apply(Turn turn, ProposeVoid proposed) {
        Listing listing = listings.get(proposed.listingId());
        turn.emit(new AuctionVoided(listing.id(), proposed.suspects(), proposed.reason()));
        auctions.voidAuction(listing);
        deals.annul(turn, listing);
        for (TimerKind kind : TimerKind.values()) {
            if (kind != TimerKind.LISTING_LIFE) {
                rules.cancel(listing, kind);
            }
        }
        for (Suspect suspect : proposed.suspects()) {
            forfeits.open(
                    turn,
                    listing,
                    suspect.partyId(),
                    DefaultTrigger.COLLUSION,
                    Money.zero(listing.currency()),
                    FeeMode.BIDDING);
        }
        for (Intent intent : List.copyOf(listing.intents())) {
            boolean bound = intent.state() == IntentState.WINNER || intent.state() == IntentState.WAITING;
            if (bound && !listing.isBarred(intent.partyId())) {
                refunds.lose(turn, listing, intent);
            }
        }
        endings.unsold(turn, listing, UnsoldReason.VOIDED);
        auctions.onEnd(turn, listing);
    }

    private boolean isVoidable(Listing listing) {
        boolean suspended = listing.state() == ListingState.SUSPENDED;
        ListingState state = suspended ? listing.suspendedState() : listing.state();
        return switch (state) {
            case DISCLOSED, QUALIFYING -> auctions.hasAuction(listing);
            case CONTRACTED -> deals.isAnnullable(listing);
            default -> SELLING.contains(state);
        };
    }

    private static boolean areKnown(Listing listing, List<Suspect> suspects) {
        return suspects.stream().allMatch(suspect -> listing.intent(suspect.partyId()) != null);
    }

    // A deposit that went back, or that a default is found on already, cannot be frozen.
    private static boolean isHeld(Listing listing, long partyId) {
        IntentState state = listing.requireIntent(partyId).state();
        boolean held =
                switch (state) {
                    case ADMITTED, WAITING, WINNER, SETTLED -> true;
                    default -> false;
                };
        return held && !listing.isBarred(partyId);
    }
}
