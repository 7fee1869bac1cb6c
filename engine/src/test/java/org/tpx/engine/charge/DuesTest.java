package org.tpx.engine.charge;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.ChargeCommand.ProposeDuesRefund;
import org.tpx.protocol.ChargeCommand.ProposeDuesSchedule;
import org.tpx.protocol.ChargeCommand.ProposeFeeRefund;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.DuesRate;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Sanction;

/** Seat fees and dues, and what goes back from the operating account (sections 5.1 and 6.2). */
class DuesTest extends Scenario {

    private final ChargeSamples charges = new ChargeSamples(market);

    @Test
    void shouldAccrueAtAdmissionAndPayTheOldestFirst() {
        market.decided(charges.schedule(1));
        at("2025-06-09 09:00").party("B1");
        market.including(
                        "DuesAccrued dues=DUES-1, member=M-B1, kind=SEAT_FEE, year=2025, amount=CNY 50,000.00, due=2025-06-23 17:00")
                .including(
                        "DuesAccrued dues=DUES-2, member=M-B1, kind=ANNUAL_DUES, amount=CNY 10,000.00, due=2025-06-23 17:00");
        charges.link("B1");
        at("2025-06-10 09:00")
                .by("CLERK-1", paying("BROKER-B1", "CNY 55,000.00"))
                .then(
                        "MoneyReceived",
                        "MoneyPosted reason=DUES_IN, legs=OPERATING CNY 55,000.00 -> DUES_INCOME CNY 55,000.00",
                        "DuesPaid dues=DUES-1, amount=CNY 50,000.00",
                        "DuesShort dues=DUES-2, missing=CNY 5,000.00");
        at("2025-06-23 17:00").then("TimerFired kind=DUES", "DuesOverdue dues=DUES-2, missing=CNY 5,000.00");
    }

    @Test
    void shouldLetDuesOfAJanuaryAdmissionRunToTheEndOfMarch() {
        market.decided(charges.schedule(1));
        at("2026-01-05 09:00").party("B1");
        market.including("DuesAccrued kind=ANNUAL_DUES, year=2026, due=2026-04-01 00:00");
    }

    @Test
    void shouldAccrueEachYearForWhoeverIsAMemberStill() {
        market.decided(charges.schedule(1)).parties("B1", "B2").sanctions("M-B1", Sanction.EXPEL, 0);
        at("2025-12-31 23:59");
        at("2026-01-01 00:00")
                .then(
                        "TimerFired kind=DUES_YEAR",
                        "DuesAccrued member=M-SELLER, kind=ANNUAL_DUES, year=2026",
                        "TimerFired kind=DUES_YEAR",
                        "TimerFired kind=DUES_YEAR",
                        "DuesAccrued member=M-B2, kind=ANNUAL_DUES, year=2026, due=2026-04-01 00:00");
        at("2027-01-01 00:00").including("DuesAccrued member=M-B2, kind=ANNUAL_DUES, year=2027");
    }

    @Test
    void shouldTakeTheRatesOfTheLatestVersion() {
        market.decided(charges.schedule(1)).party("B1");
        market.decided(
                charges.schedule(2, new DuesRate(MembershipClass.BROKER, Money.NONE, ChargeSamples.yuan(12_000))));
        at("2025-06-05 09:00").party("B2").including("DuesAccrued member=M-B2, kind=ANNUAL_DUES, version=2");
        at("2026-01-01 00:00").including("DuesAccrued member=M-B1, version=2, amount=CNY 12,000.00");
    }

    @Test
    void shouldGiveBackWhatNobodyOwes() {
        market.decided(charges.schedule(1)).party("B1");
        by("CLERK-1", paying("B1", "CNY 5.00"))
                .including("MoneyPosted reason=UNEXPECTED_IN, legs=OPERATING CNY 5.00 -> OPERATING_PAYABLE B1 CNY 5.00")
                .including("PaymentDue kind=DUES_REFUND, party=B1, amount=CNY 5.00");
        market.sends(1).confirms(1).including("MoneyPosted legs=OPERATING_PAYABLE B1 CNY 5.00 -> OPERATING CNY 5.00");
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstMoneyForDues() {
        market.decided(charges.schedule(1)).party("B1");
        charges.link("B1");
        ReceiveMoney wrong =
                With.with(paying("BROKER-B1", "USD 6.00"), "partyId", 99L, "listingId", 1L, "exchangeRateE10", 1L);
        by("A-B1", wrong).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", wrong).refused(RejectReason.UNKNOWN_SUBJECT);
        wrong = With.with(wrong, "partyId", market.id(Ref.PARTY, "BROKER-B1"));
        by("CLERK-1", paying("B1", "CNY 5.00")).accepted();
        by("CLERK-1", With.with(wrong, "bankReference", "DUES-5")).refused(RejectReason.DUPLICATE_BANK_REFERENCE);
        by("CLERK-1", wrong).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", With.with(wrong, "listingId", 0L)).refused(RejectReason.CURRENCY);
        by("CLERK-1", With.with(wrong, "listingId", 0L, "amount", Written.money("CNY 7.00")))
                .refused(RejectReason.EXCHANGE_RATE);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstASchedule() {
        ProposeDuesSchedule wrong = With.with(charges.schedule(1), "calendarId", 99L);
        by("CLERK-1", wrong).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("OPERATOR-1", wrong).refused(RejectReason.UNKNOWN_SUBJECT);
        DuesRate rate = new DuesRate(MembershipClass.TRADER, Money.NONE, ChargeSamples.yuan(1));
        by("OPERATOR-1", charges.schedule(1, rate, rate)).refused(RejectReason.NOT_ALLOWED);
        by("OPERATOR-1", charges.schedule(1, rate))
                .approved("SUPERVISOR-1", "")
                .refused(RejectReason.VARIETY_NOT_APPROVED);
        market.approved("SUPERVISOR-1", "2025/9").accepted();
        by("OPERATOR-1", charges.schedule(1, rate)).refused(RejectReason.NOT_ALLOWED);
        by("OPERATOR-1", With.with(charges.schedule(1, rate), "duesSchedule", "OTHER"))
                .refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldRefundDuesByTwoPeopleAndNoMoreThanWasPaid() {
        market.decided(charges.schedule(1)).party("B1");
        by("CLERK-1", charges.duesRefund(99, "CNY 1.00")).refused(RejectReason.UNKNOWN_SUBJECT);
        by("A-B1", charges.duesRefund(1, "CNY 1.00")).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", charges.duesRefund(1, "CNY 1.00")).refused(RejectReason.NO_PAYEE);
        charges.link("B1");
        by("CLERK-1", charges.duesRefund(1, "USD 1.00")).refused(RejectReason.CURRENCY);
        by("CLERK-1", charges.duesRefund(1, "CNY 1.00")).refused(RejectReason.ABOVE_PAID);
        by("CLERK-1", paying("BROKER-B1", "CNY 50,000.00")).accepted();
        ProposeDuesRefund refund = charges.duesRefund(1, "CNY 30,000.00");
        by("CLERK-1", refund).approved("CLERK-1", "").refused(RejectReason.SAME_PERSON);
        by("CLERK-1", refund).refused(RejectReason.CODE_TAKEN);
        market.approved("CLERK-2", "")
                .including("DuesRefundGranted dues=DUES-1, party=BROKER-B1, amount=CNY 30,000.00")
                .including(
                        "MoneyPosted reason=REFUND_GRANTED, legs=DUES_INCOME CNY 30,000.00 -> OPERATING_PAYABLE BROKER-B1 CNY 30,000.00")
                .including("PaymentInstructed payment=PAY-1");
        by("CLERK-1", charges.duesRefund(1, "CNY 20,000.01")).refused(RejectReason.ABOVE_PAID);
        by("CLERK-1", charges.duesRefund(1, "CNY 20,000.00")).accepted();
    }

    @Test
    void shouldRefundAFeeOnceItHasArrivedInTheOperatingAccount() {
        market.certified(listing("L1"));
        by("CLERK-1", charges.feeRefund("B1", "CNY 1.00")).refused(RejectReason.NOT_ALLOWED);
        market.confirms(2);
        by("A-B1", charges.feeRefund("B1", "CNY 1.00")).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", With.with(charges.feeRefund("B1", "CNY 1.00"), "listingId", 99L))
                .refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", charges.feeRefund("B2", "CNY 1.00")).refused(RejectReason.ABOVE_PAID);
        by("CLERK-1", charges.feeRefund("B1", "USD 1.00")).refused(RejectReason.CURRENCY);
        ProposeFeeRefund refund = charges.feeRefund("SELLER", "CNY 14,520.00");
        by("CLERK-1", refund)
                .approved("SUPERVISOR-1", "")
                .including("FeeRefundGranted deal=DEAL-1, party=SELLER, amount=CNY 14,520.00")
                .including("MoneyPosted legs=FEE_INCOME CNY 14,520.00 -> OPERATING_PAYABLE SELLER CNY 14,520.00");
        by("CLERK-1", charges.feeRefund("SELLER", "CNY 0.01")).refused(RejectReason.ABOVE_PAID);
    }

    private ReceiveMoney paying(String party, String amount) {
        Money money = Written.money(amount);
        String reference = "DUES-" + money.minor() / 100;
        return new ReceiveMoney(reference, MoneyPurpose.DUES, 0, market.id(Ref.PARTY, party), money, Hash256.ZERO);
    }
}
