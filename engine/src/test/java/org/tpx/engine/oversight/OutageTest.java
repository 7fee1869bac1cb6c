package org.tpx.engine.oversight;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightType;
import org.tpx.protocol.SystemCommand.StartNode;

/** What happens when the node was away: auctions that it touched stand still, deadlines in days move (design: outage). */
class OutageTest extends Scenario {

    @Test
    void shouldHaltARunningAuctionAndResumeItByTwoPeopleWithTheTimeThatWasLeft() {
        market.inBidding(listing("L1"), "B1", "B2").at("2025-07-08 10:40").bids("B1", "CNY 6,000,000.00");
        market.restarts("2025-07-08 10:50")
                .then(
                        "NodeStarted lastDurable=10:40, now=10:50, release=test",
                        "AuctionHalted listing=L1, remainingSeconds=1200");
        market.bids("B2", "CNY 6,050,000.00").refused(RejectReason.HALTED);
        at("2025-07-08 11:00").then("TimerFired kind=FREE_END, listing=L1");
        at("2025-07-08 11:30")
                .lifts(HaltScope.LISTING)
                .then(
                        "ProposalMade",
                        "ProposalApproved",
                        "HaltLifted scope=LISTING, listing=L1",
                        "AuctionResumed phase=FREE, deadline=11:50");
        at("2025-07-08 11:49").bids("B2", "CNY 6,050,000.00").accepted();
        at("2025-07-08 11:55").including("AuctionDetermined winner=B2");
    }

    @Test
    void shouldNotAwardAnAuctionThatWasToCloseWhileTheNodeWasAway() {
        market.inBidding(listing("L1"), "B1", "B2").at("2025-07-08 11:03").bids("B1", "CNY 6,000,000.00");
        market.restarts("2025-07-08 14:00")
                .then(
                        "NodeStarted at=11:03, lastDurable=11:03, now=14:00",
                        "AuctionHalted at=11:03, remainingSeconds=300",
                        "TimerFired at=11:08, kind=LIMITED_END, listing=L1");
        at("2025-07-08 14:30").lifts(HaltScope.LISTING).including("AuctionResumed phase=LIMITED, deadline=14:35");
        at("2025-07-08 14:35").including("Awarded transferee=B1");
    }

    @Test
    void shouldHaltAnAuctionThatWasToOpenWhileTheNodeWasAway() {
        market.inAuction("B1", "B2").schedules("2025-07-08 10:00", "2025-07-08 11:00");
        market.restarts("2025-07-08 10:00")
                .including("AuctionHalted listing=L1, remainingSeconds=61200")
                .including("TimerFired kind=AUCTION_START");
        at("2025-07-08 10:10").lifts(HaltScope.LISTING).including("AuctionResumed phase=SCHEDULED, deadline=10:15");
        at("2025-07-08 10:15").including("AuctionStarted freeEnd=11:15");
    }

    @Test
    void shouldLeaveAnAuctionThatOpensAfterTheStart() {
        market.inAuction("B1", "B2").schedules("2025-07-08 10:00", "2025-07-08 11:00");
        market.restarts("2025-07-08 09:59:59.999999999").then("NodeStarted lastDurable=2025-07-07 17:00");
        at("2025-07-08 10:00").including("AuctionStarted freeEnd=11:00");
    }

    @Test
    void shouldMoveDeadlinesInDaysThatPassedToTheNextClose() {
        market.right("R2", RightType.PATENT_UTILITY, "SELLER")
                .parties("B1", "B2")
                .disclosed(listing("L1"));
        at("2025-07-02 10:00").intends("B1").qualifies("B1").intends("B2");
        at("2025-07-04 10:00").drafts(listing("L2").of("R2")).submits();
        market.restarts("2025-07-08 09:00")
                .then(
                        "NodeStarted lastDurable=2025-07-04 10:00, now=2025-07-08 09:00",
                        "DeadlineMoved kind=DISCLOSURE_END, listing=L1, deadline=2025-07-08 17:00",
                        "DeadlineMoved kind=DEPOSIT, listing=L1, party=B1, deadline=2025-07-08 17:00");
        market.on("L1").deposits("B1", "CNY 1,800,000.00").including("Admitted party=B1");
        at("2025-07-08 17:00").including("DisclosureEnded registrations=2");
        at("2025-07-11 17:00").including("ReviewOverdue listing=L2");
    }

    @Test
    void shouldMoveTheTimeToPayAsWell() {
        market.awarded(listing("L1")).including("PaymentDue payment=PAY-1, party=B2, due=2025-07-11 17:00");
        market.restarts("2025-07-14 09:00")
                .then("NodeStarted", "DeadlineMoved kind=REFUND, listing=L1, party=B2, deadline=2025-07-14 17:00");
        market.sends(1).confirms(1).accepted();
        at("2025-07-14 17:00").without("PaymentOverdue");
    }

    @Test
    void shouldKeepDeadlinesInDaysWhereTheRulesSaySo() {
        market.rules("outageMovesDays", false).party("B1").disclosed(listing("L1"));
        at("2025-07-03 10:00").intends("B1").qualifies("B1");
        market.restarts("2025-07-09 09:00")
                .then(
                        "NodeStarted",
                        "TimerFired at=2025-07-07 17:00, kind=DISCLOSURE_END",
                        "DisclosureEnded registrations=1",
                        "TimerFired at=2025-07-08 17:00, kind=DEPOSIT",
                        "Lapsed party=B1",
                        "QualificationClosed admitted=0",
                        "Unsold reason=NO_ADMITTED");
    }

    @Test
    void shouldNotMoveWhatIsCountedByTheClockOrTheCalendar() {
        market.disclosed(listing("L1")).at("2025-07-07 17:00").including("Unsold");
        market.restarts("2026-06-20 09:00")
                .then("NodeStarted", "TimerFired at=2026-06-10 00:00, kind=LISTING_LIFE", "ListingClosed");
    }

    @Test
    void shouldNotHaltWhatStandsStillAlready() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:30").halts(HaltScope.MARKET);
        market.restarts("2025-07-08 10:45").then("NodeStarted lastDurable=10:30, now=10:45");
        at("2025-07-08 10:50").lifts(HaltScope.MARKET).including("AuctionResumed phase=FREE, deadline=11:20");
    }

    @Test
    void shouldMoveNothingAtTheFirstStart() {
        market.inBidding(listing("L1"), "B1", "B2");
        by("NODE", new StartNode(0, market.host().nowNanos(), "test", Hash256.ZERO));
        at("2025-07-08 10:10").bids("B1", "CNY 6,000,000.00").accepted();
    }

    @Test
    void shouldKeepAnOutageOnItsOwnAfterAnother() {
        market.inBidding(listing("L1"), "B1", "B2").at("2025-07-08 10:10").bids("B1", "CNY 6,000,000.00");
        market.restarts("2025-07-08 10:20").including("AuctionHalted remainingSeconds=3000");
        market.restarts("2025-07-08 10:30").then("NodeStarted lastDurable=10:10, now=10:30");
        at("2025-07-08 10:40").lifts(HaltScope.LISTING).including("AuctionResumed phase=FREE, deadline=11:30");
    }
}
