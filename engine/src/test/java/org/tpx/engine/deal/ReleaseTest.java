package org.tpx.engine.deal;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RightType;

/** Release of the price in parts, and money that is kept since it is in dispute. */
class ReleaseTest extends DeliveryScenario {

    @Test
    void shouldReleaseAPartWithTheCertificateAndTheRestWithTheTitle() {
        // 6,035,480.00 x 33.33 % = 2,011,625.484, rounded down.
        market.certified(split(3_333))
                .including("PartReleased amount=CNY 2,011,625.48, rest=CNY 4,023,854.52")
                .including("PaymentDue payment=PAY-3, kind=SELLER_PROCEEDS, amount=CNY 2,011,625.48")
                .without("ReleaseConditionMet");
        at("2025-07-21 10:00").sends(3).confirms(3).confirms(2).without("DealCompleted");
        at("2025-08-15 10:00")
                .registersTitle()
                .then(
                        "TitleRegistered transferee=B1",
                        "ReleaseConditionMet amount=CNY 4,023,854.52",
                        "MoneyPosted reason=PRICE_RELEASED, legs=PRICE DEAL-1 CNY 4,023,854.52 -> PAYABLE SELLER CNY 4,023,854.52",
                        "PaymentDue payment=PAY-4, kind=SELLER_PROCEEDS, amount=CNY 4,023,854.52");
        at("2025-08-18 10:00").sends(4).confirms(4).including("DealCompleted deal=DEAL-1");
        market.sends(1).confirms(1).settlementAccountIsEmpty();
    }

    @Test
    void shouldReleaseTheRestWithTheHandoverOfARightWithoutRegistry() {
        market.right("R2", RightType.KNOW_HOW, "SELLER");
        market.certified(split(5_000).of("R2")).including("PartReleased amount=CNY 3,017,740.00");
        at("2025-07-21 10:00").handsOver().including("ReleaseConditionMet amount=CNY 3,017,740.00");
    }

    @Test
    void shouldTakeTheShareFromTheProfileWhereTheNoticeNamesNone() {
        market.rules("releasePolicy", ReleasePolicy.SPLIT, "releaseSplitBps", 10_000);
        market.certified(listing("L1")).including("PartReleased amount=CNY 6,035,480.00, rest=CNY 0.00");
        at("2025-07-21 10:00").registersTitle().including("ReleaseConditionMet amount=CNY 0.00");
        market.confirms(2).sends(3).confirms(3).including("DealCompleted deal=DEAL-1");
    }

    @Test
    void shouldReleaseNothingWithTheCertificateWhereTheShareIsNone() {
        market.certified(split(0)).without("PartReleased").without("ReleaseConditionMet");
        at("2025-07-21 10:00").registersTitle().including("ReleaseConditionMet amount=CNY 6,035,480.00");
    }

    @Test
    void shouldKeepMoneyInDisputeUntilTwoPeopleLetItGo() {
        market.funded(listing("L1").release(ReleasePolicy.ON_CERTIFICATE));
        freezes().including("ReleasesFrozen deal=DEAL-1, reason=a dispute");
        freezes().refused(RejectReason.NOT_ALLOWED);
        at("2025-07-18 10:00").certifies().including("CertificateIssued").without("ReleaseConditionMet");
        at("2025-07-21 10:00").registersTitle().then("TitleRegistered transferee=B1");
        by("SUPERVISOR-1", unfreezing()).approved("SUPERVISOR-1", "").refused(RejectReason.SAME_PERSON);
        market.approved("CLERK-1", "").refused(RejectReason.ROLE_NOT_ALLOWED);
        at("2025-07-22 10:00")
                .approved("SUPERVISOR-2", "")
                .then(
                        "ProposalApproved",
                        "ReleasesUnfrozen deal=DEAL-1, reason=settled",
                        "ReleaseConditionMet amount=CNY 6,035,480.00",
                        "MoneyPosted reason=PRICE_RELEASED",
                        "PaymentDue payment=PAY-3, kind=SELLER_PROCEEDS");
        by("SUPERVISOR-1", unfreezing()).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldSendNothingOfAPriceInDispute() {
        market.certified(listing("L1").release(ReleasePolicy.ON_CERTIFICATE));
        proposes(3).accepted();
        freezes().accepted();
        market.approved("CLERK-2", "").refused(RejectReason.RELEASES_FROZEN);
        proposes(1, 3).refused(RejectReason.RELEASES_FROZEN);
        market.sends(1).accepted();
        by("SUPERVISOR-1", unfreezing()).approved("SUPERVISOR-2", "").accepted();
        at("2025-07-21 10:00").confirms(2).accepted();
    }

    @Test
    void shouldFreezeNothingThatIsOver() {
        market.certified(listing("L1").release(ReleasePolicy.ON_CERTIFICATE)).registersTitle();
        market.sends(3).confirms(3).confirms(2).including("DealCompleted");
        freezes().refused(RejectReason.NOT_ALLOWED);
    }
}
