package org.tpx.engine.deal;

import java.util.EnumSet;
import java.util.Set;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Applications;
import org.tpx.engine.listing.Awards;
import org.tpx.engine.listing.Endings;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Refunds;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.negotiation.NegotiationCases;
import org.tpx.protocol.CancellationGround;
import org.tpx.protocol.DealCommand;
import org.tpx.protocol.DealEvent;
import org.tpx.protocol.DealState;
import org.tpx.protocol.TimerKind;
import org.tpx.protocol.UnsoldReason;

/**
 * Signed contracts that an authority must approve before they take effect: foreign buyers, antitrust, export, plant
 * varieties (9.5). The authority decides, in its own time; what is recorded here is that it did.
 */
public final class Approvals {

    private static final Set<DealState> SIGNED = EnumSet.of(DealState.SIGNED);
    private static final Set<DealState> AWAIT_APPROVAL = EnumSet.of(DealState.AWAIT_APPROVAL);

    private final Listings listings;
    private final Rules rules;
    private final Refunds refunds;
    private final Awards awards;
    private final Endings endings;
    private final NegotiationCases negotiations;
    private final Deals deals;
    private long proofs;

    /** Approvals of these deals. */
    public Approvals(
            Listings listings,
            Rules rules,
            Refunds refunds,
            Awards awards,
            Endings endings,
            NegotiationCases negotiations,
            Deals deals) {
        this.listings = listings;
        this.rules = rules;
        this.refunds = refunds;
        this.awards = awards;
        this.endings = endings;
        this.negotiations = negotiations;
        this.deals = deals;
    }

    /** Causes ApprovalRequired, with the number of the proof of the transaction; the authority's time runs. */
    public void require(Turn turn, DealCommand.RequireApproval command) {
        Listing listing = listings.forRole(turn, command.listingId(), Deals.CLERK);
        Deal deal = deals.inState(turn, listing, SIGNED);
        if (listing == null || deal == null) {
            return;
        }
        deal.become(DealState.AWAIT_APPROVAL);
        long dueNanos = rules.startDays(
                turn, listing, TimerKind.APPROVAL, rules.of(listing).approvalDays());
        int year = rules.calendar(listing).localYear(turn.timeNanos());
        turn.emit(new DealEvent.ApprovalRequired(
                deal.id(),
                listing.id(),
                command.approvalKind(),
                dueNanos,
                Applications.numbered("PROOF-" + year + "-", ++proofs, 6)));
    }

    /** Causes ApprovalGranted, then ContractEffective and what comes with it. */
    public void grant(Turn turn, DealCommand.GrantApproval command) {
        Listing listing = listings.forRole(turn, command.listingId(), Deals.CLERK);
        Deal deal = deals.inState(turn, listing, AWAIT_APPROVAL);
        if (listing != null && deal != null && deals.mayTakeEffect(turn, listing)) {
            rules.cancel(listing, TimerKind.APPROVAL);
            turn.emit(new DealEvent.ApprovalGranted(deal.id(), listing.id(), command.reference()));
            deals.takeEffect(turn, listing, deal);
        }
    }

    /** Causes ApprovalRefused: the deposits go back, no fee is due, and Unsold follows, or NegotiationCancelled. */
    public void refuse(Turn turn, DealCommand.RefuseApproval command) {
        Listing listing = listings.forRole(turn, command.listingId(), Deals.CLERK);
        Deal deal = deals.inState(turn, listing, AWAIT_APPROVAL);
        if (listing == null || deal == null) {
            return;
        }
        rules.cancel(listing, TimerKind.APPROVAL);
        deal.become(DealState.RESCINDED);
        turn.emit(new DealEvent.ApprovalRefused(deal.id(), listing.id(), command.reference()));
        if (deals.isNegotiated(listing)) {
            negotiations.cancel(turn, listing, CancellationGround.APPROVAL_REFUSED, "");
            return;
        }
        for (Buyer buyer : deal.buyers()) {
            refunds.lose(turn, listing, listing.requireIntent(buyer.partyId()));
        }
        awards.releaseRunnerUp(turn, listing);
        endings.unsold(turn, listing, UnsoldReason.APPROVAL_REFUSED);
    }

    /** The authority's time passed: causes ApprovalOverdue, nothing else. */
    public void onApproval(Turn turn, Listing listing) {
        listing.timers().id(TimerKind.APPROVAL, 0);
        turn.emit(new DealEvent.ApprovalOverdue(listing.dealId(), listing.id()));
    }

    /** Writes or reads the count of proofs. */
    public void exchange(Snapshot snapshot) {
        proofs = snapshot.number(proofs);
    }
}
