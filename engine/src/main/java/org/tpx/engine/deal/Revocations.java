package org.tpx.engine.deal;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.member.Access;
import org.tpx.protocol.DealState;
import org.tpx.protocol.DeliveryCommand.ProposeRescission;
import org.tpx.protocol.DeliveryCommand.ProposeRevocation;
import org.tpx.protocol.DeliveryEvent.CertificateRevoked;
import org.tpx.protocol.DeliveryEvent.RescissionOrdered;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/**
 * Certificates that are revoked because what they rest on was false, and contracts that a court, an arbitral tribunal or the two sides
 * rescind. A clerk or a supervisor proposes, another supervisor approves; the deal is unwound in the same turn.
 *
 * <p>A contract can be rescinded until its price is released, and its certificate falls with it. After that the certificate can be
 * revoked, once, whenever what is false comes to light. Neither is possible once shares in custody pay the price or have moved. Its number is never used again, and its deal gets no other.
 */
public final class Revocations {

    private static final int CLERK_OR_SUPERVISOR = Access.mask(Role.CLERK, Role.SUPERVISOR);
    private static final Set<DealState> RESCINDABLE = EnumSet.of(
            DealState.SIGNED,
            DealState.AWAIT_APPROVAL,
            DealState.EFFECTIVE,
            DealState.OVERDUE,
            DealState.FUNDED,
            DealState.CERTIFIED,
            DealState.TITLE_DONE);
    private static final Set<DealState> UNWOUND = EnumSet.of(DealState.REVOKED, DealState.RESCINDED);

    private final Foundation foundation;
    private final Listings listings;
    private final Deals deals;
    private final Unwinding unwinding;

    Revocations(Foundation foundation, Listings listings, Deals deals, Unwinding unwinding) {
        this.foundation = foundation;
        this.listings = listings;
        this.deals = deals;
        this.unwinding = unwinding;
    }

    /** Causes ProposalMade. */
    public void propose(Turn turn, ProposeRevocation command) {
        long listingId = command.listingId();
        if (listings.forRole(turn, listingId, CLERK_OR_SUPERVISOR) != null) {
            RejectReason obstacle = refusalOfRevocation(listingId);
            foundation
                    .proposals()
                    .propose(turn, command.proposal(), ProposalKind.REVOCATION, command, obstacle, listingId);
        }
    }

    /** Causes ProposalMade. */
    public void propose(Turn turn, ProposeRescission command) {
        long listingId = command.listingId();
        if (listings.forRole(turn, listingId, CLERK_OR_SUPERVISOR) != null) {
            RejectReason obstacle = refusal(listingId);
            foundation
                    .proposals()
                    .propose(turn, command.proposal(), ProposalKind.RESCISSION, command, obstacle, listingId);
        }
    }

    /** Why the certificate could not be revoked now, or null. */
    @Nullable
    RejectReason refusalOfRevocation(long listingId) {
        Deal deal = deals.current(listings.get(listingId));
        boolean stands =
                deal != null && deal.isCertified() && !UNWOUND.contains(deal.state()) && !deal.isBoundByShares();
        return stands ? null : RejectReason.NOT_ALLOWED;
    }

    /** Why the contract could not be rescinded now, or null. */
    @Nullable
    RejectReason refusal(long listingId) {
        Deal deal = deals.current(listings.get(listingId));
        boolean stands = deal != null && RESCINDABLE.contains(deal.state()) && !deal.isBoundByShares();
        return stands ? null : RejectReason.NOT_ALLOWED;
    }

    /** Two people decided so: causes CertificateRevoked and what follows from the deal's unwinding. */
    void revoke(Turn turn, ProposeRevocation proposed) {
        Listing listing = listings.get(proposed.listingId());
        Deal deal = deals.require(listing);
        turn.emit(new CertificateRevoked(
                deal.certificateId(), deal.id(), listing.id(), proposed.feesReturned(), proposed.reason()));
        unwinding.unwind(turn, listing, deal, DealState.REVOKED, proposed.feesReturned());
    }

    /** Two people decided so: causes RescissionOrdered, CertificateRevoked where there is one, and what follows from the unwinding. */
    void rescind(Turn turn, ProposeRescission proposed) {
        Listing listing = listings.get(proposed.listingId());
        Deal deal = deals.require(listing);
        boolean feesReturned = proposed.feesReturned() || !deal.isCertified();
        turn.emit(
                new RescissionOrdered(deal.id(), listing.id(), proposed.ground(), feesReturned, proposed.reference()));
        if (deal.isCertified()) {
            turn.emit(new CertificateRevoked(
                    deal.certificateId(), deal.id(), listing.id(), feesReturned, proposed.reference()));
        }
        unwinding.unwind(turn, listing, deal, DealState.RESCINDED, feesReturned);
    }
}
