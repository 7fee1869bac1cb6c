package org.tpx.engine.sale;

import static org.tpx.engine.Draft.listing;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.IncrementStep;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightType;
import org.tpx.protocol.SaleCommand.SetAscendingTerms;
import org.tpx.protocol.SaleCommand.SetDynamicTerms;
import org.tpx.protocol.SaleCommand.SetProxyMaximum;

/** What a notice may say about rising bids: a table of increments, and maxima that bid for their bidders. */
class AscendingTermsTest extends Scenario {

    private static final IncrementStep LOW = step("CNY 0.00", "CNY 50,000.00");
    private static final IncrementStep HIGH = step("CNY 6,200,000.00", "CNY 100,000.00");

    @Test
    void shouldAskForTheStepThatHoldsAtTheStandingPrice() {
        bidding(false, LOW, HIGH)
                .at("2025-07-08 10:10")
                .bids("B1", "CNY 6,000,000.00")
                .accepted();
        bids("B2", "CNY 6,049,999.99").refused(RejectReason.BAD_INCREMENT);
        bids("B2", "CNY 6,050,000.01").accepted();
        bids("B1", "CNY 6,200,000.00").accepted();
        bids("B2", "CNY 6,299,999.99").refused(RejectReason.BAD_INCREMENT);
        bids("B2", "CNY 6,300,000.00").accepted();
    }

    @Test
    void shouldTakeTheFirstStepBelowTheTable() {
        bidding(false, HIGH)
                .at("2025-07-08 10:10")
                .bids("B1", "CNY 6,000,000.00")
                .accepted();
        bids("B2", "CNY 6,099,999.99").refused(RejectReason.BAD_INCREMENT);
        bids("B2", "CNY 6,100,000.00").accepted();
    }

    @Test
    void shouldTakeTermsInADraftOfRisingBidsOnly() {
        market.drafts(listing("L1"));
        sets(false, HIGH, LOW).refused(RejectReason.NOT_ALLOWED);
        sets(false, LOW, LOW).refused(RejectReason.NOT_ALLOWED);
        sets(false, step("USD 0.00", "USD 1.00")).refused(RejectReason.CURRENCY);
        sets(false, step("CNY 0.00", "USD 1.00")).refused(RejectReason.CURRENCY);
        sets(true, LOW).refused(RejectReason.VENUE_POLICY);
        sets(false, LOW, HIGH).including("AscendingTermsSet listing=L1, proxyBidding=false");
        market.submits().accepts();
        sets(false, LOW).refused(RejectReason.NOT_ALLOWED);
        market.right("R2", RightType.KNOW_HOW, "SELLER")
                .drafts(listing("L2").of("R2").with("auctionMode", AuctionMode.DUTCH));
        sets(false, LOW).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldForgetMaximaWhereTheProfileForbidsThemBeforeTheListingIsAccepted() {
        market.rules("proxyBiddingAllowed", true).draftsWith(id -> terms(id, true, LOW));
        market.parties("B1", "B2").drafts(listing("L1")).rules("proxyBiddingAllowed", false);
        market.submits().accepts().at("2025-06-09 09:00").publishes();
        at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1", "B2").at("2025-07-07 17:00");
        market.schedules("2025-07-08 10:00", "2025-07-08 11:00").at("2025-07-08 10:00");
        maximum("B1", "CNY 7,000,000.00").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldBidForItsBidderAtOnceAndNoMoreThanItTakes() {
        bidding(true, LOW, HIGH).at("2025-07-08 10:10");
        maximum("B1", "CNY 7,000,000.00")
                .then(
                        "ProxyMaximumSet party=B1, bidderNumber=1",
                        "BidPlaced party=B1, amount=CNY 6,000,000.00, deadline=2025-07-08 11:00, extension=0");
        bids("B2", "CNY 6,190,000.00")
                .then("BidPlaced party=B2, amount=CNY 6,190,000.00", "BidPlaced party=B1, amount=CNY 6,240,000.00");
        maximum("B2", "CNY 6,400,000.00")
                .then(
                        "ProxyMaximumSet party=B2",
                        "BidPlaced party=B2, amount=CNY 6,400,000.00",
                        "BidPlaced party=B1, amount=CNY 6,500,000.00");
        at("2025-07-08 11:05")
                .including(
                        "AuctionDetermined winner=B1, amount=CNY 6,500,000.00, runnerUp=B2, runnerUpAmount=CNY 6,400,000.00");
    }

    @Test
    void shouldPreferTheEarlierOfTwoEqualMaxima() {
        bidding(true, LOW).at("2025-07-08 10:10");
        maximum("B1", "CNY 7,000,000.00");
        maximum("B2", "CNY 7,000,000.00")
                .then(
                        "ProxyMaximumSet party=B2",
                        "BidPlaced party=B2, amount=CNY 7,000,000.00",
                        "BidPlaced party=B1, amount=CNY 7,000,000.00");
        at("2025-07-08 11:05").including("AuctionDetermined winner=B1, amount=CNY 7,000,000.00, runnerUp=B2");
    }

    @Test
    void shouldExtendTheLimitedPeriodByBidsButNotByAMaximumThatMovesNothing() {
        bidding(true, LOW).at("2025-07-08 10:10").bids("B1", "CNY 6,000,000.00");
        at("2025-07-08 11:01");
        maximum("B1", "CNY 6,500,000.00").then("ProxyMaximumSet party=B1");
        at("2025-07-08 11:02");
        maximum("B2", "CNY 6,300,000.00")
                .then(
                        "ProxyMaximumSet party=B2",
                        "BidPlaced party=B2, amount=CNY 6,300,000.00, deadline=11:07:01, extension=1",
                        "BidPlaced party=B1, amount=CNY 6,350,000.00, deadline=11:07:01, extension=1");
        at("2025-07-08 11:07:01").including("AuctionDetermined winner=B1, amount=CNY 6,350,000.00");
    }

    @Test
    void shouldLetTheLeaderChangeItsMaximumDownToItsBid() {
        bidding(true).at("2025-07-08 10:10");
        maximum("B1", "CNY 7,000,000.00").accepted();
        bids("B2", "CNY 6,100,000.00").accepted();
        maximum("B1", "CNY 6,100,000.00").refused(RejectReason.NOT_ABOVE_OWN);
        maximum("B1", "CNY 6,175,000.00").refused(RejectReason.BAD_INCREMENT);
        maximum("B1", "CNY 6,150,000.00").then("ProxyMaximumSet party=B1");
        bids("B2", "CNY 6,200,000.00").then("BidPlaced party=B2, amount=CNY 6,200,000.00");
    }

    @Test
    void shouldKeepTheMaximumOfALeaderThatRaisesItsBidOutright() {
        market.rules("topBidderRaiseAllowed", true);
        bidding(true).at("2025-07-08 10:10");
        maximum("B1", "CNY 7,000,000.00").accepted();
        bids("B1", "CNY 6,500,000.00").then("BidPlaced party=B1, amount=CNY 6,500,000.00");
        bids("B2", "CNY 6,550,000.00")
                .then("BidPlaced party=B2, amount=CNY 6,550,000.00", "BidPlaced party=B1, amount=CNY 6,600,000.00");
    }

    @Test
    void shouldNotLetTheLeaderRaiseItsBidOutrightWhereTheRulesForbidIt() {
        bidding(true).at("2025-07-08 10:10");
        maximum("B1", "CNY 7,000,000.00").accepted();
        bids("B1", "CNY 6,500,000.00").refused(RejectReason.SELF_OUTBID);
        maximum("B1", "CNY 7,500,000.00").accepted();
    }

    @Test
    void shouldRefuseAMaximumLikeABid() {
        market.rules("proxyBiddingAllowed", true).draftsWith(id -> terms(id, true));
        market.inAuction(listing("L1"), "B1", "B2").party("B3");
        maximum("B1", "CNY 6,000,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
        market.schedules("2025-07-08 10:00", "2025-07-08 11:00").at("2025-07-08 10:00");
        maximum("B3", "CNY 6,000,000.00").refused(RejectReason.NOT_ADMITTED);
        maximum("B1", "USD 6,000,000.00").refused(RejectReason.CURRENCY);
        maximum("B1", "CNY 5,950,000.00").refused(RejectReason.BELOW_START);
        maximum("B1", "CNY 6,000,000.01").refused(RejectReason.BAD_INCREMENT);
        maximum("B1", "CNY 600,050,000.00").refused(RejectReason.ABOVE_SANITY_CAP);
        maximum("B1", "CNY 6,000,000.00").accepted();
        maximum("B1", "CNY 600,050,000.00").refused(RejectReason.ABOVE_SANITY_CAP);
        maximum("B2", "CNY 6,000,000.00").refused(RejectReason.NOT_ABOVE_HIGH);
        at("2025-07-08 11:05");
        maximum("B2", "CNY 7,000,000.00").refused(RejectReason.LATE);
    }

    @Test
    void shouldTakeMaximaDuringADynamicQuotationToo() {
        market.rules("proxyBiddingAllowed", true).parties("B1", "B2");
        at("2025-06-04 09:00").drafts(listing("L1").with("auctionMode", AuctionMode.DYNAMIC_QUOTATION));
        by("A-SELLER", new SetDynamicTerms(market.listingId(), 1)).accepted();
        sets(true, LOW).accepted();
        market.submits().accepts().at("2025-06-09 09:00").publishes();
        at("2025-06-11 10:00").admitted("CNY 1,800,000.00", "B1", "B2");
        maximum("B1", "CNY 6,500,000.00").including("BidPlaced party=B1, amount=CNY 6,000,000.00");
        bids("B2", "CNY 6,050,000.00").including("BidPlaced party=B1, amount=CNY 6,100,000.00");
    }

    private Market bidding(boolean proxies, IncrementStep... table) {
        market.rules("proxyBiddingAllowed", proxies).draftsWith(id -> terms(id, proxies, table));
        return market.inBidding(listing("L1"), "B1", "B2");
    }

    private Market sets(boolean proxies, IncrementStep... table) {
        return by("A-SELLER", terms(market.listingId(), proxies, table));
    }

    // A second after what was before, so that what it causes stands alone.
    private Market maximum(String party, String amount) {
        return later().by(
                        "A-" + party,
                        new SetProxyMaximum(market.listingId(), market.id(Ref.PARTY, party), Written.money(amount)));
    }

    private Market bids(String party, String amount) {
        return later().bids(party, amount);
    }

    private Market later() {
        return market.at(Written.local(market.host().nowNanos() + 1_000_000_000L));
    }

    private static SetAscendingTerms terms(long listingId, boolean proxies, IncrementStep... table) {
        return new SetAscendingTerms(listingId, proxies, false, List.of(table));
    }

    private static IncrementStep step(String from, String step) {
        return new IncrementStep(Written.money(from), Written.money(step));
    }
}
