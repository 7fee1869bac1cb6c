package org.tpx.engine.deal;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Rules;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.ChargeCommand.ProposeFeeRefund;
import org.tpx.protocol.ChargeEvent.FeeRefundGranted;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;

/**
 * Gives service fees back that have arrived in the operating account: proposed by a clerk, approved by another person, and sent at once.
 * Nobody gets more back than it paid.
 */
public final class FeeRefunds {

    private static final int PAYMENT_DAYS = 1;

    private final Table<Refund> refunds = new Table<>(Refund::new);
    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final Deals deals;

    /** Refunds of the fees of these deals. */
    public FeeRefunds(Foundation foundation, Listings listings, Rules rules, Deals deals) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        this.deals = deals;
    }

    /** Causes ProposalMade. */
    public void propose(Turn turn, ProposeFeeRefund command) {
        foundation
                .proposals()
                .propose(
                        turn,
                        Deals.CLERK,
                        command.proposal(),
                        ProposalKind.REFUND,
                        command,
                        obstacle(command),
                        command.listingId());
    }

    /**
     * Why so much cannot be given back, or null: UNKNOWN_SUBJECT; NOT_ALLOWED before the fees have arrived, or where the party paid none;
     * CURRENCY; ABOVE_PAID.
     */
    public @Nullable RejectReason obstacle(ProposeFeeRefund command) {
        Listing listing = listings.find(command.listingId());
        if (listing == null || !foundation.members().parties().exists(command.partyId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        Deal deal = deals.current(listing);
        if (deal == null || !haveArrived(deal)) {
            return RejectReason.NOT_ALLOWED;
        }
        if (command.amount().currency() != deal.price().currency()) {
            return RejectReason.CURRENCY;
        }
        Money left = fee(deal, command.partyId()).minus(refunded(deal, command.partyId()));
        return command.amount().isGreaterThan(left) ? RejectReason.ABOVE_PAID : null;
    }

    /** Two people decided so: causes FeeRefundGranted, MoneyPosted(REFUND_GRANTED), PaymentDue(FEE_REFUND) and PaymentInstructed. */
    public void refund(Turn turn, ProposeFeeRefund command) {
        Listing listing = listings.get(command.listingId());
        Deal deal = deals.current(listing);
        if (deal == null) {
            throw new InvariantBrokenException("no deal of listing " + listing.id());
        }
        long partyId = command.partyId();
        Money amount = command.amount();
        refunds.add(new Refund(deal.id(), partyId, amount));
        turn.emit(new FeeRefundGranted(deal.id(), listing.id(), partyId, amount, command.reason()));
        foundation
                .ledger()
                .posting(PostingReason.REFUND_GRANTED)
                .debit(AccountKind.FEE_INCOME, 0, 0, 0, amount)
                .credit(AccountKind.OPERATING_PAYABLE, partyId, 0, 0, amount)
                .post(turn);
        long dueNanos = rules.closeOfBusiness(turn, listing, PAYMENT_DAYS);
        foundation.payments().send(turn, PaymentKind.FEE_REFUND, partyId, listing.id(), amount, dueNanos, PAYMENT_DAYS);
    }

    /** Writes or reads all refunds. */
    public void exchange(Snapshot snapshot) {
        refunds.exchange(snapshot);
    }

    private boolean haveArrived(Deal deal) {
        return deal.feePaymentId() != 0
                && foundation.payments().get(deal.feePaymentId()).isConfirmed();
    }

    private static Money fee(Deal deal, long partyId) {
        Buyer buyer = deal.buyer(partyId);
        Money ofBuyer = buyer == null ? Money.zero(deal.price().currency()) : buyer.fee();
        return partyId == deal.transferorId() ? ofBuyer.plus(deal.sellerFee()) : ofBuyer;
    }

    private Money refunded(Deal deal, long partyId) {
        Money sum = Money.zero(deal.price().currency());
        for (Refund refund : refunds) {
            if (refund.dealId == deal.id() && refund.partyId == partyId) {
                sum = sum.plus(refund.amount);
            }
        }
        return sum;
    }

    private static final class Refund implements Snapshot.Part {
        private long dealId;
        private long partyId;
        private Money amount = Money.NONE;

        private Refund() {}

        private Refund(long dealId, long partyId, Money amount) {
            this.dealId = dealId;
            this.partyId = partyId;
            this.amount = amount;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            dealId = snapshot.number(dealId);
            partyId = snapshot.number(partyId);
            amount = snapshot.money(amount);
        }
    }
}
