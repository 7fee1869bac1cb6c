package org.tpx.engine.deal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.right.Pledge;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.DealState;
import org.tpx.protocol.DeliveryCommand.RecordPledgeClaim;
import org.tpx.protocol.DeliveryCommand.ReleasePledge;
import org.tpx.protocol.DeliveryEvent.PledgeClaimDue;
import org.tpx.protocol.DeliveryEvent.PledgeClaimRecorded;
import org.tpx.protocol.DeliveryEvent.PledgeReleased;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.ReleaseEncumbrance;

/**
 * Pledges of a right that is sold (Civil Code Art. 444): the pledgee has consented to the sale, and gets from the price what the
 * pledge secures before the transferor gets anything. Only when every pledge is released does the title pass.
 *
 * <ul>
 *   <li>Pledgees are paid once the certificate is issued, in the order in which their pledges were registered. One whose claim is
 *       not on record keeps those behind it waiting.
 *   <li>A claim above what is left of the price gets what is left; the rest of it is between pledgee and pledgor. Whoever gets
 *       nothing has nothing to wait for, but its pledge too must be released.
 *   <li>A pledge that ends otherwise, because somebody else paid, is released in the title register. Its claim is void then, and a
 *       payment that was not sent is not made.
 * </ul>
 */
public final class PledgeClaims {

    private static final Set<DealState> OPEN = EnumSet.of(
            DealState.SIGNED,
            DealState.AWAIT_APPROVAL,
            DealState.EFFECTIVE,
            DealState.OVERDUE,
            DealState.FUNDED,
            DealState.CERTIFIED);
    private static final Set<DealState> CERTIFIED = EnumSet.of(DealState.CERTIFIED);

    private final Foundation foundation;
    private final Listings listings;
    private final Deals deals;
    private final Releases releases;

    PledgeClaims(Foundation foundation, Listings listings, Deals deals, Releases releases) {
        this.foundation = foundation;
        this.listings = listings;
        this.deals = deals;
        this.releases = releases;
    }

    /** Causes PledgeClaimRecorded, and once the certificate is issued PledgeClaimDue. */
    public void recordClaim(Turn turn, RecordPledgeClaim command) {
        Listing listing = listings.forRole(turn, command.listingId(), Deals.CLERK);
        if (listing == null) {
            return;
        }
        Pledge pledge = find(listing, command.reference());
        Deal deal = deals.current(listing);
        RejectReason reason =
                pledge == null ? RejectReason.UNKNOWN_SUBJECT : refusalOfClaim(listing, deal, pledge, command);
        if (pledge == null || deal == null || reason != null) {
            turn.refuse(reason == null ? RejectReason.NOT_ALLOWED : reason, listing.id());
            return;
        }
        deal.delivery().record(new PledgeClaim(pledge.reference(), pledge.holderId(), command.amount()));
        turn.emit(new PledgeClaimRecorded(
                deal.id(), listing.id(), pledge.holderId(), command.amount(), pledge.reference()));
        pay(turn, listing, deal);
    }

    /** Causes PledgeReleased and EncumbranceReleased; with the last pledge what the release policy then lets go. */
    public void release(Turn turn, ReleasePledge command) {
        Listing listing = listings.forRole(turn, command.listingId(), Deals.CLERK);
        if (listing == null) {
            return;
        }
        Pledge pledge = find(listing, command.reference());
        if (pledge == null) {
            turn.refuse(RejectReason.UNKNOWN_SUBJECT, listing.id());
            return;
        }
        Deal deal = deals.current(listing);
        PledgeClaim claim = deal == null ? null : deal.delivery().claim(pledge.reference());
        if (claim == null || !isPaid(claim)) {
            turn.refuse(RejectReason.PLEDGEE_UNPAID, listing.id());
            return;
        }
        Deal certified = deals.inState(turn, listing, CERTIFIED);
        if (certified != null) {
            turn.emit(new PledgeReleased(
                    certified.id(), listing.id(), listing.rightId(), pledge.holderId(), pledge.reference()));
            foundation.rights().release(turn, listing.rightId(), pledge.reference());
            releases.advance(turn, listing, certified);
        }
    }

    /** Causes EncumbranceReleased; where it was a pledge that a deal had to redeem, what that changes for the deal. */
    public void releaseEncumbrance(Turn turn, ReleaseEncumbrance command) {
        boolean stood = foundation.rights().exists(command.rightId())
                && foundation.rights().isEncumbered(command.rightId(), command.reference());
        foundation.rights().releaseEncumbrance(turn, command);
        if (!stood || foundation.rights().isEncumbered(command.rightId(), command.reference())) {
            return;
        }
        for (Listing listing : listings) {
            Deal deal = listing.rightId() == command.rightId() ? deals.current(listing) : null;
            if (deal != null && deal.state() == DealState.CERTIFIED) {
                recall(turn, deal, command.reference());
                pay(turn, listing, deal);
                releases.advance(turn, listing, deal);
            }
        }
    }

    /** Sets aside what is due to pledgees: causes PledgeClaimDue per claim, with its posting and payment. */
    void pay(Turn turn, Listing listing, Deal deal) {
        if (deal.state() != DealState.CERTIFIED || deal.delivery().isFrozen()) {
            return;
        }
        for (Pledge pledge : foundation.rights().pledges(listing.rightId())) {
            PledgeClaim claim = deal.delivery().claim(pledge.reference());
            if (claim == null) {
                return;
            }
            if (!claim.isDue()) {
                pay(turn, listing, deal, claim);
            }
        }
    }

    /** Whether a pledge stands that has to be released before the title can pass. */
    boolean stand(Listing listing) {
        return !foundation.rights().pledges(listing.rightId()).isEmpty();
    }

    // What the register says that a pledge secures is the most that its holder can claim.
    private static @Nullable RejectReason refusalOfClaim(
            Listing listing, @Nullable Deal deal, Pledge pledge, RecordPledgeClaim command) {
        PledgeClaim before = deal == null ? null : deal.delivery().claim(command.reference());
        boolean open = deal != null && OPEN.contains(deal.state()) && !listing.isTakeUp();
        if (!open || (before != null && before.isDue())) {
            return RejectReason.NOT_ALLOWED;
        }
        if (command.amount().currency() != listing.currency()) {
            return RejectReason.CURRENCY;
        }
        Money most = pledge.claim();
        boolean within = most.isNone()
                || most.currency() != command.amount().currency()
                || !command.amount().isGreaterThan(most);
        return within ? null : RejectReason.NOT_ALLOWED;
    }

    private @Nullable Pledge find(Listing listing, String reference) {
        List<Pledge> pledges = foundation.rights().pledges(listing.rightId());
        return pledges.stream()
                .filter(pledge -> pledge.reference().equals(reference))
                .findFirst()
                .orElse(null);
    }

    private boolean isPaid(PledgeClaim claim) {
        return claim.isDue()
                && (claim.paymentId() == 0
                        || foundation.payments().get(claim.paymentId()).isConfirmed());
    }

    private void pay(Turn turn, Listing listing, Deal deal, PledgeClaim claim) {
        Money amount = claim.amount().min(releases.held(deal));
        turn.emit(new PledgeClaimDue(
                deal.id(),
                listing.id(),
                claim.pledgeeId(),
                amount,
                claim.amount().minus(amount),
                claim.reference()));
        if (amount.isZero()) {
            claim.fallDue(0);
            return;
        }
        foundation
                .ledger()
                .posting(PostingReason.PLEDGE_PAID)
                .debit(AccountKind.PRICE, 0, 0, deal.id(), amount)
                .credit(AccountKind.PAYABLE, claim.pledgeeId(), 0, 0, amount)
                .post(turn);
        claim.fallDue(releases.due(turn, listing, PaymentKind.PLEDGE_CLAIM, claim.pledgeeId(), amount));
        deal.delivery().send(claim.paymentId());
    }

    private void recall(Turn turn, Deal deal, String reference) {
        PledgeClaim claim = deal.delivery().claim(reference);
        if (claim != null && claim.paymentId() != 0) {
            releases.recall(turn, deal, claim.paymentId());
        }
    }
}
