package org.tpx.engine.deal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.member.Access;
import org.tpx.engine.money.Payment;
import org.tpx.protocol.DealState;
import org.tpx.protocol.DeliveryCommand.FreezeReleases;
import org.tpx.protocol.DeliveryCommand.ProposeUnfreezing;
import org.tpx.protocol.DeliveryEvent.ReleasesFrozen;
import org.tpx.protocol.DeliveryEvent.ReleasesUnfrozen;
import org.tpx.protocol.PaymentRef;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/**
 * Money in dispute: one supervisor keeps what a deal holds where it is, two let it go again. While it is kept nothing is released to the
 * transferor, nothing set aside for pledgees, and no payment out of the price is sent; certificate and title go their way.
 */
public final class Freezes {

    private static final int SUPERVISOR = Access.mask(Role.SUPERVISOR);
    private static final Set<DealState> OPEN = EnumSet.complementOf(
            EnumSet.of(DealState.COMPLETE, DealState.CLOSED_DEFAULT, DealState.RESCINDED, DealState.REVOKED));

    private final Foundation foundation;
    private final Listings listings;
    private final Deals deals;
    private final Releases releases;
    private final PledgeClaims pledgeClaims;

    Freezes(Foundation foundation, Listings listings, Deals deals, Releases releases, PledgeClaims pledgeClaims) {
        this.foundation = foundation;
        this.listings = listings;
        this.deals = deals;
        this.releases = releases;
        this.pledgeClaims = pledgeClaims;
    }

    /** Causes ReleasesFrozen. */
    public void freeze(Turn turn, FreezeReleases command) {
        Listing listing = listings.forRole(turn, command.listingId(), SUPERVISOR);
        Deal deal = deals.inState(turn, listing, OPEN);
        if (listing == null || deal == null) {
            return;
        }
        if (deal.delivery().isFrozen()) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        deal.delivery().freeze(true);
        turn.emit(new ReleasesFrozen(deal.id(), listing.id(), command.reason()));
    }

    /** Causes ProposalMade. */
    public void propose(Turn turn, ProposeUnfreezing command) {
        Listing listing = listings.forRole(turn, command.listingId(), SUPERVISOR);
        if (listing != null) {
            foundation
                    .proposals()
                    .propose(
                            turn, command.proposal(), ProposalKind.UNFREEZING, command, refusal(command), listing.id());
        }
    }

    /** Why the money could not be let go now, or null. */
    @Nullable
    RejectReason refusal(ProposeUnfreezing proposed) {
        Deal deal = deals.current(listings.get(proposed.listingId()));
        boolean frozen = deal != null && deal.delivery().isFrozen() && OPEN.contains(deal.state());
        return frozen ? null : RejectReason.NOT_ALLOWED;
    }

    /** Two people decided so: causes ReleasesUnfrozen, then what could not leave meanwhile. */
    void lift(Turn turn, ProposeUnfreezing proposed) {
        Listing listing = listings.get(proposed.listingId());
        Deal deal = deals.require(listing);
        deal.delivery().freeze(false);
        turn.emit(new ReleasesUnfrozen(deal.id(), listing.id(), proposed.reason()));
        pledgeClaims.pay(turn, listing, deal);
        releases.advance(turn, listing, deal);
    }

    /** Whether one of these payments is out of a price that is in dispute. */
    boolean keepsAny(List<PaymentRef> payments) {
        return payments.stream().anyMatch(ref -> keeps(ref.paymentId()));
    }

    private boolean keeps(long paymentId) {
        Payment payment = foundation.payments().find(paymentId);
        Listing listing = payment == null ? null : listings.find(payment.listingId());
        Deal deal = listing == null ? null : deals.current(listing);
        return deal != null && deal.delivery().isFrozen() && deal.delivery().pays(paymentId);
    }
}
