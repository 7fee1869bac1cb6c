package org.tpx.engine.sale;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Draft;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.CompetitiveCommand.CloseRounds;
import org.tpx.protocol.CompetitiveCommand.MakeRoundOffer;
import org.tpx.protocol.CompetitiveCommand.SetCompetitiveTerms;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;

/** Competitive negotiation (section 2.2 F, machine 9.3): at most three rounds of an hour, final offers for half an hour. */
class CompetitiveSaleTest extends Scenario {

    private static final Draft DRAFT = listing("L1")
            .with("auctionMode", AuctionMode.COMPETITIVE_NEGOTIATION)
            .runnerUpWaiting();

    @Test
    void shouldTellOpenOffersAtOnceAndFinalOnesWhenTheyAreOver() {
        negotiating(false, "B1", "B2");
        at("2025-07-08 10:00").including("PhaseStarted phase=ROUND, number=1, deadline=11:00");
        offers("B1", "CNY 6,000,000.00")
                .including("RoundOfferMade party=B1, bidderNumber=1, round=1, amount=CNY 6,000,000.00");
        at("2025-07-08 11:00").then("TimerFired kind=PHASE_END", "PhaseStarted phase=ROUND, number=2, deadline=12:00");
        at("2025-07-08 12:00").including("PhaseStarted phase=ROUND, number=3, deadline=13:00");
        at("2025-07-08 13:00").including("PhaseStarted phase=FINAL_OFFERS, number=4, deadline=13:30");
        offers("B1", "CNY 6,100,000.00")
                .then(
                        "TimerFired kind=PHASE_END",
                        "PhaseStarted phase=FINAL_OFFERS, number=4",
                        "RoundOfferMade party=B1, round=4, amount=");
        at("2025-07-08 13:30")
                .including("RoundOfferOpened party=B1, round=4, amount=CNY 6,100,000.00")
                .including("OfferSelected party=B1, bidderNumber=1, amount=CNY 6,100,000.00")
                .including("AuctionDetermined winner=B1, amount=CNY 6,100,000.00, runnerUp=");
    }

    @Test
    void shouldSelectTheEarlierOfEqualLastOffers() {
        negotiating(true, "B1", "B2", "B3");
        at("2025-07-08 10:00");
        offers("B2", "CNY 6,500,000.00").including("RoundOfferMade party=B2, amount=");
        offers("B1", "CNY 6,400,000.00").accepted();
        at("2025-07-08 11:00")
                .then(
                        "TimerFired kind=PHASE_END",
                        "RoundOfferOpened party=B2, round=1, amount=CNY 6,500,000.00",
                        "RoundOfferOpened party=B1, round=1, amount=CNY 6,400,000.00",
                        "PhaseStarted phase=ROUND, number=2");
        offers("B1", "CNY 6,500,000.00").accepted();
        at("2025-07-08 13:30")
                .including("AuctionDetermined winner=B2, amount=CNY 6,500,000.00, runnerUp=B1")
                .including("RunnerUpKept party=B1, amount=CNY 6,500,000.00");
    }

    @Test
    void shouldGoToFinalOffersWhenTheTransferorClosesTheRounds() {
        negotiating(true, "B1", "B2");
        closes().refused(RejectReason.AUCTION_NOT_OPEN);
        at("2025-07-08 10:00");
        offers("B1", "CNY 6,000,000.00").accepted();
        closes().refused(RejectReason.NOT_ALLOWED);
        at("2025-07-08 11:00");
        closes().including("RoundsClosed listing=L1, round=2");
        closes().refused(RejectReason.NOT_ALLOWED);
        at("2025-07-08 12:00").including("PhaseStarted phase=FINAL_OFFERS, number=3, deadline=12:30");
    }

    @Test
    void shouldNotCloseTheRoundsOnceTheyAreOver() {
        negotiating(true, "B1", "B2");
        at("2025-07-08 10:00");
        offers("B1", "CNY 6,000,000.00").accepted();
        at("2025-07-08 13:00");
        closes().refused(RejectReason.LATE);
    }

    @Test
    void shouldFailWhereNobodyOffersInTheFirstRound() {
        negotiating(true, "B1", "B2");
        at("2025-07-08 11:00").including("AuctionFailed listing=L1").including("Unsold reason=AUCTION_FAILED");
        offers("B1", "CNY 6,000,000.00").refused(RejectReason.LATE);
    }

    @Test
    void shouldTakeOneBetterOfferOfEachInARound() {
        negotiating(true, "B1", "B2");
        market.party("B3");
        offers("B1", "CNY 6,000,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
        at("2025-07-08 10:00");
        offers("B3", "CNY 6,000,000.00").refused(RejectReason.NOT_ADMITTED);
        offers("B1", "USD 6,000,000.00").refused(RejectReason.CURRENCY);
        offers("B1", "CNY 5,950,000.00").refused(RejectReason.BELOW_START);
        offers("B1", "CNY 6,000,000.01").refused(RejectReason.BAD_INCREMENT);
        offers("B1", "CNY 600,050,000.00").refused(RejectReason.ABOVE_SANITY_CAP);
        offers("B1", "CNY 6,000,000.00").accepted();
        offers("B1", "CNY 6,050,000.00").refused(RejectReason.ALREADY_QUOTED);
        at("2025-07-08 11:00");
        offers("B2", "CNY 6,050,000.00").refused(RejectReason.NOT_ADMITTED);
        offers("B1", "CNY 6,000,000.00").refused(RejectReason.NOT_ABOVE_OWN);
        market.bids("B1", "CNY 6,050,000.00").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldKeepWhatIsLeftOfARoundWhileItIsHalted() {
        negotiating(true, "B1", "B2");
        at("2025-07-08 10:40").halts(HaltScope.LISTING);
        offers("B1", "CNY 6,000,000.00").refused(RejectReason.HALTED);
        at("2025-07-08 11:30").lifts(HaltScope.LISTING).including("AuctionResumed phase=ROUND, deadline=11:50");
    }

    @Test
    void shouldTakeOffersInNoOtherMode() {
        market.inBidding(listing("L1"), "B1", "B2");
        offers("B1", "CNY 6,000,000.00").refused(RejectReason.NOT_ALLOWED);
        closes().refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", terms(market.listingId(), true)).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldSayBeforeTheApplicationHowItGoesOn() {
        at("2025-06-04 09:00").drafts(DRAFT).submits().refused(RejectReason.TERMS_MISSING);
        SetCompetitiveTerms terms = terms(market.listingId(), true);
        by("A-SELLER", With.with(terms, "rounds", 1)).refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", terms).including("CompetitiveTermsSet rounds=3, leastRounds=2, secret=true");
        market.submits().accepted();
    }

    private Market negotiating(boolean sealed, String... bidders) {
        return market.draftsWith(id -> terms(id, sealed))
                .inAuction(DRAFT, bidders)
                .schedules("2025-07-08 10:00", "");
    }

    private static SetCompetitiveTerms terms(long listingId, boolean sealed) {
        return new SetCompetitiveTerms(listingId, 3, 2, 3_600, 1_800, sealed);
    }

    private Market offers(String party, String amount) {
        return by(
                "A-" + party,
                new MakeRoundOffer(market.listingId(), market.id(Ref.PARTY, party), Written.money(amount)));
    }

    private Market closes() {
        return by("A-SELLER", new CloseRounds(market.listingId()));
    }
}
