package org.tpx.engine.sale;

import static org.tpx.engine.Draft.listing;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Owner;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RightCommand.RecordTitle;
import org.tpx.protocol.RightType;

/** The ascending auction with a free and a limited period (sections 2.1, 2.2 A, machine 9.3). */
class AscendingAuctionTest extends Scenario {

    @Test
    void shouldTakeTheLengthOfItsPeriodsFromNoticeOrRules() {
        market.inAuction(listing("L1").with("freePeriodSeconds", 600).with("limitedPeriodSeconds", 60), "B1", "B2");
        market.schedules("2025-07-08 10:00", "")
                .including("AuctionScheduled start=2025-07-08 10:00, freeEnd=2025-07-08 10:10");
        at("2025-07-08 10:10").including("LimitedPeriodStarted deadline=10:11");
        market.rules("freePeriodSeconds", 7_200, "limitedPeriodSeconds", 30);
        at("2025-07-08 10:10:30").bids("B1", "CNY 6,000,000.00").including("BidPlaced deadline=10:11:30, extension=1");
    }

    @Test
    void shouldBeScheduledAnewBeforeItsStartOnly() {
        market.inAuction("B1", "B2").schedules("2025-07-08 10:00", "2025-07-08 11:00");
        at("2025-07-08 09:59:59")
                .schedules("2025-07-09 10:00", "2025-07-09 10:30")
                .accepted();
        at("2025-07-08 10:00").then();
        market.bids("B1", "CNY 6,000,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
        at("2025-07-09 10:00").then("TimerFired kind=AUCTION_START", "AuctionStarted freeEnd=10:30");
        market.schedules("2025-07-10 10:00", "").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldCountTheBiddersThatAreAdmitted() {
        market.parties("B1", "B2", "B3", "B4").disclosed(listing("L1"));
        at("2025-07-01 10:00")
                .admitted("CNY 1,800,000.00", "B1", "B2")
                .intends("B3")
                .disqualifies("B3")
                .intends("B4")
                .qualifies("B4");
        at("2025-07-07 17:00").schedules("2025-07-08 10:00", "").including("AuctionScheduled bidders=2");
    }

    @Test
    void shouldBeScheduledInTheFutureAndWithAPeriodThatLasts() {
        market.inAuction("B1", "B2");
        market.schedules("2025-07-07 17:00", "").refused(RejectReason.LATE);
        market.schedules("2025-07-08 10:00", "2025-07-08 10:00").refused(RejectReason.NOT_ALLOWED);
        market.schedules("2025-07-07 17:00:00.000000001", "").accepted();
    }

    @Test
    void shouldNotBeScheduledBeforeTheQualificationIsClosed() {
        market.parties("B1")
                .disclosed(listing("L1"))
                .schedules("2025-07-08 10:00", "")
                .refused(RejectReason.NOT_ALLOWED);
        at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1");
        at("2025-07-07 17:00").schedules("2025-07-08 10:00", "").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldTakeBidsBetweenStartAndDeadlineOnly() {
        market.inAuction("B1", "B2").bids("B1", "CNY 6,000,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
        market.schedules("2025-07-08 10:00", "2025-07-08 11:00");
        at("2025-07-08 09:59:59.999999999").bids("B1", "CNY 6,000,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
        at("2025-07-08 10:00").bids("B1", "CNY 6,000,000.00").accepted();
        at("2025-07-08 10:59:59.999999999")
                .bids("B2", "CNY 6,050,000.00")
                .including("BidPlaced deadline=11:00, extension=0");
        at("2025-07-08 11:04:59.999999999")
                .bids("B1", "CNY 6,100,000.00")
                .including("BidPlaced deadline=11:09:59.999999999, extension=1");
        at("2025-07-08 11:09:59.999999999").bids("B2", "CNY 6,150,000.00").refused(RejectReason.LATE);
        at("2025-07-09 10:00").bids("B2", "CNY 6,150,000.00").refused(RejectReason.LATE);
    }

    @Test
    void shouldAwardToTheHighestBidOfTheFreePeriodWhereNoneFollows() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10").bids("B1", "CNY 6,000,000.00");
        at("2025-07-08 11:05")
                .then(
                        "TimerFired at=11:00, kind=FREE_END",
                        "LimitedPeriodStarted deadline=11:05",
                        "TimerFired kind=LIMITED_END",
                        "AuctionDetermined winner=B1, amount=CNY 6,000,000.00, runnerUp=, runnerUpAmount=",
                        "Won party=B1",
                        "Awarded transferee=B1, price=CNY 6,000,000.00",
                        "Lost party=B2",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B2");
    }

    @Test
    void shouldFailWithoutABid() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 11:00");
        at("2025-07-08 11:05")
                .then(
                        "TimerFired kind=LIMITED_END",
                        "AuctionFailed listing=L1",
                        "Unsold reason=AUCTION_FAILED",
                        "Lost party=B1",
                        "MoneyPosted reason=DEPOSIT_RELEASED, legs=DEPOSIT B1 L1 CNY 1,800,000.00 -> PAYABLE B1 CNY 1,800,000.00",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B1, due=2025-07-11 17:00",
                        "Lost party=B2",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B2");
        market.bids("B1", "CNY 6,000,000.00").refused(RejectReason.LATE);
    }

    @Test
    void shouldFailWhereTheTransferorNoLongerOwnsTheRight() {
        market.inBidding(listing("L1"), "B1", "B2").party("HEIR");
        at("2025-07-08 10:10").bids("B1", "CNY 6,000,000.00");
        by(
                "CLERK-1",
                new RecordTitle(
                        market.id(Ref.RIGHT, "R1"),
                        "a judgment",
                        Hash256.ZERO,
                        List.of(new Owner(market.id(Ref.PARTY, "HEIR"), 10_000))));
        at("2025-07-08 11:05")
                .including("AuctionFailed listing=L1")
                .including("Unsold reason=AUCTION_FAILED")
                .including("Lost party=B1")
                .including("Lost party=B2")
                .without("Awarded");
    }

    @Test
    void shouldFailWhereTheRightWasFrozenMeanwhile() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10").bids("B1", "CNY 6,000,000.00");
        by("CLERK-1", new RecordEncumbrance(market.id(Ref.RIGHT, "R1"), EncumbranceKind.PRESERVATION, 0, "COURT-1"));
        at("2025-07-08 11:05").including("AuctionFailed listing=L1");
    }

    @Test
    void shouldAuctionAgainAfterARelisting() {
        market.inBidding(listing("L1"), "B1", "B2").at("2025-07-08 11:05").including("Unsold reason=AUCTION_FAILED");
        at("2025-07-09 10:00").relists("CNY 5,000,000.00").publishes().accepted();
        market.bids("B1", "CNY 5,000,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
        market.admitted("CNY 1,500,000.00", "B2", "B1");
        at("2025-07-16 17:00").bids("B1", "CNY 5,000,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
        market.schedules("2025-07-17 10:00", "2025-07-17 11:00").including("AuctionScheduled bidders=2");
        at("2025-07-17 10:30")
                .bids("B1", "CNY 5,050,000.00")
                .including("BidPlaced party=B1, bidderNumber=2, amount=CNY 5,050,000.00");
        at("2025-07-17 11:05").including("Awarded transferee=B1, price=CNY 5,050,000.00");
    }

    @Test
    void shouldLetOnlyThoseInWhoBidInTheFreePeriodWhereTheRulesSaySo() {
        market.rules("requireFreePeriodBid", true).inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10").bids("B1", "CNY 6,000,000.00");
        at("2025-07-08 11:01").bids("B2", "CNY 6,050,000.00").refused(RejectReason.NO_FREE_PERIOD_BID);
        market.bids("B1", "CNY 6,050,000.00").refused(RejectReason.SELF_OUTBID);
        at("2025-07-08 11:05").including("AuctionDetermined winner=B1, amount=CNY 6,000,000.00");
    }

    @Test
    void shouldLetTheLeaderRaiseItsOwnBidWhereTheRulesSaySo() {
        market.rules("topBidderRaiseAllowed", true).inBidding(listing("L1").runnerUpWaiting(), "B1", "B2");
        at("2025-07-08 10:10")
                .bids("B2", "CNY 6,000,000.00")
                .bids("B1", "CNY 6,050,000.00")
                .bids("B1", "CNY 6,100,000.00");
        at("2025-07-08 11:05")
                .including(
                        "AuctionDetermined winner=B1, amount=CNY 6,100,000.00, runnerUp=B2, runnerUpAmount=CNY 6,000,000.00");
    }

    @Test
    void shouldNameTheBestOfTheOthersAsRunnerUpHoweverOftenTheLeadChanged() {
        market.inBidding(listing("L1").runnerUpWaiting(), "B1", "B2", "B3");
        at("2025-07-08 10:10")
                .bids("B1", "CNY 6,000,000.00")
                .bids("B2", "CNY 6,050,000.00")
                .bids("B3", "CNY 6,100,000.00");
        at("2025-07-08 10:20")
                .bids("B2", "CNY 6,150,000.00")
                .bids("B3", "CNY 6,200,000.00")
                .bids("B2", "CNY 6,250,000.00");
        at("2025-07-08 11:05")
                .including(
                        "AuctionDetermined winner=B2, amount=CNY 6,250,000.00, runnerUp=B3, runnerUpAmount=CNY 6,200,000.00");
    }

    @Test
    void shouldSkipAsManyIncrementsAsABidderLikesUpToTheCap() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10").bids("B1", "CNY 600,000,000.00").accepted();
        market.bids("B2", "CNY 600,050,000.00").refused(RejectReason.ABOVE_SANITY_CAP);
    }

    @Test
    void shouldHaveNoCapWhereTheRulesSetNone() {
        market.rules("sanityCapMultiple", 0).inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10").bids("B1", "CNY 999,999,000,000.00").accepted();
    }

    @Test
    void shouldKeepTheBidsOfAMemberThatIsSuspendedMeanwhile() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10").bids("B1", "CNY 6,000,000.00").suspendsMember("M-B1", "2025-08-08 10:00");
        market.bids("B1", "CNY 6,050,000.00").refused(RejectReason.SUSPENDED_MEMBER);
        at("2025-07-08 11:05")
                .including("AuctionDetermined winner=B1, amount=CNY 6,000,000.00")
                .including("Awarded transferee=B1");
    }

    @Test
    void shouldRunManyAuctionsWithoutMixingThemUp() {
        market.right("R2", RightType.PATENT_UTILITY, "SELLER").parties("B1", "B2");
        market.acceptedListing(listing("L1"))
                .drafts(listing("L2").of("R2"))
                .submits()
                .accepts();
        at("2025-06-09 09:00").publishes().on("L1").publishes();
        at("2025-07-01 10:00")
                .admitted("CNY 1,800,000.00", "B1", "B2")
                .on("L2")
                .admitted("CNY 1,800,000.00", "B2", "B1");
        at("2025-07-07 17:30").schedules("2025-07-08 10:00", "").on("L1").schedules("2025-07-08 10:00", "");
        at("2025-07-08 10:00")
                .then(
                        "TimerFired kind=AUCTION_START, listing=L2",
                        "AuctionStarted listing=L2",
                        "TimerFired kind=AUCTION_START, listing=L1",
                        "AuctionStarted listing=L1");
        market.bids("B1", "CNY 6,000,000.00")
                .on("L2")
                .bids("B1", "CNY 6,050,000.00")
                .including("BidPlaced listing=L2, party=B1, bidderNumber=2");
        market.bids("B2", "CNY 6,000,000.00")
                .refused(RejectReason.NOT_ABOVE_HIGH)
                .on("L1")
                .bids("B2", "CNY 6,050,000.00")
                .accepted();
        at("2025-07-08 11:05")
                .including("Awarded listing=L1, transferee=B2")
                .including("Awarded listing=L2, transferee=B1");
    }
}
