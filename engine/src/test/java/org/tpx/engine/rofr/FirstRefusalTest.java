package org.tpx.engine.rofr;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RofrMode;
import org.tpx.protocol.SaleCommand.AcceptPrice;
import org.tpx.protocol.SaleCommand.SetDutchTerms;

/** Rights of first refusal in auctions and single quotes (section 1.6), in their four modes. */
class FirstRefusalTest extends RofrScenario {

    private static final String PRICE = "CNY 6,600,000.00";

    @Test
    void shouldGiveTheHolderWhatTheOthersFoundThePriceOf() {
        asked(RofrMode.MATCH_ONCE, PRICE, "S1")
                .including("RofrInquiryOpened candidate=B2, price=" + PRICE + ", holders=1, deadline=11:10");
        at("2025-07-08 11:07");
        takes("S1", PRICE)
                .then(
                        "RofrExercised party=S1, price=" + PRICE,
                        "AuctionDetermined winner=S1, amount=" + PRICE + ", runnerUp=B2, runnerUpAmount=" + PRICE,
                        "Won party=S1",
                        "Awarded transferee=S1, price=" + PRICE + ", feeMode=BIDDING",
                        "Lost party=B1",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue party=B1",
                        "Lost party=B2",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue party=B2");
    }

    @Test
    void shouldGiveItToTheTopBidderOnceTheLastHolderDeclined() {
        asked(RofrMode.MATCH_ONCE, PRICE, "S1", "S2");
        at("2025-07-08 11:06");
        declines("S1").then("RofrDeclined party=S1");
        declines("S2").including("AuctionDetermined winner=B2, amount=" + PRICE + ", runnerUp=B1");
    }

    @Test
    void shouldPutTheBetterRankFirstWhoeverWasFaster() {
        asked(RofrMode.MATCH_ONCE, PRICE, "S1", "S2", "S3");
        at("2025-07-08 11:06");
        takes("S3", PRICE).then("RofrExercised party=S3, price=" + PRICE);
        takes("S2", PRICE).accepted();
        declines("S1")
                .including("AuctionDetermined winner=S2")
                .including("Lost party=S3")
                .without("RofrAllotted");
    }

    @Test
    void shouldShareByTheAgreementThatNamesExactlyThem() {
        asked(RofrMode.MATCH_ONCE, PRICE, "S1", "S2");
        agree(part("S1", 1), part("S2", 3)).accepted();
        takes("S1", PRICE);
        at("2025-07-08 11:08");
        takes("S2", PRICE).including("RofrAllotted manner=AGREEMENT, shares=2").including("Awarded transferee=S1");
    }

    @Test
    void shouldShareProRataWhereTheAgreementNamesAnotherToo() {
        asked(RofrMode.MATCH_ONCE, PRICE, "S1", "S2", "S3");
        agree(part("S1", 1), part("S2", 1), part("S3", 1)).accepted();
        takes("S1", PRICE);
        takes("S2", PRICE);
        at("2025-07-08 11:10")
                .including("RofrWaived party=S3, ground=NOT_ANSWERED")
                .including("RofrAllotted manner=PRO_RATA, shares=2");
    }

    @Test
    void shouldNotLetThemBidWhoAnswer() {
        inBidding(RofrMode.MATCH_ONCE, "S1").bids("S1", START).refused(RejectReason.ROFR_HOLDER);
        market.including("AuctionStarted");
    }

    @Test
    void shouldCountOnlyThoseAsBiddersWhoBid() {
        disclosed(RofrMode.MATCH_ONCE, "S1").at("2025-07-01 10:00").admitted(DEPOSIT, "B1", "S1");
        at("2025-07-07 17:00").including("QualificationClosed admitted=2").including("SingleQuoteOpened party=B1");
        market.quotes("S1", PRICE).refused(RejectReason.ROFR_HOLDER);
        at("2025-07-08 09:00")
                .quotes("B1", PRICE)
                .then(
                        "SingleQuoteSubmitted party=B1",
                        "RofrInquiryOpened candidate=B1, price=" + PRICE + ", deadline=09:05");
        market.quotes("B1", PRICE).refused(RejectReason.LATE);
        at("2025-07-08 09:04");
        takes("S1", PRICE).including("Awarded transferee=S1, price=" + PRICE + ", feeMode=NEGOTIATED");
    }

    @Test
    void shouldAwardTheSingleQuoteWhereTheHolderIsSilent() {
        disclosed(RofrMode.MATCH_ONCE, "S1").at("2025-07-01 10:00").admitted(DEPOSIT, "B1", "S1");
        at("2025-07-08 09:00").quotes("B1", PRICE);
        at("2025-07-08 09:05")
                .including("RofrWaived party=S1, ground=NOT_ANSWERED")
                .including("Awarded transferee=B1, feeMode=NEGOTIATED");
    }

    @Test
    void shouldLetTheHoldersBidWhereNobodyElseIsAdmitted() {
        disclosed(RofrMode.MATCH_ONCE, "S1", "S2").at("2025-07-01 10:00").admitted(DEPOSIT, "S1", "S2");
        at("2025-07-07 17:00")
                .schedules("2025-07-08 10:00", "2025-07-08 11:00")
                .including("AuctionScheduled bidders=2");
        at("2025-07-08 10:10").bids("S1", START).accepted();
        at("2025-07-08 11:05").including("AuctionDetermined winner=S1").without("RofrInquiryOpened");
    }

    @Test
    void shouldAskNobodyWhereTheHoldersBidLikeEverybodyElse() {
        inBidding(RofrMode.BID_AS_ORDINARY, "S1")
                .at("2025-07-08 10:10")
                .bids("S1", START)
                .accepted();
        at("2025-07-08 10:20").bids("B1", PRICE).accepted();
        at("2025-07-08 11:05").including("AuctionDetermined winner=B1, amount=" + PRICE + ", runnerUp=S1");
    }

    @Test
    void shouldGoOnAgainstAHolderWhoTakesThePriceInTheAuction() {
        asked(RofrMode.MATCH_IN_AUCTION, PRICE, "S1");
        at("2025-07-08 11:07");
        takes("S1", PRICE).then("RofrExercised party=S1", "PhaseStarted phase=LIMITED, deadline=11:12");
        market.bids("B2", PRICE).refused(RejectReason.NOT_ABOVE_HIGH);
        at("2025-07-08 11:12")
                .including("AuctionDetermined winner=S1, amount=" + PRICE + ", runnerUp=B2, runnerUpAmount=" + PRICE);
    }

    @Test
    void shouldAskTheHolderAgainAboutEachHigherBid() {
        asked(RofrMode.MATCH_IN_AUCTION, PRICE, "S1", "S2");
        declines("S2").accepted();
        at("2025-07-08 11:07");
        takes("S1", PRICE).including("PhaseStarted phase=LIMITED, deadline=11:12");
        at("2025-07-08 11:10").bids("B1", "CNY 6,700,000.00").including("BidPlaced deadline=11:15, extension=1");
        at("2025-07-08 11:15").including("RofrInquiryOpened candidate=B1, price=CNY 6,700,000.00, holders=1");
        takes("S1", "CNY 6,700,000.00").including("PhaseStarted phase=LIMITED, deadline=11:20");
        at("2025-07-08 11:20").including("AuctionDetermined winner=S1, amount=CNY 6,700,000.00, runnerUp=B1");
    }

    @Test
    void shouldShareAmongThoseWhoTookThePriceInTheAuction() {
        asked(RofrMode.MATCH_IN_AUCTION, PRICE, "S1", "S2");
        takes("S1", PRICE);
        takes("S2", PRICE)
                .including("PhaseStarted phase=LIMITED, deadline=11:10")
                .without("RofrAllotted");
        at("2025-07-08 11:10")
                .including("RofrAllotted price=" + PRICE + ", manner=PRO_RATA, shares=2")
                .including("AuctionDetermined winner=S1")
                .including("Won party=S2");
    }

    @Test
    void shouldGiveDaysToAnswerAfterTheAuction() {
        asked(RofrMode.POST_AUCTION, PRICE, "S1").including("RofrInquiryOpened deadline=2025-08-08 00:00");
        at("2025-08-07 23:00");
        takes("S1", PRICE).including("Awarded transferee=S1");
    }

    @Test
    void shouldAskThoseInWritingWhoAreNotInTheHall() {
        disclosed(RofrMode.MATCH_ONCE, "S1");
        admits();
        found(PRICE).including("RofrInquiryOpened deadline=2025-08-08 00:00");
        at("2025-07-20 10:00");
        takes("S1", PRICE)
                .including("IntentRegistered party=S1")
                .including("Awarded transferee=S1")
                .including("Lost party=B2");
        at("2025-07-22 10:00").signs().accepted().becomesEffective();
        market.including("ContractEffective due=CNY 6,811,200.00").without("DepositConverted");
    }

    @Test
    void shouldTakeSilenceAfterTheWrittenNoticeForAWaiver() {
        drafted(RofrMode.MATCH_ONCE, "S1").at("2025-06-04 10:00");
        serves("S1").refused(RejectReason.NOT_ALLOWED);
        market.submits();
        serves("S1").including("RofrNoticeServed party=S1, answerDue=2025-07-05 00:00");
        serves("S1").refused(RejectReason.NOT_ALLOWED);
        market.accepts().at("2025-06-09 09:00").publishes();
        admits();
        found(PRICE).including("AuctionDetermined winner=B2");
        takes("S1", PRICE).refused(RejectReason.LATE);
    }

    @Test
    void shouldNotTakeItForAWaiverWhereTheHolderHasCome() {
        drafted(RofrMode.MATCH_ONCE, "S1").submits();
        serves("S1").accepts().at("2025-06-09 09:00").publishes();
        admits("S1");
        found(PRICE).including("RofrInquiryOpened holders=1, deadline=11:10");
    }

    @Test
    void shouldTakeAbsenceForAWaiverWhereTheNoticeSaysSo() {
        market.parties("B1", "B2", "S1");
        drafted(DRAFT, With.with(terms(RofrMode.MATCH_ONCE, "S1"), "absenceWaives", true, "answerDays", 60))
                .submits();
        serves("S1").accepts().at("2025-06-09 09:00").publishes();
        admits();
        found(PRICE).including("RofrWaived party=S1, ground=ABSENT").including("AuctionDetermined winner=B2");
    }

    @Test
    void shouldLetAHolderWaiveBeforeThereIsAPrice() {
        inBidding(RofrMode.MATCH_ONCE, "S1");
        declines("S1").including("RofrDeclined party=S1");
        declines("S1").refused(RejectReason.NOT_ALLOWED);
        found(PRICE).including("AuctionDetermined winner=B2").without("RofrInquiryOpened");
    }

    @Test
    void shouldAskAnewInTheNextAttempt() {
        disclosed(RofrMode.MATCH_ONCE, "S1");
        declines("S1").accepted();
        at("2025-07-07 17:00").including("Unsold reason=NO_INTENT");
        market.relists("CNY 5,400,000.00").publishes().accepted();
        market.admitted("CNY 1,620,000.00", "B1", "S1");
        at("2025-07-15 09:00").quotes("B1", "CNY 5,400,000.00").including("RofrInquiryOpened candidate=B1, holders=1");
    }

    @Test
    void shouldStandStillInAHaltWithTheTimeThatIsLeftToAnswer() {
        asked(RofrMode.MATCH_ONCE, PRICE, "S1").halts(HaltScope.LISTING);
        takes("S1", PRICE).refused(RejectReason.HALTED);
        at("2025-07-08 11:10").then("TimerFired kind=PHASE_END");
        at("2025-07-08 11:30").lifts(HaltScope.LISTING).including("AuctionResumed phase=ROFR_INQUIRY, deadline=11:35");
        at("2025-07-08 11:34");
        takes("S1", PRICE).including("Awarded transferee=S1");
    }

    @Test
    void shouldStandStillAfterASingleQuoteToo() {
        disclosed(RofrMode.MATCH_ONCE, "S1").at("2025-07-01 10:00").admitted(DEPOSIT, "B1", "S1");
        at("2025-07-08 09:00").quotes("B1", PRICE);
        at("2025-07-08 09:01").suspends().including("AuctionHalted remainingSeconds=240");
        at("2025-07-08 10:00")
                .resumes()
                .including("Resumed state=ROFR_PENDING")
                .including("AuctionResumed phase=ROFR_INQUIRY, deadline=10:05");
        at("2025-07-08 10:05").including("Awarded transferee=B1");
    }

    @Test
    void shouldFailWhereTheRightCanNoLongerBeTransferredOnceAllHaveAnswered() {
        asked(RofrMode.MATCH_ONCE, PRICE, "S1");
        market.by(
                "CLERK-1",
                new RecordEncumbrance(market.id(Ref.RIGHT, "R1"), EncumbranceKind.PRESERVATION, 0, "COURT-1"));
        takes("S1", PRICE).including("AuctionFailed listing=L1").including("Unsold reason=AUCTION_FAILED");
    }

    @Test
    void shouldAskAboutThePriceOfEveryOtherMode() {
        market.parties("B1", "B2", "S1");
        at("2025-06-04 09:00").drafts(DRAFT.with("auctionMode", AuctionMode.DUTCH));
        by("A-SELLER", new SetDutchTerms(market.listingId(), Written.money("CNY 100,000.00"), 300, 30, false, 0, 0));
        sets(terms(RofrMode.MATCH_IN_AUCTION, "S1")).refused(RejectReason.NOT_ALLOWED);
        sets(terms(RofrMode.MATCH_ONCE, "S1")).accepted();
        discloses();
        at("2025-07-01 10:00").admitted(DEPOSIT, "B1", "B2", "S1");
        at("2025-07-07 17:00").schedules("2025-07-08 10:00", "");
        at("2025-07-08 10:01");
        by("A-B1", new AcceptPrice(market.listingId(), market.id(Ref.PARTY, "B1"), Written.money(START)))
                .including("RofrInquiryOpened candidate=B1, price=" + START + ", deadline=10:06");
        at("2025-07-08 10:02");
        by("A-B2", new AcceptPrice(market.listingId(), market.id(Ref.PARTY, "B2"), Written.money(START)))
                .refused(RejectReason.ROFR_ONLY_WINDOW);
        takes("S1", START).including("AuctionDetermined winner=S1, amount=" + START + ", runnerUp=B1");
    }

    @Test
    void shouldNameHoldersInDraftsOnlyAndOnlySoundly() {
        drafted(RofrMode.MATCH_ONCE, "S1");
        long seller = market.id(Ref.PARTY, "SELLER");
        var holder = terms(RofrMode.MATCH_ONCE, "S1").holders().get(0);
        sets(With.with(terms(RofrMode.MATCH_ONCE, "S1"), "holders", List.of())).refused(RejectReason.NOT_ALLOWED);
        sets(With.with(terms(RofrMode.MATCH_ONCE), "holders", List.of(holder, holder)))
                .refused(RejectReason.NOT_ALLOWED);
        sets(With.with(terms(RofrMode.MATCH_ONCE), "holders", List.of(With.with(holder, "partyId", seller))))
                .refused(RejectReason.NOT_ALLOWED);
        sets(With.with(terms(RofrMode.MATCH_ONCE), "holders", List.of(With.with(holder, "partyId", 99L))))
                .refused(RejectReason.UNKNOWN_SUBJECT);
        market.submits();
        sets(terms(RofrMode.POST_AUCTION, "S1")).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldAnswerForHoldersOnlyAndAtThePriceThatWasFound() {
        inBidding(RofrMode.MATCH_ONCE, "S1");
        takes("S1", START).refused(RejectReason.AUCTION_NOT_OPEN);
        agree(part("S1", 1), part("B1", 1)).refused(RejectReason.UNKNOWN_SUBJECT);
        serves("B1").refused(RejectReason.UNKNOWN_SUBJECT);
        found(PRICE);
        takes("B1", PRICE).refused(RejectReason.NOT_ADMITTED);
        declines("B1").refused(RejectReason.NOT_ADMITTED);
        takes("S1", START).refused(RejectReason.NOT_STANDING_PRICE);
        takes("S1", "USD 6,600,000.00").refused(RejectReason.CURRENCY);
        market.bids("B1", "CNY 6,700,000.00").refused(RejectReason.ROFR_ONLY_WINDOW);
        takes("S1", PRICE).accepted();
        takes("S1", PRICE).refused(RejectReason.NOT_ALLOWED);
        agree(part("S1", 1), part("S1", 1)).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldKnowNoHoldersWhereTheNoticeNamesNone() {
        market.inBidding(DRAFT, "B1", "B2");
        takes("B1", START).refused(RejectReason.NOT_ALLOWED);
        declines("B1").refused(RejectReason.NOT_ALLOWED);
        serves("B1").refused(RejectReason.UNKNOWN_SUBJECT);
        agree(part("B1", 1), part("B2", 1)).refused(RejectReason.UNKNOWN_SUBJECT);
        sets(terms(RofrMode.MATCH_ONCE, "B1")).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldOfferTheAwardToTheTopBidderWhereTheHolderDoesNotSign() {
        market.parties("B1", "B2", "S1");
        drafted(DRAFT.runnerUpWaiting(), terms(RofrMode.MATCH_ONCE, "S1"));
        discloses();
        admits("S1");
        found(PRICE);
        takes("S1", PRICE).including("RunnerUpKept party=B2, amount=" + PRICE);
        at("2025-07-15 17:00")
                .including("AwardDefaulted party=S1, trigger=NOT_SIGNED")
                .including("RunnerUpOffered party=B2, amount=" + PRICE);
        market.acceptsOffer("B2").including("Awarded transferee=B2");
    }
}
