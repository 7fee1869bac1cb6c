package org.tpx.engine.sale;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Draft;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.SaleCommand.AcceptPrice;
import org.tpx.protocol.SaleCommand.SetDutchTerms;
import org.tpx.protocol.SaleCommand.SubmitBestBid;
import org.tpx.protocol.SaleCommand.SubmitStageBid;

/** The falling price, pure and hybrid (section 2.2 G, machine 9.3): from 6 million by 100,000 each five minutes, thirty times. */
class DutchSaleTest extends Scenario {

    private static final Draft DUTCH = listing("L1").with("auctionMode", AuctionMode.DUTCH);

    @Test
    void shouldFallStepByStepUntilSomebodyAccepts() {
        descending(false, "B1", "B2");
        at("2025-07-08 10:00")
                .then(
                        "TimerFired kind=AUCTION_START",
                        "PriceStepped step=0, price=CNY 6,000,000.00, deadline=2025-07-08 10:05");
        at("2025-07-08 10:10")
                .then(
                        "TimerFired at=10:05, kind=PHASE_END",
                        "PriceStepped step=1, price=CNY 5,900,000.00, deadline=10:10",
                        "TimerFired kind=PHASE_END",
                        "PriceStepped step=2, price=CNY 5,800,000.00, deadline=10:15");
        at("2025-07-08 10:14:59.999999999");
        accepts("B2", "CNY 5,800,000.00");
        market.then(
                "PriceAccepted party=B2, bidderNumber=2, step=2, price=CNY 5,800,000.00",
                "AuctionDetermined winner=B2, amount=CNY 5,800,000.00, runnerUp=, runnerUpAmount=",
                "Won party=B2",
                "Awarded transferee=B2, price=CNY 5,800,000.00, feeMode=BIDDING",
                "Lost party=B1",
                "MoneyPosted reason=DEPOSIT_RELEASED",
                "PaymentDue kind=DEPOSIT_REFUND, party=B1");
        at("2025-07-08 12:00").then();
    }

    @Test
    void shouldGoToTheFirstOfTwoThatAcceptInOneStep() {
        descending(false, "B1", "B2");
        at("2025-07-08 10:01");
        accepts("B2", "CNY 6,000,000.00").accepted();
        accepts("B1", "CNY 6,000,000.00").refused(RejectReason.LATE);
    }

    @Test
    void shouldFailWhenNobodyAcceptsTheLastPrice() {
        descending(false, "B1", "B2");
        at("2025-07-08 12:30")
                .including("PriceStepped step=30, price=CNY 3,000,000.00, deadline=12:35")
                .without("AuctionFailed");
        at("2025-07-08 12:34:59.999999999").then();
        at("2025-07-08 12:35")
                .including("AuctionFailed listing=L1")
                .including("Unsold reason=AUCTION_FAILED")
                .including("Lost party=B2");
        accepts("B1", "CNY 3,000,000.00").refused(RejectReason.LATE);
    }

    @Test
    void shouldFailWhereTheRightWasFrozenMeanwhile() {
        descending(false, "B1", "B2");
        at("2025-07-08 10:01");
        by("CLERK-1", new RecordEncumbrance(market.id(Ref.RIGHT, "R1"), EncumbranceKind.PRESERVATION, 0, "COURT-1"));
        accepts("B1", "CNY 6,000,000.00");
        market.including("AuctionFailed listing=L1").without("Awarded");
    }

    @Test
    void shouldTakeThePriceThatStandsAndNoOther() {
        inAuction(false, "B1", "B2");
        accepts("B1", "CNY 6,000,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
        market.schedules("2025-07-08 10:00", "2025-07-08 11:00").refused(RejectReason.NOT_ALLOWED);
        market.schedules("2025-07-08 10:00", "")
                .including("AuctionScheduled bidders=2, start=2025-07-08 10:00, freeEnd=");
        market.party("B3");
        at("2025-07-08 10:05");
        accepts("B3", "CNY 5,900,000.00").refused(RejectReason.NOT_ADMITTED);
        accepts("B1", "USD 5,900,000.00").refused(RejectReason.CURRENCY);
        accepts("B1", "CNY 6,000,000.00").refused(RejectReason.NOT_STANDING_PRICE);
        accepts("B1", "CNY 5,800,000.00").refused(RejectReason.NOT_STANDING_PRICE);
        market.bids("B1", "CNY 5,900,000.00").refused(RejectReason.NOT_ALLOWED);
        accepts("B1", "CNY 5,900,000.00").accepted();
    }

    @Test
    void shouldHaveItsPriceAcceptedInNoOtherMode() {
        market.inBidding(listing("L1"), "B1", "B2");
        accepts("B1", "CNY 6,000,000.00").refused(RejectReason.NOT_ALLOWED);
        stageBids("B1", "CNY 6,000,000.00").refused(RejectReason.NOT_ALLOWED);
        bestBids("B1", "CNY 6,000,000.00").refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", terms(market.listingId(), false)).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldKeepThePriceWhileItIsHalted() {
        descending(false, "B1", "B2");
        at("2025-07-08 10:06").halts(HaltScope.LISTING);
        accepts("B1", "CNY 5,900,000.00").refused(RejectReason.HALTED);
        at("2025-07-08 10:10").then("TimerFired kind=PHASE_END, listing=L1");
        at("2025-07-08 10:40").lifts(HaltScope.LISTING).including("AuctionResumed phase=DESCENDING, deadline=10:45");
        at("2025-07-08 10:44");
        accepts("B1", "CNY 5,900,000.00").including("PriceAccepted step=1, price=CNY 5,900,000.00");
    }

    @Test
    void shouldGoOnFallingWithWhatWasLeftOfTheStep() {
        market.rules("haltMinimumSeconds", 60);
        descending(false, "B1", "B2");
        at("2025-07-08 10:06").halts(HaltScope.MARKET);
        at("2025-07-08 10:30").lifts(HaltScope.MARKET).including("AuctionResumed phase=DESCENDING, deadline=10:34");
        at("2025-07-08 10:34").then("TimerFired kind=PHASE_END", "PriceStepped step=2, deadline=10:39");
    }

    @Test
    void shouldStandStillWithItsSuspendedListing() {
        descending(false, "B1", "B2");
        at("2025-07-08 10:07").suspends().including("AuctionHalted remainingSeconds=180");
        accepts("B1", "CNY 5,900,000.00").refused(RejectReason.HALTED);
        at("2025-07-10 09:00").resumes().including("AuctionResumed phase=DESCENDING, deadline=09:05");
        at("2025-07-10 09:05").including("PriceStepped step=2, price=CNY 5,800,000.00, deadline=09:10");
    }

    @Test
    void shouldStandStillAfterAnOutage() {
        descending(true, "B1", "B2");
        at("2025-07-08 10:05");
        accepts("B1", "CNY 5,900,000.00").accepted();
        market.restarts("2025-07-08 10:30").including("AuctionHalted remainingSeconds=600");
        market.lifts(HaltScope.LISTING).including("AuctionResumed phase=SEALED_STAGE, deadline=2025-07-08 10:40");
        stageBids("B2", "CNY 5,900,000.01").accepted();
    }

    @Test
    void shouldLetTheOthersOutbidTheAcceptedPriceInSecret() {
        inSealedStage("B1", "B2", "B3");
        at("2025-07-08 10:12");
        stageBids("B1", "CNY 6,000,000.00").then("StageBidSubmitted party=B1, bidderNumber=1");
        at("2025-07-08 10:14:59.999999999");
        stageBids("B3", "CNY 6,100,000.00").then("StageBidSubmitted party=B3, bidderNumber=3");
        at("2025-07-08 10:15")
                .then(
                        "TimerFired kind=PHASE_END",
                        "StageBidOpened party=B1, bidderNumber=1, amount=CNY 6,000,000.00",
                        "StageBidOpened party=B3, bidderNumber=3, amount=CNY 6,100,000.00",
                        "PhaseStarted phase=BEST_BID, deadline=10:20");
        bestBids("B2", "CNY 6,100,000.01")
                .including("BestBidPlaced party=B2, bidderNumber=2, amount=CNY 6,100,000.01")
                .including(
                        "AuctionDetermined winner=B2, amount=CNY 6,100,000.01, runnerUp=B3, runnerUpAmount=CNY 6,100,000.00");
        at("2025-07-08 10:20").then();
    }

    @Test
    void shouldRefuseWhatDoesNotBelongIntoTheStage() {
        inSealedStage("B1", "B2", "B3");
        market.party("B4");
        at("2025-07-08 10:12");
        bestBids("B2", "CNY 6,500,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
        accepts("B1", "CNY 5,900,000.00").refused(RejectReason.LATE);
        stageBids("B4", "CNY 6,500,000.00").refused(RejectReason.NOT_ADMITTED);
        stageBids("B1", "USD 6,500,000.00").refused(RejectReason.CURRENCY);
        stageBids("B1", "CNY 5,900,000.00").refused(RejectReason.NOT_ABOVE_HIGH);
        stageBids("B2", "CNY 6,500,000.00").refused(RejectReason.SELF_OUTBID);
        stageBids("B1", "CNY 600,000,000.01").refused(RejectReason.ABOVE_SANITY_CAP);
        stageBids("B1", "CNY 5,900,000.01").accepted();
        stageBids("B1", "CNY 6,500,000.00").refused(RejectReason.ALREADY_QUOTED);
        at("2025-07-08 10:15");
        stageBids("B3", "CNY 6,500,000.00").refused(RejectReason.LATE);
        bestBids("B1", "CNY 6,500,000.00").refused(RejectReason.NOT_ADMITTED);
        bestBids("B2", "USD 6,500,000.00").refused(RejectReason.CURRENCY);
        bestBids("B2", "CNY 5,900,000.01").refused(RejectReason.NOT_ABOVE_HIGH);
        bestBids("B2", "CNY 600,000,000.01").refused(RejectReason.ABOVE_SANITY_CAP);
        at("2025-07-08 10:20").including("AuctionDetermined winner=B1");
        bestBids("B2", "CNY 6,500,000.00").refused(RejectReason.LATE);
    }

    @Test
    void shouldSellAtTheAcceptedPriceWhereNobodyBidsMore() {
        inSealedStage("B1", "B2");
        at("2025-07-08 10:15")
                .including("AuctionDetermined winner=B2, amount=CNY 5,900,000.00, runnerUp=, runnerUpAmount=")
                .without("StageBidOpened");
    }

    @Test
    void shouldPreferTheEarlierOfEqualBids() {
        inSealedStage("B1", "B2", "B3");
        at("2025-07-08 10:12");
        stageBids("B3", "CNY 6,100,000.00").accepted();
        stageBids("B1", "CNY 6,100,000.00").accepted();
        at("2025-07-08 10:20")
                .including(
                        "AuctionDetermined winner=B3, amount=CNY 6,100,000.00, runnerUp=B1, runnerUpAmount=CNY 6,100,000.00")
                .including("RunnerUpKept party=B1, amount=CNY 6,100,000.00");
    }

    @Test
    void shouldKeepTheOneThatAcceptedAsRunnerUp() {
        inSealedStage("B1", "B2");
        at("2025-07-08 10:12");
        stageBids("B1", "CNY 6,100,000.00").accepted();
        at("2025-07-08 10:20").including("AuctionDetermined winner=B1, runnerUp=B2, runnerUpAmount=CNY 5,900,000.00");
    }

    @Test
    void shouldSayHowThePriceFallsBeforeTheApplication() {
        at("2025-06-04 09:00").drafts(DUTCH).submits().refused(RejectReason.TERMS_MISSING);
        SetDutchTerms terms = terms(market.listingId(), true);
        by("A-SELLER", With.with(terms, "bestBidSeconds", 0)).refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", With.with(terms, "sealedStageSeconds", 0)).refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", With.with(terms, "steps", 60)).refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", With.with(terms, "step", Written.money("USD 1.00"))).refused(RejectReason.CURRENCY);
        by("A-SELLER", With.with(terms, "steps", 59)).accepted();
        by("A-SELLER", terms).including("DutchTermsSet step=CNY 100,000.00, stepSeconds=300, steps=30, hybrid=true");
        market.submits().accepted();
        by("A-SELLER", terms).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldMeasureDepositAndAppraisalByTheLastPrice() {
        market.rules("appraisalRequired", true);
        at("2025-06-04 09:00").draftsWith(id -> With.with(terms(id, false), "steps", 43));
        market.drafts(DUTCH).submits().refused(RejectReason.DEPOSIT_CAP);
        market.draftsWith(id -> With.with(terms(id, false), "steps", 42));
        market.drafts(With.with(DUTCH, "code", "L2").appraisal("CNY 1,800,000.01"))
                .submits()
                .accepted();
        market.accepts().refused(RejectReason.FLOOR_BELOW_APPRAISAL);
        market.withdraws();
        market.drafts(With.with(DUTCH, "code", "L3").appraisal("CNY 1,800,000.00"))
                .submits()
                .accepts()
                .accepted();
    }

    @Test
    void shouldNotBeRelistedAtAPriceThatFallsToNothing() {
        descending(false, "B1", "B2");
        at("2025-07-08 12:35").including("Unsold reason=AUCTION_FAILED");
        by("A-SELLER", With.with(market.relisting("CNY 3,000,000.00"), "deposit", Written.money("CNY 0.01")))
                .refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", With.with(market.relisting("CNY 3,000,000.01"), "deposit", Written.money("CNY 0.01")))
                .accepted();
    }

    @Test
    void shouldAskForApprovalWhereTheLastPriceLiesTooLow() {
        market.rules("approvalBelowBps", 9_000);
        inAuction(false, DUTCH.appraisal("CNY 3,000,000.00"), "B1", "B2");
        market.schedules("2025-07-08 10:00", "").at("2025-07-08 12:35").including("Unsold reason=AUCTION_FAILED");
        market.relists("CNY 5,699,999.99").refused(RejectReason.APPROVAL_REQUIRED);
        market.relists("CNY 5,700,000.00").accepted();
    }

    private Market descending(boolean hybrid, String... bidders) {
        return inAuction(hybrid, bidders).schedules("2025-07-08 10:00", "");
    }

    // B2 accepts step 1 at 5,900,000 at 10:05; the sealed stage lasts until 10:15, the best bid until 10:20.
    private void inSealedStage(String... bidders) {
        descending(true, bidders).at("2025-07-08 10:05");
        accepts("B2", "CNY 5,900,000.00")
                .including("PriceAccepted party=B2, step=1, price=CNY 5,900,000.00")
                .including("PhaseStarted phase=SEALED_STAGE, deadline=10:15");
    }

    private Market inAuction(boolean hybrid, String... bidders) {
        return inAuction(hybrid, DUTCH.runnerUpWaiting(), bidders);
    }

    private Market inAuction(boolean hybrid, Draft draft, String... bidders) {
        return market.draftsWith(id -> terms(id, hybrid)).inAuction(draft, bidders);
    }

    private static SetDutchTerms terms(long listingId, boolean hybrid) {
        return new SetDutchTerms(listingId, Written.money("CNY 100,000.00"), 300, 30, hybrid, 600, 300);
    }

    private Market accepts(String party, String price) {
        return by("A-" + party, new AcceptPrice(market.listingId(), market.id(Ref.PARTY, party), Written.money(price)));
    }

    private Market stageBids(String party, String amount) {
        return by(
                "A-" + party,
                new SubmitStageBid(market.listingId(), market.id(Ref.PARTY, party), Written.money(amount)));
    }

    private Market bestBids(String party, String amount) {
        return by(
                "A-" + party,
                new SubmitBestBid(market.listingId(), market.id(Ref.PARTY, party), Written.money(amount)));
    }
}
