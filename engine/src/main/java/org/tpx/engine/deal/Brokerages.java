package org.tpx.engine.deal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Intent;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.member.CommissionTerms;
import org.tpx.engine.member.Commissions;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.ChargeEvent.CommissionAccrued;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingReason;

/**
 * The brokers' commissions of deals: reckoned when the contract takes effect, on the whole price for the seller's broker as its notice
 * disclosed, on the part of its buyer for a buyer's broker as its mandate says; held beside the fees; paid when the price is released.
 * What a seller pays comes out of its price in money and is capped at what the exchange's fee leaves of it; what buyers pay comes on top, several
 * buyers in proportion to their prices.
 */
final class Brokerages {

    private final Foundation foundation;

    Brokerages(Foundation foundation) {
        this.foundation = foundation;
    }

    /** Reckons the commissions of a deal whose fees are known; {@link #tell} follows. */
    void accrue(Listing listing, Deal deal) {
        Commissions commissions = foundation.members().commissions();
        CommissionTerms ofSeller = commissions.disclosed(listing.id());
        if (ofSeller != null) {
            accrueSellersBroker(deal, ofSeller);
        }
        for (Buyer buyer : deal.buyers()) {
            Intent intent = listing.intent(buyer.partyId());
            CommissionTerms ofBuyer =
                    intent == null ? null : commissions.agreed(buyer.partyId(), intent.memberId(), MandateScope.BUY);
            if (ofBuyer != null) {
                add(deal, ofBuyer, buyer, ofBuyer.on(buyer.price()));
            }
        }
    }

    private void accrueSellersBroker(Deal deal, CommissionTerms terms) {
        Money whole = terms.on(deal.price());
        if (terms.payer() == FeeSide.SELLER) {
            add(deal, terms, null, whole.min(deal.net()));
            return;
        }
        List<Money> parts = deal.shared(whole);
        for (int i = 0; i < parts.size(); i++) {
            add(deal, terms, deal.buyers().get(i), parts.get(i));
        }
    }

    // Without a buyer the transferor pays.
    private void add(Deal deal, CommissionTerms terms, @Nullable Buyer buyer, Money amount) {
        if (amount.isZero()) {
            return;
        }
        long payeeId = foundation.members().memberships().partyOf(terms.memberId());
        long payerId = buyer == null ? deal.transferorId() : buyer.partyId();
        deal.commissions().add(new Commission(terms.memberId(), payeeId, payerId, terms.payer(), amount));
        if (buyer != null) {
            buyer.chargeCommission(amount);
        }
    }

    /** Causes CommissionAccrued, one for each broker and payer. */
    void tell(Turn turn, Deal deal) {
        for (Commission commission : deal.commissions()) {
            turn.emit(new CommissionAccrued(
                    deal.id(),
                    deal.listingId(),
                    commission.memberId(),
                    commission.payeeId(),
                    commission.partyId(),
                    commission.payer(),
                    commission.amount()));
        }
    }

    /** The price is in: causes MoneyPosted(COMMISSION_RESERVED) of what the seller pays of it. */
    void reserve(Turn turn, Deal deal) {
        foundation
                .ledger()
                .posting(PostingReason.COMMISSION_RESERVED)
                .debit(AccountKind.PRICE, 0, 0, deal.id(), deal.sellerCommission())
                .credit(AccountKind.COMMISSION, 0, 0, deal.id(), deal.sellerCommission())
                .post(turn);
    }

    /** The deal is off after all: what was reserved is price again. */
    void unreserve(Turn turn, Deal deal) {
        foundation
                .ledger()
                .posting(PostingReason.COMMISSION_RESERVED)
                .debit(AccountKind.COMMISSION, 0, 0, deal.id(), deal.sellerCommission())
                .credit(AccountKind.PRICE, 0, 0, deal.id(), deal.sellerCommission())
                .post(turn);
    }

    /** A deal is unwound before its price was released: what the seller was to pay is price again; buyers get theirs back. */
    void unwind(Turn turn, Deal deal) {
        // Reserved once all was in, which is when the certificate may follow.
        if (areHeld(deal) && deal.owed().isZero()) {
            unreserve(turn, deal);
        }
    }

    /** Whether the deal's commissions still lie with the exchange. */
    boolean areHeld(Deal deal) {
        return deal.commissions().stream().allMatch(commission -> commission.paymentId() == 0);
    }

    /** The price is released: causes MoneyPosted(COMMISSION_RELEASED) and PaymentDue(COMMISSION) for each broker and payer. */
    void release(Turn turn, Deal deal, long dueNanos, int days) {
        for (Commission commission : deal.commissions()) {
            foundation
                    .ledger()
                    .posting(PostingReason.COMMISSION_RELEASED)
                    .debit(AccountKind.COMMISSION, 0, 0, deal.id(), commission.amount())
                    .credit(AccountKind.PAYABLE, commission.payeeId(), 0, 0, commission.amount())
                    .post(turn);
            commission.release(foundation
                    .payments()
                    .dueInDays(
                            turn,
                            PaymentKind.COMMISSION,
                            commission.payeeId(),
                            deal.listingId(),
                            commission.amount(),
                            dueNanos,
                            days));
        }
    }

    /** Whether every broker has its commission. */
    boolean arePaid(Deal deal) {
        return deal.commissions().stream()
                .allMatch(commission -> commission.paymentId() != 0
                        && foundation.payments().get(commission.paymentId()).isConfirmed());
    }
}
