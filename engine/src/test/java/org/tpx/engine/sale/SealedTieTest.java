package org.tpx.engine.sale;

import static org.tpx.protocol.PriceRule.FIRST_PRICE;
import static org.tpx.protocol.PriceRule.SECOND_PRICE;
import static org.tpx.protocol.TiePolicy.EARLIEST;
import static org.tpx.protocol.TiePolicy.LOT;
import static org.tpx.protocol.TiePolicy.LOT_WITH_NONCES;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.With;
import org.tpx.protocol.Commitment;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.PriceRule;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TiePolicy;

/** What happens where several sealed quotes are the best (example E3). */
class SealedTieTest extends SealedScenario {

    private static final String TIED = "CNY 6,500,000.00";
    private static final String MORE = "CNY 6,550,000.00";

    @Test
    void shouldLetThoseWhoTiedQuoteOnceMore() {
        tied(FIRST_PRICE, EARLIEST)
                .including("OpeningClosed round=1, valid=3")
                .including("BidsTied bidders=2, amount=CNY 6,500,000.00, least=CNY 6,550,000.00")
                .including("PhaseStarted phase=REQUOTE, number=2, deadline=11:30:30");
        bids("B3", MORE).refused(RejectReason.NOT_ADMITTED);
        bids("B2", MORE).including("SealedBidSubmitted party=B2, round=2, replacement=0");
        bids("B2", MORE).refused(RejectReason.ALREADY_QUOTED);
        at("2025-07-08 11:30:30").including("PhaseStarted phase=UNSEALING, number=2, deadline=12:00:30");
        bids("B1", MORE).refused(RejectReason.LATE);
        opens("B2", MORE).refused(RejectReason.NOT_ALLOWED);
        releases();
        opens("B1", TIED).refused(RejectReason.NOT_ADMITTED);
        opens("B2", MORE).including("BidOpened party=B2, round=2, amount=CNY 6,550,000.00");
        closes().including("OpeningClosed round=2, valid=1")
                .including(
                        "AuctionDetermined winner=B2, amount=CNY 6,550,000.00, runnerUp=B1, runnerUpAmount=CNY 6,500,000.00");
    }

    @Test
    void shouldPreferTheEarlierWhereNobodyQuotesAgain() {
        tied(FIRST_PRICE, EARLIEST);
        at("2025-07-08 11:30:30")
                .including(
                        "AuctionDetermined winner=B2, amount=CNY 6,500,000.00, runnerUp=B1, runnerUpAmount=CNY 6,500,000.00")
                .without("PhaseStarted");
    }

    @Test
    void shouldPreferTheEarlierAtOnceWhereNobodyMayQuoteAgain() {
        market.draftsWith(id -> With.with(terms(id), "requoteSeconds", 0, "replacements", 1));
        market.inAuction(SEALED, "B1", "B2").schedules("2025-07-08 10:00", "2025-07-08 11:00");
        at("2025-07-08 10:00");
        bids("B1", TIED);
        bids("B2", TIED);
        bids("B1", TIED).including("SealedBidSubmitted party=B1, replacement=1");
        unlocked();
        opens("B1", TIED);
        opens("B2", TIED);
        closes().including("BidsTied bidders=2, amount=CNY 6,500,000.00, least=")
                .including("AuctionDetermined winner=B2, amount=CNY 6,500,000.00, runnerUp=B1");
    }

    @Test
    void shouldPreferTheEarlierWhereTheyTieAgain() {
        tied(FIRST_PRICE, EARLIEST);
        bids("B1", MORE);
        bids("B2", MORE);
        at("2025-07-08 11:30:30");
        releases();
        opens("B1", MORE);
        opens("B2", MORE);
        closes().including("AuctionDetermined winner=B1, amount=CNY 6,550,000.00, runnerUp=B2")
                .without("BidsTied");
    }

    @Test
    void shouldLetTheFirstBidStandWhereTheSecondIsTooLow() {
        tied(FIRST_PRICE, EARLIEST);
        bids("B1", "CNY 6,549,999.99");
        at("2025-07-08 11:30:30");
        releases();
        opens("B1", "CNY 6,549,999.99").including("BidVoided party=B1, round=2, reason=NOT_ABOVE_HIGH");
        closes().including("OpeningClosed round=2, valid=0")
                .including("AuctionDetermined winner=B2, amount=CNY 6,500,000.00, runnerUp=B1");
    }

    @Test
    void shouldLetTheFirstBidsStandWhereOfficersDoNotOpenTheSecond() {
        tied(FIRST_PRICE, EARLIEST);
        bids("B1", MORE);
        at("2025-07-08 11:30:30");
        shares("CLERK-1").accepted();
        at("2025-07-08 12:00:30")
                .including("BidVoided party=B1, round=2, reason=LATE")
                .including("AuctionDetermined winner=B2, amount=CNY 6,500,000.00");
    }

    @Test
    void shouldChargeTheSecondPriceAfterATieToo() {
        tied(SECOND_PRICE, EARLIEST);
        bids("B1", MORE);
        at("2025-07-08 11:30:30");
        releases();
        opens("B1", MORE);
        closes().including(
                        "AuctionDetermined winner=B1, amount=CNY 6,500,000.00, runnerUp=B2, runnerUpAmount=CNY 6,500,000.00");
    }

    @Test
    void shouldLetTheSeedDecideInALot() {
        inLot(LOT);
        shares("CLERK-1").refused(RejectReason.LATE);
        bids("B1", MORE).refused(RejectReason.LATE);
        reveals("another").refused(RejectReason.BAD_COMMITMENT);
        drawnAs(Commitment.of(SEED + "|LST-2025-0001|round=1"));
        reveals(SEED).refused(RejectReason.LATE);
    }

    @Test
    void shouldMixTheNonceOfEveryOpenedBidIntoTheLot() {
        inLot(LOT_WITH_NONCES);
        drawnAs(Commitment.of(SEED + "|LST-2025-0001|round=1|BC-001=" + nonce("B1") + "|BC-002=" + nonce("B2")
                + "|BC-003=" + nonce("B3")));
    }

    @Test
    void shouldPreferTheEarlierWhereTheSeedIsNotRevealedInTime() {
        inLot(LOT);
        at("2025-07-08 12:00:30")
                .including("AuctionDetermined winner=B2, amount=CNY 6,500,000.00, runnerUp=B1")
                .without("LotDrawn");
    }

    @Test
    void shouldNotRevealTheSeedBeforeTheLotDecides() {
        tied(FIRST_PRICE, LOT);
        reveals(SEED).refused(RejectReason.AUCTION_NOT_OPEN);
        market.halts(HaltScope.LISTING);
        reveals(SEED).refused(RejectReason.HALTED);
    }

    @Test
    void shouldWaitForTheSeedAfterAHaltToo() {
        inLot(LOT);
        at("2025-07-08 11:40").halts(HaltScope.MARKET);
        reveals(SEED).refused(RejectReason.HALTED);
        at("2025-07-08 13:00").lifts(HaltScope.MARKET).including("AuctionResumed phase=LOT, deadline=13:20:30");
        reveals(SEED).including("LotDrawn").including("Awarded");
    }

    // B2 and then B1 bid the same, B3 less; opened and closed at 11:00:30.
    private Market tied(PriceRule rule, TiePolicy policy) {
        collecting(rule, policy, "B1", "B2", "B3");
        bids("B2", TIED);
        bids("B1", TIED);
        bids("B3", START);
        unlocked();
        opens("B1", TIED);
        opens("B2", TIED);
        opens("B3", START);
        return closes();
    }

    private void inLot(TiePolicy policy) {
        tied(FIRST_PRICE, policy);
        at("2025-07-08 11:30:30").including("PhaseStarted phase=LOT, number=0, deadline=12:00:30");
    }

    private void drawnAs(Hash256 digest) {
        int index = new BigInteger(digest.toString(), 16).mod(BigInteger.TWO).intValue();
        String winner = index == 0 ? "B1" : "B2";
        reveals(SEED)
                .including("LotSeedRevealed seed=" + SEED)
                .including("LotDrawn round=1, digest=" + digest + ", bidders=2, index=" + index + ", winner=" + winner)
                .including("AuctionDetermined winner=" + winner + ", amount=CNY 6,500,000.00, runnerUp="
                        + (index == 0 ? "B2" : "B1"));
    }
}
