package org.tpx.engine.charge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.member.Access;
import org.tpx.engine.member.Memberships;
import org.tpx.engine.money.ExchangeRates;
import org.tpx.engine.rule.BusinessCalendar;
import org.tpx.engine.rule.Calendars;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.ChargeCommand.ProposeDuesRefund;
import org.tpx.protocol.ChargeEvent.DuesPaid;
import org.tpx.protocol.ChargeEvent.DuesRefundGranted;
import org.tpx.protocol.ChargeEvent.DuesShort;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyReceived;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PeriodCounting;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/**
 * Dues and seat fees as money: they come straight into the operating account, pay what accrued first, and what is beyond goes back from
 * there. Two people may give paid ones back. They are income when they come; what a member owes is not in the books before.
 */
public final class DuesMoney {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final int PAYMENT_DAYS = 1;

    private final Foundation foundation;
    private final Memberships memberships;
    private final Dues dues;

    /** Money for these dues. */
    public DuesMoney(Foundation foundation, Dues dues) {
        this.foundation = foundation;
        this.dues = dues;
        memberships = foundation.members().memberships();
    }

    /**
     * Causes MoneyReceived and MoneyPosted(DUES_IN), then DuesPaid or DuesShort; for what was not owed, or by nobody that is a member,
     * PaymentDue(DUES_REFUND).
     */
    public void receive(Turn turn, ReceiveMoney command) {
        RejectReason reason = refusal(turn, command);
        if (reason != null) {
            turn.refuse(reason, command.partyId());
            return;
        }
        foundation.bankReferences().use(command.bankReference());
        turn.emit(MoneyReceived.of(command));
        List<MemberDues> paid = new ArrayList<>();
        Money excess = apply(command, paid);
        foundation
                .ledger()
                .posting(paid.isEmpty() ? PostingReason.UNEXPECTED_IN : PostingReason.DUES_IN)
                .debit(AccountKind.OPERATING, 0, 0, 0, command.amount())
                .credit(AccountKind.DUES_INCOME, 0, 0, 0, command.amount().minus(excess))
                .credit(AccountKind.OPERATING_PAYABLE, command.partyId(), 0, 0, excess)
                .post(turn);
        giveBack(turn, command.partyId(), excess);
        paid.forEach(owed -> tell(turn, owed));
    }

    // Pays what accrued first; returns what is left when nothing is owed any more.
    private Money apply(ReceiveMoney command, List<MemberDues> paid) {
        Money left = command.amount();
        for (MemberDues owed : dues.open(memberships.memberOf(command.partyId()))) {
            boolean pays = left.isPositive() && owed.amount().currency() == left.currency();
            if (pays) {
                Money part = left.min(owed.missing());
                owed.pay(part);
                left = left.minus(part);
                paid.add(owed);
            }
        }
        return left;
    }

    private void tell(Turn turn, MemberDues owed) {
        if (owed.missing().isPositive()) {
            turn.emit(new DuesShort(owed.id(), owed.memberId(), owed.missing()));
            return;
        }
        dues.settle(owed);
        turn.emit(new DuesPaid(owed.id(), owed.memberId(), owed.amount()));
    }

    private void giveBack(Turn turn, long partyId, Money amount) {
        if (amount.isPositive()) {
            foundation
                    .payments()
                    .dueInDays(turn, PaymentKind.DUES_REFUND, partyId, 0, amount, dueNanos(turn), PAYMENT_DAYS);
        }
    }

    // What goes out belongs to no listing: it is due as money for trading is.
    private long dueNanos(Turn turn) {
        BusinessCalendar calendar = foundation.calendars().get(Calendars.FIRST);
        return calendar.closeOfWorkingDay(turn.timeNanos(), PAYMENT_DAYS, PeriodCounting.EXCLUDE_START);
    }

    private @Nullable RejectReason refusal(Turn turn, ReceiveMoney command) {
        RejectReason reason = foundation.members().access().role(turn, CLERK);
        if (reason != null) {
            return reason;
        }
        if (!foundation.members().parties().exists(command.partyId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (foundation.calendars().first() == null) {
            return RejectReason.VARIETY_NOT_APPROVED;
        }
        if (foundation.bankReferences().isUsed(command.bankReference())) {
            return RejectReason.DUPLICATE_BANK_REFERENCE;
        }
        if (command.listingId() != 0) {
            return RejectReason.NOT_ALLOWED;
        }
        List<MemberDues> open = dues.open(memberships.memberOf(command.partyId()));
        boolean inCurrency = open.stream()
                .anyMatch(owed -> owed.amount().currency() == command.amount().currency());
        if (!open.isEmpty() && !inCurrency) {
            return RejectReason.CURRENCY;
        }
        return ExchangeRates.fit(command) ? null : RejectReason.EXCHANGE_RATE;
    }

    /** Causes ProposalMade. */
    public void proposeRefund(Turn turn, ProposeDuesRefund command) {
        foundation
                .proposals()
                .propose(
                        turn,
                        CLERK,
                        command.proposal(),
                        ProposalKind.REFUND,
                        command,
                        obstacle(command),
                        command.duesId());
    }

    /** Why so much cannot be given back, or null: the dues are unknown, the member has no account of its own, currency, or ABOVE_PAID. */
    public @Nullable RejectReason obstacle(ProposeDuesRefund command) {
        MemberDues owed = dues.find(command.duesId());
        if (owed == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (memberships.partyOf(owed.memberId()) == 0) {
            return RejectReason.NO_PAYEE;
        }
        if (command.amount().currency() != owed.amount().currency()) {
            return RejectReason.CURRENCY;
        }
        return command.amount().isGreaterThan(owed.kept()) ? RejectReason.ABOVE_PAID : null;
    }

    /** Two people decided so: causes DuesRefundGranted, MoneyPosted(REFUND_GRANTED), PaymentDue(DUES_REFUND) and PaymentInstructed. */
    public void refund(Turn turn, ProposeDuesRefund command) {
        MemberDues owed = dues.find(command.duesId());
        if (owed == null) {
            throw new InvariantBrokenException("no dues with identity " + command.duesId());
        }
        owed.refund(command.amount());
        long partyId = memberships.partyOf(owed.memberId());
        turn.emit(new DuesRefundGranted(owed.id(), owed.memberId(), partyId, command.amount(), command.reason()));
        foundation
                .ledger()
                .posting(PostingReason.REFUND_GRANTED)
                .debit(AccountKind.DUES_INCOME, 0, 0, 0, command.amount())
                .credit(AccountKind.OPERATING_PAYABLE, partyId, 0, 0, command.amount())
                .post(turn);
        foundation
                .payments()
                .send(turn, PaymentKind.DUES_REFUND, partyId, 0, command.amount(), dueNanos(turn), PAYMENT_DAYS);
    }
}
