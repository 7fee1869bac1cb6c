package org.tpx.engine.demand;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.money.TradingAccount;
import org.tpx.engine.rule.Calendars;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.DemandCommand.FundDemand;
import org.tpx.protocol.DemandEvent.DemandClosed;
import org.tpx.protocol.DemandEvent.DemandFunded;
import org.tpx.protocol.DemandEvent.SolutionAwarded;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PeriodCounting;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.RejectReason;

/**
 * The money of awards. It comes from the trading account of the poster, or of the guarantor, and lies in the poster's award account;
 * from there every solver is paid its part less its fee, the exchange earns both sides' fees, and the poster gets the rest. Each
 * solver pays the negotiated fee on its part, at most the part; the poster the negotiated fee on all parts together.
 */
public final class AwardMoney {

    private final Foundation foundation;
    private final DemandRegister register;

    AwardMoney(Foundation foundation, DemandRegister register) {
        this.foundation = foundation;
        this.register = register;
    }

    /** Causes DemandFunded and MoneyPosted(AWARD_FUNDED); pays an award out that waited for it. */
    public void fund(Turn turn, FundDemand command) {
        RejectReason reason = foundation.members().access().agent(turn, command.partyId(), MandateScope.BUY, false);
        Demand demand = register.find(command.demandId());
        if (reason == null) {
            reason = refusal(demand, command.partyId());
        }
        if (reason != null || demand == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.demandId());
            return;
        }
        Money amount = missing(demand);
        turn.emit(new DemandFunded(demand.id(), command.partyId(), amount));
        foundation
                .ledger()
                .posting(PostingReason.AWARD_FUNDED)
                .debit(AccountKind.TRADING, command.partyId(), 0, 0, amount)
                .credit(AccountKind.AWARD, demand.submitted().posterId(), 0, 0, amount)
                .post(turn);
        demand.hold(amount);
        if (demand.state() == DemandState.AWARDED) {
            payOut(turn, demand, false);
        }
    }

    /** What has to be paid in before the demand may go on: zero where nothing has. */
    Money missing(Demand demand) {
        boolean awarded = demand.state() == DemandState.AWARDED;
        boolean before = demand.state() == DemandState.SUBMITTED && !demand.isGuaranteed() && !demand.isFinance();
        if (!awarded && !before) {
            return Money.zero(demand.currency());
        }
        Money parts = awarded ? demand.awarded() : demand.terms().amount();
        Money due = parts.plus(posterFee(demand, parts));
        return due.isGreaterThan(demand.held()) ? due.minus(demand.held()) : Money.zero(demand.currency());
    }

    Money posterFee(Demand demand, Money parts) {
        return register.fee(demand, FeeSide.BUYER, parts);
    }

    /** Causes SolutionAwarded. */
    void tellAward(Turn turn, Demand demand, Solution solution) {
        Money fee = solverFee(demand, solution.part());
        turn.emit(new SolutionAwarded(
                demand.id(),
                solution.partyId(),
                solution.part(),
                fee,
                solution.part().minus(fee)));
    }

    /**
     * Pays an award out that is covered, and closes the demand: per part SolutionAwarded where that was not told before,
     * MoneyPosted(AWARD_PAID) and PaymentDue(AWARD); then DemandClosed, MoneyPosted(AWARD_CLOSED), PaymentDue(AWARD_REFUND) and
     * PaymentDue(FEES).
     */
    void payOut(Turn turn, Demand demand, boolean tell) {
        Money awarded = demand.awarded();
        Money fees = Money.zero(demand.currency());
        for (Solution solution : demand.solutions()) {
            if (!solution.part().isNone()) {
                fees = fees.plus(pay(turn, demand, solution, tell));
            }
        }
        Money posterFee = posterFee(demand, awarded);
        Money rest = demand.held().minus(posterFee);
        Invariant.check(rest.minor() >= 0, "an award is not covered, demand", demand.id());
        register.enter(demand, DemandState.CLOSED);
        turn.emit(new DemandClosed(demand.id(), awarded, posterFee, rest));
        giveBack(turn, demand, posterFee, rest);
        earn(turn, demand, fees.plus(posterFee));
    }

    /** Gives all that is paid in back to the poster: causes MoneyPosted(AWARD_CLOSED) and PaymentDue(AWARD_REFUND), if anything. */
    void refund(Turn turn, Demand demand) {
        giveBack(turn, demand, Money.zero(demand.currency()), demand.held());
    }

    private Money pay(Turn turn, Demand demand, Solution solution, boolean tell) {
        Money part = solution.part();
        Money fee = solverFee(demand, part);
        if (tell) {
            tellAward(turn, demand, solution);
        }
        foundation
                .ledger()
                .posting(PostingReason.AWARD_PAID)
                .debit(AccountKind.AWARD, demand.submitted().posterId(), 0, 0, part)
                .credit(AccountKind.PAYABLE, solution.partyId(), 0, 0, part.minus(fee))
                .credit(AccountKind.FEE_EARNED, 0, 0, 0, fee)
                .post(turn);
        demand.letGo(part);
        due(
                turn,
                demand,
                PaymentKind.AWARD,
                solution.partyId(),
                part.minus(fee),
                register.profile(demand).releaseDays());
        return fee;
    }

    private void giveBack(Turn turn, Demand demand, Money posterFee, Money rest) {
        long posterId = demand.submitted().posterId();
        foundation
                .ledger()
                .posting(PostingReason.AWARD_CLOSED)
                .debit(AccountKind.AWARD, posterId, 0, 0, posterFee.plus(rest))
                .credit(AccountKind.PAYABLE, posterId, 0, 0, rest)
                .credit(AccountKind.FEE_EARNED, 0, 0, 0, posterFee)
                .post(turn);
        demand.letGo(posterFee.plus(rest));
        due(
                turn,
                demand,
                PaymentKind.AWARD_REFUND,
                posterId,
                rest,
                register.profile(demand).refundDays());
    }

    private void earn(Turn turn, Demand demand, Money fees) {
        due(turn, demand, PaymentKind.FEES, 0, fees, register.profile(demand).releaseDays());
    }

    // Payments that belong to no listing are counted anew on the first calendar, so only its days may be.
    private void due(Turn turn, Demand demand, PaymentKind kind, long partyId, Money amount, int days) {
        if (amount.isZero()) {
            return;
        }
        boolean recounted = demand.submitted().calendarId() == Calendars.FIRST
                && register.profile(demand).periodCounting() == PeriodCounting.EXCLUDE_START;
        foundation
                .payments()
                .dueInDays(
                        turn, kind, partyId, 0, amount, register.closeAfter(turn, demand, days), recounted ? days : 0);
    }

    private Money solverFee(Demand demand, Money part) {
        return register.fee(demand, FeeSide.SELLER, part).min(part);
    }

    private @Nullable RejectReason refusal(@Nullable Demand demand, long payerId) {
        if (demand == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        Money missing = missing(demand);
        boolean answers = payerId == demand.submitted().posterId()
                || payerId == demand.terms().guarantorId();
        if (!answers || missing.isZero()) {
            return RejectReason.NOT_ALLOWED;
        }
        TradingAccount account = foundation.accounts().trading().find(payerId, demand.currency());
        boolean covered = account != null && missing.minor() <= account.availableMinor();
        return covered ? null : RejectReason.CREDIT;
    }
}
