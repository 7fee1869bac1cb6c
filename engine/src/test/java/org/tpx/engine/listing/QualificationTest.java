package org.tpx.engine.listing;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.DealCommand.ConfirmPayment;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingCommand.RegisterIntent;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand.RegisterParty;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;

/** Intended transferees and their deposits, and the close of the qualification (machine 9.2, L10, L13 to L15). */
class QualificationTest extends Scenario {

    private static final String DEPOSIT = "CNY 1,800,000.00";

    @BeforeEach
    void publish() {
        market.parties("B1", "B2", "B3");
    }

    @Test
    void shouldAdmitWhoQualifiesAndPaysInTheOrderOfPayment() {
        market.disclosed(listing("L1"));
        at("2025-06-30 10:00").intends("B1").intends("B2").qualifies("B1").qualifies("B2");
        at("2025-07-01 10:00")
                .deposits("B2", DEPOSIT)
                .deposits("B1", DEPOSIT)
                .including("Admitted party=B2, bidderCode=BC-001")
                .including("Admitted party=B1, bidderCode=BC-002");
    }

    @Test
    void shouldAddUpPartialDeposits() {
        market.disclosed(listing("L1"));
        at("2025-06-30 10:00").intends("B1").qualifies("B1");
        at("2025-07-01 10:00").deposits("B1", "CNY 1,000,000.00").including("DepositShort missing=CNY 800,000.00");
        at("2025-07-02 10:00")
                .deposits("B1", "CNY 800,000.00")
                .then(
                        "MoneyReceived amount=CNY 800,000.00",
                        "MoneyPosted reason=DEPOSIT_IN, legs=SETTLEMENT CNY 800,000.00 -> DEPOSIT B1 L1 CNY 800,000.00",
                        "DepositReceived party=B1, amount=CNY 1,800,000.00",
                        "Admitted party=B1, bidderCode=BC-001");
    }

    @Test
    void shouldOweBackWhatExceedsTheDeposit() {
        market.disclosed(listing("L1"));
        at("2025-06-30 10:00").intends("B1").qualifies("B1");
        at("2025-07-01 10:00")
                .deposits("B1", "CNY 1,800,000.01")
                .then(
                        "MoneyReceived amount=CNY 1,800,000.01",
                        "MoneyPosted reason=DEPOSIT_IN, legs=SETTLEMENT CNY 1,800,000.01 -> DEPOSIT B1 L1 CNY 1,800,000.00 + PAYABLE B1 CNY 0.01",
                        "PaymentDue kind=RETURN, party=B1, amount=CNY 0.01, due=2025-07-04 17:00",
                        "DepositReceived party=B1, amount=CNY 1,800,000.00",
                        "Admitted party=B1");
        at("2025-07-02 10:00")
                .deposits("B1", DEPOSIT)
                .then(
                        "MoneyReceived",
                        "MoneyPosted reason=UNEXPECTED_IN, legs=SETTLEMENT CNY 1,800,000.00 -> PAYABLE B1 CNY 1,800,000.00",
                        "PaymentDue kind=RETURN, party=B1, amount=CNY 1,800,000.00");
    }

    @Test
    void shouldKeepADepositThatComesBeforeTheExchangeHasDecided() {
        market.disclosed(listing("L1"));
        at("2025-06-20 10:00").intends("B1");
        at("2025-06-23 10:00")
                .deposits("B1", "CNY 1,800,000.01")
                .then(
                        "MoneyReceived",
                        "MoneyPosted reason=DEPOSIT_IN, legs=SETTLEMENT CNY 1,800,000.01 -> DEPOSIT B1 L1 CNY 1,800,000.00 + PAYABLE B1 CNY 0.01",
                        "PaymentDue kind=RETURN, amount=CNY 0.01");
        at("2025-06-24 10:00")
                .qualifies("B1")
                .then(
                        "Qualified party=B1, deposit=CNY 1,800,000.00, depositDue=2025-06-27 17:00",
                        "DepositReceived party=B1, amount=CNY 1,800,000.00",
                        "Admitted party=B1, bidderCode=BC-001");
        at("2025-06-27 17:00").without("Lapsed");
    }

    @Test
    void shouldGiveAnEarlyDepositBackToWhomeverDoesNotQualify() {
        market.disclosed(listing("L1"));
        at("2025-06-20 10:00").intends("B1").deposits("B1", "CNY 5.00");
        at("2025-06-23 10:00")
                .disqualifies("B1")
                .then(
                        "Disqualified party=B1, reason=no licence",
                        "MoneyPosted reason=DEPOSIT_RELEASED, legs=DEPOSIT B1 L1 CNY 5.00 -> PAYABLE B1 CNY 5.00",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B1, amount=CNY 5.00, due=2025-06-26 17:00");
        at("2025-06-23 11:00")
                .deposits("B1", DEPOSIT)
                .including("PaymentDue kind=RETURN, party=B1, amount=CNY 1,800,000.00");
        market.qualifies("B1").refused(RejectReason.NOT_ALLOWED);
        market.intends("B1").refused(RejectReason.ALREADY_REGISTERED);
    }

    @Test
    void shouldOweBackMoneyOfSomebodyWhoNeverRegistered() {
        market.disclosed(listing("L1"));
        at("2025-06-20 10:00")
                .deposits("B1", DEPOSIT)
                .then(
                        "MoneyReceived party=B1",
                        "MoneyPosted reason=UNEXPECTED_IN",
                        "PaymentDue kind=RETURN, party=B1, amount=CNY 1,800,000.00, due=2025-06-25 17:00");
        market.intends("B1").qualifies("B1").without("Admitted");
    }

    @Test
    void shouldTakeADepositFromThePartysOwnAccountOnly() {
        market.disclosed(listing("L1"));
        at("2025-06-30 10:00").intends("B1").qualifies("B1");
        at("2025-07-01 10:00")
                .by(
                        "CLERK-2",
                        With.with(market.receipt(MoneyPurpose.DEPOSIT, "B1", DEPOSIT), "account", Written.digest("B2")))
                .then(
                        "MoneyReceived party=B1",
                        "MoneyPosted reason=UNEXPECTED_IN, legs=SETTLEMENT CNY 1,800,000.00 -> PAYABLE B1 CNY 1,800,000.00",
                        "PaymentDue kind=RETURN, party=B1");
        at("2025-07-01 11:00")
                .by("CLERK-2", With.with(market.receipt(MoneyPurpose.DEPOSIT, "B1", DEPOSIT), "account", Hash256.ZERO))
                .including("Admitted party=B1");
    }

    @Test
    void shouldTakeADepositFromAnyAccountOfAPartyThatRegisteredNone() {
        by("CLERK-1", new RegisterParty("B4", Hash256.ZERO, Hash256.ZERO));
        market.mandated("B4", "B1", MandateScope.BUY, "2025-01-01 00:00", "2026-01-01 00:00");
        market.disclosed(listing("L1"));
        at("2025-06-30 10:00")
                .by("A-B1", new RegisterIntent(market.listingId(), market.id(Ref.PARTY, "B4"), false))
                .qualifies("B4")
                .deposits("B4", DEPOSIT)
                .including("Admitted party=B4");
    }

    @Test
    void shouldLetAnIntentLapseWhoseDepositIsNotInFullInTime() {
        market.disclosed(listing("L1"));
        at("2025-06-20 10:00").intends("B1").qualifies("B1").deposits("B1", "CNY 1,799,999.99");
        at("2025-06-25 17:00")
                .then(
                        "TimerFired kind=DEPOSIT, listing=L1, party=B1",
                        "Lapsed party=B1",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B1, amount=CNY 1,799,999.99, due=2025-06-30 17:00");
        market.deposits("B1", "CNY 0.01").including("PaymentDue kind=RETURN, party=B1, amount=CNY 0.01");
    }

    @Test
    void shouldWaitForTheDecisionOnEveryIntent() {
        market.disclosed(listing("L1"));
        at("2025-07-03 10:00").admitted(DEPOSIT, "B1").intends("B2").intends("B3");
        at("2025-07-07 17:00").then("TimerFired kind=DISCLOSURE_END", "DisclosureEnded registrations=3");
        at("2025-07-08 10:00").qualifies("B2").then("Qualified party=B2, depositDue=2025-07-11 17:00");
        at("2025-07-09 10:00").disqualifies("B3").then("Disqualified party=B3");
        at("2025-07-10 10:00")
                .deposits("B2", DEPOSIT)
                .then(
                        "MoneyReceived",
                        "MoneyPosted reason=DEPOSIT_IN",
                        "DepositReceived party=B2",
                        "Admitted party=B2",
                        "QualificationClosed admitted=2");
        at("2025-07-14 17:00").without("TimerFired");
    }

    @Test
    void shouldCloseTheQualificationWithTheLastDisqualification() {
        market.disclosed(listing("L1"));
        at("2025-07-03 10:00").admitted(DEPOSIT, "B1").intends("B2");
        at("2025-07-07 17:00").without("QualificationClosed");
        at("2025-07-08 10:00")
                .disqualifies("B2")
                .then(
                        "Disqualified party=B2",
                        "QualificationClosed admitted=1",
                        "SingleQuoteOpened party=B1, deadline=2025-07-15 17:00");
    }

    @Test
    void shouldCloseTheQualificationWithTheLastLapse() {
        market.disclosed(listing("L1"));
        at("2025-07-04 10:00").admitted(DEPOSIT, "B1").intends("B2").qualifies("B2");
        at("2025-07-07 17:00").including("DisclosureEnded registrations=2").without("QualificationClosed");
        at("2025-07-09 17:00")
                .then(
                        "TimerFired kind=DEPOSIT, party=B2",
                        "Lapsed party=B2",
                        "QualificationClosed admitted=1",
                        "SingleQuoteOpened party=B1, deadline=2025-07-16 17:00");
    }

    @Test
    void shouldDisqualifyWhomNobodyDecidedOnInTime() {
        market.disclosed(listing("L1"));
        at("2025-07-03 10:00")
                .intends("B1")
                .intends("B2")
                .deposits("B2", "CNY 7.00")
                .admitted(DEPOSIT, "B3");
        at("2025-07-14 17:00")
                .then(
                        "TimerFired at=2025-07-07 17:00, kind=DISCLOSURE_END",
                        "DisclosureEnded registrations=3",
                        "TimerFired kind=QUALIFICATION, listing=L1",
                        "Disqualified party=B1, reason=not decided in time",
                        "Disqualified party=B2, reason=not decided in time",
                        "MoneyPosted reason=DEPOSIT_RELEASED, legs=DEPOSIT B2 L1 CNY 7.00 -> PAYABLE B2 CNY 7.00",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B2",
                        "QualificationClosed admitted=1",
                        "SingleQuoteOpened party=B3");
    }

    @Test
    void shouldStillWaitForADepositThatIsDueAfterTheTimeToDecide() {
        market.disclosed(listing("L1"));
        at("2025-07-03 10:00").intends("B1").intends("B2");
        at("2025-07-14 10:00").qualifies("B1");
        at("2025-07-14 17:00").including("Disqualified party=B2").without("QualificationClosed");
        at("2025-07-16 10:00").deposits("B1", DEPOSIT).including("QualificationClosed admitted=1");
    }

    @Test
    void shouldEndUnsoldWhereNobodyIsAdmitted() {
        market.disclosed(listing("L1"));
        at("2025-07-03 10:00").intends("B1");
        at("2025-07-07 17:00").without("QualificationClosed");
        at("2025-07-08 10:00")
                .disqualifies("B1")
                .then("Disqualified party=B1", "QualificationClosed admitted=0", "Unsold reason=NO_ADMITTED");
    }

    @Test
    void shouldEndUnsoldWhereTheRulesAskForMoreThanOne() {
        market.rules("singleQuoteAllowed", false).disclosed(listing("L1"));
        at("2025-07-03 10:00").admitted(DEPOSIT, "B1");
        at("2025-07-07 17:00")
                .then(
                        "TimerFired kind=DISCLOSURE_END",
                        "DisclosureEnded registrations=1",
                        "QualificationClosed admitted=1",
                        "Unsold reason=NO_ADMITTED",
                        "Lost party=B1",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B1, amount=CNY 1,800,000.00, due=2025-07-10 17:00");
    }

    @Test
    void shouldBookABankReferenceOnceAcrossPaymentsInAndOut() {
        market.disclosed(listing("L1"));
        at("2025-06-30 10:00").intends("B1").qualifies("B1").deposits("B1", "CNY 1.00");
        String used = "BANK-1";
        market.by("CLERK-2", With.with(market.receipt(MoneyPurpose.DEPOSIT, "B1", "CNY 2.00"), "bankReference", used))
                .refused(RejectReason.DUPLICATE_BANK_REFERENCE);
        market.deposits("B2", "CNY 1.00").sends(1);
        by("CLERK-1", new ConfirmPayment(1, used)).refused(RejectReason.DUPLICATE_BANK_REFERENCE);
        market.confirms(1).accepted();
    }
}
