package org.tpx.engine.deal;

import java.util.List;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Awards;
import org.tpx.engine.listing.Endings;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.OfferFloor;
import org.tpx.engine.listing.Refunds;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.money.LargestRemainder;
import org.tpx.engine.money.Payment;
import org.tpx.engine.negotiation.NegotiationCases;
import org.tpx.engine.right.Rights;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.CancellationGround;
import org.tpx.protocol.DealState;
import org.tpx.protocol.DeliveryEvent.TitleReturned;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.Owner;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.TimerKind;
import org.tpx.protocol.UnsoldReason;

/**
 * Undoes a deal whose contract or certificate fell, from whatever step it had reached.
 *
 * <ul>
 *   <li>The title goes back to the owners before, unless it was passed on or pooled since: others rely on that. A licence ends.
 *   <li>A payment out of the price that was not sent is taken back. What the price account then holds goes to the buyers in proportion
 *       to what they paid of the price; before the certificate all that they paid, fees included.
 *   <li>What had left is a claim of the buyers on the transferor, also where a pledgee got it: its debt was paid. The transferor's fee
 *       was taken out of the price, so it is a part of that claim.
 *   <li>Fees are earned with the certificate and stay earned, unless the decision says that the exchange gives them back. Then the
 *       exchange owes the buyers both fees, and the transferor that much less.
 *   <li>Brokers' commissions go back as long as the price was not released; from then on they stay earned, and a seller's, which was
 *       taken out of the price, is claimed of it.
 *   <li>So for every buyer: refunded, and claimed, is what it paid, less its fee where that stays earned.
 *   <li>The listing is unsold again; one that was completed stays so, and the right can be listed anew.
 * </ul>
 */
final class Unwinding {

    /** The deed in the title register. */
    private static final String RETURN = "Return from deal ";

    private final Foundation foundation;
    private final Rules rules;
    private final Refunds refunds;
    private final Awards awards;
    private final Endings endings;
    private final NegotiationCases negotiations;
    private final OfferFloor offers;
    private final Deals deals;
    private final Closings closings;
    private final Restitutions restitutions;

    Unwinding(
            Foundation foundation,
            Rules rules,
            Refunds refunds,
            Awards awards,
            Endings endings,
            NegotiationCases negotiations,
            OfferFloor offers,
            Deals deals,
            Closings closings,
            Restitutions restitutions) {
        this.foundation = foundation;
        this.rules = rules;
        this.refunds = refunds;
        this.awards = awards;
        this.endings = endings;
        this.negotiations = negotiations;
        this.offers = offers;
        this.deals = deals;
        this.closings = closings;
        this.restitutions = restitutions;
    }

    /** The deal becomes RESCINDED or REVOKED; causes what the class comment tells, in that order. */
    void unwind(Turn turn, Listing listing, Deal deal, DealState last, boolean feesReturned) {
        deal.become(last);
        returnTitle(turn, listing, deal);
        for (long paymentId : deal.delivery().payments()) {
            closings.releases().recall(turn, deal, paymentId);
        }
        deals.brokerages().unwind(turn, deal);
        if (deal.isCertified()) {
            boolean inHand = feesReturned && recallFees(turn, deal);
            restore(turn, listing, deal, feesReturned, inHand);
        } else {
            deal.buyers().forEach(buyer -> refund(turn, listing, deal, buyer, buyer.received()));
        }
        if (listing.state() != ListingState.COMPLETED) {
            endListing(turn, listing, deal, last);
        }
    }

    /** A payment out of the price of an unwound deal came back from the bank: what it carried meets the claims on it. */
    void onReturned(Turn turn, Deal deal, Payment payment) {
        closings.releases().recall(turn, deal, payment.id());
        restitutions.meetFromPrice(turn, deal, payment.amount());
    }

    private void returnTitle(Turn turn, Listing listing, Deal deal) {
        Rights rights = foundation.rights();
        if (listing.isTakeUp()) {
            if (deal.isTitleDone() && rights.isEncumbered(listing.rightId(), listing.number())) {
                rights.release(turn, listing.rightId(), listing.number());
            }
            return;
        }
        List<Owner> former = deal.delivery().formerOwners();
        boolean passedOn = !rights.owners(listing.rightId()).equals(Closings.owners(deal));
        if (deal.isTitleDone() && !passedOn && !rights.isPooled(listing.rightId())) {
            rights.transferTo(listing.rightId(), former, RETURN + deal.id());
            turn.emit(new TitleReturned(deal.id(), listing.id(), listing.rightId(), former));
        }
    }

    private boolean recallFees(Turn turn, Deal deal) {
        long paymentId = deal.feePaymentId();
        if (paymentId == 0 || !foundation.payments().cancel(turn, paymentId)) {
            return false;
        }
        Money fees = foundation.payments().get(paymentId).amount();
        foundation
                .ledger()
                .posting(PostingReason.PAYMENT_RECALLED)
                .debit(AccountKind.FEE_EARNED, 0, 0, 0, fees)
                .credit(AccountKind.FEE_HELD, 0, 0, deal.id(), fees)
                .post(turn);
        return true;
    }

    // What is there goes back, what is not is claimed; inHand says that returned fees are there.
    private void restore(Turn turn, Listing listing, Deal deal, boolean feesReturned, boolean inHand) {
        List<Buyer> buyers = deal.buyers();
        long[] paid = buyers.stream()
                .mapToLong(buyer -> buyer.received()
                        .minus(buyer.fee())
                        .minus(buyer.commission())
                        .minor())
                .toArray();
        long[] held = LargestRemainder.divide(closings.releases().held(deal).minor(), paid);
        long[] gone = new long[paid.length];
        long sum = 0;
        for (int i = 0; i < paid.length; i++) {
            gone[i] = paid[i] - held[i];
            sum += gone[i];
        }
        long[] fees =
                LargestRemainder.divide(feesReturned ? Math.min(deal.sellerFee().minor(), sum) : 0, gone);
        for (int i = 0; i < paid.length; i++) {
            Buyer buyer = buyers.get(i);
            Money fee = feesReturned ? buyer.fee().plus(of(deal, fees[i])) : of(deal, 0);
            Money back = of(deal, held[i]);
            Money commission = deals.brokerages().areHeld(deal) ? buyer.commission() : of(deal, 0);
            refund(turn, listing, deal, buyer, (inHand ? back.plus(fee) : back).plus(commission));
            restitutions.claim(turn, deal, deal.transferorId(), buyer.partyId(), of(deal, gone[i] - fees[i]));
            restitutions.claim(turn, deal, 0, buyer.partyId(), inHand ? of(deal, 0) : fee);
        }
    }

    private void refund(Turn turn, Listing listing, Deal deal, Buyer buyer, Money amount) {
        if (amount.isZero()) {
            return;
        }
        Money fromPrice = amount.min(closings.releases().held(deal));
        Money fromFees = amount.minus(fromPrice).min(held(deal, AccountKind.FEE_HELD));
        foundation
                .ledger()
                .posting(PostingReason.UNWOUND)
                .debit(AccountKind.PRICE, 0, 0, deal.id(), fromPrice)
                .debit(AccountKind.FEE_HELD, 0, 0, deal.id(), fromFees)
                .debit(
                        AccountKind.COMMISSION,
                        0,
                        0,
                        deal.id(),
                        amount.minus(fromPrice).minus(fromFees))
                .credit(AccountKind.PAYABLE, buyer.partyId(), 0, 0, amount)
                .post(turn);
        refunds.due(turn, listing, PaymentKind.RESTITUTION, buyer.partyId(), amount);
    }

    private Money held(Deal deal, AccountKind account) {
        return foundation
                .accounts()
                .balance(account, 0, 0, deal.id(), deal.price().currency());
    }

    private void endListing(Turn turn, Listing listing, Deal deal, DealState last) {
        for (TimerKind kind : TimerKind.values()) {
            if (kind != TimerKind.LISTING_LIFE) {
                rules.cancel(listing, kind);
            }
        }
        boolean revoked = last == DealState.REVOKED;
        if (listing.isTakeUp()) {
            offers.lapse(turn, listing);
        } else if (deals.isNegotiated(listing)) {
            CancellationGround ground = revoked ? CancellationGround.CERTIFICATE_REVOKED : CancellationGround.RESCINDED;
            negotiations.cancel(turn, listing, ground, "");
        } else {
            deal.buyers().forEach(buyer -> refunds.lose(turn, listing, listing.requireIntent(buyer.partyId())));
            awards.releaseRunnerUp(turn, listing);
            endings.unsold(turn, listing, revoked ? UnsoldReason.CERTIFICATE_REVOKED : UnsoldReason.RESCINDED);
        }
    }

    private static Money of(Deal deal, long minor) {
        return Money.ofMinor(minor, deal.price().currency());
    }
}
