package org.tpx.engine.listing;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.ChargeEvent.FeeWaived;
import org.tpx.protocol.DefaultTrigger;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.IntentState;
import org.tpx.protocol.ListingCommand;
import org.tpx.protocol.ListingEvent;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.ForfeitApplied;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.TimerKind;

/**
 * What becomes of a defaulter's deposit (section 5.4): a reply window, then the exchange's fees of both sides first, then
 * the transferor's compensation: all the rest (FULL), or the shortfall of the re-sale, and the balance goes back
 * (ACTUAL_LOSS).
 */
public final class Forfeits {

    private static final int SUPERVISOR = Access.mask(Role.SUPERVISOR);

    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final Refunds refunds;

    /** Forfeits of these listings. */
    public Forfeits(Foundation foundation, Listings listings, Rules rules, Refunds refunds) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        this.refunds = refunds;
    }

    /** Finds a default on a promised price: causes DefaultFound, and the reply window runs. */
    public void open(Turn turn, Listing listing, long partyId, DefaultTrigger trigger, Money price, FeeMode mode) {
        open(turn, listing, new BuyerShare(partyId, price), trigger, price, mode);
    }

    /** The same of one who promised a part of a price. */
    void open(Turn turn, Listing listing, BuyerShare part, DefaultTrigger trigger, Money whole, FeeMode mode) {
        long partyId = part.partyId();
        long timerId = rules.startPartyDays(
                listing,
                TimerKind.DEFAULT_REPLY,
                partyId,
                turn.timeNanos(),
                rules.of(listing).defaultReplyDays());
        listing.defaults()
                .add(new DefaultCase(partyId, trigger, part.amount(), whole, mode, listing.packageShare(), timerId));
        turn.emit(new ListingEvent.DefaultFound(
                listing.id(), partyId, trigger, foundation.timers().deadlineNanos(timerId)));
    }

    /** Causes DefaultReplied; from now on the supervisor decides. */
    public void reply(Turn turn, ListingCommand.ReplyToDefault command) {
        Listing listing = listings.forBuyer(turn, command.listingId(), command.partyId(), false);
        DefaultCase found = caseOf(turn, listing, command.partyId(), DefaultCase.Stage.FOUND);
        if (listing != null && found != null) {
            foundation.timers().cancel(found.replyTimerId());
            found.become(DefaultCase.Stage.REPLIED);
            turn.emit(new ListingEvent.DefaultReplied(listing.id(), command.partyId()));
        }
    }

    /** Upholds the finding in spite of the reply: the deposit is forfeited. */
    public void uphold(Turn turn, ListingCommand.UpholdDefault command) {
        Listing listing = listings.forRole(turn, command.listingId(), SUPERVISOR);
        DefaultCase replied = caseOf(turn, listing, command.partyId(), DefaultCase.Stage.REPLIED);
        if (listing != null && replied != null) {
            forfeit(turn, listing, replied);
        }
    }

    /** Causes DefaultDismissed, and the deposit goes back. */
    public void dismiss(Turn turn, ListingCommand.DismissDefault command) {
        Listing listing = listings.forRole(turn, command.listingId(), SUPERVISOR);
        DefaultCase replied = caseOf(turn, listing, command.partyId(), DefaultCase.Stage.REPLIED);
        if (listing != null && replied != null) {
            replied.become(DefaultCase.Stage.DISMISSED);
            Intent intent = listing.intent(command.partyId());
            if (intent != null) {
                intent.become(IntentState.RELEASED);
            }
            turn.emit(new ListingEvent.DefaultDismissed(listing.id(), command.partyId(), command.reason()));
            refunds.refund(turn, listing, command.partyId());
        }
    }

    /** The reply window passed in silence: the deposit is forfeited. */
    public void onReplyTimer(Turn turn, Listing listing, Timer timer) {
        DefaultCase found = listing.defaultCase(timer.partyId(), DefaultCase.Stage.FOUND);
        if (found != null) {
            forfeit(turn, listing, found);
        }
    }

    /** The listing was sold after all: the actual loss of earlier defaults is known. */
    void settleAfterSale(Turn turn, Listing listing) {
        for (DefaultCase upheld : listing.defaults()) {
            if (upheld.stage() == DefaultCase.Stage.UPHELD) {
                share(turn, listing, upheld, ForfeitPolicy.ACTUAL_LOSS, shortfall(listing, upheld));
            }
        }
    }

    /** The listing ends without a sale: the whole price was lost, so the whole deposit is. */
    void settleWithoutSale(Turn turn, Listing listing) {
        for (DefaultCase upheld : listing.defaults()) {
            if (upheld.stage() == DefaultCase.Stage.UPHELD) {
                share(turn, listing, upheld, ForfeitPolicy.ACTUAL_LOSS, upheld.price());
            }
        }
    }

    private void forfeit(Turn turn, Listing listing, DefaultCase found) {
        long partyId = found.partyId();
        Money held = refunds.held(listing, partyId);
        Intent intent = listing.intent(partyId);
        if (intent != null) {
            intent.become(IntentState.FORFEITED);
        }
        found.uphold(held);
        foundation
                .ledger()
                .posting(PostingReason.DEPOSIT_FORFEITED)
                .debit(AccountKind.DEPOSIT, partyId, listing.id(), 0, held)
                .credit(AccountKind.FORFEIT, 0, listing.id(), 0, held)
                .post(turn);
        // Without a price there is no loss to reckon: who colluded forfeits all of it.
        if (rules.forfeitPolicy(listing) == ForfeitPolicy.FULL || found.price().isZero()) {
            share(turn, listing, found, ForfeitPolicy.FULL, held);
        } else if (listing.transfereeId() != 0) {
            share(turn, listing, found, ForfeitPolicy.ACTUAL_LOSS, shortfall(listing, found));
        } else if (!listing.isOpen()) {
            share(turn, listing, found, ForfeitPolicy.ACTUAL_LOSS, found.price());
        }
    }

    private void share(Turn turn, Listing listing, DefaultCase upheld, ForfeitPolicy policy, Money loss) {
        Money amount = upheld.amount();
        Money fees = fee(turn, listing, FeeSide.SELLER, listing.transferorId(), upheld)
                .plus(fee(turn, listing, FeeSide.BUYER, upheld.partyId(), upheld))
                .min(amount);
        Money compensation = amount.minus(fees).min(loss);
        Money returned = amount.minus(fees).minus(compensation);
        upheld.become(DefaultCase.Stage.CLOSED);
        turn.emit(new ForfeitApplied(listing.id(), upheld.partyId(), policy, fees, compensation, returned));
        foundation
                .ledger()
                .posting(PostingReason.FORFEIT_APPLIED)
                .debit(AccountKind.FORFEIT, 0, listing.id(), 0, amount)
                .credit(AccountKind.FEE_EARNED, 0, 0, 0, fees)
                .credit(AccountKind.PAYABLE, listing.transferorId(), 0, 0, compensation)
                .credit(AccountKind.PAYABLE, upheld.partyId(), 0, 0, returned)
                .post(turn);
        if (fees.isPositive()) {
            foundation.payments().due(turn, PaymentKind.FEES, 0, listing.id(), fees, turn.timeNanos());
        }
        if (compensation.isPositive()) {
            refunds.due(turn, listing, PaymentKind.COMPENSATION, listing.transferorId(), compensation);
        }
        if (returned.isPositive()) {
            refunds.due(turn, listing, PaymentKind.FORFEIT_BALANCE, upheld.partyId(), returned);
        }
    }

    private Money fee(Turn turn, Listing listing, FeeSide side, long partyId, DefaultCase upheld) {
        if (upheld.price().isZero()) {
            return upheld.price();
        }
        Money fee = rules.fee(listing, side, upheld.feeMode(), upheld.price(), upheld.packageShare());
        FeeWaived waived = rules.waived(listing, 0, side, partyId, fee, turn.timeNanos());
        return waived == null ? fee : fee.minus(waived.waived());
    }

    private static Money shortfall(Listing listing, DefaultCase upheld) {
        Money gap = upheld.price().minus(resaleOf(listing, upheld));
        return gap.isPositive() ? gap : Money.zero(gap.currency());
    }

    // What the second sale brought for the part that was promised; a fraction is dropped in the transferor's favour.
    private static Money resaleOf(Listing listing, DefaultCase upheld) {
        Money resale = listing.awardPrice();
        if (upheld.whole().equals(upheld.price())) {
            return resale;
        }
        BigInteger part = BigInteger.valueOf(resale.minor())
                .multiply(BigInteger.valueOf(upheld.price().minor()))
                .divide(BigInteger.valueOf(upheld.whole().minor()));
        return Money.ofMinor(part.longValueExact(), resale.currency());
    }

    private static @Nullable DefaultCase caseOf(
            Turn turn, @Nullable Listing listing, long partyId, DefaultCase.Stage stage) {
        if (listing == null) {
            return null;
        }
        DefaultCase found = listing.defaultCase(partyId, stage);
        if (found == null) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
        }
        return found;
    }
}
