package org.tpx.engine.offering;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.member.Access;
import org.tpx.engine.money.TradingAccount;
import org.tpx.engine.rule.BusinessCalendar;
import org.tpx.engine.rule.Calendars;
import org.tpx.engine.unit.Placement;
import org.tpx.engine.unit.Units;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Money;
import org.tpx.protocol.OfferingCommand.ProposeDistribution;
import org.tpx.protocol.OfferingEvent.DistributionDeclared;
import org.tpx.protocol.OfferingEvent.DistributionPaid;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PeriodCounting;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.UnitAllotment;

/**
 * Coupons and other payments on all units of a series, to those who hold them when it is decided (example E12). The money is
 * in the payer's trading account before; what holders get is due at the close of the next working day.
 */
public final class Distributions {

    private static final int OPERATOR_OR_SUPERVISOR = Access.mask(Role.OPERATOR, Role.SUPERVISOR);
    private static final int PAYMENT_DAYS = 1;

    private final Foundation foundation;
    private final Units units;
    private final Table<Distribution> distributions = new Table<>(Distribution::new);
    private final int work;

    Distributions(Foundation foundation, Units units) {
        this.foundation = foundation;
        this.units = units;
        work = foundation.backlog().register(this::payNext);
    }

    /** Causes ProposalMade. */
    public void propose(Turn turn, ProposeDistribution command) {
        foundation
                .proposals()
                .propose(
                        turn,
                        OPERATOR_OR_SUPERVISOR,
                        command.proposal(),
                        ProposalKind.DISTRIBUTION,
                        command,
                        obstacle(command),
                        command.seriesId());
    }

    /** Why this cannot be paid now, or null. */
    public @Nullable RejectReason obstacle(ProposeDistribution command) {
        Placement series = units.placement(command.seriesId());
        if (series == null || !foundation.members().parties().exists(command.payerId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (series.issuedUnits() == 0) {
            return RejectReason.NOT_ALLOWED;
        }
        if (command.perUnit().currency() != series.currency()) {
            return RejectReason.CURRENCY;
        }
        TradingAccount account = foundation.accounts().trading().find(command.payerId(), series.currency());
        boolean covered = account != null
                && series.issuedUnits() <= Money.MAX_MINOR / command.perUnit().minor()
                && series.issuedUnits() * command.perUnit().minor() <= account.availableMinor();
        return covered ? null : RejectReason.CREDIT;
    }

    /** Two people decided so: causes DistributionDeclared, then DistributionPaid and what follows for each holder. */
    public void declare(Turn turn, ProposeDistribution command) {
        Placement series = units.placement(command.seriesId());
        if (series == null) {
            return;
        }
        DistributionDeclared declared = new DistributionDeclared(
                command.seriesId(),
                command.payerId(),
                command.perUnit(),
                series.issuedUnits(),
                times(series.issuedUnits(), command.perUnit()),
                command.reason());
        long id = distributions.nextId();
        Distribution distribution = distributions.add(new Distribution(declared));
        series.forEachHolder(distribution::add);
        turn.emit(declared);
        foundation.backlog().add(work, id);
    }

    /** Writes or reads all distributions. */
    void exchange(Snapshot snapshot) {
        distributions.exchange(snapshot);
    }

    private long payNext(Turn turn, long distributionId, long cursor) {
        Distribution distribution = distributions.get(distributionId);
        if (distribution.isPaid(cursor)) {
            distribution.close();
            return Backlog.DONE;
        }
        pay(turn, distribution.declared(), distribution.share(cursor));
        return cursor + 1;
    }

    private void pay(Turn turn, DistributionDeclared declared, UnitAllotment share) {
        Money amount = times(share.units(), declared.perUnit());
        turn.emit(new DistributionPaid(declared.seriesId(), share.partyId(), share.units(), amount));
        foundation
                .ledger()
                .posting(PostingReason.DISTRIBUTED)
                .debit(AccountKind.TRADING, declared.payerId(), 0, 0, amount)
                .credit(AccountKind.PAYABLE, share.partyId(), 0, 0, amount)
                .post(turn);
        // Like all money of trading it belongs to no rule profile, and is counted on the first calendar.
        BusinessCalendar calendar = foundation.calendars().get(Calendars.FIRST);
        long dueNanos = calendar.closeOfWorkingDay(turn.timeNanos(), PAYMENT_DAYS, PeriodCounting.EXCLUDE_START);
        foundation
                .payments()
                .dueInDays(turn, PaymentKind.DISTRIBUTION, share.partyId(), 0, amount, dueNanos, PAYMENT_DAYS);
    }

    private static Money times(long count, Money perUnit) {
        return Money.ofMinor(Math.multiplyExact(count, perUnit.minor()), perUnit.currency());
    }
}
