package org.tpx.engine.deal;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Qualification;
import org.tpx.engine.listing.Refunds;
import org.tpx.engine.money.ExchangeRates;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.DealCommand;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyReceived;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.RejectReason;

/**
 * Money that arrives in the settlement account. It is booked in the same turn, so that no crash can come between receipt and
 * posting; what is not awaited, comes too late, from a foreign account or is too much, is owed back to its payer.
 */
public final class Receipts {

    private final Foundation foundation;
    private final Listings listings;
    private final Refunds refunds;
    private final Qualification qualification;
    private final Deals deals;
    private final TradingMoney tradingMoney;
    private final DepositAccounts depositAccounts = new DepositAccounts();

    /** Receipts for these listings and deals, and for trading. */
    public Receipts(
            Foundation foundation,
            Listings listings,
            Refunds refunds,
            Qualification qualification,
            Deals deals,
            TradingMoney tradingMoney) {
        this.foundation = foundation;
        this.listings = listings;
        this.refunds = refunds;
        this.qualification = qualification;
        this.deals = deals;
        this.tradingMoney = tradingMoney;
    }

    /**
     * Causes MoneyReceived and MoneyPosted, DepositAccountShared between them where one account pays for two, then what the money brings
     * about: DepositReceived and Admitted, DepositShort,
     * PricePaid, PriceShort, or PaymentDue for what goes back.
     */
    public void receive(Turn turn, DealCommand.ReceiveMoney command) {
        if (command.purpose() == MoneyPurpose.TRADING) {
            tradingMoney.receive(turn, command);
            return;
        }
        Listing listing = listings.forRole(turn, command.listingId(), Deals.CLERK);
        if (listing == null) {
            return;
        }
        RejectReason reason = refusal(listing, command);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        foundation.bankReferences().use(command.bankReference());
        turn.emit(MoneyReceived.of(command));
        if (command.purpose() == MoneyPurpose.DEPOSIT) {
            receiveDeposit(turn, listing, command);
        } else {
            receivePrice(turn, listing, command);
        }
    }

    private @Nullable RejectReason refusal(Listing listing, DealCommand.ReceiveMoney command) {
        if (!foundation.members().parties().exists(command.partyId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (foundation.bankReferences().isUsed(command.bankReference())) {
            return RejectReason.DUPLICATE_BANK_REFERENCE;
        }
        if (command.purpose() == MoneyPurpose.RESTITUTION) {
            // It belongs to a claim, which has a command of its own.
            return RejectReason.NOT_ALLOWED;
        }
        if (command.amount().currency() != listing.currency()) {
            return RejectReason.CURRENCY;
        }
        return ExchangeRates.fit(command) ? null : RejectReason.EXCHANGE_RATE;
    }

    private void receiveDeposit(Turn turn, Listing listing, DealCommand.ReceiveMoney command) {
        depositAccounts.paid(turn, listing.id(), command.partyId(), command.account());
        Money amount = command.amount();
        // Deposits of different bidders from one account are deemed collusion, so only the party's own account will do
        // (9.2, A01).
        Money awaited = foundation.members().parties().isOwnAccount(command.partyId(), command.account())
                ? qualification.awaited(listing, command.partyId())
                : Money.zero(amount.currency());
        Money kept = amount.min(awaited);
        Money excess = amount.minus(kept);
        foundation
                .ledger()
                .posting(kept.isZero() ? PostingReason.UNEXPECTED_IN : PostingReason.DEPOSIT_IN)
                .debit(AccountKind.SETTLEMENT, 0, 0, 0, amount)
                .credit(AccountKind.DEPOSIT, command.partyId(), listing.id(), 0, kept)
                .credit(AccountKind.PAYABLE, command.partyId(), 0, 0, excess)
                .post(turn);
        giveBack(turn, listing, command.partyId(), excess);
        if (kept.isPositive()) {
            qualification.onDeposit(turn, listing, command.partyId());
        }
    }

    private void receivePrice(Turn turn, Listing listing, DealCommand.ReceiveMoney command) {
        Money amount = command.amount();
        Deal deal = deals.awaitsPrice(listing, command.partyId()) ? deals.current(listing) : null;
        if (deal == null) {
            postUnexpected(turn, command.partyId(), amount);
            giveBack(turn, listing, command.partyId(), amount);
            return;
        }
        Money kept = amount.min(deal.owedBy(command.partyId()));
        Money excess = amount.minus(kept);
        Money priceBefore = deal.paidPriceBy(command.partyId());
        Money commissionBefore = deal.paidCommissionBy(command.partyId());
        deal.pay(command.partyId(), kept);
        Money forPrice = deal.paidPriceBy(command.partyId()).minus(priceBefore);
        Money forCommission = deal.paidCommissionBy(command.partyId()).minus(commissionBefore);
        foundation
                .ledger()
                .posting(PostingReason.PRICE_IN)
                .debit(AccountKind.SETTLEMENT, 0, 0, 0, amount)
                .credit(AccountKind.PRICE, 0, 0, deal.id(), forPrice)
                .credit(
                        AccountKind.FEE_HELD,
                        0,
                        0,
                        deal.id(),
                        kept.minus(forPrice).minus(forCommission))
                .credit(AccountKind.COMMISSION, 0, 0, deal.id(), forCommission)
                .credit(AccountKind.PAYABLE, command.partyId(), 0, 0, excess)
                .post(turn);
        giveBack(turn, listing, command.partyId(), excess);
        deals.onPaid(turn, listing, deal);
    }

    /** Writes or reads which accounts paid deposits. */
    public void exchange(Snapshot snapshot) {
        depositAccounts.exchange(snapshot);
    }

    private void postUnexpected(Turn turn, long partyId, Money amount) {
        foundation
                .ledger()
                .posting(PostingReason.UNEXPECTED_IN)
                .debit(AccountKind.SETTLEMENT, 0, 0, 0, amount)
                .credit(AccountKind.PAYABLE, partyId, 0, 0, amount)
                .post(turn);
    }

    private void giveBack(Turn turn, Listing listing, long partyId, Money amount) {
        if (amount.isPositive()) {
            refunds.due(turn, listing, PaymentKind.RETURN, partyId, amount);
        }
    }
}
