package org.tpx.engine.negotiation;

import static org.tpx.engine.Draft.listing;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.LegalBasis;
import org.tpx.protocol.Owner;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordTitle;
import org.tpx.protocol.RightType;
import org.tpx.protocol.SystemCommand.SetAdmission;

/** A negotiated transfer from the proposal to the money, and every way in which it comes to nothing (machine 9.4). */
class NegotiationTest extends NegotiationScenario {

    @Test
    void shouldSellAtTheAgreedPriceWithoutADepositAsInE16() {
        inNotice();
        at("2025-06-26 09:00")
                .then(
                        "TimerFired at=2025-06-26 00:00, kind=NOTICE_END, listing=N1",
                        "NoticeEnded openObjections=0",
                        "SigningOpened signingDue=2025-08-07 17:00");
        at("2025-06-30 10:00")
                .signs()
                .becomesEffective()
                .then(
                        "ContractSigned deal=DEAL-1, transferor=SELLER, transferee=B1, price=CNY 1,200,000.00, feeMode=NEGOTIATED",
                        "ContractEffective due=CNY 1,202,880.00, paymentDue=2025-07-07 17:00",
                        "FeeAccrued party=SELLER, side=SELLER, amount=CNY 2,880.00",
                        "FeeAccrued party=B1, side=BUYER, amount=CNY 2,880.00");
        at("2025-07-03 10:00").pays("B1", "CNY 1,202,880.00").including("PricePaid amount=CNY 1,202,880.00");
        at("2025-07-04 10:00").certifies().confirms(1);
        at("2025-07-25 10:00").registersTitle().including("ReleaseConditionMet amount=CNY 1,197,120.00");
        at("2025-07-28 10:00").sends(2).confirms(2).including("ListingCompleted listing=N1");
        market.settlementAccountIsEmpty();
    }

    @Test
    void shouldGiveTheRightAListingThatAsksForNoDeposit() {
        market.party("B1").at("2025-06-09 09:00");
        proposes(LegalBasis.UNIVERSITY_ACHIEVEMENT)
                .then(
                        "ListingDrafted code=N1, member=M-SELLER, right=R1, transferor=SELLER, deposit=CNY 0.00, auctionMode=NEGOTIATED",
                        "NegotiationProposed listing=N1, transferee=B1, basis=UNIVERSITY_ACHIEVEMENT, price=CNY 1,200,000.00");
        at("2025-06-10 09:00");
        approves()
                .then(
                        "BasisApproved listing=N1",
                        "ApplicationAccepted listingNumber=LST-2025-0001, profileVersion=1, feeScheduleVersion=1");
    }

    @Test
    void shouldNeedNoNoticeWhereTheRulesAskForNone() {
        signable()
                .including(
                        "NoticePosted transferee=B1, price=CNY 1,200,000.00, relatedParty=UNRELATED, noticeEnd=09:00")
                .including("NoticeEnded openObjections=0")
                .including("SigningOpened signingDue=2025-07-22 17:00");
        market.signs().accepted();
    }

    @Test
    void shouldLetANoticeStandForMoreDaysThanTheRulesAskFor() {
        market.party("B1").at("2025-06-10 09:00");
        proposes(LegalBasis.PRIVATE_HOLDER);
        approvesWithoutDecision();
        posts(5).including("NoticePosted noticeEnd=2025-06-17 17:00");
        market.signs().refused(RejectReason.NOT_ALLOWED);
        at("2025-06-17 17:00").including("SigningOpened").signs().accepted();
    }

    @Test
    void shouldEndANoticeInCalendarDaysOnAWorkingDay() {
        market.party("B1").at("2025-09-20 09:00");
        proposes(LegalBasis.UNIVERSITY_ACHIEVEMENT);
        approves();
        posts().including("NoticePosted noticeEnd=2025-10-10 00:00");
    }

    @Test
    void shouldHandKnowHowOver() {
        market.party("B1").right("R2", RightType.KNOW_HOW, "SELLER").at("2025-06-10 09:00");
        by(
                        "A-SELLER",
                        With.with(
                                proposal(terms(LegalBasis.PRIVATE_HOLDER, PRICE)),
                                "rightId",
                                market.id(Ref.RIGHT, "R2")))
                .on("N1");
        approvesWithoutDecision();
        posts();
        market.signs().becomesEffective().pays("B1", "CNY 1,202,880.00").certifies();
        market.handsOver().including("ReleaseConditionMet amount=CNY 1,197,120.00");
        market.confirms(1).sends(2).confirms(2).including("ListingCompleted listing=N1");
    }

    @Test
    void shouldCancelWhatNobodySignsInTime() {
        signable().at("2025-07-22 16:59");
        at("2025-07-22 17:00")
                .signs()
                .refused(RejectReason.LATE)
                .then(
                        "TimerFired kind=SIGNING_WINDOW, listing=N1",
                        "NegotiationCancelled ground=NOT_SIGNED",
                        "ListingClosed listing=N1",
                        "CommandRefused reason=LATE");
        market.drafts(listing("L1")).submits().accepted();
    }

    @Test
    void shouldKeepTheRightFromOtherListingsMeanwhile() {
        signable().drafts(listing("L1")).submits().refused(RejectReason.RIGHT_ALREADY_LISTED);
        market.on("N1");
        cancels()
                .including("NegotiationCancelled ground=WITHDRAWN, reason=no longer wanted")
                .including("ListingClosed listing=N1");
        cancels().refused(RejectReason.NOT_ALLOWED);
        market.on("L1").submits().accepted();
    }

    @Test
    void shouldEndWithTheRefusalOfItsBasis() {
        market.party("B1").at("2025-06-10 09:00");
        proposes(LegalBasis.PRIVATE_HOLDER);
        at("2025-06-11 09:00");
        refusesBasis()
                .then(
                        "BasisRefused listing=N1, reason=no such decision",
                        "NegotiationCancelled ground=BASIS_REFUSED",
                        "ListingClosed listing=N1");
        approvesWithoutDecision().refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldGiveBackWhatWasPaidOfAPriceThatDidNotComeInFull() {
        signable().signs().becomesEffective().including("ContractEffective paymentDue=2025-06-17 17:00");
        at("2025-06-16 10:00").pays("B1", "CNY 1,000,000.00").including("PriceShort missing=CNY 202,880.00");
        at("2025-06-17 17:00").including("PriceOverdue graceEnd=2025-06-24 17:00");
        at("2025-06-24 17:00")
                .then(
                        "TimerFired kind=GRACE, listing=N1",
                        "DealDefaulted deal=DEAL-1",
                        "MoneyPosted reason=DEPOSIT_RELEASED, legs=PRICE DEAL-1 CNY 1,000,000.00 -> PAYABLE B1 CNY 1,000,000.00",
                        "PaymentDue kind=RETURN, party=B1, amount=CNY 1,000,000.00, due=2025-06-27 17:00",
                        "NegotiationCancelled ground=NOT_PAID",
                        "ListingClosed listing=N1");
    }

    @Test
    void shouldSendMoneyBackThatNobodyAskedFor() {
        inNotice()
                .deposits("B1", "CNY 9.00")
                .including("MoneyPosted reason=UNEXPECTED_IN")
                .including("PaymentDue kind=RETURN, party=B1, amount=CNY 9.00");
        market.pays("B1", PRICE).including("PaymentDue kind=RETURN, party=B1, amount=CNY 1,200,000.00");
    }

    @Test
    void shouldNegotiateAboutAListingThatFoundNobody() {
        failedListing().including("Unsold reason=NO_INTENT");
        at("2025-07-08 09:00");
        opens(LegalBasis.FAILED_LISTING, "CNY 6,000,000.00")
                .then(
                        "NegotiationOpened listing=L1, transferee=B1, basis=FAILED_LISTING, price=CNY 6,000,000.00, scope=the patent");
        market.relists("CNY 6,000,000.00").refused(RejectReason.NOT_ALLOWED);
        approvesWithoutDecision().including("BasisApproved listing=L1").without("ApplicationAccepted");
        posts();
        market.signs().accepted();
        market.becomesEffective().including("ContractEffective due=CNY 6,014,400.00");
    }

    @Test
    void shouldGoBackToAnUnsoldListing() {
        failedListing();
        opens(LegalBasis.FAILED_LISTING, "CNY 6,000,000.00");
        at("2025-07-09 09:00");
        cancels()
                .then(
                        "NegotiationCancelled listing=L1, ground=WITHDRAWN",
                        "Unsold listing=L1, reason=NEGOTIATION_CANCELLED");
        opens(LegalBasis.PRIVATE_HOLDER, "CNY 1,000,000.00").accepted();
        cancels();
        market.relists("CNY 6,000,000.00").accepted();
    }

    @Test
    void shouldGoBackToAnUnsoldListingFromADealThatWasNotPaid() {
        failedListing();
        opens(LegalBasis.FAILED_LISTING, "CNY 6,000,000.00");
        approvesWithoutDecision();
        posts();
        market.signs().becomesEffective();
        at("2025-07-21 17:00")
                .including("NegotiationCancelled ground=NOT_PAID")
                .including("Unsold reason=NEGOTIATION_CANCELLED")
                .without("DefaultFound");
        market.relists("CNY 6,000,000.00").accepted();
    }

    @Test
    void shouldCloseAListingWhoseLifeEndedMeanwhile() {
        market.rules("negotiationSigningDays", 400);
        failedListing().at("2026-06-01 09:00");
        opens(LegalBasis.FAILED_LISTING, "CNY 6,000,000.00");
        at("2026-06-10 00:00").then("TimerFired kind=LISTING_LIFE, listing=L1");
        at("2026-06-11 09:00");
        cancels()
                .then(
                        "NegotiationCancelled ground=WITHDRAWN",
                        "Unsold reason=NEGOTIATION_CANCELLED",
                        "ListingClosed listing=L1");
    }

    @Test
    void shouldSettleAnEarlierDefaultByThePriceThatWasNegotiated() {
        market.party("B2").disclosed(listing("L1").forfeit(ForfeitPolicy.ACTUAL_LOSS));
        at("2025-07-01 10:00").party("B1").admitted("CNY 1,800,000.00", "B1");
        at("2025-07-08 10:00").quotes("B1", "CNY 6,500,000.00");
        at("2025-07-15 17:00").including("DefaultFound party=B1, trigger=NOT_SIGNED");
        at("2025-07-22 17:00").including("MoneyPosted reason=DEPOSIT_FORFEITED").without("ForfeitApplied");
        opens(LegalBasis.FAILED_LISTING, "CNY 6,000,000.00").refused(RejectReason.NOT_ADMITTED);
        by("A-SELLER", opening(terms("B2", LegalBasis.FAILED_LISTING, "CNY 6,000,000.00")))
                .accepted();
        approvesWithoutDecision();
        posts();
        at("2025-07-23 10:00")
                .signs()
                .then(
                        "ContractSigned transferee=B2, price=CNY 6,000,000.00",
                        "ForfeitApplied party=B1, policy=ACTUAL_LOSS, fees=CNY 31,200.00, compensation=CNY 500,000.00, returned=CNY 1,268,800.00",
                        "MoneyPosted reason=FORFEIT_APPLIED",
                        "PaymentDue kind=FEES",
                        "PaymentDue kind=COMPENSATION",
                        "PaymentDue kind=FORFEIT_BALANCE");
    }

    @Test
    void shouldNotReplaceACompetition() {
        market.inBidding(listing("L1"), "B1", "B2").at("2025-07-08 11:05").including("Unsold reason=AUCTION_FAILED");
        opens(LegalBasis.FAILED_LISTING, "CNY 6,000,000.00").refused(RejectReason.NOT_ALLOWED);
        opens(LegalBasis.PRIVATE_HOLDER, "CNY 6,000,000.00").accepted();
    }

    @Test
    void shouldGoByTheRulesThatWereInForceWhenItsBasisWasApproved() {
        market.party("B1").at("2025-06-10 09:00");
        proposes(LegalBasis.PRIVATE_HOLDER);
        market.rules("negotiationBases", List.of());
        approvesWithoutDecision().refused(RejectReason.BASIS_NOT_ALLOWED);
        posts().refused(RejectReason.NOT_ALLOWED);
        cancels();
        by("A-SELLER", With.with(proposal(terms(LegalBasis.PRIVATE_HOLDER, PRICE)), "code", "N2"))
                .refused(RejectReason.BASIS_NOT_ALLOWED);
    }

    @Test
    void shouldKeepTheRulesOfItsApproval() {
        market.party("B1").at("2025-06-10 09:00");
        proposes(LegalBasis.PRIVATE_HOLDER);
        approvesWithoutDecision();
        market.rules("negotiationBases", List.of());
        posts().accepted().signs().accepted();
    }

    @Test
    void shouldNotSignWhatIsNoLongerTheSellers() {
        signable().party("HEIR");
        by(
                "CLERK-1",
                new RecordTitle(
                        market.id(Ref.RIGHT, "R1"),
                        "deed",
                        Hash256.ZERO,
                        List.of(new Owner(market.id(Ref.PARTY, "HEIR"), 10_000))));
        market.signs().refused(RejectReason.NOT_OWNER);
    }

    @Test
    void shouldNotBeDraftedAsAListing() {
        market.drafts(listing("L1").with("auctionMode", AuctionMode.NEGOTIATED)).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldWaitWhileTheNodeIsShortOfSpace() {
        market.party("B1");
        by("NODE", new SetAdmission(false));
        proposes(LegalBasis.PRIVATE_HOLDER).refused(RejectReason.NODE_FULL);
        by("NODE", new SetAdmission(true));
        proposes(LegalBasis.PRIVATE_HOLDER).accepted();
    }

    @Test
    void shouldAskForThePriceOfTheAppraisalWhereTheRulesDo() {
        market.party("B1").at("2025-06-10 09:00");
        proposes(LegalBasis.STATE_REORGANISATION);
        approves().refused(RejectReason.FLOOR_BELOW_APPRAISAL);
        cancels();
        by(
                        "A-SELLER",
                        With.with(
                                proposal(terms(LegalBasis.STATE_REORGANISATION, PRICE)),
                                "code",
                                "N2",
                                "appraisal",
                                Written.money(PRICE)))
                .on("N2");
        approves().accepted();
        changesPrice("CNY 1,199,999.99").refused(RejectReason.FLOOR_BELOW_APPRAISAL);
        posts().including("NoticePosted noticeEnd=2025-06-17 17:00");
    }
}
