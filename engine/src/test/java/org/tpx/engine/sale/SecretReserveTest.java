package org.tpx.engine.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.engine.Draft.listing;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand.SetAscendingTerms;
import org.tpx.protocol.SaleCommand.SetProxyMaximum;
import org.tpx.protocol.SaleCommand.SetSecretReserve;

/** A price below which the transferor does not sell, which nobody is told before bids were measured by it. */
class SecretReserveTest extends Scenario {

    private static final Hash256 NONCE = Written.digest("nonce");

    @Test
    void shouldNotSellBelowItAndRevealItThen() {
        bidding("CNY 6,500,000.00", false, true).bids("B1", "CNY 6,450,000.00");
        at("2025-07-08 11:05")
                .including("SecretReserveRevealed amount=CNY 6,500,000.00")
                .including("AuctionFailed listing=L1")
                .including("Unsold reason=RESERVE_NOT_MET")
                .including("Lost party=B1")
                .without("Awarded")
                .without("ReserveMet");
    }

    @Test
    void shouldSellAtIt() {
        bidding("CNY 6,500,000.00", false, true).bids("B1", "CNY 6,500,000.00");
        market.including("BidPlaced amount=CNY 6,500,000.00").including("ReserveMet listing=L1");
        at("2025-07-08 10:40").bids("B2", "CNY 6,550,000.00").without("ReserveMet");
        at("2025-07-08 11:05")
                .including("SecretReserveRevealed amount=CNY 6,500,000.00")
                .including("AuctionDetermined winner=B2, amount=CNY 6,550,000.00")
                .including("Awarded transferee=B2");
    }

    @Test
    void shouldNotTellThatItIsMetUnlessTheTermsSaySo() {
        bidding("CNY 6,500,000.00", false, false).bids("B1", "CNY 6,500,000.00").without("ReserveMet");
        at("2025-07-08 11:05").including("Awarded transferee=B1");
    }

    @Test
    void shouldHoldForOneAttemptThoughNobodyBid() {
        bidding("CNY 6,500,000.00", false, true);
        at("2025-07-08 11:05")
                .including("SecretReserveRevealed amount=CNY 6,500,000.00")
                .including("AuctionFailed")
                .including("Unsold reason=AUCTION_FAILED");
        at("2025-07-09 10:00").relists("CNY 5,000,000.00").publishes().accepted();
        market.admitted("CNY 1,500,000.00", "B2", "B1").at("2025-07-16 17:00");
        market.schedules("2025-07-17 10:00", "2025-07-17 11:00").at("2025-07-17 10:30");
        market.bids("B1", "CNY 5,000,000.00").accepted();
        at("2025-07-17 11:05").including("Awarded transferee=B1, price=CNY 5,000,000.00");
    }

    @Test
    void shouldLapseWithoutAnAuction() {
        market.drafts(listing("L1"));
        sets("CNY 6,500,000.00").accepted();
        market.submits().accepts().at("2025-06-09 09:00").publishes().at("2025-07-07 17:00");
        market.including("Unsold reason=NO_INTENT");
        at("2025-07-09 10:00").relists("CNY 5,000,000.00").publishes().accepted();
        market.party("B1").admitted("CNY 1,500,000.00", "B1").at("2025-07-16 17:00");
        market.quotes("B1", "CNY 5,000,000.00")
                .including("Awarded transferee=B1")
                .without("SecretReserveRevealed");
    }

    @Test
    void shouldHoldOnceOnly() {
        bidding("CNY 6,500,000.00", false, true).bids("B1", "CNY 6,000,000.00");
        at("2025-07-08 11:05").including("Unsold reason=RESERVE_NOT_MET");
        at("2025-07-09 10:00").relists("CNY 5,000,000.00").publishes().accepted();
        market.admitted("CNY 1,500,000.00", "B2", "B1").at("2025-07-16 17:00");
        market.schedules("2025-07-17 10:00", "2025-07-17 11:00").at("2025-07-17 10:30");
        market.bids("B1", "CNY 5,000,000.00").without("ReserveMet");
        at("2025-07-17 11:05").including("Awarded transferee=B1, price=CNY 5,000,000.00");
    }

    @Test
    void shouldBeBidAtOnceByAMaximumThatReachesIt() {
        bidding("CNY 6,510,000.00", true, true);
        maximum("B1", "CNY 6,500,000.00")
                .including("BidPlaced amount=CNY 6,000,000.00")
                .without("ReserveMet");
        at("2025-07-08 10:31");
        maximum("B1", "CNY 7,000,000.00")
                .including("ProxyMaximumSet party=B1")
                .including("BidPlaced party=B1, amount=CNY 6,550,000.00, extension=0")
                .including("ReserveMet listing=L1");
        at("2025-07-08 10:32");
        maximum("B2", "CNY 6,900,000.00")
                .including("BidPlaced party=B2, amount=CNY 6,900,000.00")
                .including("BidPlaced party=B1, amount=CNY 6,950,000.00")
                .without("ReserveMet");
    }

    @Test
    void shouldBeBidByTheMaximumThatOutlastsAnother() {
        bidding("CNY 6,500,000.00", true, true);
        maximum("B1", "CNY 6,200,000.00").accepted();
        at("2025-07-08 10:31");
        maximum("B2", "CNY 6,800,000.00")
                .including("BidPlaced party=B1, amount=CNY 6,200,000.00")
                .including("BidPlaced party=B2, amount=CNY 6,500,000.00")
                .including("ReserveMet listing=L1");
    }

    @Test
    void shouldBeSetByTheTransferorBeforeTheNoticeOrWhileUnsold() {
        market.drafts(listing("L1"));
        Money reserve = Written.money("CNY 6,500,000.00");
        by("A-SELLER", new SetSecretReserve(market.listingId(), reserve, NONCE, NONCE))
                .refused(RejectReason.BAD_COMMITMENT);
        sets("USD 6,500,000.00").refused(RejectReason.CURRENCY);
        sets("CNY 5,999,999.99").refused(RejectReason.BELOW_START);
        sets("CNY 7,500,000.00").accepted();
        sets("CNY 6,500,000.00").including("SecretReserveSet listing=L1");
        market.submits().accepts();
        sets("CNY 7,500,000.00").refused(RejectReason.NOT_ALLOWED);
        market.party("B1");
        by("A-B1", reserve(market.listingId(), "CNY 6,500,000.00")).refused(RejectReason.NO_MANDATE);
    }

    @Test
    void shouldBelongToRisingBids() {
        market.drafts(listing("L1").with("auctionMode", AuctionMode.DUTCH));
        sets("CNY 7,500,000.00").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldTellNoAmountBeforeItIsRevealed() {
        bidding("CNY 6,512,345.67", false, true).bids("B1", "CNY 6,500,000.00");
        at("2025-07-08 11:04:59");
        boolean told = market.host().turns().stream()
                .flatMap(turn -> turn.events().stream())
                .anyMatch(event -> event.toString().contains("651234567"));
        assertThat(told).isFalse();
    }

    private Market bidding(String reserve, boolean proxies, boolean told) {
        market.rules("proxyBiddingAllowed", true)
                .draftsWith(id -> new SetAscendingTerms(id, proxies, told, List.of()))
                .parties("B1", "B2");
        at("2025-06-04 09:00").drafts(listing("L1"));
        sets(reserve).accepted();
        market.submits().accepts().at("2025-06-09 09:00").publishes();
        at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1", "B2").at("2025-07-07 17:00");
        return market.schedules("2025-07-08 10:00", "2025-07-08 11:00").at("2025-07-08 10:30");
    }

    private Market sets(String amount) {
        return by("A-SELLER", reserve(market.listingId(), amount));
    }

    private Market maximum(String party, String amount) {
        return by(
                "A-" + party,
                new SetProxyMaximum(market.listingId(), market.id(Ref.PARTY, party), Written.money(amount)));
    }

    private static SetSecretReserve reserve(long listingId, String amount) {
        Money reserve = Written.money(amount);
        return new SetSecretReserve(listingId, reserve, NONCE, SecretReserves.commitment(NONCE, reserve));
    }
}
