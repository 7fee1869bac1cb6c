package org.tpx.engine.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.DefaultTrigger;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.IntentState;
import org.tpx.protocol.ListingCommand;
import org.tpx.protocol.ListingEvent;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TimerKind;
import org.tpx.protocol.UnsoldReason;

/** The award, the runner-up that waits behind it, and what follows when the winner does not do its part (L16, L18, L24). */
public final class Awards {

    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final Refunds refunds;
    private final Forfeits forfeits;
    private final Endings endings;

    /** Awards of these listings. */
    public Awards(
            Foundation foundation,
            Listings listings,
            Rules rules,
            Refunds refunds,
            Forfeits forfeits,
            Endings endings) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        this.refunds = refunds;
        this.forfeits = forfeits;
        this.endings = endings;
    }

    /**
     * Awards the listing: causes Won, RunnerUpKept where notice, profile and the runner-up's own consent say so, Awarded, then
     * Lost per other bidder.
     */
    public void win(
            Turn turn,
            Listing listing,
            long winnerId,
            Money price,
            FeeMode mode,
            long runnerUpId,
            Money runnerUpAmount) {
        win(turn, listing, alone(winnerId, price), price, mode, runnerUpId, runnerUpAmount);
    }

    /** The same for several who share the price: Won for each, Awarded to the first. */
    public void win(
            Turn turn,
            Listing listing,
            List<BuyerShare> winners,
            Money price,
            FeeMode mode,
            long runnerUpId,
            Money runnerUpAmount) {
        for (BuyerShare winner : winners) {
            listing.requireIntent(winner.partyId()).become(IntentState.WINNER);
            turn.emit(new ListingEvent.Won(listing.id(), winner.partyId()));
        }
        Intent runnerUp = listing.intent(runnerUpId);
        if (runnerUp != null && runnerUp.consentsToWait() && rules.keepsRunnerUp(listing)) {
            keep(turn, listing, runnerUp, runnerUpAmount);
        }
        award(turn, listing, winners, price, mode);
        refunds.releaseAll(listing);
    }

    /** The signing period passed: causes AwardDefaulted and what follows from it. */
    public void onSigning(Turn turn, Listing listing) {
        listing.timers().id(TimerKind.SIGNING, 0);
        fail(turn, listing, DefaultTrigger.NOT_SIGNED);
    }

    /**
     * The winner did not do its part: causes AwardDefaulted, DefaultFound, then RunnerUpOffered or Unsold. Of several who share, all
     * that have not been let go before are in default.
     */
    public void fail(Turn turn, Listing listing, DefaultTrigger trigger) {
        for (BuyerShare share : listing.buyers().shares()) {
            if (listing.requireIntent(share.partyId()).state() == IntentState.WINNER) {
                turn.emit(new ListingEvent.AwardDefaulted(listing.id(), share.partyId(), trigger));
                forfeits.open(turn, listing, share, trigger, listing.awardPrice(), listing.feeMode());
            }
        }
        listing.clearAward();
        if (listing.runnerUpId() == 0) {
            endings.unsold(turn, listing, UnsoldReason.AWARD_DEFAULTED);
            return;
        }
        rules.cancel(listing, TimerKind.WAITING);
        listing.become(ListingState.DEFAULTED_AWARD);
        long dueNanos = rules.startDays(
                turn, listing, TimerKind.RUNNER_UP_OFFER, rules.of(listing).runnerUpOfferDays());
        turn.emit(new ListingEvent.RunnerUpOffered(
                listing.id(), listing.runnerUpId(), listing.runnerUpAmount(), dueNanos));
    }

    /** Causes RunnerUpAccepted, Promoted and Awarded at the runner-up's own last bid (L24a). */
    public void acceptOffer(Turn turn, ListingCommand.AcceptRunnerUpOffer command) {
        Listing listing = offered(turn, command.listingId(), command.partyId());
        if (listing == null) {
            return;
        }
        RejectReason title = foundation.rights().mayTransfer(listing.rightId(), listing.transferorId());
        if (title != null) {
            turn.refuse(title, listing.id());
            return;
        }
        long partyId = command.partyId();
        Money amount = listing.runnerUpAmount();
        rules.cancel(listing, TimerKind.RUNNER_UP_OFFER);
        listing.clearRunnerUp();
        listing.requireIntent(partyId).become(IntentState.WINNER);
        turn.emit(new ListingEvent.RunnerUpAccepted(listing.id(), partyId));
        turn.emit(new ListingEvent.Promoted(listing.id(), partyId));
        award(turn, listing, alone(partyId, amount), amount, FeeMode.BIDDING);
    }

    /** Causes RunnerUpDeclined, its refund, and Unsold (L24b). */
    public void declineOffer(Turn turn, ListingCommand.DeclineRunnerUpOffer command) {
        Listing listing = offered(turn, command.listingId(), command.partyId());
        if (listing != null) {
            rules.cancel(listing, TimerKind.RUNNER_UP_OFFER);
            passOffer(turn, listing);
        }
    }

    /** The offer passed in silence: as declined. */
    public void onOffer(Turn turn, Listing listing) {
        listing.timers().id(TimerKind.RUNNER_UP_OFFER, 0);
        passOffer(turn, listing);
    }

    /** Causes WaitDeclined, and the runner-up's deposit goes back. */
    public void declineWaiting(Turn turn, ListingCommand.DeclineWaiting command) {
        Listing listing = listings.forBuyer(turn, command.listingId(), command.partyId(), false);
        if (listing == null) {
            return;
        }
        if (listing.runnerUpId() != command.partyId() || listing.state() == ListingState.DEFAULTED_AWARD) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        releaseRunnerUp(turn, listing);
    }

    /** Nobody needs the runner-up any more: causes WaitDeclined and its refund, nothing where none waits. */
    public void releaseRunnerUp(Turn turn, Listing listing) {
        long partyId = listing.runnerUpId();
        if (partyId == 0) {
            return;
        }
        rules.cancel(listing, TimerKind.WAITING);
        listing.clearRunnerUp();
        listing.requireIntent(partyId).become(IntentState.RELEASED);
        turn.emit(new ListingEvent.WaitDeclined(listing.id(), partyId));
        refunds.refund(turn, listing, partyId);
    }

    private static List<BuyerShare> alone(long partyId, Money price) {
        return List.of(new BuyerShare(partyId, price));
    }

    private void award(Turn turn, Listing listing, List<BuyerShare> winners, Money price, FeeMode mode) {
        listing.award(winners, price, mode);
        long dueNanos = rules.startDays(
                turn, listing, TimerKind.SIGNING, rules.of(listing).signingDays());
        turn.emit(new ListingEvent.Awarded(listing.id(), listing.transfereeId(), price, mode, dueNanos));
        forfeits.settleAfterSale(turn, listing);
    }

    private void keep(Turn turn, Listing listing, Intent runnerUp, Money amount) {
        runnerUp.become(IntentState.WAITING);
        listing.keepRunnerUp(runnerUp.partyId(), amount);
        long untilNanos = rules.startDays(
                turn, listing, TimerKind.WAITING, rules.of(listing).waitingDays());
        turn.emit(new ListingEvent.RunnerUpKept(listing.id(), runnerUp.partyId(), amount, untilNanos));
    }

    private void passOffer(Turn turn, Listing listing) {
        long partyId = listing.runnerUpId();
        listing.requireIntent(partyId).become(IntentState.RELEASED);
        turn.emit(new ListingEvent.RunnerUpDeclined(listing.id(), partyId));
        refunds.refund(turn, listing, partyId);
        endings.unsold(turn, listing, UnsoldReason.AWARD_DEFAULTED);
    }

    private @Nullable Listing offered(Turn turn, long listingId, long partyId) {
        Listing listing = listings.forBuyer(turn, listingId, partyId, false);
        if (listing == null) {
            return null;
        }
        if (listing.state() != ListingState.DEFAULTED_AWARD) {
            turn.refuse(RejectReason.NOT_ALLOWED, listingId);
            return null;
        }
        if (listing.runnerUpId() != partyId) {
            turn.refuse(RejectReason.NOT_ADMITTED, listingId);
            return null;
        }
        return listing;
    }
}
