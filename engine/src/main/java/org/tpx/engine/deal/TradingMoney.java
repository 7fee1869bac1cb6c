package org.tpx.engine.deal;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.member.Access;
import org.tpx.engine.money.ExchangeRates;
import org.tpx.engine.money.TradingAccount;
import org.tpx.engine.rule.BusinessCalendar;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyReceived;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PeriodCounting;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.UnitCommand.WithdrawMoney;

/**
 * Money for buying units: in, and out again as far as no order blocks it. It belongs to no listing and so to no rule profile;
 * what goes out is due at the close of the next working day of the exchange's first calendar.
 */
public final class TradingMoney {

    private static final int PAYMENT_DAYS = 1;

    private final Foundation foundation;

    /** Money for trading in these books. */
    public TradingMoney(Foundation foundation) {
        this.foundation = foundation;
    }

    /**
     * Causes MoneyReceived and MoneyPosted(TRADING_IN). From an account that is not the party's own it goes back:
     * MoneyPosted(UNEXPECTED_IN) and PaymentDue(RETURN).
     */
    void receive(Turn turn, ReceiveMoney command) {
        RejectReason reason = refusal(turn, command);
        if (reason != null) {
            turn.refuse(reason, command.partyId());
            return;
        }
        foundation.bankReferences().use(command.bankReference());
        turn.emit(MoneyReceived.of(command));
        boolean own = foundation.members().parties().isOwnAccount(command.partyId(), command.account());
        foundation
                .ledger()
                .posting(own ? PostingReason.TRADING_IN : PostingReason.UNEXPECTED_IN)
                .debit(AccountKind.SETTLEMENT, 0, 0, 0, command.amount())
                .credit(own ? AccountKind.TRADING : AccountKind.PAYABLE, command.partyId(), 0, 0, command.amount())
                .post(turn);
        if (!own) {
            due(turn, PaymentKind.RETURN, command.partyId(), command.amount());
        }
    }

    /** Causes MoneyPosted(TRADING_WITHDRAWN) and PaymentDue(WITHDRAWAL). */
    public void withdraw(Turn turn, WithdrawMoney command) {
        RejectReason reason = refusal(turn, command);
        if (reason != null) {
            turn.refuse(reason, command.partyId());
            return;
        }
        foundation
                .ledger()
                .posting(PostingReason.TRADING_WITHDRAWN)
                .debit(AccountKind.TRADING, command.partyId(), 0, 0, command.amount())
                .credit(AccountKind.PAYABLE, command.partyId(), 0, 0, command.amount())
                .post(turn);
        due(turn, PaymentKind.WITHDRAWAL, command.partyId(), command.amount());
    }

    private @Nullable RejectReason refusal(Turn turn, ReceiveMoney command) {
        RejectReason reason = foundation.members().access().role(turn, Deals.CLERK);
        if (reason != null) {
            return reason;
        }
        if (!foundation.members().parties().exists(command.partyId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (!hasCalendar()) {
            return RejectReason.VARIETY_NOT_APPROVED;
        }
        if (foundation.bankReferences().isUsed(command.bankReference())) {
            return RejectReason.DUPLICATE_BANK_REFERENCE;
        }
        if (command.listingId() != 0) {
            return RejectReason.NOT_ALLOWED;
        }
        return ExchangeRates.fit(command) ? null : RejectReason.EXCHANGE_RATE;
    }

    private @Nullable RejectReason refusal(Turn turn, WithdrawMoney command) {
        RejectReason reason = refusalOfAgent(turn, command.partyId());
        if (reason != null) {
            return reason;
        }
        if (!hasCalendar()) {
            return RejectReason.VARIETY_NOT_APPROVED;
        }
        Money amount = command.amount();
        TradingAccount account = foundation.accounts().trading().find(command.partyId(), amount.currency());
        boolean covered = account != null && amount.minor() <= account.availableMinor();
        return covered ? null : RejectReason.CREDIT;
    }

    // Buying and selling both leave money here, so an agent of either side may ask for it.
    private @Nullable RejectReason refusalOfAgent(Turn turn, long partyId) {
        Access access = foundation.members().access();
        RejectReason reason = access.agent(turn, partyId, MandateScope.BUY, false);
        return reason == RejectReason.NO_MANDATE ? access.agent(turn, partyId, MandateScope.SELL, false) : reason;
    }

    private boolean hasCalendar() {
        return foundation.calendars().first() != null;
    }

    private void due(Turn turn, PaymentKind kind, long partyId, Money amount) {
        BusinessCalendar calendar = foundation.calendars().first();
        if (calendar != null) {
            long dueNanos = calendar.closeOfWorkingDay(turn.timeNanos(), PAYMENT_DAYS, PeriodCounting.EXCLUDE_START);
            foundation.payments().dueInDays(turn, kind, partyId, 0, amount, dueNanos, PAYMENT_DAYS);
        }
    }
}
