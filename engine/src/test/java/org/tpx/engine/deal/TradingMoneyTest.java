package org.tpx.engine.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.engine.Draft.listing;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.engine.TestHost;
import org.tpx.engine.Written;
import org.tpx.engine.rule.Examples;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.Founder;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand.RegisterParty;
import org.tpx.protocol.MemberCommand.RevokeMandate;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.Sanction;
import org.tpx.protocol.SystemCommand.OpenExchange;
import org.tpx.protocol.UnitCommand.WithdrawMoney;

/** Money for buying units, in and out. It belongs to no listing. */
class TradingMoneyTest extends Scenario {

    @Test
    void shouldKeepWhatAPartyPaysInForTrading() {
        market.party("B1");
        at("2025-07-01 10:00")
                .paysIn("B1", "CNY 1,000,000.00")
                .then(
                        "MoneyReceived purpose=TRADING, party=B1, amount=CNY 1,000,000.00",
                        "MoneyPosted reason=TRADING_IN, legs=SETTLEMENT CNY 1,000,000.00 -> TRADING B1 CNY 1,000,000.00");
    }

    @Test
    void shouldPayOutWhatAPartyTakesBackByTheNextCloseOfBusiness() {
        market.party("B1").at("2025-07-04 10:00").paysIn("B1", "CNY 1,000,000.00");
        at("2025-07-04 11:00")
                .takesOut("B1", "CNY 400,000.00")
                .then(
                        "MoneyPosted reason=TRADING_WITHDRAWN, legs=TRADING B1 CNY 400,000.00 -> PAYABLE B1 CNY 400,000.00",
                        "PaymentDue payment=PAY-1, kind=WITHDRAWAL, party=B1, amount=CNY 400,000.00, due=2025-07-07 17:00");
        market.takesOut("B1", "CNY 600,000.00").accepted();
        at("2025-07-07 10:00").sends(1, 2).accepted();
        at("2025-07-07 11:00")
                .confirms(1)
                .then(
                        "PaymentConfirmed payment=PAY-1",
                        "MoneyPosted reason=PAID_OUT, legs=PAYABLE B1 CNY 400,000.00 -> SETTLEMENT CNY 400,000.00");
        market.confirms(2).settlementAccountIsEmpty();
    }

    @Test
    void shouldTellWhenAWithdrawalIsLate() {
        market.party("B1").at("2025-07-04 10:00").paysIn("B1", "CNY 1.00").takesOut("B1", "CNY 1.00");
        at("2025-07-07 17:00").then("TimerFired kind=REFUND", "PaymentOverdue payment=PAY-1");
    }

    @Test
    void shouldGiveBackWhatComesFromAForeignAccount() {
        market.party("B1");
        ReceiveMoney foreign = new ReceiveMoney(
                "BANK-9", MoneyPurpose.TRADING, 0, b1(), Written.money("CNY 5.00"), Written.digest("?"));
        at("2025-07-01 10:00")
                .by("CLERK-1", foreign)
                .then(
                        "MoneyReceived purpose=TRADING, party=B1, amount=CNY 5.00",
                        "MoneyPosted reason=UNEXPECTED_IN, legs=SETTLEMENT CNY 5.00 -> PAYABLE B1 CNY 5.00",
                        "PaymentDue payment=PAY-1, kind=RETURN, party=B1, amount=CNY 5.00, due=2025-07-02 17:00");
        market.takesOut("B1", "CNY 5.00").refused(RejectReason.CREDIT);
    }

    @Test
    void shouldRefuseMoneyThatNobodyCanPlace() {
        market.party("B1").disclosed(listing("L1"));
        by("A-B1", receipt("BANK-1", MoneyPurpose.TRADING, 0, b1())).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", receipt("BANK-1", MoneyPurpose.TRADING, 0, 99)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", receipt("BANK-1", MoneyPurpose.TRADING, 1, b1())).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", receipt("BANK-1", MoneyPurpose.DEPOSIT, 0, b1())).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", receipt("BANK-1", MoneyPurpose.PRICE, 0, b1())).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", receipt("BANK-1", MoneyPurpose.TRADING, 0, b1())).accepted();
        by("CLERK-1", receipt("BANK-1", MoneyPurpose.TRADING, 1, b1())).refused(RejectReason.DUPLICATE_BANK_REFERENCE);
    }

    @Test
    void shouldPayOutNoMoreThanThereIs() {
        market.parties("B1", "B2")
                .at("2025-07-01 10:00")
                .paysIn("B1", "CNY 10.00")
                .paysIn("B1", "USD 3.00");
        market.takesOut("B1", "CNY 10.01").refused(RejectReason.CREDIT);
        market.takesOut("B2", "CNY 0.01").refused(RejectReason.CREDIT);
        market.takesOut("B1", "USD 3.01").refused(RejectReason.CREDIT);
        market.takesOut("B1", "EUR 1.00").refused(RejectReason.CREDIT);
        market.takesOut("B1", "USD 3.00").accepted().takesOut("B1", "CNY 10.00").accepted();
        market.takesOut("B1", "CNY 0.01").refused(RejectReason.CREDIT);
    }

    @Test
    void shouldPayOutToAnAgentOfEitherSideOnly() {
        market.parties("B1", "B2").at("2025-07-01 10:00").paysIn("B1", "CNY 10.00");
        WithdrawMoney one = new WithdrawMoney(b1(), Written.money("CNY 1.00"));
        by("CLERK-1", one).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B2", one).refused(RejectReason.NO_MANDATE);
        by("A-B2", new WithdrawMoney(99, Written.money("CNY 1.00"))).refused(RejectReason.UNKNOWN_SUBJECT);
        for (MandateScope side : MandateScope.values()) {
            by("CLERK-1", new RevokeMandate(b1(), market.id(Ref.MEMBER, "M-B1")));
            market.mandated("B1", "B1", side, "2025-01-01 00:00", "2028-01-01 00:00")
                    .accepted();
            by("A-B1", one).accepted();
        }
        market.sanctions("M-B1", Sanction.RESTRICT, 0)
                .takesOut("B1", "CNY 1.00")
                .accepted();
        market.suspendsMember("M-B1", "2025-09-01 00:00").takesOut("B1", "CNY 1.00");
        market.refused(RejectReason.SUSPENDED_MEMBER);
    }

    @Test
    void shouldCountTheTimeToPayAnewWithAnotherCalendar() {
        market.party("B1").at("2025-07-04 10:00").paysIn("B1", "CNY 1.00").takesOut("B1", "CNY 1.00");
        at("2025-07-04 11:00")
                .decided(Examples.calendar(2, Examples.without(Examples.workingDays2025(), "07-07")))
                .including("DeadlineMoved kind=REFUND, party=B1, payment=PAY-1, deadline=2025-07-08 17:00");
        at("2025-07-08 17:00").including("PaymentOverdue payment=PAY-1");
    }

    @Test
    void shouldTakeNoMoneyBeforeACalendarCountsTheDays() {
        TestHost bare = new TestHost();
        OpenExchange founding = new OpenExchange(
                "bare",
                List.of(
                        new Founder("SUPERVISOR-1", Role.SUPERVISOR),
                        new Founder("SUPERVISOR-2", Role.SUPERVISOR),
                        new Founder("CLERK-1", Role.CLERK)));
        bare.submit(0, 0, founding);
        bare.submit(3, 1, new RegisterParty("B1", Hash256.ZERO, Hash256.ZERO));
        ReceiveMoney receipt = receipt("BANK-1", MoneyPurpose.TRADING, 0, 1);

        assertThat(bare.submit(3, 2, receipt).events())
                .extracting("reason")
                .containsExactly(RejectReason.VARIETY_NOT_APPROVED);
    }

    private long b1() {
        return market.id(Ref.PARTY, "B1");
    }

    private static ReceiveMoney receipt(String reference, MoneyPurpose purpose, long listingId, long partyId) {
        return new ReceiveMoney(reference, purpose, listingId, partyId, Written.money("CNY 1.00"), Hash256.ZERO);
    }
}
