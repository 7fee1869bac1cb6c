package org.tpx.engine.sale;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.GovernanceCommand.RejectProposal;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightType;
import org.tpx.protocol.SaleCommand.OrderHalt;
import org.tpx.protocol.SaleCommand.ProposeHaltLift;

/** Halts of one listing and of the market (section 6.3): one person halts, two resume, with the time that was left. */
class HaltTest extends Scenario {

    @Test
    void shouldGoOnWithTheTimeThatWasLeftInTheFreePeriod() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:31").halts(HaltScope.LISTING).then("HaltOrdered scope=LISTING, listing=L1, reason=a doubt");
        at("2025-07-08 10:31:02").bids("B1", "CNY 6,000,000.00").refused(RejectReason.HALTED);
        at("2025-07-08 10:50")
                .lifts(HaltScope.LISTING)
                .then(
                        "ProposalMade kind=HALT_LIFT, proposer=SUPERVISOR-1",
                        "ProposalApproved",
                        "HaltLifted scope=LISTING, listing=L1",
                        "AuctionResumed phase=FREE, deadline=11:19");
        at("2025-07-08 11:00").then();
        at("2025-07-08 11:18:59").bids("B1", "CNY 6,000,000.00").then("BidPlaced deadline=11:19, extension=0");
        at("2025-07-08 11:19").then("TimerFired kind=FREE_END", "LimitedPeriodStarted deadline=11:24");
    }

    @Test
    void shouldLetTimersThatFallDueInAHaltFireInVain() {
        market.inBidding(listing("L1"), "B1", "B2").at("2025-07-08 10:10").bids("B1", "CNY 6,000,000.00");
        at("2025-07-08 10:58").halts(HaltScope.LISTING);
        at("2025-07-08 11:00").then("TimerFired kind=FREE_END, listing=L1");
        at("2025-07-08 12:00").lifts(HaltScope.LISTING).including("AuctionResumed phase=FREE, deadline=12:05");
        at("2025-07-08 12:05").then("TimerFired kind=FREE_END", "LimitedPeriodStarted deadline=12:10");
    }

    @Test
    void shouldGiveAtLeastFiveMinutesInTheLimitedPeriod() {
        market.inBidding(listing("L1"), "B1", "B2").at("2025-07-08 10:10").bids("B1", "CNY 6,000,000.00");
        at("2025-07-08 11:04:30").halts(HaltScope.LISTING);
        at("2025-07-08 11:05").then("TimerFired kind=LIMITED_END, listing=L1");
        at("2025-07-08 11:30").lifts(HaltScope.LISTING).including("AuctionResumed phase=LIMITED, deadline=11:35");
        at("2025-07-08 11:34").bids("B2", "CNY 6,050,000.00").then("BidPlaced party=B2, deadline=11:39, extension=1");
        at("2025-07-08 11:39").including("AuctionDetermined winner=B2");
    }

    @Test
    void shouldGiveMoreThanTheLeastWhereMoreWasLeft() {
        market.rules("haltMinimumSeconds", 60).inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 11:00:30").halts(HaltScope.LISTING);
        at("2025-07-08 11:02").lifts(HaltScope.LISTING).including("AuctionResumed phase=LIMITED, deadline=11:06:30");
    }

    @Test
    void shouldPutAnAuctionOffThatWasToStartInTheHalt() {
        market.inAuction("B1", "B2").schedules("2025-07-08 10:00", "2025-07-08 11:00");
        at("2025-07-08 09:00").halts(HaltScope.LISTING);
        at("2025-07-08 10:00").then("TimerFired kind=AUCTION_START, listing=L1");
        market.withdraws().accepted();
    }

    @Test
    void shouldStartAnAuctionWithItsFullFreePeriodAfterTheHalt() {
        market.inAuction("B1", "B2").schedules("2025-07-08 10:00", "2025-07-08 10:40");
        at("2025-07-08 09:00").halts(HaltScope.LISTING);
        at("2025-07-08 10:10").lifts(HaltScope.LISTING).including("AuctionResumed phase=SCHEDULED, deadline=10:15");
        at("2025-07-08 10:15").then("TimerFired kind=AUCTION_START", "AuctionStarted freeEnd=10:55");
    }

    @Test
    void shouldLeaveTheStartOfAnAuctionThatIsFarOff() {
        market.inAuction("B1", "B2").schedules("2025-07-09 10:00", "2025-07-09 11:00");
        at("2025-07-08 09:00").halts(HaltScope.LISTING);
        at("2025-07-08 10:00")
                .lifts(HaltScope.LISTING)
                .including("AuctionResumed phase=SCHEDULED, deadline=2025-07-09 10:00");
    }

    @Test
    void shouldScheduleAnAuctionAnewWhileItIsHalted() {
        market.inAuction("B1", "B2").schedules("2025-07-08 10:00", "2025-07-08 11:00");
        at("2025-07-08 09:00").halts(HaltScope.LISTING);
        at("2025-07-08 10:30").schedules("2025-07-08 14:00", "2025-07-08 15:00").accepted();
        at("2025-07-08 11:00").lifts(HaltScope.LISTING).including("AuctionResumed phase=SCHEDULED, deadline=14:00");
        at("2025-07-08 14:00").including("AuctionStarted freeEnd=15:00");
    }

    @Test
    void shouldHaltEveryAuctionWithTheMarketAndNothingElse() {
        market.right("R2", RightType.PATENT_UTILITY, "SELLER").right("R3", RightType.PATENT_UTILITY, "SELLER");
        market.right("R4", RightType.PATENT_UTILITY, "SELLER").inAuction("B1", "B2");
        at("2025-07-08 09:00")
                .drafts(listing("L2").of("R2").days(10))
                .submits()
                .accepts()
                .publishes();
        market.admitted("CNY 1,800,000.00", "B1", "B2").on("L1").schedules("2025-07-22 16:30", "2025-07-22 17:30");
        at("2025-07-22 17:00").on("L2").schedules("2025-07-22 17:10", "2025-07-22 17:20");
        at("2025-07-22 17:05").halts(HaltScope.MARKET).then("HaltOrdered scope=MARKET, listing=, reason=a doubt");
        market.on("L1").bids("B1", "CNY 6,000,000.00").refused(RejectReason.HALTED);
        market.drafts(listing("L3").of("R3"))
                .submits()
                .accepts()
                .publishes()
                .intends("B1")
                .accepted();
        at("2025-07-22 17:10").then("TimerFired kind=AUCTION_START, listing=L2");
        at("2025-07-22 17:12")
                .lifts(HaltScope.MARKET)
                .then(
                        "ProposalMade kind=HALT_LIFT",
                        "ProposalApproved",
                        "HaltLifted scope=MARKET, listing=",
                        "AuctionResumed listing=L1, phase=FREE, deadline=17:37",
                        "AuctionResumed listing=L2, phase=SCHEDULED, deadline=17:17");
    }

    @Test
    void shouldStandStillUntilTheLastOfTwoHaltsIsLifted() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10").halts(HaltScope.MARKET);
        at("2025-07-08 10:20").halts(HaltScope.LISTING);
        at("2025-07-08 10:30")
                .lifts(HaltScope.MARKET)
                .then("ProposalMade", "ProposalApproved", "HaltLifted scope=MARKET");
        market.bids("B1", "CNY 6,000,000.00").refused(RejectReason.HALTED);
        at("2025-07-08 10:40").lifts(HaltScope.LISTING).including("AuctionResumed phase=FREE, deadline=11:30");
    }

    @Test
    void shouldStandStillUntilTheMarketGoesOnToo() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10").halts(HaltScope.LISTING);
        at("2025-07-08 10:20").halts(HaltScope.MARKET);
        at("2025-07-08 10:30")
                .lifts(HaltScope.LISTING)
                .then("ProposalMade", "ProposalApproved", "HaltLifted scope=LISTING");
        at("2025-07-08 10:40").lifts(HaltScope.MARKET).including("AuctionResumed phase=FREE, deadline=11:30");
    }

    @Test
    void shouldStandStillUntilASuspensionInAHaltEnds() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10").halts(HaltScope.MARKET);
        at("2025-07-08 10:20").suspends().then("SuspensionOrdered", "AuctionHalted remainingSeconds=3000");
        at("2025-07-08 10:30")
                .lifts(HaltScope.MARKET)
                .then("ProposalMade", "ProposalApproved", "HaltLifted scope=MARKET");
        at("2025-07-08 10:40").resumes().including("AuctionResumed phase=FREE, deadline=11:30");
    }

    @Test
    void shouldStandStillUntilAHaltInASuspensionEnds() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10").suspends();
        at("2025-07-08 10:20").halts(HaltScope.LISTING);
        at("2025-07-08 10:30").resumes().then("ProposalMade", "ProposalApproved", "Resumed state=IN_AUCTION");
        market.bids("B1", "CNY 6,000,000.00").refused(RejectReason.HALTED);
        at("2025-07-08 10:40").lifts(HaltScope.LISTING).including("AuctionResumed phase=FREE, deadline=11:30");
    }

    @Test
    void shouldRememberTheFirstOfThreeReasonsToStandStill() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10").halts(HaltScope.MARKET);
        at("2025-07-08 10:15").halts(HaltScope.LISTING);
        at("2025-07-08 10:20").lifts(HaltScope.MARKET);
        at("2025-07-08 10:25").suspends().then("SuspensionOrdered", "AuctionHalted remainingSeconds=3000");
        at("2025-07-08 10:30").lifts(HaltScope.LISTING).without("AuctionResumed");
        at("2025-07-08 10:35").resumes().including("AuctionResumed phase=FREE, deadline=11:25");
    }

    @Test
    void shouldCountEachHaltOnItsOwnOnceBiddingWentOn() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10").halts(HaltScope.LISTING);
        at("2025-07-08 10:20").lifts(HaltScope.LISTING).including("AuctionResumed deadline=11:10");
        at("2025-07-08 10:40").halts(HaltScope.LISTING);
        at("2025-07-08 10:50").lifts(HaltScope.LISTING).including("AuctionResumed deadline=11:20");
    }

    @Test
    void shouldHaltAndLiftOnceAtATime() {
        market.inAuction("B1", "B2")
                .halts(HaltScope.LISTING)
                .halts(HaltScope.LISTING)
                .refused(RejectReason.NOT_ALLOWED);
        market.halts(HaltScope.MARKET).halts(HaltScope.MARKET).refused(RejectReason.NOT_ALLOWED);
        market.lifts(HaltScope.MARKET).lifts(HaltScope.LISTING);
        by("SUPERVISOR-1", new ProposeHaltLift("L-1", HaltScope.LISTING, market.listingId()))
                .refused(RejectReason.NOT_ALLOWED);
        by("SUPERVISOR-1", new ProposeHaltLift("L-2", HaltScope.MARKET, 0)).refused(RejectReason.NOT_ALLOWED);
        by("SUPERVISOR-1", new OrderHalt(HaltScope.LISTING, 99, "which?")).refused(RejectReason.UNKNOWN_SUBJECT);
    }

    @Test
    void shouldNeedTwoSupervisorsToLift() {
        market.inBidding(listing("L1"), "B1", "B2").halts(HaltScope.LISTING);
        by("SUPERVISOR-1", new ProposeHaltLift("L-1", HaltScope.LISTING, market.listingId()));
        long first = market.last(Ref.PROPOSAL);
        market.approved("SUPERVISOR-1", "").refused(RejectReason.SAME_PERSON);
        market.approved("CLERK-1", "").refused(RejectReason.ROLE_NOT_ALLOWED);
        by("SUPERVISOR-2", new RejectProposal(first, "not yet")).accepted();
        by("SUPERVISOR-2", new ApproveProposal(first, "")).refused(RejectReason.NOT_ALLOWED);
        market.bids("B1", "CNY 6,000,000.00").refused(RejectReason.HALTED);
    }

    @Test
    void shouldLiftOnceWhereTwoProposalsAreOpen() {
        market.inBidding(listing("L1"), "B1", "B2").halts(HaltScope.LISTING);
        by("SUPERVISOR-1", new ProposeHaltLift("L-1", HaltScope.LISTING, market.listingId()));
        long first = market.last(Ref.PROPOSAL);
        market.lifts(HaltScope.LISTING).accepted();
        by("SUPERVISOR-2", new ApproveProposal(first, "")).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldKeepAHaltThroughARelisting() {
        market.disclosed(listing("L1"))
                .at("2025-07-07 17:00")
                .halts(HaltScope.LISTING)
                .relists("CNY 6,000,000.00");
        market.publishes().accepted();
        market.party("B1").bids("B1", "CNY 6,000,000.00").refused(RejectReason.HALTED);
    }
}
