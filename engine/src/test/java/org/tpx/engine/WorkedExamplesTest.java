package org.tpx.engine;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.protocol.DealCommand.ProposeCertificate;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.ListingCommand;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightType;
import org.tpx.protocol.SuspensionGround;

/** The worked examples of the domain analysis (section 9.9), to the cent and the nanosecond. */
class WorkedExamplesTest extends Scenario {

    @Test
    void shouldSellToTheSingleBidderAtItsQuoteAsInE1() {
        market.party("B1")
                .disclosed(listing("L1").price("CNY 5,000,000.00").deposit("CNY 1,500,000.00"))
                .then("NoticePublished attempt=1, disclosureEnd=2025-07-07 17:00");
        at("2025-06-25 10:00").intends("B1");
        at("2025-06-30 10:00").qualifies("B1").then("Qualified party=B1, depositDue=2025-07-03 17:00");
        at("2025-07-02 11:00").deposits("B1", "CNY 1,500,000.00").including("Admitted party=B1, bidderCode=BC-001");
        at("2025-07-07 17:00")
                .then(
                        "TimerFired kind=DISCLOSURE_END, listing=L1",
                        "DisclosureEnded registrations=1",
                        "QualificationClosed admitted=1",
                        "SingleQuoteOpened party=B1, deadline=2025-07-14 17:00");
        at("2025-07-08 09:30").quotes("B1", "CNY 4,990,000.00").refused(RejectReason.BELOW_START);
        at("2025-07-08 09:45")
                .quotes("B1", "CNY 5,050,000.00")
                .then(
                        "SingleQuoteSubmitted party=B1, amount=CNY 5,050,000.00",
                        "Won party=B1",
                        "Awarded transferee=B1, price=CNY 5,050,000.00, feeMode=NEGOTIATED, signingDue=2025-07-15 17:00");
        at("2025-07-11 10:00")
                .signs()
                .becomesEffective()
                .then(
                        "ContractSigned deal=DEAL-1, transferor=SELLER, transferee=B1, price=CNY 5,050,000.00",
                        "ContractEffective due=CNY 3,562,120.00, paymentDue=2025-07-18 17:00",
                        "DepositConverted party=B1, amount=CNY 1,500,000.00",
                        "MoneyPosted reason=DEPOSIT_CONVERTED, legs=DEPOSIT B1 L1 CNY 1,500,000.00 -> PRICE DEAL-1 CNY 1,500,000.00",
                        "FeeAccrued party=SELLER, side=SELLER, amount=CNY 12,120.00",
                        "FeeAccrued party=B1, side=BUYER, amount=CNY 12,120.00");
        at("2025-07-14 09:00").publishesResult().then("ResultPublished deal=DEAL-1, until=2025-07-21 17:00");
        at("2025-07-16 10:00")
                .pays("B1", "CNY 3,562,120.00")
                .then(
                        "MoneyReceived purpose=PRICE, amount=CNY 3,562,120.00",
                        "MoneyPosted reason=PRICE_IN, legs=SETTLEMENT CNY 3,562,120.00 -> PRICE DEAL-1 CNY 3,550,000.00 + FEE_HELD DEAL-1 CNY 12,120.00",
                        "MoneyPosted reason=SELLER_FEE_RESERVED, legs=PRICE DEAL-1 CNY 12,120.00 -> FEE_HELD DEAL-1 CNY 12,120.00",
                        "PricePaid amount=CNY 5,062,120.00, certificateDue=2025-07-21 17:00");
        at("2025-07-18 10:00")
                .certifies()
                .then(
                        "ProposalMade kind=CERTIFICATE, proposer=CLERK-1",
                        "ProposalApproved",
                        "CertificateIssued certificateNumber=CERT-2025-000001, transferee=B1, price=CNY 5,050,000.00",
                        "MoneyPosted reason=FEES_EARNED, legs=FEE_HELD DEAL-1 CNY 24,240.00 -> FEE_EARNED CNY 24,240.00",
                        "PaymentDue payment=PAY-1, kind=FEES, amount=CNY 24,240.00, due=10:00",
                        "PaymentInstructed payment=PAY-1");
        at("2025-07-21 09:00").confirms(1);
        at("2025-08-15 10:00")
                .filesTitle()
                .registersTitle()
                .then(
                        "TitleFiled deal=DEAL-1",
                        "TitleRegistered right=R1, transferee=B1",
                        "ReleaseConditionMet amount=CNY 5,037,880.00",
                        "MoneyPosted reason=PRICE_RELEASED, legs=PRICE DEAL-1 CNY 5,037,880.00 -> PAYABLE SELLER CNY 5,037,880.00",
                        "PaymentDue payment=PAY-2, kind=SELLER_PROCEEDS, party=SELLER, amount=CNY 5,037,880.00, due=2025-08-22 17:00");
        at("2025-08-18 09:00")
                .sends(2)
                .confirms(2)
                .then(
                        "ProposalMade kind=PAYMENTS",
                        "ProposalApproved",
                        "PaymentInstructed payment=PAY-2",
                        "PaymentConfirmed payment=PAY-2",
                        "MoneyPosted reason=PAID_OUT, legs=PAYABLE SELLER CNY 5,037,880.00 -> SETTLEMENT CNY 5,037,880.00",
                        "DealCompleted deal=DEAL-1",
                        "ListingCompleted listing=L1");
        market.settlementAccountIsEmpty();
    }

    @Test
    void shouldExtendTheLimitedPeriodFromEachBidAsInE2() {
        market.parties("B1", "B2", "B3").disclosed(listing("L1").runnerUpWaiting());
        at("2025-06-18 10:00").intends("B1").intends("B2").intends("B3");
        at("2025-06-30 10:00").qualifies("B1").qualifies("B2").qualifies("B3");
        at("2025-07-01 10:00")
                .deposits("B1", "CNY 1,800,000.00")
                .deposits("B2", "CNY 1,800,000.00")
                .deposits("B3", "CNY 1,800,000.00");
        at("2025-07-07 17:30")
                .schedules("2025-07-08 10:00", "2025-07-08 11:00")
                .then(
                        "TimerFired at=17:00, kind=DISCLOSURE_END",
                        "DisclosureEnded registrations=3",
                        "QualificationClosed admitted=3",
                        "AuctionScheduled bidders=3, start=2025-07-08 10:00, freeEnd=2025-07-08 11:00");
        at("2025-07-08 10:02:11.120")
                .bids("B1", "CNY 6,000,000.00")
                .then(
                        "TimerFired at=10:00, kind=AUCTION_START",
                        "AuctionStarted freeEnd=11:00",
                        "BidPlaced party=B1, bidderNumber=1, amount=CNY 6,000,000.00, deadline=11:00, extension=0");
        at("2025-07-08 10:17:40.000")
                .bids("B2", "CNY 6,050,000.00")
                .then("BidPlaced party=B2, bidderNumber=2, amount=CNY 6,050,000.00, deadline=11:00, extension=0");
        at("2025-07-08 10:31:05.400").bids("B1", "CNY 6,060,000.00").refused(RejectReason.BAD_INCREMENT);
        at("2025-07-08 10:48:03.000").bids("B3", "CNY 6,200,000.00").accepted();
        at("2025-07-08 11:00").then("TimerFired kind=FREE_END", "LimitedPeriodStarted deadline=11:05");
        at("2025-07-08 11:03:30.250")
                .bids("B1", "CNY 6,250,000.00")
                .then("BidPlaced party=B1, deadline=11:08:30.250, extension=1");
        at("2025-07-08 11:07:59.900")
                .bids("B3", "CNY 6,400,000.00")
                .then("BidPlaced party=B3, deadline=11:12:59.900, extension=2");
        at("2025-07-08 11:09:00.000").bids("B2", "CNY 6,430,000.00").refused(RejectReason.BAD_INCREMENT);
        at("2025-07-08 11:12:59.900")
                .bids("B2", "CNY 6,450,000.00")
                .refused(RejectReason.LATE)
                .then(
                        "TimerFired kind=LIMITED_END",
                        "AuctionDetermined winner=B3, amount=CNY 6,400,000.00, runnerUp=B1, runnerUpAmount=CNY 6,250,000.00",
                        "Won party=B3",
                        "Awarded transferee=B3, price=CNY 6,400,000.00, feeMode=BIDDING, signingDue=2025-07-15 17:00",
                        "Lost party=B1",
                        "MoneyPosted reason=DEPOSIT_RELEASED, legs=DEPOSIT B1 L1 CNY 1,800,000.00 -> PAYABLE B1 CNY 1,800,000.00",
                        "PaymentDue payment=PAY-1, kind=DEPOSIT_REFUND, party=B1, amount=CNY 1,800,000.00, due=2025-07-11 17:00",
                        "Lost party=B2",
                        "MoneyPosted reason=DEPOSIT_RELEASED, legs=DEPOSIT B2 L1 CNY 1,800,000.00 -> PAYABLE B2 CNY 1,800,000.00",
                        "PaymentDue payment=PAY-2, kind=DEPOSIT_REFUND, party=B2, amount=CNY 1,800,000.00, due=2025-07-11 17:00",
                        "CommandRefused reason=LATE");
        at("2025-07-09 09:00").sends(1, 2).confirms(1).confirms(2);
        at("2025-07-11 10:00")
                .signs()
                .becomesEffective()
                .including("ContractEffective due=CNY 4,804,800.00")
                .including("FeeAccrued side=BUYER, amount=CNY 204,800.00")
                .including("FeeAccrued side=SELLER, amount=CNY 15,360.00");
        at("2025-07-16 10:00").pays("B3", "CNY 4,804,800.00").including("PricePaid amount=CNY 6,604,800.00");
        at("2025-07-18 10:00").certifies().including("PaymentDue payment=PAY-3, kind=FEES, amount=CNY 220,160.00");
        at("2025-08-15 10:00")
                .confirms(3)
                .registersTitle()
                .including("PaymentDue payment=PAY-4, kind=SELLER_PROCEEDS, amount=CNY 6,384,640.00");
        at("2025-08-18 09:00").sends(4).confirms(4).including("ListingCompleted listing=L1");
        market.settlementAccountIsEmpty();
    }

    @Test
    void shouldRelistBelowNinetyPercentOnlyWithAnApprovalAsInE7() {
        market.rules("relistingDays", 10)
                .party("B1")
                .disclosed(listing("L1")
                        .price("CNY 5,000,000.00")
                        .deposit("CNY 1,500,000.00")
                        .appraisal("CNY 5,000,000.00")
                        .extensions(2));
        at("2025-07-07 17:00")
                .then("TimerFired kind=DISCLOSURE_END", "DisclosureExtended cycle=1, disclosureEnd=2025-07-14 17:00");
        at("2025-07-14 17:00")
                .then("TimerFired kind=DISCLOSURE_END", "DisclosureExtended cycle=2, disclosureEnd=2025-07-21 17:00");
        at("2025-07-21 17:00")
                .then("TimerFired kind=DISCLOSURE_END", "DisclosureEnded registrations=0", "Unsold reason=NO_INTENT");
        at("2025-07-21 18:00").relists("CNY 4,499,999.99").refused(RejectReason.APPROVAL_REQUIRED);
        at("2025-07-22 09:00")
                .relists("CNY 4,500,000.00")
                .publishes()
                .then(
                        "RelistRequested attempt=2, listingPrice=CNY 4,500,000.00, deposit=CNY 1,350,000.00, disclosureDays=10",
                        "NoticePublished attempt=2, disclosureEnd=2025-08-05 17:00");
        at("2025-08-05 17:00")
                .then("TimerFired kind=DISCLOSURE_END", "DisclosureEnded registrations=0", "Unsold reason=NO_INTENT");
        at("2025-08-06 09:00").relists("CNY 4,000,000.00").refused(RejectReason.APPROVAL_REQUIRED);
        at("2025-08-08 09:00")
                .by("A-SELLER", With.with(market.relisting("CNY 4,000,000.00"), "approval", Written.digest("of 08-07")))
                .publishes()
                .including("NoticePublished attempt=3, disclosureEnd=2025-08-22 17:00");
        at("2025-08-18 10:00").admitted("CNY 1,200,000.00", "B1");
        at("2025-08-25 10:00")
                .quotes("B1", "CNY 4,000,000.00")
                .including("Awarded transferee=B1, price=CNY 4,000,000.00, feeMode=NEGOTIATED");
        at("2025-08-26 10:00")
                .signs()
                .becomesEffective()
                .including("FeeAccrued side=SELLER, amount=CNY 9,600.00")
                .including("FeeAccrued side=BUYER, amount=CNY 9,600.00");
        at("2025-08-27 10:00").pays("B1", "CNY 2,809,600.00");
        at("2025-08-28 10:00").certifies();
        at("2025-09-28 10:00").registersTitle().including("ReleaseConditionMet amount=CNY 3,990,400.00");
    }

    @Test
    void shouldAskForANewAppraisalTwelveMonthsAfterTheFirstNoticeAsInE7() {
        market.disclosed(listing("L1")).at("2025-07-07 17:00").including("Unsold reason=NO_INTENT");
        at("2026-06-09 23:59:59.999999999").relists("CNY 6,000,000.00").accepted();
        at("2026-06-10 00:00").then("TimerFired kind=LISTING_LIFE");
        market.relists("CNY 6,000,000.00").refused(RejectReason.REAPPRAISAL_REQUIRED);
    }

    @Test
    void shouldShareOutTheWholeDepositOfADefaulterAsInE11Full() {
        defaultOfE11(ForfeitPolicy.FULL);
        at("2025-07-22 17:00")
                .then(
                        "TimerFired kind=DEFAULT_REPLY, party=B3",
                        "MoneyPosted reason=DEPOSIT_FORFEITED, legs=DEPOSIT B3 L1 CNY 1,800,000.00 -> FORFEIT L1 CNY 1,800,000.00",
                        "ForfeitApplied party=B3, policy=FULL, fees=CNY 220,160.00, compensation=CNY 1,579,840.00, returned=CNY 0.00",
                        "MoneyPosted reason=FORFEIT_APPLIED, legs=FORFEIT L1 CNY 1,800,000.00 -> FEE_EARNED CNY 220,160.00 + PAYABLE SELLER CNY 1,579,840.00",
                        "PaymentDue kind=FEES, amount=CNY 220,160.00, due=17:00",
                        "PaymentDue kind=COMPENSATION, party=SELLER, amount=CNY 1,579,840.00, due=2025-07-25 17:00");
        resaleOfE11();
        at("2025-08-05 11:05")
                .including("Awarded transferee=B1, price=CNY 6,100,000.00, feeMode=BIDDING")
                .without("ForfeitApplied");
        proceedsOfE11();
    }

    @Test
    void shouldKeepFeesAndShortfallOfADefaultersDepositAsInE11ActualLoss() {
        defaultOfE11(ForfeitPolicy.ACTUAL_LOSS);
        at("2025-07-22 17:00")
                .then(
                        "TimerFired kind=DEFAULT_REPLY, party=B3",
                        "MoneyPosted reason=DEPOSIT_FORFEITED, legs=DEPOSIT B3 L1 CNY 1,800,000.00 -> FORFEIT L1 CNY 1,800,000.00");
        resaleOfE11();
        at("2025-08-05 11:05")
                .then(
                        "TimerFired kind=LIMITED_END",
                        "AuctionDetermined winner=B1, amount=CNY 6,100,000.00, runnerUp=B2, runnerUpAmount=CNY 6,050,000.00",
                        "Won party=B1",
                        "Awarded transferee=B1, price=CNY 6,100,000.00, feeMode=BIDDING, signingDue=2025-08-12 17:00",
                        "ForfeitApplied party=B3, policy=ACTUAL_LOSS, fees=CNY 220,160.00, compensation=CNY 300,000.00, returned=CNY 1,279,840.00",
                        "MoneyPosted reason=FORFEIT_APPLIED, legs=FORFEIT L1 CNY 1,800,000.00 -> FEE_EARNED CNY 220,160.00 + PAYABLE SELLER CNY 300,000.00 + PAYABLE B3 CNY 1,279,840.00",
                        "PaymentDue kind=FEES, amount=CNY 220,160.00, due=11:05",
                        "PaymentDue kind=COMPENSATION, party=SELLER, amount=CNY 300,000.00, due=2025-08-08 17:00",
                        "PaymentDue kind=FORFEIT_BALANCE, party=B3, amount=CNY 1,279,840.00, due=2025-08-08 17:00",
                        "Lost party=B2",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B2, due=2025-08-08 17:00");
        proceedsOfE11();
    }

    private void defaultOfE11(ForfeitPolicy policy) {
        market.inBidding(listing("L1").runnerUpWaiting().forfeit(policy), "B1", "B2", "B3");
        at("2025-07-08 10:02").bids("B2", "CNY 6,050,000.00");
        at("2025-07-08 11:03:30.250").bids("B1", "CNY 6,250,000.00");
        at("2025-07-08 11:07:59.900").bids("B3", "CNY 6,400,000.00");
        at("2025-07-08 11:12:59.900")
                .including("RunnerUpKept party=B1, amount=CNY 6,250,000.00, until=2025-07-22 17:00");
        at("2025-07-15 17:00")
                .then(
                        "TimerFired kind=REFUND",
                        "PaymentOverdue payment=PAY-1",
                        "TimerFired kind=SIGNING",
                        "AwardDefaulted party=B3, trigger=NOT_SIGNED",
                        "DefaultFound party=B3, trigger=NOT_SIGNED, replyDue=2025-07-22 17:00",
                        "RunnerUpOffered party=B1, amount=CNY 6,250,000.00, due=2025-07-18 17:00");
        at("2025-07-16 10:00")
                .declinesOffer("B1")
                .then(
                        "RunnerUpDeclined party=B1",
                        "MoneyPosted reason=DEPOSIT_RELEASED, legs=DEPOSIT B1 L1 CNY 1,800,000.00 -> PAYABLE B1 CNY 1,800,000.00",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B1, due=2025-07-21 17:00",
                        "Unsold reason=AWARD_DEFAULTED");
        at("2025-07-17 09:00").sends(1, 2).confirms(1).confirms(2);
    }

    private void resaleOfE11() {
        at("2025-07-25 09:00").relists("CNY 6,000,000.00").accepted();
        at("2025-07-25 10:00").publishes().including("NoticePublished attempt=2, disclosureEnd=2025-08-01 17:00");
        at("2025-07-28 09:30").intends("B3").refused(RejectReason.NOT_ADMITTED);
        at("2025-07-28 10:00").intends("B1").intends("B2").qualifies("B1").qualifies("B2");
        at("2025-07-29 10:00").deposits("B1", "CNY 1,800,000.00").deposits("B2", "CNY 1,800,000.00");
        at("2025-08-04 09:00").schedules("2025-08-05 10:00", "").accepted();
        at("2025-08-05 10:05").bids("B1", "CNY 6,000,000.00").accepted();
        at("2025-08-05 10:06").bids("B3", "CNY 6,050,000.00").refused(RejectReason.NOT_ADMITTED);
        at("2025-08-05 10:20").bids("B2", "CNY 6,050,000.00").accepted();
        at("2025-08-05 10:40").bids("B1", "CNY 6,100,000.00").accepted();
        at("2025-08-05 11:00").including("LimitedPeriodStarted deadline=11:05");
    }

    private void proceedsOfE11() {
        at("2025-08-08 10:00")
                .signs()
                .becomesEffective()
                .including("FeeAccrued side=SELLER, amount=CNY 14,640.00")
                .including("FeeAccrued side=BUYER, amount=CNY 195,200.00");
        at("2025-08-12 10:00").pays("B1", "CNY 4,495,200.00");
        at("2025-08-13 10:00").certifies();
        at("2025-09-12 10:00").registersTitle().including("ReleaseConditionMet amount=CNY 6,085,360.00");
    }

    @Test
    void shouldCountMakeUpWorkingDaysAndSkipHolidaysAsInE18() {
        at("2025-09-18 10:00").drafts(listing("L1")).submits().accepts();
        at("2025-09-22 09:00").publishes().then("NoticePublished disclosureEnd=2025-10-24 17:00");
    }

    @Test
    void shouldGiveTheLeastPeriodAfterASuspensionAsInE19() {
        market.disclosed(listing("L1"));
        at("2025-06-25 17:00").suspends().then("SuspensionOrdered limit=2025-07-29 00:00");
        at("2025-06-30 10:00").party("B1").intends("B1").refused(RejectReason.HALTED);
        at("2025-07-09 10:00")
                .resumes()
                .then(
                        "ProposalMade kind=RESUMPTION",
                        "ProposalApproved",
                        "Resumed state=DISCLOSED, disclosureEnd=2025-07-23 17:00");
        at("2025-07-23 17:00").including("DisclosureEnded registrations=0");
    }

    @Test
    void shouldLetTheSellerWithdrawBeforeTheOpeningOnlyAsInE22() {
        market.inAuction("B1", "B2").schedules("2025-07-14 10:00", "");
        market.right("R2", RightType.PATENT_UTILITY, "SELLER");
        at("2025-07-09 09:30")
                .withdraws()
                .then(
                        "WithdrawnByTransferor listing=L1",
                        "Lost party=B1",
                        "MoneyPosted reason=DEPOSIT_RELEASED, legs=DEPOSIT B1 L1 CNY 1,800,000.00 -> PAYABLE B1 CNY 1,800,000.00",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B1, due=2025-07-14 17:00",
                        "Lost party=B2",
                        "MoneyPosted reason=DEPOSIT_RELEASED, legs=DEPOSIT B2 L1 CNY 1,800,000.00 -> PAYABLE B2 CNY 1,800,000.00",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B2, due=2025-07-14 17:00");
        at("2025-07-14 10:00").then();
        market.bids("B1", "CNY 6,000,000.00").refused(RejectReason.LATE);
    }

    @Test
    void shouldNotLetTheSellerWithdrawOnceBiddingIsOpenAsInE22() {
        market.inBidding(listing("L1"), "B1", "B2").withdraws().refused(RejectReason.NOT_ALLOWED);
        market.by(
                        "SUPERVISOR-1",
                        new ListingCommand.OrderSuspension(
                                market.listingId(), SuspensionGround.INVESTIGATION, "why he wants out"))
                .accepted()
                .withdraws()
                .refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldTakeADepositBeforeTheCutOffOnlyAsInE23() {
        market.parties("B1", "B2", "B3").disclosed(listing("L1"));
        at("2025-06-30 10:00").intends("B1").intends("B2").intends("B3");
        at("2025-06-30 10:01").qualifies("B1").qualifies("B2").qualifies("B3");
        at("2025-07-03 16:00")
                .deposits("B3", "CNY 1,799,999.99")
                .then(
                        "MoneyReceived amount=CNY 1,799,999.99",
                        "MoneyPosted reason=DEPOSIT_IN",
                        "DepositShort party=B3, missing=CNY 0.01");
        at("2025-07-03 16:59:59.999").deposits("B1", "CNY 1,800,000.00").including("Admitted party=B1");
        at("2025-07-03 17:00")
                .deposits("B2", "CNY 1,800,000.00")
                .then(
                        "TimerFired kind=DEPOSIT, party=B2",
                        "Lapsed party=B2",
                        "TimerFired kind=DEPOSIT, party=B3",
                        "Lapsed party=B3",
                        "MoneyPosted reason=DEPOSIT_RELEASED, legs=DEPOSIT B3 L1 CNY 1,799,999.99 -> PAYABLE B3 CNY 1,799,999.99",
                        "PaymentDue payment=PAY-1, kind=DEPOSIT_REFUND, party=B3, due=2025-07-08 17:00",
                        "MoneyReceived party=B2",
                        "MoneyPosted reason=UNEXPECTED_IN, legs=SETTLEMENT CNY 1,800,000.00 -> PAYABLE B2 CNY 1,800,000.00",
                        "PaymentDue payment=PAY-2, kind=RETURN, party=B2, due=2025-07-08 17:00");
    }

    @Test
    void shouldFlagARefundThatIsNotConfirmedOnTheThirdWorkingDayAsInE23() {
        market.awarded(listing("L1")).including("PaymentDue payment=PAY-1, kind=DEPOSIT_REFUND, due=2025-07-11 17:00");
        at("2025-07-11 16:00").sends(1).without("PaymentOverdue");
        at("2025-07-11 17:00").then("TimerFired kind=REFUND, listing=L1", "PaymentOverdue payment=PAY-1");
        at("2025-07-14 10:00").confirms(1).including("PaymentConfirmed payment=PAY-1");
    }

    @Test
    void shouldIssueOneCertificateOnlyAsInE23() {
        market.funded(listing("L1"));
        at("2025-07-18 10:00").certifies().including("CertificateIssued certificateNumber=CERT-2025-000001");
        market.by("CLERK-1", new ProposeCertificate("AGAIN", market.listingId()))
                .refused(RejectReason.ALREADY_ISSUED);
    }

    @Test
    void shouldRefuseAClientIdThatNamesAnotherBidAsInE23() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10")
                .by("A-B1", 7, market.bid("B1", "CNY 6,000,000.00"))
                .accepted();
        at("2025-07-08 10:11")
                .by("A-B1", 7, market.bid("B1", "CNY 6,000,000.00"))
                .then("CommandRepeated");
        market.by("A-B1", 7, market.bid("B1", "CNY 6,100,000.00")).refused(RejectReason.DUPLICATE_CLIENT_ID);
    }
}
