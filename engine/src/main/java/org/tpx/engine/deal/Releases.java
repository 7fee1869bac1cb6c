package org.tpx.engine.deal;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.money.Payment;
import org.tpx.engine.right.Rights;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.DealEvent.ReleaseConditionMet;
import org.tpx.protocol.DealState;
import org.tpx.protocol.DeliveryEvent.PartReleased;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.ReleasePolicy;

/**
 * Release of the price to the transferor. What may have left by now follows from the policy and from what happened so far; what did
 * leave is subtracted, so nothing is released twice, whatever comes first and however often it is looked at.
 *
 * <p>Nothing goes while a pledge stands that the deal has to redeem, or while the money is in dispute.
 */
final class Releases {

    private static final Set<DealState> CERTIFIED = EnumSet.of(DealState.CERTIFIED, DealState.TITLE_DONE);
    private static final int WHOLE_BPS = 10_000;

    private final Foundation foundation;
    private final Rules rules;
    private final Brokerages brokerages;

    Releases(Foundation foundation, Rules rules, Brokerages brokerages) {
        this.foundation = foundation;
        this.rules = rules;
        this.brokerages = brokerages;
    }

    /** What lies in the price account of a deal. */
    Money held(Deal deal) {
        return foundation
                .accounts()
                .balance(AccountKind.PRICE, 0, 0, deal.id(), deal.price().currency());
    }

    /**
     * Releases what may go by now: causes ReleaseConditionMet for all that is left, or PartReleased, each with posting and payment. With
     * all that is left brokers get their commissions.
     */
    void advance(Turn turn, Listing listing, Deal deal) {
        if (!CERTIFIED.contains(deal.state()) || deal.isReleased() || isKept(listing, deal)) {
            return;
        }
        Money held = held(deal);
        if (isWhole(listing, deal)) {
            turn.emit(new ReleaseConditionMet(deal.id(), listing.id(), held));
            pay(turn, listing, deal, held);
            deal.release();
            int days = rules.of(listing).releaseDays();
            brokerages.release(turn, deal, rules.closeOfBusiness(turn, listing, days), days);
            return;
        }
        Money released = deal.delivery().released(Money.zero(held.currency()));
        Money part = part(listing, held.plus(released)).minus(released);
        if (rules.releasePolicy(listing) == ReleasePolicy.SPLIT && part.isPositive()) {
            turn.emit(new PartReleased(deal.id(), listing.id(), part, held.minus(part)));
            pay(turn, listing, deal, part);
        }
    }

    // Once the title has passed, pledges are those that its new owner gave.
    private boolean isKept(Listing listing, Deal deal) {
        Rights rights = foundation.rights();
        return deal.delivery().isFrozen()
                || (!deal.isTitleDone() && !rights.pledges(listing.rightId()).isEmpty());
    }

    // Of a right without a registry the handover is all the title there is.
    private boolean isWhole(Listing listing, Deal deal) {
        if (deal.isPaidInShares()) {
            // Right against shares, whatever the notice says about a price in money.
            return deal.isTitleDone();
        }
        return switch (rules.releasePolicy(listing)) {
            case ON_CERTIFICATE -> true;
            case ON_TITLE_REGISTERED, SPLIT -> deal.isTitleDone();
            case ON_ACCEPTANCE -> deal.delivery().isAccepted();
            case BY_PROFILE -> false;
        };
    }

    // Rounded down; the rest follows with what is left.
    private Money part(Listing listing, Money all) {
        int bps = rules.releaseSplitBps(listing);
        BigInteger minor = BigInteger.valueOf(all.minor())
                .multiply(BigInteger.valueOf(bps))
                .divide(BigInteger.valueOf(WHOLE_BPS));
        return Money.ofMinor(minor.longValueExact(), all.currency());
    }

    private void pay(Turn turn, Listing listing, Deal deal, Money amount) {
        Invariant.check(!deal.isReleased(), "a price is released twice, deal", deal.id());
        if (amount.isZero()) {
            return;
        }
        foundation
                .ledger()
                .posting(PostingReason.PRICE_RELEASED)
                .debit(AccountKind.PRICE, 0, 0, deal.id(), amount)
                .credit(AccountKind.PAYABLE, deal.transferorId(), 0, 0, amount)
                .post(turn);
        deal.delivery().release(amount, due(turn, listing, PaymentKind.SELLER_PROCEEDS, deal.transferorId(), amount));
    }

    /**
     * Takes a payment out of the price back, unless it was sent: causes PaymentCancelled, and its posting that puts the amount into the
     * price again.
     */
    void recall(Turn turn, Deal deal, long paymentId) {
        Payment payment = foundation.payments().get(paymentId);
        if (foundation.payments().cancel(turn, paymentId)) {
            foundation
                    .ledger()
                    .posting(PostingReason.PAYMENT_RECALLED)
                    .debit(AccountKind.PAYABLE, payment.partyId(), 0, 0, payment.amount())
                    .credit(AccountKind.PRICE, 0, 0, deal.id(), payment.amount())
                    .post(turn);
        }
    }

    /** Owes a payment out of the price within the profile's release period: causes PaymentDue; returns its identity. */
    long due(Turn turn, Listing listing, PaymentKind kind, long partyId, Money amount) {
        int days = rules.of(listing).releaseDays();
        long dueNanos = rules.closeOfBusiness(turn, listing, days);
        return foundation.payments().dueInDays(turn, kind, partyId, listing.id(), amount, dueNanos, days);
    }
}
