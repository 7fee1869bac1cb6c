package org.tpx.engine.deal;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Gives;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RightType;

/** Pledgees that are paid from the price before the title passes and the transferor gets anything. */
public class PledgeTest extends DeliveryScenario {

    @Test
    void shouldPayThePledgeeFirstAndTheTransferorTheRest() {
        pledged("BANK").certified(listing("L1")).without("PledgeClaimDue");
        claims("P-1", "CNY 1,800,000.00")
                .including("PledgeClaimRecorded pledgee=BANK, amount=CNY 1,800,000.00")
                .including("PledgeClaimDue pledgee=BANK, amount=CNY 1,800,000.00, shortfall=CNY 0.00")
                .including(
                        "MoneyPosted reason=PLEDGE_PAID, legs=PRICE DEAL-1 CNY 1,800,000.00 -> PAYABLE BANK CNY 1,800,000.00")
                .including("PaymentDue payment=PAY-3, kind=PLEDGE_CLAIM, party=BANK, due=2025-07-25 17:00");
        market.sends(3).confirms(3);
        at("2025-07-21 10:00")
                .by("CLERK-1", release("P-1"))
                .then("PledgeReleased pledgee=BANK, reference=P-1", "EncumbranceReleased reference=P-1");
        at("2025-07-22 10:00").registersTitle().including("ReleaseConditionMet amount=CNY 4,235,480.00");
        market.sends(4).confirms(4).confirms(2).including("DealCompleted");
        market.sends(1).confirms(1).settlementAccountIsEmpty();
    }

    @Test
    void shouldReleaseWithTheLastPledgeWhatTheCertificateWouldHaveReleased() {
        pledged("BANK").funded(listing("L1").release(ReleasePolicy.ON_CERTIFICATE));
        claims("P-1", "CNY 1,000,000.00").accepted();
        at("2025-07-18 10:00").certifies().including("PledgeClaimDue").without("ReleaseConditionMet");
        market.sends(3).confirms(3);
        at("2025-07-21 10:00")
                .by("CLERK-1", release("P-1"))
                .including("PledgeReleased")
                .including("ReleaseConditionMet amount=CNY 5,035,480.00");
    }

    @Test
    void shouldPaySeveralPledgeesInTheOrderOfRegistration() {
        pledged("BANK1", "BANK2", "BANK3").certified(listing("L1"));
        claims("P-2", "CNY 3,000,000.00").including("PledgeClaimRecorded").without("PledgeClaimDue");
        claims("P-3", "CNY 1.00").without("PledgeClaimDue");
        at("2025-07-18 11:00")
                .by("CLERK-1", claim("P-1", "CNY 4,000,000.00"))
                .including("PledgeClaimDue pledgee=BANK1, amount=CNY 4,000,000.00, shortfall=CNY 0.00")
                .including("PledgeClaimDue pledgee=BANK2, amount=CNY 2,035,480.00, shortfall=CNY 964,520.00")
                .including("PledgeClaimDue pledgee=BANK3, amount=CNY 0.00, shortfall=CNY 1.00");
        market.sends(3, 4).confirms(3).confirms(4);
        releases("P-1").accepted();
        releases("P-2").accepted();
        market.registersTitle().refused(RejectReason.PLEDGE_OPEN);
        releases("P-3").accepted();
        at("2025-07-21 10:00").registersTitle().including("ReleaseConditionMet amount=CNY 0.00");
        market.confirms(2).including("DealCompleted");
        market.sends(1).confirms(1).settlementAccountIsEmpty();
    }

    @Test
    void shouldLetAPledgeEndOutsideBeforeItWasPaid() {
        pledged("BANK1", "BANK2").certified(listing("L1").release(ReleasePolicy.ON_CERTIFICATE));
        claims("P-2", "CNY 1,000,000.00").without("PledgeClaimDue");
        at("2025-07-18 11:00");
        endsOutside("P-1")
                .then(
                        "EncumbranceReleased reference=P-1",
                        "PledgeClaimDue pledgee=BANK2, amount=CNY 1,000,000.00",
                        "MoneyPosted reason=PLEDGE_PAID",
                        "PaymentDue payment=PAY-3, kind=PLEDGE_CLAIM");
        proposes(3).accepted();
        at("2025-07-18 12:00");
        endsOutside("P-2")
                .then(
                        "EncumbranceReleased reference=P-2",
                        "PaymentCancelled payment=PAY-3",
                        "MoneyPosted reason=PAYMENT_RECALLED, legs=PAYABLE BANK2 CNY 1,000,000.00 -> PRICE DEAL-1 CNY 1,000,000.00",
                        "ReleaseConditionMet amount=CNY 6,035,480.00",
                        "MoneyPosted reason=PRICE_RELEASED",
                        "PaymentDue payment=PAY-4, kind=SELLER_PROCEEDS");
        market.approved("CLERK-2", "").refused(RejectReason.NOT_ALLOWED);
        endsOutside("P-2").refused(RejectReason.UNKNOWN_SUBJECT);
    }

    @Test
    void shouldTakeTheLastClaimOfAPledge() {
        pledged("BANK").funded(listing("L1"));
        claims("P-1", "CNY 1,000,000.00").accepted();
        claims("P-1", "CNY 900,000.00").accepted();
        at("2025-07-18 10:00").certifies().including("PledgeClaimDue amount=CNY 900,000.00");
        claims("P-1", "CNY 1.00").refused(RejectReason.NOT_ALLOWED);
        claims("P-2", "CNY 1.00").refused(RejectReason.UNKNOWN_SUBJECT);
    }

    @Test
    void shouldTakeAClaimInTheCurrencyOfTheDealOnly() {
        pledged("BANK").awarded(listing("L1"));
        claims("P-1", "CNY 1.00").refused(RejectReason.NOT_ALLOWED);
        market.signs();
        claims("P-1", "USD 1.00").refused(RejectReason.CURRENCY);
        claims("P-1", "CNY 1.00").accepted();
    }

    @Test
    @Gives(RejectReason.PLEDGE_OPEN)
    void shouldPassNoTitleWhileAPledgeStands() {
        pledged("BANK").certified(listing("L1"));
        market.registersTitle().refused(RejectReason.PLEDGE_OPEN).filesTitle().accepted();
    }

    @Test
    void shouldHandNothingOverWhileAPledgeStands() {
        market.right("R2", RightType.SOFTWARE_COPYRIGHT, "SELLER").party("BANK");
        market.certified(listing("L1").of("R2")).accepted();
        by(
                "CLERK-1",
                new RecordEncumbrance(
                        market.id(Ref.RIGHT, "R2"), EncumbranceKind.PLEDGE, market.id(Ref.PARTY, "BANK"), "P-1"));
        market.handsOver().refused(RejectReason.PLEDGE_OPEN);
    }

    @Test
    @Gives(RejectReason.PLEDGEE_UNPAID)
    void shouldReleaseNoPledgeWhoseHolderWasNotPaid() {
        pledged("BANK").certified(listing("L1"));
        releases("P-9").refused(RejectReason.UNKNOWN_SUBJECT);
        releases("P-1").refused(RejectReason.PLEDGEE_UNPAID);
        claims("P-1", "CNY 1.00").accepted();
        releases("P-1").refused(RejectReason.PLEDGEE_UNPAID);
        market.sends(3);
        releases("P-1").refused(RejectReason.PLEDGEE_UNPAID);
        market.confirms(3);
        releases("P-1").accepted();
    }

    @Test
    @Gives(RejectReason.RELEASES_FROZEN)
    void shouldPayNoPledgeeFromMoneyInDispute() {
        pledged("BANK").certified(listing("L1"));
        claims("P-1", "CNY 1.00").including("PledgeClaimDue");
        freezes().accepted();
        proposes(3).refused(RejectReason.RELEASES_FROZEN);
    }

    @Test
    void shouldSetNothingAsideForAPledgeeWhileTheMoneyIsInDispute() {
        pledged("BANK").certified(listing("L1"));
        freezes().accepted();
        claims("P-1", "CNY 1.00").without("PledgeClaimDue");
        unfreezes().including("PledgeClaimDue pledgee=BANK, amount=CNY 1.00");
    }
}
