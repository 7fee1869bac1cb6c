package org.tpx.engine.sale;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Gives;
import org.tpx.engine.Market;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.CatalogueManner;
import org.tpx.protocol.Commitment;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.PriceRule;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand.AcceptPrice;
import org.tpx.protocol.SaleCommand.SetDutchTerms;
import org.tpx.protocol.SaleCommand.SetRoundsTerms;
import org.tpx.protocol.SaleCommand.SetSecretReserve;
import org.tpx.protocol.SaleCommand.SubmitInitialBid;
import org.tpx.protocol.SaleCommand.SubmitStageBid;
import org.tpx.protocol.SaleCommand.TakeTurn;
import org.tpx.protocol.SealedCommand.CloseOpening;
import org.tpx.protocol.SealedCommand.CommitLotSeed;
import org.tpx.protocol.SealedCommand.OpenBid;
import org.tpx.protocol.SealedCommand.ReleaseShare;
import org.tpx.protocol.SealedCommand.RevealLotSeed;
import org.tpx.protocol.SealedCommand.SetSealedTerms;
import org.tpx.protocol.SealedCommand.SubmitSealedBid;
import org.tpx.protocol.TiePolicy;

/** The reasons that only some ways of forming a price give, one test each, in the order of the enum. */
public class SaleRefusalTest extends PackageScenario {

    private static final String START = "CNY 6,000,000.00";

    @Test
    @Gives(RejectReason.TERMS_MISSING)
    void shouldRefuseANoticeThatDoesNotSayHowItsPriceFalls() {
        market.drafts(listing("L1").with("auctionMode", AuctionMode.DUTCH)).submits();
        market.refused(RejectReason.TERMS_MISSING);
    }

    @Test
    @Gives(RejectReason.OUT_OF_TURN)
    void shouldRefuseAMoveInTheTurnOfAnother() {
        inTurnOfB1().by("A-B2", move("B2", "CNY 6,500,000.00")).refused(RejectReason.OUT_OF_TURN);
    }

    @Test
    @Gives(RejectReason.ALREADY_QUOTED)
    void shouldRefuseASecondBidInTheSealedStage() {
        dutch().by("A-B1", acceptance(START));
        by("A-B2", stageBid("CNY 6,000,000.01")).accepted();
        by("A-B2", stageBid("CNY 6,500,000.00")).refused(RejectReason.ALREADY_QUOTED);
    }

    @Test
    @Gives(RejectReason.BAD_COMMITMENT)
    void shouldRefuseASeedThatWasNotCommitted() {
        SetSealedTerms terms = new SetSealedTerms(0, 0, PriceRule.FIRST_PRICE, TiePolicy.LOT, 0, 1_800);
        market.draftsWith(id -> With.with(terms, "listingId", id))
                .inAuction(listing("L1").with("auctionMode", AuctionMode.SEALED_ONE_TIME), "B1", "B2");
        by("CLERK-1", new CommitLotSeed(market.listingId(), Commitment.of("seed")));
        market.schedules("2025-07-08 10:00", "2025-07-08 11:00").at("2025-07-08 10:00");
        String nonce = "0".repeat(Commitment.LEAST_NONCE_DIGITS);
        sealedBids("B1", Commitment.ofBid(nonce, "BC-001", "LST-2025-0001", 600_000_000));
        sealedBids("B2", Commitment.ofBid(nonce, "BC-002", "LST-2025-0001", 600_000_000));
        at("2025-07-08 11:00").by("CLERK-1", new ReleaseShare(market.listingId(), "1"));
        by("CLERK-2", new ReleaseShare(market.listingId(), "2"));
        by("CLERK-1", new OpenBid(market.listingId(), market.id(Ref.PARTY, "B1"), Written.money(START), nonce));
        by("CLERK-1", new OpenBid(market.listingId(), market.id(Ref.PARTY, "B2"), Written.money(START), nonce));
        by("CLERK-1", new CloseOpening(market.listingId())).including("PhaseStarted phase=LOT");
        by("CLERK-1", new RevealLotSeed(market.listingId(), "another")).refused(RejectReason.BAD_COMMITMENT);
    }

    @Test
    @Gives(RejectReason.BELOW_RESERVE)
    void shouldRefuseASingleQuoteBelowTheSecretReserve() {
        Money reserve = Written.money("CNY 6,500,000.00");
        Hash256 nonce = Written.digest("nonce");
        market.draftsWith(id -> new SetSecretReserve(id, reserve, nonce, SecretReserves.commitment(nonce, reserve)))
                .inAuction("B1")
                .quotes("B1", "CNY 6,499,999.99")
                .refused(RejectReason.BELOW_RESERVE);
        market.quotes("B1", "CNY 6,500,000.00")
                .including("SecretReserveRevealed amount=CNY 6,500,000.00")
                .including("SingleQuoteSubmitted party=B1, amount=CNY 6,500,000.00");
    }

    @Test
    @Gives(RejectReason.NOT_ABOVE_OWN)
    void shouldRefuseAMoveThatDoesNotRaiseTheOwnBid() {
        inTurnOfB1().by("A-B1", move("B1", START)).refused(RejectReason.NOT_ABOVE_OWN);
    }

    @Test
    @Gives(RejectReason.NOT_STANDING_PRICE)
    void shouldRefuseToAcceptAPriceThatDoesNotStand() {
        dutch().by("A-B1", acceptance("CNY 6,100,000.00")).refused(RejectReason.NOT_STANDING_PRICE);
    }

    @Test
    @Gives(RejectReason.SALE_FULL)
    void shouldRefuseTheThirteenthLotOfAPackageSale() {
        drafts(CatalogueManner.PACKAGE, AuctionMode.PACKAGE, WinnerDetermination.MAX_LOTS);
        drafts(market, AuctionMode.PACKAGE, WinnerDetermination.MAX_LOTS + 1);
        adds("L13").refused(RejectReason.SALE_FULL);
    }

    private Market dutch() {
        return market.draftsWith(id -> new SetDutchTerms(id, Written.money("CNY 100,000.00"), 300, 30, true, 600, 300))
                .inAuction(listing("L1").with("auctionMode", AuctionMode.DUTCH), "B1", "B2")
                .schedules("2025-07-08 10:00", "")
                .at("2025-07-08 10:00");
    }

    private AcceptPrice acceptance(String price) {
        return new AcceptPrice(market.listingId(), market.id(Ref.PARTY, "B1"), Written.money(price));
    }

    private SubmitStageBid stageBid(String amount) {
        return new SubmitStageBid(market.listingId(), market.id(Ref.PARTY, "B2"), Written.money(amount));
    }

    private void sealedBids(String party, Hash256 commitment) {
        by("A-" + party, new SubmitSealedBid(market.listingId(), market.id(Ref.PARTY, party), commitment, "unread"))
                .accepted();
    }

    private Market inTurnOfB1() {
        market.draftsWith(id -> new SetRoundsTerms(id, 3, 180, 300, 180, 1_800))
                .inAuction(listing("L1").with("auctionMode", AuctionMode.ROUNDS), "B1", "B2")
                .schedules("2025-07-08 10:00", "")
                .at("2025-07-08 10:00");
        by("A-B1", initialBid("B1", START));
        by("A-B2", initialBid("B2", "CNY 6,050,000.00"));
        return at("2025-07-08 10:35");
    }

    private SubmitInitialBid initialBid(String party, String amount) {
        return new SubmitInitialBid(market.listingId(), market.id(Ref.PARTY, party), Written.money(amount));
    }

    private TakeTurn move(String party, String amount) {
        return new TakeTurn(market.listingId(), market.id(Ref.PARTY, party), Written.money(amount));
    }
}
