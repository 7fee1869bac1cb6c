package org.tpx.engine.sale;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Draft;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Money;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand.SetRoundsTerms;
import org.tpx.protocol.SaleCommand.SubmitInitialBid;
import org.tpx.protocol.SaleCommand.TakeTurn;

/** Rising bids in rounds (section 2.2 K): initial bids until 10:30, then turns of three minutes, the lowest bid first. */
class RoundsSaleTest extends Scenario {

    private static final Draft ROUNDS =
            listing("L1").with("auctionMode", AuctionMode.ROUNDS).runnerUpWaiting();

    @Test
    void shouldLetTheLowestMoveFirstAndOfEqualOnesTheLater() {
        collecting(2, "B1", "B2", "B3");
        market.then(
                "TimerFired kind=AUCTION_START", "PhaseStarted phase=COLLECTING, number=0, deadline=2025-07-08 10:30");
        starts("B1", "CNY 6,000,000.00").including("InitialBidSubmitted party=B1, bidderNumber=1");
        starts("B2", "CNY 6,100,000.00");
        starts("B3", "CNY 6,000,000.00");
        at("2025-07-08 10:35")
                .then(
                        "TimerFired at=10:30, kind=PHASE_END",
                        "InitialBidOpened party=B1, bidderNumber=1, amount=CNY 6,000,000.00",
                        "InitialBidOpened party=B2, bidderNumber=2, amount=CNY 6,100,000.00",
                        "InitialBidOpened party=B3, bidderNumber=3, amount=CNY 6,000,000.00",
                        "PhaseStarted phase=ROUND_PAUSE, number=1, deadline=10:35",
                        "TimerFired kind=PHASE_END",
                        "TurnStarted round=1, party=B3, bidderNumber=3, deadline=10:38");
        at("2025-07-08 10:44")
                .then(
                        "TimerFired at=10:38, kind=PHASE_END",
                        "TurnStarted round=1, party=B1, bidderNumber=1, deadline=10:41",
                        "TimerFired at=10:41, kind=PHASE_END",
                        "TurnStarted round=1, party=B2, bidderNumber=2, deadline=10:44",
                        "TimerFired kind=PHASE_END",
                        "PhaseStarted phase=ROUND_PAUSE, number=2, deadline=10:47");
        at("2025-07-08 10:56")
                .including("TurnStarted round=2, party=B3")
                .including("AuctionDetermined winner=B2, amount=CNY 6,100,000.00, runnerUp=B1")
                .including("RunnerUpKept party=B1, amount=CNY 6,000,000.00");
    }

    @Test
    void shouldOrderEachRoundByTheBidsOfTheOneBefore() {
        inFirstTurn(2);
        takes("B1", "CNY 6,200,000.00")
                .including("TurnTaken round=1, party=B1, bidderNumber=1, amount=CNY 6,200,000.00")
                .including("TurnStarted round=1, party=B2, deadline=10:38");
        takes("B2", "").including("TurnTaken round=1, party=B2, amount=CNY 6,100,000.00");
        at("2025-07-08 10:38").including("TurnStarted round=2, party=B2, bidderNumber=2, deadline=10:41");
        takes("B2", "CNY 6,200,000.00").including("TurnStarted round=2, party=B1");
        takes("B1", "")
                .including(
                        "AuctionDetermined winner=B1, amount=CNY 6,200,000.00, runnerUp=B2, runnerUpAmount=CNY 6,200,000.00");
        at("2025-07-08 12:00").then();
    }

    @Test
    void shouldRefuseWhatIsNoInitialBid() {
        inAuction(3, "B1", "B2");
        starts("B1", "CNY 6,000,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
        market.party("B3").schedules("2025-07-08 10:00", "").at("2025-07-08 10:00");
        takes("B1", "CNY 6,500,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
        starts("B3", "CNY 6,000,000.00").refused(RejectReason.NOT_ADMITTED);
        starts("B1", "USD 6,000,000.00").refused(RejectReason.CURRENCY);
        starts("B1", "CNY 5,950,000.00").refused(RejectReason.BELOW_START);
        starts("B1", "CNY 6,000,000.01").refused(RejectReason.BAD_INCREMENT);
        starts("B1", "CNY 600,050,000.00").refused(RejectReason.ABOVE_SANITY_CAP);
        starts("B1", "CNY 6,000,000.00").accepted();
        starts("B1", "CNY 6,050,000.00").refused(RejectReason.ALREADY_QUOTED);
        market.bids("B1", "CNY 6,050,000.00").refused(RejectReason.NOT_ALLOWED);
        at("2025-07-08 10:30");
        starts("B2", "CNY 6,000,000.00").refused(RejectReason.LATE);
    }

    @Test
    void shouldRefuseWhatIsNoMove() {
        inFirstTurn(1);
        takes("B2", "CNY 6,500,000.00").refused(RejectReason.OUT_OF_TURN);
        takes("B1", "USD 6,500,000.00").refused(RejectReason.CURRENCY);
        takes("B1", "CNY 5,000,000.00").refused(RejectReason.BELOW_START);
        takes("B1", "CNY 6,000,000.00").refused(RejectReason.NOT_ABOVE_OWN);
        takes("B1", "CNY 6,510,000.00").refused(RejectReason.BAD_INCREMENT);
        takes("B1", "CNY 600,050,000.00").refused(RejectReason.ABOVE_SANITY_CAP);
        takes("B1", "CNY 6,050,000.00").accepted();
        takes("B1", "CNY 6,500,000.00").refused(RejectReason.OUT_OF_TURN);
        at("2025-07-08 10:38").including("AuctionDetermined winner=B2");
        takes("B2", "CNY 6,500,000.00").refused(RejectReason.LATE);
    }

    @Test
    void shouldHaveItsTurnsInNoOtherMode() {
        market.inBidding(listing("L1"), "B1", "B2");
        starts("B1", "CNY 6,000,000.00").refused(RejectReason.NOT_ALLOWED);
        takes("B1", "CNY 6,000,000.00").refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", terms(market.listingId(), 3)).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNeedNoRoundsForASingleBid() {
        collecting(3, "B1", "B2");
        starts("B2", "CNY 6,050,000.00");
        at("2025-07-08 10:30").including("AuctionDetermined winner=B2, amount=CNY 6,050,000.00, runnerUp=");
    }

    @Test
    void shouldFailWithoutABid() {
        collecting(3, "B1", "B2")
                .at("2025-07-08 10:30")
                .including("AuctionFailed")
                .including("Unsold");
    }

    @Test
    void shouldCollectAsLongAsTheClerkSays() {
        inAuction(3, "B1", "B2").schedules("2025-07-08 10:00", "2025-07-08 16:00");
        market.including("AuctionScheduled start=2025-07-08 10:00, freeEnd=2025-07-08 16:00");
        at("2025-07-08 10:00").including("PhaseStarted phase=COLLECTING, deadline=16:00");
    }

    @Test
    void shouldGiveTheBidderAtTurnTheTimeThatWasLeft() {
        inFirstTurn(1);
        at("2025-07-08 10:36").halts(HaltScope.LISTING);
        takes("B1", "CNY 6,500,000.00").refused(RejectReason.HALTED);
        at("2025-07-08 10:50").lifts(HaltScope.LISTING).including("AuctionResumed phase=TURN, deadline=10:55");
        at("2025-07-08 10:54");
        takes("B1", "CNY 6,500,000.00").including("TurnStarted round=1, party=B2, deadline=10:57");
    }

    @Test
    void shouldGoFromRoundToRoundWithoutAPauseWhereTheNoticeHasNone() {
        market.draftsWith(id -> new SetRoundsTerms(id, 2, 180, 0, 0, 1_800));
        market.inAuction(ROUNDS, "B1", "B2").schedules("2025-07-08 10:00", "").at("2025-07-08 10:00");
        starts("B1", "CNY 6,000,000.00");
        starts("B2", "CNY 6,000,000.00");
        at("2025-07-08 10:30")
                .including("PhaseStarted number=1, deadline=10:30")
                .including("TurnStarted party=B2");
        takes("B2", "").including("TurnStarted round=1, party=B1");
        takes("B1", "").including("PhaseStarted phase=ROUND_PAUSE, number=2, deadline=10:30");
        at("2025-07-08 10:30").including("TurnStarted round=2, party=B2, deadline=10:33");
    }

    @Test
    void shouldSayHowLongItTakesBeforeTheApplication() {
        market.drafts(ROUNDS).submits().refused(RejectReason.TERMS_MISSING);
        by("A-SELLER", terms(market.listingId(), 3)).including("RoundsTermsSet rounds=3, turnSeconds=180");
        market.submits().accepted();
        by("A-SELLER", terms(market.listingId(), 3)).refused(RejectReason.NOT_ALLOWED);
    }

    private static SetRoundsTerms terms(long listingId, int rounds) {
        return new SetRoundsTerms(listingId, rounds, 180, 300, 180, 1_800);
    }

    private Market inAuction(int rounds, String... bidders) {
        return market.draftsWith(id -> terms(id, rounds)).inAuction(ROUNDS, bidders);
    }

    private Market collecting(int rounds, String... bidders) {
        return inAuction(rounds, bidders).schedules("2025-07-08 10:00", "").at("2025-07-08 10:00");
    }

    // B1 at 6,000,000 has the first turn from 10:35 to 10:38, B2 at 6,100,000 the next.
    private void inFirstTurn(int rounds) {
        collecting(rounds, "B1", "B2");
        starts("B2", "CNY 6,100,000.00");
        starts("B1", "CNY 6,000,000.00");
        at("2025-07-08 10:35").including("TurnStarted round=1, party=B1, deadline=10:38");
    }

    private Market starts(String party, String amount) {
        long id = market.id(Ref.PARTY, party);
        return by("A-" + party, new SubmitInitialBid(market.listingId(), id, Written.money(amount)));
    }

    private Market takes(String party, String amount) {
        Money raised = amount.isEmpty() ? Money.NONE : Written.money(amount);
        return by("A-" + party, new TakeTurn(market.listingId(), market.id(Ref.PARTY, party), raised));
    }
}
