package org.tpx.engine.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.ConsentKind;
import org.tpx.protocol.DealCommand.AcceptHandover;
import org.tpx.protocol.DealCommand.FileTitle;
import org.tpx.protocol.DealCommand.RegisterTitle;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.GuideForce;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.OfferCommand.WithdrawOffer;
import org.tpx.protocol.OfferTerms;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RightType;

/** Offers from the submission to their end, and take-ups from the notice to the licence (sections 3 and 4.1, Patent Law Art. 50, 51). */
class OfferTest extends OfferScenario {

    @Test
    void shouldConcludeTheContractWithTheNoticeAtTheMarkedPrice() {
        market.party("B1");
        offers("O-1", OPEN);
        at("2025-06-09 10:00");
        takes("B1", "O-1", "T1")
                .then(
                        "ListingDrafted listing=T1, right=R1, transferor=SELLER, listingPrice=CNY 100,000.00, deposit=CNY 0.00,"
                                + " auctionMode=MARKED_PRICE",
                        "ApplicationAccepted listing=T1, listingNumber=LST-2025-0001, profileVersion=1",
                        "OfferTakenUp offer=O-1, listing=T1, party=B1, price=CNY 100,000.00, feeWaived=false, taken=1",
                        "IntentRegistered listing=T1, party=B1, member=M-B1",
                        "Won listing=T1, party=B1",
                        "Awarded listing=T1, transferee=B1, price=CNY 100,000.00, feeMode=NEGOTIATED",
                        "ContractSigned listing=T1, transferor=SELLER, transferee=B1, price=CNY 100,000.00",
                        "ContractEffective listing=T1, due=CNY 102,000.00, paymentDue=2025-06-16 17:00",
                        "FeeAccrued listing=T1, party=SELLER, amount=CNY 2,000.00",
                        "FeeAccrued listing=T1, party=B1, amount=CNY 2,000.00");
    }

    @Test
    void shouldGiveTheLicenceWithThePriceAndPayTheOwnerOnTheCertificate() {
        market.party("B1");
        offers("O-1", OPEN);
        at("2025-06-09 10:00");
        takes("B1", "O-1", "T1");
        at("2025-06-10 10:00")
                .pays("B1", "CNY 102,000.00")
                .including("LicenceRecorded right=R1, listing=T1, licensee=B1, reference=LST-2025-0001");
        at("2025-06-11 10:00").certifies().including("ReleaseConditionMet listing=T1, amount=CNY 98,000.00");
        at("2025-06-12 10:00").confirms(1).sends(2).confirms(2);
        market.including("DealCompleted listing=T1")
                .including("ListingCompleted listing=T1")
                .settlementAccountIsEmpty();
    }

    @Test
    void shouldFreeThePlaceOfATakerThatDoesNotPay() {
        market.parties("B1", "B2");
        offers("O-1", With.with(ORDINARY, "places", 1));
        at("2025-06-09 10:00");
        takes("B1", "O-1", "T1").accepted();
        takes("B2", "O-1", "T2").refused(RejectReason.SOLD_OUT);
        at("2025-06-16 17:00")
                .on("T1")
                .pays("B1", "CNY 50,000.00")
                .including("PriceShort listing=T1, missing=CNY 52,000.00");
        at("2025-06-23 17:00")
                .then(
                        "TimerFired kind=GRACE, listing=T1",
                        "DealDefaulted listing=T1",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=RETURN, party=B1, amount=CNY 50,000.00",
                        "TakeUpLapsed offer=O-1, listing=T1, party=B1, taken=0",
                        "ListingClosed listing=T1");
        takes("B2", "O-1", "T2").accepted();
        market.on("T1").pays("B1", "CNY 52,000.00").including("PaymentDue kind=RETURN, party=B1, amount=CNY 52,000.00");
        takes("B1", "O-1", "T3").refused(RejectReason.SOLD_OUT);
    }

    @Test
    void shouldServeTheTakersInTheOrderOfTheirNotices() {
        market.parties("B1", "B2", "B3");
        offers("O-1", With.with(ORDINARY, "places", 2));
        at("2025-06-09 10:00");
        takes("B3", "O-1", "T1").including("OfferTakenUp party=B3, taken=1");
        takes("B1", "O-1", "T2").including("OfferTakenUp party=B1, taken=2");
        takes("B2", "O-1", "T3").refused(RejectReason.SOLD_OUT);
    }

    @Test
    void shouldLetWhatWasTakenUpStandWhenTheOfferIsWithdrawn() {
        market.parties("B1", "B2");
        offers("O-1", OPEN);
        at("2025-06-09 10:00");
        takes("B1", "O-1", "T1");
        withdraws("O-1").including("OfferWithdrawn offer=O-1, reason=licensed widely enough");
        takes("B2", "O-1", "T2").refused(RejectReason.LATE);
        market.on("T1").pays("B1", "CNY 102,000.00").including("LicenceRecorded licensee=B1");
        withdraws("O-1").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldEndAtItsInstantAndNotBefore() {
        market.parties("B1", "B2");
        offers("O-1", With.with(ORDINARY, "endNanos", Written.nanos("2025-06-20 12:00")));
        at("2025-06-20 11:59:59.999999999");
        takes("B1", "O-1", "T1").accepted();
        at("2025-06-20 12:00").then("TimerFired kind=OFFER_END", "OfferEnded offer=O-1");
        takes("B2", "O-1", "T2").refused(RejectReason.LATE);
        withdraws("O-1").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldForgetTheEndOfAnOfferThatWasWithdrawn() {
        offers("O-1", With.with(ORDINARY, "endNanos", Written.nanos("2025-06-20 12:00")));
        withdraws("O-1").accepted();
        at("2025-06-21 12:00").without("OfferEnded");
    }

    @Test
    void shouldTakeNothingUpThatWasNotPublished() {
        market.party("B1");
        submits(offer("O-1", ORDINARY)).including("OfferSubmitted offer=O-1, aboveGuide=false");
        takes("B1", "O-1", "T1").refused(RejectReason.NOT_ALLOWED);
        refuses("O-1").including("OfferRefused offer=O-1, reason=unclear terms");
        takes("B1", "O-1", "T1").refused(RejectReason.NOT_ALLOWED);
        publishes("O-1").refused(RejectReason.NOT_ALLOWED);
        refuses("O-1").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldWithdrawAnOfferBeforeItIsPublished() {
        submits(offer("O-1", OPEN)).accepted();
        withdraws("O-1").accepted();
        publishes("O-1").refused(RejectReason.NOT_ALLOWED);
        offers("O-2", OPEN);
    }

    @Test
    void shouldLetASupervisorWithdrawAnOffer() {
        market.party("B1");
        offers("O-1", ORDINARY);
        by("SUPERVISOR-1", new WithdrawOffer(market.id(Ref.OFFER, "O-1"), "title in dispute"))
                .accepted();
        takes("B1", "O-1", "T1").refused(RejectReason.LATE);
    }

    @Test
    void shouldPinTheRulesAtThePublication() {
        market.party("B1");
        submits(offer("O-1", ORDINARY));
        market.rules("paymentDays", 2);
        publishes("O-1").including("OfferPublished offer=O-1, profileVersion=2, feeScheduleVersion=1");
        market.rules("paymentDays", 9);
        at("2025-06-09 10:00");
        takes("B1", "O-1", "T1").including("ContractEffective listing=T1, paymentDue=2025-06-11 17:00");
    }

    @Test
    void shouldGiveALicenceAwayForNothing() {
        market.party("B1");
        opensPlate("P-1", 5, true, "2025-12-31 17:00");
        admitted("P-1", "B1");
        offers("O-1", "P-1", With.with(ORDINARY, "price", Written.money("CNY 0.00")));
        at("2025-06-09 10:00");
        takes("B1", "O-1", "T1")
                .including("ContractEffective listing=T1, due=CNY 0.00")
                .including("PricePaid listing=T1, amount=CNY 0.00")
                .including("LicenceRecorded licensee=B1")
                .without("MoneyPosted");
        at("2025-06-10 10:00").certifies().accepted();
        market.then(
                "ProposalMade kind=CERTIFICATE",
                "ProposalApproved",
                "CertificateIssued listing=T1, transferee=B1, price=CNY 0.00",
                "ReleaseConditionMet listing=T1, amount=CNY 0.00",
                "DealCompleted listing=T1",
                "ListingCompleted listing=T1");
    }

    @Test
    void shouldTakeNoMoreThanThePriceAsTheOwnersFee() {
        market.party("B1");
        offers("O-1", With.with(OPEN, "price", Written.money("CNY 500.00")));
        at("2025-06-09 10:00");
        takes("B1", "O-1", "T1")
                .including("FeeAccrued party=SELLER, amount=CNY 500.00")
                .including("FeeAccrued party=B1, amount=CNY 2,000.00");
        market.pays("B1", "CNY 2,500.00").including("LicenceRecorded licensee=B1");
        at("2025-06-10 10:00").certifies().including("ReleaseConditionMet listing=T1, amount=CNY 0.00");
        market.confirms(1).including("DealCompleted listing=T1").settlementAccountIsEmpty();
    }

    @Test
    void shouldHoldThePriceUntilTheHandoverWhereTheOfferSaysSo() {
        market.party("B1");
        offers("O-1", With.with(ORDINARY, "releasePolicy", ReleasePolicy.ON_ACCEPTANCE));
        at("2025-06-09 10:00");
        takes("B1", "O-1", "T1").pays("B1", "CNY 102,000.00");
        at("2025-06-10 10:00").certifies().without("ReleaseConditionMet");
        by("CLERK-1", new FileTitle(market.listingId(), "receipt")).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", new RegisterTitle(market.listingId(), "entry", Hash256.ZERO))
                .refused(RejectReason.NOT_ALLOWED);
        at("2025-06-12 10:00");
        by("CLERK-1", new AcceptHandover(market.listingId(), Written.digest("protocol")))
                .including("HandoverAccepted listing=T1")
                .including("ReleaseConditionMet listing=T1, amount=CNY 98,000.00")
                .without("TitleRegistered");
    }

    @Test
    void shouldLeaveTheRightToItsOwnerWhoMaySellItBesides() {
        market.parties("B1", "B2");
        offers("O-1", OPEN);
        at("2025-06-09 10:00");
        takes("B1", "O-1", "T1").accepted();
        market.drafts(listing("L1")).submits().accepted();
    }

    @Test
    void shouldNotTakeUpTheOfferOfAFormerOwner() {
        market.parties("B1", "HEIR");
        offers("O-1", OPEN);
        owners("HEIR");
        takes("B1", "O-1", "T1").refused(RejectReason.NOT_OWNER);
        encumbers(EncumbranceKind.LICENCE_EXCLUSIVE, "B1", "LIC-1").accepted();
    }

    @Test
    void shouldTakeNothingUpWhileTheMarketIsHalted() {
        market.party("B1");
        offers("O-1", ORDINARY);
        market.halts(HaltScope.MARKET);
        takes("B1", "O-1", "T1").refused(RejectReason.HALTED);
        market.lifts(HaltScope.MARKET);
        takes("B1", "O-1", "T1").accepted();
    }

    @Test
    void shouldOnlyWarnAboveThePriceGuideUnlessTheProfileMakesItALimit() {
        OfferTerms dear = With.with(OPEN, "price", Written.money("CNY 20,000,000.01"));
        OfferTerms sales = With.with(OPEN, "salesRoyaltyBps", 2_001);
        OfferTerms profit = With.with(OPEN, "profitRoyaltyBps", 4_001);
        submits(offer("O-1", dear)).including("OfferSubmitted offer=O-1, aboveGuide=true");
        withdraws("O-1");
        submits(offer("O-2", sales)).including("OfferSubmitted offer=O-2, aboveGuide=true");
        withdraws("O-2");
        submits(offer("O-3", profit)).including("OfferSubmitted offer=O-3, aboveGuide=true");
        withdraws("O-3");
        market.rules("openLicenceGuide", GuideForce.REFUSE);
        submits(offer("O-4", dear)).refused(RejectReason.ABOVE_PRICE_GUIDE);
        submits(offer("O-4", sales)).refused(RejectReason.ABOVE_PRICE_GUIDE);
        submits(offer("O-4", profit)).refused(RejectReason.ABOVE_PRICE_GUIDE);
        OfferTerms atTheLimit = With.with(
                OPEN, "price", Written.money("CNY 20,000,000.00"), "salesRoyaltyBps", 2_000, "profitRoyaltyBps", 4_000);
        submits(offer("O-4", atTheLimit)).including("OfferSubmitted offer=O-4, aboveGuide=false");
        submits(offer("O-5", With.with(ORDINARY, "salesRoyaltyBps", 9_000))).accepted();
    }

    @Test
    void shouldAskAllOwnersForAnOpenLicenceAndNoneForAnother() {
        market.parties("B1", "HEIR");
        owners("SELLER", "HEIR");
        submits(offer("O-1", OPEN)).refused(RejectReason.CO_OWNER_CONSENT);
        consents("HEIR", ConsentKind.CO_OWNER).accepted();
        submits(offer("O-1", OPEN)).refused(RejectReason.CO_OWNER_CONSENT);
        consents("HEIR", ConsentKind.LICENCE_CO_OWNER).accepted();
        offers("O-1", OPEN);
        offers("O-2", ORDINARY);
    }

    @Test
    void shouldAskThePledgeeForEveryLicence() {
        market.parties("B1", "BANK");
        encumbers(EncumbranceKind.PLEDGE, "BANK", "P-1").accepted();
        consents("BANK", ConsentKind.PLEDGEE).accepted();
        submits(offer("O-1", ORDINARY)).refused(RejectReason.PLEDGEE_CONSENT);
        consents("BANK", ConsentKind.LICENCE_PLEDGEE).accepted();
        consents("BANK", ConsentKind.LICENCE_PLEDGEE).refused(RejectReason.NOT_ALLOWED);
        offers("O-1", ORDINARY);
        takes("B1", "O-1", "T1").accepted();
    }

    @Test
    void shouldOfferOnlyWhatCanBeLicensed() {
        market.right("R2", RightType.TECH_EQUITY, "SELLER").right("R3", RightType.LICENCE_ORDINARY, "SELLER");
        market.right("R4", RightType.KNOW_HOW, "SELLER");
        submits(With.with(offer("O-1", ORDINARY), "rightId", market.id(Ref.RIGHT, "R2")))
                .refused(RejectReason.NOT_ALLOWED);
        submits(With.with(offer("O-1", ORDINARY), "rightId", market.id(Ref.RIGHT, "R3")))
                .refused(RejectReason.NOT_ALLOWED);
        submits(With.with(offer("O-1", OPEN), "rightId", market.id(Ref.RIGHT, "R4")))
                .refused(RejectReason.NOT_ALLOWED);
        submits(With.with(offer("O-1", ORDINARY), "rightId", market.id(Ref.RIGHT, "R4")))
                .accepted();
    }

    @Test
    void shouldOpenALicenceToEverybodyOrNotAtAll() {
        opensPlate("P-1", 5, true, "2025-12-31 17:00");
        submits(offer("O-1", With.with(OPEN, "places", 5))).refused(RejectReason.NOT_ALLOWED);
        submits(offer("O-1", "P-1", OPEN)).refused(RejectReason.NOT_ALLOWED);
        submits(offer("O-1", OPEN)).accepted();
    }

    @Test
    void shouldCountEveryLicenceOfTheSamePartyOnce() {
        market.party("B1");
        offers("O-1", ORDINARY);
        offers("O-2", ORDINARY);
        takes("B1", "O-1", "T1").accepted();
        takes("B1", "O-2", "T2").accepted();
        takes("B1", "O-1", "T3").refused(RejectReason.ALREADY_TAKEN_UP);
        assertThat(market.id(Ref.LISTING, "T2")).isEqualTo(2);
    }
}
