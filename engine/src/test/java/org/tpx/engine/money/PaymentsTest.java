package org.tpx.engine.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tpx.engine.kernel.Tape.nanos;
import static org.tpx.engine.member.Cast.B1;
import static org.tpx.engine.member.Cast.SELLER;
import static org.tpx.engine.rule.Examples.yuan;
import static org.tpx.protocol.AccountKind.FEE_EARNED;
import static org.tpx.protocol.AccountKind.PAYABLE;
import static org.tpx.protocol.AccountKind.SETTLEMENT;
import static org.tpx.protocol.RejectReason.DUPLICATE_BANK_REFERENCE;
import static org.tpx.protocol.RejectReason.NOT_ALLOWED;
import static org.tpx.protocol.RejectReason.ROLE_NOT_ALLOWED;
import static org.tpx.protocol.RejectReason.UNKNOWN_PRINCIPAL;
import static org.tpx.protocol.RejectReason.UNKNOWN_SUBJECT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Tape;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Timers;
import org.tpx.engine.member.Cast;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealCommand.ConfirmPayment;
import org.tpx.protocol.DealCommand.ReturnPayment;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Event;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.MoneyEvent.PaymentConfirmed;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.MoneyEvent.PaymentInstructed;
import org.tpx.protocol.MoneyEvent.PaymentOverdue;
import org.tpx.protocol.MoneyEvent.PaymentReturned;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PaymentRef;
import org.tpx.protocol.PaymentState;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.TimerKind;

class PaymentsTest {

    private static final long LISTING = 5;
    private static final long DUE = nanos("2025-07-11T17:00");

    private final Tape tape = new Tape();
    private final Cast cast = Cast.on(tape);
    private final Timers timers = cast.timers();
    private final Ledger ledger = new Ledger(new Accounts());
    private final BankReferences references = new BankReferences();
    private final Payments payments = new Payments(cast.members().access(), timers, ledger, references);
    private @Nullable Payment returned;

    @Test
    void shouldRefundADepositInTime() {
        assertThat(refund(yuan(1_800_000)))
                .containsExactly(new PaymentDue(1, PaymentKind.DEPOSIT_REFUND, B1, LISTING, yuan(1_800_000), DUE));
        assertThat(timers.nextDeadlineNanos()).isEqualTo(DUE);
        assertThat(instruct(1)).containsExactly(new PaymentInstructed(1));
        assertThat(confirm(1, "BANK-9"))
                .containsExactly(
                        new PaymentConfirmed(1, "BANK-9"),
                        paidOut(2, new PostingLeg(PAYABLE, B1, 0, 0, EntrySide.DEBIT, yuan(1_800_000))));
        assertThat(returned).isSameAs(payments.get(1));
        assertThat(payments.get(1).isConfirmed()).isTrue();
        assertThat(references.isUsed("BANK-9")).isTrue();
        assertThat(timers.size()).as("nothing is late any more").isZero();
        assertThat(balance(SETTLEMENT, 0)).isEqualTo(yuan(0));
        assertThat(balance(PAYABLE, B1)).isEqualTo(yuan(0));
    }

    @Test
    void shouldTellWhenAPaymentIsLate() {
        refund(yuan(3));
        instruct(1);
        Timer timer = timers.fire(timers.nextId(), DUE);
        assertThat(timer.kind()).isEqualTo(TimerKind.REFUND);
        assertThat(timer.listingId()).isEqualTo(LISTING);
        assertThat(timer.partyId()).as("the payment").isEqualTo(1);
        assertThat(tape.at(DUE).by(Cast.NODE).run(turn -> payments.onRefundTimer(turn, timer)))
                .containsExactly(new PaymentOverdue(1));
        assertThat(payments.get(1).state()).isEqualTo(PaymentState.INSTRUCTED);
        assertThat(confirm(1, "BANK-9")).as("late, but paid").hasSize(2);
        assertThatThrownBy(() -> tape.run(turn -> payments.onRefundTimer(turn, timer)))
                .isInstanceOf(InvariantBrokenException.class);
    }

    @Test
    void shouldSendFeesAtOnceToTheOperatingAccount() {
        earn(yuan(24_240));
        tape.at(DUE).by(Cast.CLERK_2);
        List<Event> events = tape.run(turn -> {
            long id = payments.due(turn, PaymentKind.FEES, 0, LISTING, yuan(24_240), turn.timeNanos());
            payments.instruct(turn, id);
        });
        assertThat(events)
                .containsExactly(
                        new PaymentDue(1, PaymentKind.FEES, 0, LISTING, yuan(24_240), DUE), new PaymentInstructed(1));
        assertThat(timers.size()).as("due at once is not late").isZero();
        assertThat(confirm(1, "BANK-3"))
                .containsExactly(
                        new PaymentConfirmed(1, "BANK-3"),
                        paidOut(2, new PostingLeg(FEE_EARNED, 0, 0, 0, EntrySide.DEBIT, yuan(24_240))));
    }

    @Test
    void shouldOweAgainWhatTheBankSendsBack() {
        refund(yuan(3));
        instruct(1);
        ReturnPayment back = new ReturnPayment(1, "account closed");
        assertThat(tape.by(Cast.CLERK).run(back, payments::returnPayment))
                .containsExactly(new PaymentReturned(1, "account closed"));
        assertThat(payments.get(1).state()).isEqualTo(PaymentState.DUE);
        assertThat(balance(PAYABLE, B1)).isEqualTo(yuan(3));
        assertThat(timers.nextDeadlineNanos()).as("it can still be late").isEqualTo(DUE);
        assertThat(instruct(1)).containsExactly(new PaymentInstructed(1));
        assertThat(confirm(1, "BANK-9")).hasSize(2);
    }

    @Test
    void shouldKeepAPaymentForOneProposal() {
        refund(yuan(3));
        refund(yuan(4));
        List<PaymentRef> both = refs(1, 2);
        assertThat(payments.proposable(both)).isNull();
        payments.propose(both);
        assertThat(payments.get(1).state()).isEqualTo(PaymentState.PROPOSED);
        assertThat(payments.proposable(refs(2))).isEqualTo(NOT_ALLOWED);
        payments.unpropose(both);
        assertThat(payments.proposable(refs(2))).isNull();
        payments.propose(refs(2));
        assertThat(instruct(2)).containsExactly(new PaymentInstructed(2));
        assertThat(payments.proposable(both)).isEqualTo(NOT_ALLOWED);
    }

    @Test
    void shouldProposeOnlyKnownPaymentsOnceAndNotTooMany() {
        assertThat(payments.proposable(List.of())).isEqualTo(UNKNOWN_SUBJECT);
        refund(yuan(1));
        assertThat(payments.proposable(refs(1, 99))).isEqualTo(UNKNOWN_SUBJECT);
        assertThat(payments.proposable(refs(1, 1, 99))).isEqualTo(UNKNOWN_SUBJECT);
        assertThat(payments.proposable(refs(1, 1))).isEqualTo(NOT_ALLOWED);
        for (int i = 2; i <= Payments.MAX_PROPOSED + 1; i++) {
            refund(yuan(1));
        }
        assertThat(payments.proposable(refs(LongStream.rangeClosed(1, 500).toArray())))
                .isNull();
        assertThat(payments.proposable(refs(LongStream.rangeClosed(1, 501).toArray())))
                .isEqualTo(NOT_ALLOWED);
    }

    @Test
    void shouldRefuseAConfirmationInTheOrderOfTheReasons() {
        refund(yuan(3));
        references.use("BANK-1");
        ConfirmPayment unknown = new ConfirmPayment(99, "BANK-1");
        ConfirmPayment used = new ConfirmPayment(1, "BANK-1");
        ConfirmPayment early = new ConfirmPayment(1, "BANK-2");
        tape.by(Cast.STRANGER).refuses(unknown, payments::confirmPayment, UNKNOWN_PRINCIPAL, 99);
        tape.by(Cast.SUPERVISOR).refuses(unknown, payments::confirmPayment, ROLE_NOT_ALLOWED, 99);
        tape.by(Cast.CLERK).refuses(unknown, payments::confirmPayment, UNKNOWN_SUBJECT, 99);
        tape.refuses(used, payments::confirmPayment, DUPLICATE_BANK_REFERENCE, 1);
        tape.refuses(early, payments::confirmPayment, NOT_ALLOWED, 1);
        assertThat(references.isUsed("BANK-2")).isFalse();
        instruct(1);
        tape.by(Cast.CLERK).refuses(used, payments::confirmPayment, DUPLICATE_BANK_REFERENCE, 1);
        assertThat(confirm(1, "BANK-2")).hasSize(2);
        tape.refuses(early, payments::confirmPayment, DUPLICATE_BANK_REFERENCE, 1);
        tape.refuses(new ConfirmPayment(1, "BANK-3"), payments::confirmPayment, NOT_ALLOWED, 1);
    }

    @Test
    void shouldTellTheCallerThatAConfirmationWasRefused() {
        refund(yuan(3));
        assertThat(confirm(1, "BANK-2")).hasSize(1);
        assertThat(returned).isNull();
    }

    @Test
    void shouldRefuseAReturnInTheOrderOfTheReasons() {
        refund(yuan(3));
        ReturnPayment unknown = new ReturnPayment(99, "");
        tape.by(Cast.STRANGER).refuses(unknown, payments::returnPayment, UNKNOWN_PRINCIPAL, 99);
        tape.by(Cast.AGENT_1).refuses(unknown, payments::returnPayment, ROLE_NOT_ALLOWED, 99);
        tape.by(Cast.CLERK).refuses(unknown, payments::returnPayment, UNKNOWN_SUBJECT, 99);
        tape.refuses(new ReturnPayment(1, ""), payments::returnPayment, NOT_ALLOWED, 1);
    }

    @Test
    void shouldStopTheNodeOnAPaymentThatMustNotBe() {
        breaks(() -> refundOf(B1, PaymentKind.RETURN, Money.zero(Currency.CNY)));
        breaks(() -> refundOf(0, PaymentKind.RETURN, yuan(1)));
        breaks(() -> refundOf(B1, PaymentKind.FEES, yuan(1)));
        refund(yuan(1));
        instruct(1);
        breaks(() -> instruct(1));
        breaks(() -> payments.propose(refs(1)));
        breaks(() -> payments.unpropose(refs(1)));
        breaks(() -> payments.get(99));
        assertThat(payments.find(99)).isNull();
        assertThat(payments.find(1)).isSameAs(payments.get(1));
    }

    @Test
    void shouldSurviveASnapshot() {
        refund(yuan(3));
        refund(yuan(4));
        instruct(1);
        confirm(1, "BANK-1");
        payments.propose(refs(2));
        Timers readTimers = new Timers();
        Ledger readLedger = new Ledger(new Accounts());
        BankReferences readReferences = new BankReferences();
        Payments read = new Payments(cast.members().access(), readTimers, readLedger, readReferences);
        tape.roundTrip(timers::exchange, readTimers::exchange);
        tape.roundTrip(ledger::exchange, readLedger::exchange);
        tape.roundTrip(references::exchange, readReferences::exchange);
        tape.roundTrip(payments::exchange, read::exchange);
        assertThat(read.get(1).isConfirmed()).isTrue();
        assertThat(read.get(2))
                .extracting(Payment::kind, Payment::partyId, Payment::listingId, Payment::amount, Payment::dueNanos)
                .containsExactly(PaymentKind.DEPOSIT_REFUND, B1, LISTING, yuan(4), DUE);
        tape.run(turn -> read.instruct(turn, 2));
        tape.by(Cast.CLERK).refuses(new ConfirmPayment(2, "BANK-1"), read::confirmPayment, DUPLICATE_BANK_REFERENCE, 2);
        assertThat(tape.run(new ConfirmPayment(2, "BANK-2"), read::confirmPayment))
                .hasSize(2);
        assertThat(readTimers.size()).isZero();
    }

    @Test
    void shouldRememberEveryBankReferenceInItsOrder() {
        references.use("B");
        references.use("A");
        assertThat(references.isUsed("A")).isTrue();
        assertThat(references.isUsed("C")).isFalse();
        breaks(() -> references.use("B"));
        BankReferences other = new BankReferences();
        other.use("FORGOTTEN");
        tape.roundTrip(references::exchange, other::exchange);
        assertThat(other.isUsed("B")).isTrue();
        assertThat(other.isUsed("FORGOTTEN")).isFalse();
    }

    private List<Event> refund(Money amount) {
        return refundOf(B1, PaymentKind.DEPOSIT_REFUND, amount);
    }

    private List<Event> refundOf(long partyId, PaymentKind kind, Money amount) {
        tape.at("2025-07-08T11:12:59").by(Cast.NODE);
        tape.run(turn -> ledger.posting(PostingReason.UNEXPECTED_IN)
                .debit(SETTLEMENT, 0, 0, 0, amount)
                .credit(PAYABLE, SELLER + 1, 0, 0, amount)
                .post(turn));
        return tape.run(turn -> payments.due(turn, kind, partyId, LISTING, amount, DUE));
    }

    private void earn(Money fees) {
        tape.run(turn -> ledger.posting(PostingReason.FEES_EARNED)
                .debit(SETTLEMENT, 0, 0, 0, fees)
                .credit(FEE_EARNED, 0, 0, 0, fees)
                .post(turn));
    }

    private List<Event> instruct(long paymentId) {
        return tape.by(Cast.CLERK_2).run(turn -> payments.instruct(turn, paymentId));
    }

    private List<Event> confirm(long paymentId, String reference) {
        return tape.by(Cast.CLERK)
                .run(
                        new ConfirmPayment(paymentId, reference),
                        (turn, command) -> returned = payments.confirmPayment(turn, command));
    }

    private static MoneyPosted paidOut(long postingId, PostingLeg debit) {
        PostingLeg credit = new PostingLeg(SETTLEMENT, 0, 0, 0, EntrySide.CREDIT, debit.amount());
        return new MoneyPosted(postingId, PostingReason.PAID_OUT, List.of(debit, credit));
    }

    private static List<PaymentRef> refs(long... paymentIds) {
        List<PaymentRef> refs = new ArrayList<>();
        for (long id : paymentIds) {
            refs.add(new PaymentRef(id));
        }
        return refs;
    }

    private Money balance(AccountKind kind, long partyId) {
        return ledger.accounts().balance(kind, partyId, 0, 0, Currency.CNY);
    }

    private static void breaks(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(InvariantBrokenException.class);
    }
}
