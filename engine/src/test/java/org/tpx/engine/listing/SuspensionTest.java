package org.tpx.engine.listing;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.GovernanceCommand.RejectProposal;
import org.tpx.protocol.ListingCommand.ProposeResumption;
import org.tpx.protocol.PeriodCounting;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;

/** Suspension, resumption and termination (L26 to L28): periods stand still meanwhile. */
class SuspensionTest extends Scenario {

    private static final String DEPOSIT = "CNY 1,800,000.00";

    @Test
    void shouldReachTheLeastDisclosureInSumAndAfterwards() {
        market.rules("suspensionAfterDays", 0).disclosed(listing("L1").days(10).price("CNY 6,000,000.00"));
        at("2025-06-16 17:00")
                .suspends()
                .then("SuspensionOrdered ground=TITLE_DISPUTED, reason=a claim, limit=2025-07-18 00:00");
        at("2025-06-20 10:00").resumes().including("Resumed state=DISCLOSED, disclosureEnd=2025-07-11 17:00");
    }

    @Test
    void shouldNotLoseTheRestOfTheDayOnWhichItIsSuspended() {
        market.rules("suspensionAfterDays", 0, "suspensionTotalDays", 0).disclosed(listing("L1"));
        at("2025-07-07 10:00").suspends();
        at("2025-07-07 11:00").resumes().including("Resumed state=DISCLOSED, disclosureEnd=2025-07-08 17:00");
    }

    @Test
    void shouldCountTheDayOfResumptionWhereTheRulesCountTheStartingDay() {
        market.rules(
                "suspensionAfterDays", 0, "suspensionTotalDays", 0, "periodCounting", PeriodCounting.INCLUDE_START);
        market.disclosed(listing("L1"));
        at("2025-06-25 10:00").suspends();
        at("2025-06-25 11:00").resumes().including("Resumed state=DISCLOSED, disclosureEnd=2025-07-04 17:00");
    }

    @Test
    void shouldCountWhatWasDisclosedBeforeEachSuspension() {
        market.disclosed(listing("L1"));
        at("2025-06-11 17:00").suspends();
        at("2025-06-16 09:00").resumes().including("Resumed disclosureEnd=2025-07-10 17:00");
        at("2025-06-18 17:00").suspends();
        at("2025-06-23 09:00").resumes().including("Resumed disclosureEnd=2025-07-15 17:00");
        at("2025-07-15 17:00").including("DisclosureEnded registrations=0");
    }

    @Test
    void shouldCountWhatWasDisclosedBeforeAnExtension() {
        market.rules("suspensionAfterDays", 0).disclosed(listing("L1").days(10).extensions(1));
        at("2025-06-23 17:00").including("DisclosureExtended cycle=1, disclosureEnd=2025-06-30 17:00");
        at("2025-06-25 17:00").suspends();
        at("2025-07-01 10:00").resumes().including("Resumed disclosureEnd=2025-07-11 17:00");
    }

    @Test
    void shouldCountFromTheSupplementThatStartedThePeriodAnew() {
        market.rules("suspensionAfterDays", 0).disclosed(listing("L1"));
        at("2025-06-11 17:00").suspends();
        at("2025-06-16 09:00").resumes().including("Resumed disclosureEnd=2025-07-10 17:00");
        at("2025-06-17 09:00").supplements().including("NoticeSupplemented disclosureEnd=2025-07-15 17:00");
        at("2025-06-18 17:00").suspends();
        at("2025-06-19 09:00").resumes().including("Resumed disclosureEnd=2025-07-16 17:00");
    }

    @Test
    void shouldCountEveryAttemptOnItsOwn() {
        market.rules("suspensionAfterDays", 0)
                .disclosed(listing("L1"))
                .at("2025-07-07 17:00")
                .relists("CNY 6,000,000.00")
                .publishes();
        at("2025-07-08 17:00").suspends();
        at("2025-07-09 09:00").resumes().including("Resumed disclosureEnd=2025-08-05 17:00");
    }

    @Test
    void shouldTakeNothingWhileItIsSuspended() {
        market.parties("B1", "B2").disclosed(listing("L1"));
        at("2025-06-20 10:00").intends("B1").suspends();
        at("2025-06-23 10:00").intends("B2").refused(RejectReason.HALTED);
        market.qualifies("B1").refused(RejectReason.NOT_ALLOWED);
        market.disqualifies("B1").refused(RejectReason.NOT_ALLOWED);
        market.supplements().refused(RejectReason.NOT_ALLOWED);
        market.suspends().refused(RejectReason.NOT_ALLOWED);
        market.quotes("B1", "CNY 6,000,000.00").refused(RejectReason.HALTED);
        market.bids("B1", "CNY 6,000,000.00").refused(RejectReason.HALTED);
    }

    @Test
    void shouldLetTheTimeToPayADepositStandStill() {
        market.party("B1").disclosed(listing("L1"));
        at("2025-06-20 10:00").intends("B1").qualifies("B1").including("Qualified depositDue=2025-06-25 17:00");
        at("2025-06-23 17:00").suspends();
        at("2025-07-01 10:00").without("Lapsed");
        at("2025-07-01 10:00").resumes();
        at("2025-07-03 17:00").including("Lapsed party=B1");
    }

    @Test
    void shouldAdmitWhoPaysTheDepositDuringASuspension() {
        market.party("B1").disclosed(listing("L1"));
        at("2025-06-20 10:00").intends("B1").qualifies("B1");
        at("2025-06-23 10:00").suspends().deposits("B1", DEPOSIT).including("Admitted party=B1");
        at("2025-06-24 10:00").resumes();
        at("2025-07-03 10:00").without("Lapsed");
    }

    @Test
    void shouldGoOnWithTheQualification() {
        market.party("B1").disclosed(listing("L1"));
        at("2025-07-03 10:00").intends("B1");
        at("2025-07-08 17:00").suspends();
        at("2025-07-21 10:00").resumes().including("Resumed state=QUALIFYING").without("DisclosureExtended");
        at("2025-07-25 17:00").including("TimerFired kind=QUALIFICATION").including("Disqualified party=B1");
    }

    @Test
    void shouldCloseTheQualificationAtTheResumptionWhereNothingIsPendingAnyMore() {
        market.parties("B1", "B2").disclosed(listing("L1"));
        at("2025-07-07 10:00").admitted(DEPOSIT, "B1").intends("B2").qualifies("B2");
        at("2025-07-08 10:00")
                .suspends()
                .deposits("B2", DEPOSIT)
                .including("Admitted party=B2")
                .without("QualificationClosed");
        at("2025-07-09 10:00")
                .resumes()
                .then(
                        "ProposalMade kind=RESUMPTION",
                        "ProposalApproved",
                        "Resumed state=QUALIFYING",
                        "QualificationClosed admitted=2");
    }

    @Test
    void shouldGoOnWithTheQuoteWindow() {
        market.inAuction("B1");
        at("2025-07-09 17:00").suspends();
        at("2025-07-21 10:00").resumes().including("Resumed state=SINGLE_QUOTE");
        at("2025-07-24 16:59:59.999999999").quotes("B1", "CNY 6,000,000.00").including("Awarded transferee=B1");
    }

    @Test
    void shouldEndTheQuoteWindowAfterWhatWasLeftOfIt() {
        market.inAuction("B1");
        at("2025-07-09 17:00").suspends();
        at("2025-07-21 10:00").resumes();
        at("2025-07-24 17:00").including("TimerFired kind=QUOTE_WINDOW").including("Unsold reason=NO_QUOTE");
    }

    @Test
    void shouldGoOnBeforeAnAuctionIsScheduled() {
        market.inAuction("B1", "B2");
        at("2025-07-08 09:00").suspends().then("SuspensionOrdered");
        at("2025-07-08 09:10").schedules("2025-07-09 10:00", "").refused(RejectReason.NOT_ALLOWED);
        at("2025-07-08 09:30").resumes().then("ProposalMade", "ProposalApproved", "Resumed state=IN_AUCTION");
        at("2025-07-08 09:40").schedules("2025-07-09 10:00", "").accepted();
    }

    @Test
    void shouldPutAScheduledAuctionOff() {
        market.inAuction("B1", "B2").schedules("2025-07-08 10:00", "2025-07-08 11:00");
        at("2025-07-08 09:00").suspends().then("SuspensionOrdered", "AuctionHalted remainingSeconds=3600");
        at("2025-07-08 10:00").then("TimerFired kind=AUCTION_START");
        market.bids("B1", "CNY 6,000,000.00").refused(RejectReason.HALTED);
        at("2025-07-09 09:00")
                .resumes()
                .then(
                        "ProposalMade",
                        "ProposalApproved",
                        "Resumed state=IN_AUCTION",
                        "AuctionResumed phase=SCHEDULED, deadline=2025-07-09 09:05");
        at("2025-07-09 09:05").then("TimerFired kind=AUCTION_START", "AuctionStarted freeEnd=10:05");
    }

    @Test
    void shouldStopARunningAuctionAndGoOnWithTheTimeThatWasLeft() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10").bids("B1", "CNY 6,000,000.00");
        at("2025-07-08 10:40").suspends().then("SuspensionOrdered", "AuctionHalted remainingSeconds=1200");
        market.bids("B2", "CNY 6,050,000.00").refused(RejectReason.HALTED);
        at("2025-07-08 11:00").then("TimerFired kind=FREE_END");
        at("2025-07-10 10:00").resumes().including("AuctionResumed phase=FREE, deadline=2025-07-10 10:20");
        at("2025-07-10 10:15").bids("B2", "CNY 6,050,000.00").then("BidPlaced party=B2, deadline=10:20, extension=0");
        at("2025-07-10 10:20").then("TimerFired kind=FREE_END", "LimitedPeriodStarted deadline=10:25");
        at("2025-07-10 10:25").including("AuctionDetermined winner=B2");
    }

    @Test
    void shouldStopAnAuctionInItsLimitedPeriod() {
        market.inBidding(listing("L1"), "B1", "B2").at("2025-07-08 10:10").bids("B1", "CNY 6,000,000.00");
        at("2025-07-08 11:04:59.999999999").suspends().including("AuctionHalted remainingSeconds=0");
        at("2025-07-08 11:05").then("TimerFired kind=LIMITED_END");
        at("2025-07-09 10:00").resumes().including("AuctionResumed phase=LIMITED, deadline=2025-07-09 10:05");
        at("2025-07-09 10:05").including("AuctionDetermined winner=B1");
    }

    @Test
    void shouldTerminateASuspendedListingOnly() {
        market.parties("B1", "B2").disclosed(listing("L1"));
        at("2025-06-30 10:00")
                .intends("B1")
                .admitted(DEPOSIT, "B2")
                .terminates()
                .refused(RejectReason.NOT_ALLOWED);
        market.suspends();
        at("2025-07-01 10:00")
                .terminates()
                .then(
                        "Terminated ground=TITLE_DISPUTED, reason=a judgment",
                        "Lost party=B1",
                        "Lost party=B2",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B2, due=2025-07-04 17:00");
        at("2025-09-30 10:00").then("TimerFired at=2025-07-04 17:00, kind=REFUND", "PaymentOverdue");
        market.intends("B1").refused(RejectReason.ALREADY_REGISTERED).resumes();
        market.by("CLERK-1", new ProposeResumption("TOO-LATE", market.listingId()))
                .refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldTerminateAListingInMidAuctionForGood() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10").bids("B1", "CNY 6,000,000.00");
        at("2025-07-08 10:20").suspends();
        at("2025-07-08 10:30").terminates().including("Lost party=B1").including("Lost party=B2");
        at("2025-07-08 10:40").bids("B1", "CNY 6,050,000.00").refused(RejectReason.LATE);
        at("2025-07-08 12:00").without("TimerFired");
    }

    @Test
    void shouldTerminateWhatIsNotResumedInTime() {
        market.parties("B1", "B2").disclosed(listing("L1"));
        at("2025-06-24 10:00").intends("B1").admitted(DEPOSIT, "B2");
        at("2025-06-25 10:00").suspends().then("SuspensionOrdered limit=2025-07-29 00:00");
        at("2025-07-28 23:59:59.999999999").then();
        at("2025-07-29 00:00")
                .then(
                        "TimerFired kind=SUSPENSION_LIMIT, listing=L1",
                        "Terminated ground=OTHER",
                        "Lost party=B1",
                        "Lost party=B2",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B2, due=2025-08-01 17:00");
    }

    @Test
    void shouldNeedTwoPeopleToResume() {
        market.disclosed(listing("L1"));
        at("2025-06-25 10:00").suspends();
        by("SUPERVISOR-1", new ProposeResumption("R-1", market.listingId()))
                .approved("SUPERVISOR-1", "")
                .refused(RejectReason.SAME_PERSON)
                .approved("CLERK-1", "")
                .refused(RejectReason.ROLE_NOT_ALLOWED);
        by("SUPERVISOR-2", new RejectProposal(market.last(Ref.PROPOSAL), "not yet"))
                .accepted();
        market.approved("SUPERVISOR-2", "").refused(RejectReason.NOT_ALLOWED);
        at("2025-06-26 10:00").resumes().including("Resumed state=DISCLOSED");
    }

    @Test
    void shouldResumeOnceWhereTwoProposalsAreOpen() {
        market.disclosed(listing("L1"));
        at("2025-06-25 10:00").suspends();
        by("CLERK-1", new ProposeResumption("R-1", market.listingId()));
        long first = market.last(Ref.PROPOSAL);
        by("CLERK-1", new ProposeResumption("R-2", market.listingId()))
                .approved("SUPERVISOR-1", "")
                .accepted();
        by("SUPERVISOR-1", new ApproveProposal(first, "")).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldSuspendFromTheNoticeToTheAuctionOnly() {
        at("2025-06-04 09:00").drafts(listing("L1")).suspends().refused(RejectReason.NOT_ALLOWED);
        market.submits().suspends().refused(RejectReason.NOT_ALLOWED);
        market.accepts().suspends().refused(RejectReason.NOT_ALLOWED);
        at("2025-06-09 09:00").publishes();
        at("2025-07-07 17:00").suspends().refused(RejectReason.NOT_ALLOWED);
    }
}
