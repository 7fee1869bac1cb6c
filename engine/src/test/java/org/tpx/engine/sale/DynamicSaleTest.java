package org.tpx.engine.sale;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Draft;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.rule.Examples;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand.SetDynamicTerms;

/** Rising bids during the disclosure and, after the qualification, in the limited period (section 2.2 B). */
class DynamicSaleTest extends Scenario {

    private static final Draft DYNAMIC = listing("L1").with("auctionMode", AuctionMode.DYNAMIC_QUOTATION);

    @Test
    void shouldBeginWithTheWorkingDayAfterTheNotice() {
        draftsDynamic(1).acceptedListing(DYNAMIC);
        at("2025-06-06 10:00")
                .publishes()
                .then(
                        "NoticePublished disclosureEnd=2025-07-04 17:00",
                        "AuctionScheduled bidders=0, start=2025-06-09 00:00, freeEnd=2025-07-04 17:00");
        market.withdraws().accepted();
        market.drafts(Draft.listing("L2").with("auctionMode", AuctionMode.DYNAMIC_QUOTATION));
        market.submits().accepts().publishes().accepted();
        at("2025-06-09 00:00").then("TimerFired kind=AUCTION_START", "AuctionStarted freeEnd=2025-07-04 17:00");
        market.withdraws().refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldTakeBidsOfThoseWhoAreAdmittedMeanwhile() {
        disclosed("B1", "B2");
        market.bids("B1", "CNY 6,000,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
        at("2025-06-10 00:00").bids("B1", "CNY 6,000,000.00").refused(RejectReason.NOT_ADMITTED);
        at("2025-06-10 10:00").admitted("CNY 1,800,000.00", "B1");
        at("2025-06-10 11:00")
                .bids("B1", "CNY 6,000,000.00")
                .then("BidPlaced party=B1, deadline=2025-07-07 17:00, extension=0");
        market.bids("B1", "CNY 6,050,000.00").refused(RejectReason.SELF_OUTBID);
        at("2025-07-07 10:00").admitted("CNY 1,800,000.00", "B2");
        at("2025-07-07 16:59:59.999999999").bids("B2", "CNY 6,050,000.00").accepted();
        at("2025-07-07 17:00").bids("B1", "CNY 6,100,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
    }

    @Test
    void shouldGoOnInALimitedPeriodAtTheHourOfTheClerk() {
        inBothPeriods();
        at("2025-07-08 10:00").then("TimerFired kind=AUCTION_START", "LimitedPeriodStarted deadline=10:05");
        at("2025-07-08 10:04").bids("B2", "CNY 6,100,000.00").then("BidPlaced deadline=10:09, extension=1");
        market.schedules("2025-07-09 10:00", "").refused(RejectReason.NOT_ALLOWED);
        at("2025-07-08 10:09")
                .including(
                        "AuctionDetermined winner=B2, amount=CNY 6,100,000.00, runnerUp=B1, runnerUpAmount=CNY 6,000,000.00");
    }

    @Test
    void shouldSellAtTheBidOfTheDisclosureWhereNoneFollows() {
        inBothPeriods();
        at("2025-07-08 10:05").including("AuctionDetermined winner=B1, amount=CNY 6,000,000.00, runnerUp=");
    }

    @Test
    void shouldFailWhereNobodyBidInEitherPeriod() {
        disclosed("B1", "B2").at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1", "B2");
        at("2025-07-07 17:00").schedules("2025-07-08 10:00", "");
        at("2025-07-08 10:05").including("AuctionFailed listing=L1").including("Unsold reason=AUCTION_FAILED");
    }

    @Test
    void shouldLetOnlyThoseGoOnWhoBidDuringTheDisclosureWhereTheRulesSaySo() {
        market.rules("requireFreePeriodBid", true);
        inBothPeriods();
        at("2025-07-08 10:01").bids("B2", "CNY 6,100,000.00").refused(RejectReason.NO_FREE_PERIOD_BID);
    }

    @Test
    void shouldRunAsLongAsTheDisclosureIsExtended() {
        market.rules("minRegistrations", 2);
        draftsDynamic(1).parties("B1", "B2").disclosed(DYNAMIC.extensions(1));
        at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1", "B2");
        at("2025-07-07 17:00").including("DisclosureExtended disclosureEnd=2025-07-14 17:00");
        market.bids("B1", "CNY 6,000,000.00").including("BidPlaced deadline=2025-07-14 17:00");
    }

    @Test
    void shouldRunAsLongAsANewCalendarSays() {
        disclosed("B1", "B2").at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1", "B2");
        at("2025-07-02 10:00")
                .decided(Examples.calendar(2, Examples.without(Examples.workingDays2025(), "07-07")))
                .including("DeadlineMoved kind=DISCLOSURE_END, deadline=2025-07-08 17:00");
        at("2025-07-08 16:00").bids("B1", "CNY 6,000,000.00").including("BidPlaced deadline=17:00");
    }

    @Test
    void shouldStandStillWithTheSuspendedDisclosure() {
        disclosed("B1", "B2").at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1", "B2");
        at("2025-07-02 10:00").suspends().including("AuctionHalted remainingSeconds=0");
        market.bids("B1", "CNY 6,000,000.00").refused(RejectReason.HALTED);
        at("2025-07-09 10:00").resumes().including("AuctionResumed phase=FREE, deadline=");
        market.bids("B1", "CNY 6,000,000.00").including("BidPlaced deadline=2025-07-23 17:00");
    }

    @Test
    void shouldPutItsBeginningOffWhereTheListingIsSuspendedThen() {
        disclosed("B1", "B2").at("2025-06-09 18:00").suspends();
        at("2025-06-10 00:00").then("TimerFired kind=AUCTION_START, listing=L1");
        at("2025-06-11 10:00").resumes().including("AuctionResumed phase=SCHEDULED, deadline=2025-06-11 10:05");
        at("2025-06-11 10:05").then("TimerFired kind=AUCTION_START", "AuctionStarted freeEnd=2025-07-09 17:00");
    }

    @Test
    void shouldTakeNoBidsInAHaltAndLeaveTheDisclosureAlone() {
        disclosed("B1", "B2")
                .at("2025-07-01 10:00")
                .admitted("CNY 1,800,000.00", "B1", "B2")
                .halts(HaltScope.LISTING);
        market.bids("B1", "CNY 6,000,000.00").refused(RejectReason.HALTED);
        at("2025-07-01 11:00").lifts(HaltScope.LISTING).including("AuctionResumed phase=FREE, deadline=");
        market.bids("B1", "CNY 6,000,000.00").including("BidPlaced deadline=2025-07-07 17:00");
        at("2025-07-07 16:00").halts(HaltScope.LISTING);
        at("2025-07-07 17:00").including("QualificationClosed admitted=2");
        at("2025-07-07 18:00").lifts(HaltScope.LISTING).without("AuctionResumed");
    }

    @Test
    void shouldKeepTheLimitedPeriodClearOfHaltsDuringTheDisclosure() {
        disclosed("B1", "B2").at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1", "B2");
        at("2025-07-02 10:00").suspends().halts(HaltScope.LISTING);
        at("2025-07-03 10:00").resumes().without("AuctionResumed");
        at("2025-07-17 17:00").including("QualificationClosed admitted=2");
        at("2025-07-17 18:00").lifts(HaltScope.LISTING).without("AuctionResumed");
        market.schedules("2025-07-18 10:00", "").accepted();
        at("2025-07-18 10:04").halts(HaltScope.LISTING);
        at("2025-07-18 10:10").lifts(HaltScope.LISTING).including("AuctionResumed phase=LIMITED, deadline=10:15");
    }

    @Test
    void shouldStandStillAfterAnOutage() {
        disclosed("B1", "B2").at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1", "B2");
        market.restarts("2025-07-01 12:00").including("AuctionHalted remainingSeconds=0");
        market.bids("B1", "CNY 6,000,000.00").refused(RejectReason.HALTED);
        market.lifts(HaltScope.LISTING).bids("B1", "CNY 6,000,000.00").accepted();
    }

    @Test
    void shouldBindTheOneThatIsLeftToItsBid() {
        disclosed("B1", "B2").at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1");
        market.bids("B1", "CNY 6,100,000.00").accepted();
        at("2025-07-07 17:00").including("SingleQuoteOpened party=B1");
        market.bids("B1", "CNY 6,150,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
        market.quotes("B1", "CNY 5,999,999.99").refused(RejectReason.BELOW_START);
        market.quotes("B1", "CNY 6,099,999.99").refused(RejectReason.NOT_ABOVE_HIGH);
        market.quotes("B1", "CNY 6,100,000.00").including("Awarded transferee=B1, price=CNY 6,100,000.00");
    }

    @Test
    void shouldHaveNoFreePeriodWhereTheDisclosureIsOverBefore() {
        market.parties("B1", "B2");
        draftsDynamic(21).disclosed(DYNAMIC).including("AuctionScheduled start=2025-07-08 00:00");
        at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1", "B2");
        at("2025-07-07 17:00").including("QualificationClosed admitted=2");
        at("2025-07-08 00:00").then();
        market.schedules("2025-07-08 10:00", "")
                .at("2025-07-08 10:01")
                .bids("B1", "CNY 6,000,000.00")
                .accepted();
    }

    @Test
    void shouldBeginAnewWithARelisting() {
        disclosed("B1", "B2").at("2025-07-07 17:00").including("Unsold reason=NO_INTENT");
        at("2025-07-08 10:00").relists("CNY 5,000,000.00").publishes();
        market.including("AuctionScheduled start=2025-07-09 00:00, freeEnd=2025-07-15 17:00");
        at("2025-07-09 10:00")
                .admitted("CNY 1,500,000.00", "B1")
                .bids("B1", "CNY 5,000,000.00")
                .accepted();
    }

    @Test
    void shouldSayWhenItBeginsBeforeTheApplication() {
        market.drafts(DYNAMIC).submits().refused(RejectReason.TERMS_MISSING);
        by("A-SELLER", new SetDynamicTerms(market.listingId(), 2)).including("DynamicTermsSet freeStartDays=2");
        market.submits().accepted();
        by("A-SELLER", new SetDynamicTerms(market.listingId(), 1)).refused(RejectReason.NOT_ALLOWED);
    }

    private Market draftsDynamic(int days) {
        return market.draftsWith(id -> new SetDynamicTerms(id, days));
    }

    // From 2025-06-09 09:00 on; the free period begins at 2025-06-10 00:00 and ends at 2025-07-07 17:00.
    private Market disclosed(String... parties) {
        return draftsDynamic(1).parties(parties).disclosed(DYNAMIC);
    }

    // B1 bid during the disclosure, B2 did not; the limited period starts at 2025-07-08 10:00.
    private void inBothPeriods() {
        disclosed("B1", "B2").at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1", "B2");
        market.bids("B1", "CNY 6,000,000.00").accepted();
        at("2025-07-07 17:00").schedules("2025-07-08 10:00", "").accepted();
    }
}
