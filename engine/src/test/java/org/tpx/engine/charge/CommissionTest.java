package org.tpx.engine.charge;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.protocol.ChargeCommand.AgreeCommission;
import org.tpx.protocol.DeliveryCommand.ProposeRescission;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RescissionGround;

/** What brokers get: agreed in the mandate, disclosed in the notice, held until the price is released (section 1.1). */
class CommissionTest extends Scenario {

    private final ChargeSamples charges = new ChargeSamples(market);

    @BeforeEach
    void linkTheSellersMember() {
        charges.link("SELLER");
    }

    @Test
    void shouldTakeTheSellersCommissionOutOfThePrice() {
        agree("SELLER", MandateScope.SELL, FeeSide.SELLER, 15_000, "CNY 50,000.00");
        funded("CNY 4,443,600.00");
        // 1.5 % of 6,050,000.00.
        market.including(
                "MoneyPosted reason=COMMISSION_RESERVED, legs=PRICE DEAL-1 CNY 90,750.00 -> COMMISSION DEAL-1 CNY 90,750.00");
        at("2025-07-18 10:00").certifies();
        at("2025-08-15 10:00")
                .registersTitle()
                .including("ReleaseConditionMet amount=CNY 5,944,730.00")
                .including("PaymentDue payment=PAY-4, kind=COMMISSION, party=BROKER-SELLER, amount=CNY 90,750.00");
        market.sends(1, 3, 4).confirms(1).confirms(2).confirms(3).without("DealCompleted");
        market.confirms(4).including("DealCompleted deal=DEAL-1").settlementAccountIsEmpty();
    }

    @Test
    void shouldLetTheBuyerPayOnTopWhatTheNoticeDiscloses() {
        agree("SELLER", MandateScope.SELL, FeeSide.BUYER, 1, "CNY 50,000.00");
        market.awarded(listing("L1"));
        at("2025-07-11 10:00")
                .signs()
                .becomesEffective()
                .including("ContractEffective due=CNY 4,493,600.00")
                .including(
                        "CommissionAccrued member=M-SELLER, payee=BROKER-SELLER, party=B1, payer=BUYER, amount=CNY 50,000.00");
        at("2025-07-16 10:00")
                .pays("B1", "CNY 4,444,000.00")
                .including("PriceShort missing=CNY 49,600.00")
                .pays("B1", "CNY 49,600.00")
                .including("MoneyPosted legs=SETTLEMENT CNY 49,600.00 -> COMMISSION DEAL-1 CNY 49,600.00")
                .including("PricePaid amount=CNY 6,293,600.00");
    }

    @Test
    void shouldPayTheBuyersBrokerWhatItsOwnMandateSays() {
        market.awarded(listing("L1"));
        charges.link("B1");
        agree("B1", MandateScope.BUY, FeeSide.BUYER, 333, "CNY 0.00");
        // 6,050,000.00 times 0.0333 %.
        at("2025-07-11 10:00")
                .signs()
                .becomesEffective()
                .including("CommissionAccrued member=M-B1, party=B1, payer=BUYER, amount=CNY 2,014.65");
    }

    @Test
    void shouldCapTheSellersCommissionAtWhatTheFeeLeaves() {
        agree("SELLER", MandateScope.SELL, FeeSide.SELLER, 1_000_000, "CNY 0.00");
        funded("CNY 4,443,600.00");
        market.including("PricePaid amount=CNY 6,243,600.00");
        at("2025-07-18 10:00").certifies();
        at("2025-08-15 10:00")
                .registersTitle()
                .including("ReleaseConditionMet amount=CNY 0.00")
                .including("PaymentDue kind=COMMISSION, amount=CNY 6,035,480.00");
    }

    @Test
    void shouldKeepToWhatTheNoticeDisclosedWhateverIsAgreedLater() {
        market.awarded(listing("L1"));
        agree("SELLER", MandateScope.SELL, FeeSide.SELLER, 15_000, "CNY 0.00");
        at("2025-07-11 10:00").signs().becomesEffective().without("CommissionAccrued");
    }

    @Test
    void shouldDiscloseNothingOnceTheAgreementIsTakenBack() {
        agree("SELLER", MandateScope.SELL, FeeSide.SELLER, 15_000, "CNY 0.00");
        agree("SELLER", MandateScope.SELL, FeeSide.SELLER, 0, "CNY 0.00");
        market.disclosed(listing("L1")).including("NoticePublished listing=L1").without("CommissionDisclosed");
    }

    @Test
    void shouldGiveBackWhatABuyerPaidForABrokerWhenTheSaleIsVoid() {
        agree("SELLER", MandateScope.SELL, FeeSide.BUYER, 0, "CNY 50,000.00");
        funded("CNY 4,493,600.00");
        at("2025-07-17 10:00").voids("B1").including("PaymentDue kind=RETURN, party=B1, amount=CNY 4,493,600.00");
    }

    @Test
    void shouldGiveBackTheWholePriceOfAVoidSaleToWhichTheSellersCommissionReturns() {
        agree("SELLER", MandateScope.SELL, FeeSide.SELLER, 15_000, "CNY 0.00");
        funded("CNY 4,443,600.00");
        at("2025-07-17 10:00")
                .voids("B1")
                .including(
                        "MoneyPosted reason=COMMISSION_RESERVED, legs=COMMISSION DEAL-1 CNY 90,750.00 -> PRICE DEAL-1 CNY 90,750.00")
                .including("PaymentDue kind=RETURN, party=B1, amount=CNY 4,443,600.00");
    }

    @Test
    void shouldGiveCommissionsBackWhenADealIsRescindedBeforeItsRelease() {
        agree("SELLER", MandateScope.SELL, FeeSide.SELLER, 15_000, "CNY 0.00");
        funded("CNY 4,443,600.00");
        at("2025-07-18 10:00").certifies().accepted();
        at("2025-07-21 10:00");
        rescinds()
                .including(
                        "MoneyPosted reason=COMMISSION_RESERVED, legs=COMMISSION DEAL-1 CNY 90,750.00 -> PRICE DEAL-1 CNY 90,750.00")
                .including("PaymentDue kind=RESTITUTION, party=B1, amount=CNY 6,035,480.00");
    }

    @Test
    void shouldGiveABuyerItsBrokersCommissionBackBesideThePrice() {
        agree("SELLER", MandateScope.SELL, FeeSide.BUYER, 0, "CNY 50,000.00");
        funded("CNY 4,493,600.00");
        at("2025-07-18 10:00").certifies().accepted();
        at("2025-07-21 10:00");
        rescinds().including("PaymentDue kind=RESTITUTION, party=B1, amount=CNY 6,085,480.00");
    }

    private Market rescinds() {
        ProposeRescission proposed = new ProposeRescission(
                "RESCIND", market.listingId(), RescissionGround.AGREEMENT, new Hash256(1, 2, 3, 4), false, "No. 1");
        return by("CLERK-1", proposed).approved("SUPERVISOR-1", "").accepted();
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstACommission() {
        market.party("B1");
        AgreeCommission wrong = charges.commission("B1", MandateScope.BUY, FeeSide.SELLER, 1, "CNY 0.00");
        by("NOBODY", wrong).refused(RejectReason.UNKNOWN_PRINCIPAL);
        by("SUPERVISOR-1", wrong).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-SELLER", wrong).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", With.with(wrong, "partyId", market.id(Ref.PARTY, "SELLER")))
                .refused(RejectReason.NO_MANDATE);
        market.suspendsMember("M-B1", "2025-08-01 00:00");
        by("CLERK-1", With.with(wrong, "partyId", 99L)).refused(RejectReason.SUSPENDED_MEMBER);
        at("2025-08-01 00:00").by("CLERK-1", With.with(wrong, "partyId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("A-B1", wrong).refused(RejectReason.NO_PAYEE);
        charges.link("B1");
        by("A-B1", wrong).refused(RejectReason.NOT_ALLOWED);
        by("A-B1", With.with(wrong, "scope", MandateScope.BOTH)).refused(RejectReason.NOT_ALLOWED);
        by("A-B1", With.with(wrong, "payer", FeeSide.BUYER)).accepted();
    }

    @Test
    void shouldNotLetOnePartyBeTwoMembers() {
        market.party("B1");
        by("CLERK-1", charges.linking("M-B1", "BROKER-SELLER")).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", With.with(charges.linking("M-B1", "B1"), "partyId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("A-B1", charges.linking("M-B1", "B1")).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", charges.linking("M-B1", "B1")).including("MemberLinked member=M-B1, party=B1");
    }

    private void agree(String party, MandateScope scope, FeeSide payer, int ratePpm, String minimum) {
        by("A-" + party, charges.commission(party, scope, payer, ratePpm, minimum))
                .accepted();
    }

    private Market funded(String paid) {
        market.awarded(listing("L1"));
        market.at("2025-07-11 10:00").signs().becomesEffective();
        return at("2025-07-16 10:00").pays("B1", paid);
    }
}
