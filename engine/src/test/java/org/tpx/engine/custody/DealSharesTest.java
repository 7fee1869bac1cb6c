package org.tpx.engine.custody;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Draft;
import org.tpx.engine.Written;
import org.tpx.protocol.CustodyCommand.OfferShares;
import org.tpx.protocol.CustodyCommand.SetSharePayment;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightType;
import org.tpx.protocol.ShareTransferKind;

/** Shares that a listing sells, and shares that pay for a right: both move with the title or none (section 5.5). */
class DealSharesTest extends CustodyScenario {

    private static final Draft DRAFT = Draft.listing("L1");

    /** B1 wins at 6,050,000.00; at 100.00 a share that are 60,500 shares, and fees of 14,520.00 and 193,600.00. */
    private void awardedForShares(int sharesOfB1) {
        custody("B1", sharesOfB1, "H2", 100);
        market.draftsWith(listing -> new SetSharePayment(listing, register(), Written.money("CNY 100.00")));
        market.party("B2").disclosed(DRAFT).at("2025-07-01 10:00");
        market.admitted("CNY 1,800,000.00", "B1", "B2").at("2025-07-07 17:00");
        market.schedules("2025-07-08 10:00", "2025-07-08 11:00").at("2025-07-08 10:10");
        market.bids("B1", "CNY 6,050,000.00").at("2025-07-08 11:05");
        at("2025-07-11 10:00");
        market.signs().accepted();
    }

    @Test
    void shouldExchangeRightAndSharesInOneTurn() {
        awardedForShares(60_500);
        market.becomesEffective()
                .including("ContractEffective due=CNY 208,120.00")
                .including("SharesBlocked party=B1, shares=60500")
                .including("PaymentDue kind=RETURN, party=B1, amount=CNY 1,800,000.00");
        gives("B1", "H2", 1).refused(RejectReason.SHARES_BLOCKED);
        market.pays("SELLER", "CNY 14,520.00").including("PriceShort missing=CNY 193,600.00");
        market.pays("B1", "CNY 193,600.01").including("PricePaid amount=CNY 208,120.00");
        market.certifies().accepted();
        freezes("B1", 1, "C-1").accepted();
        market.registersTitle().refused(RejectReason.SHARES_FROZEN);
        unfreezes("C-1").accepted();
        at("2025-08-15 09:00");
        at("2025-08-15 10:00");
        market.registersTitle()
                .then(
                        "TitleRegistered transferee=B1",
                        "SharesUnblocked party=B1, shares=60500",
                        "SharesTransferred from=B1, to=SELLER, shares=60500, transferKind=CONSIDERATION",
                        "ReleaseConditionMet amount=CNY 0.00");
    }

    @Test
    void shouldNotTakeEffectWithoutTheSharesThatPay() {
        awardedForShares(60_499);
        market.becomesEffective().refused(RejectReason.SHARES_MISSING);
        entered(transfer("H2", "B1", 1, ShareTransferKind.GIFT)).accepted();
        market.becomesEffective().accepted();
    }

    @Test
    void shouldFreeTheSharesAndPayBackTheFeeWhenTheOtherSideDoesNotPay() {
        awardedForShares(60_500);
        market.becomesEffective().accepted();
        market.pays("SELLER", "CNY 14,520.00").accepted();
        at("2025-07-25 17:00")
                .including("DealDefaulted")
                .including("SharesUnblocked party=B1, shares=60500")
                .including("PaymentDue kind=RETURN, party=SELLER, amount=CNY 14,520.00");
        gives("B1", "H2", 60_500).accepted();
    }

    @Test
    void shouldFreeTheSharesWhenTheSaleIsVoid() {
        awardedForShares(60_500);
        market.becomesEffective().accepted();
        market.pays("SELLER", "CNY 14,520.00").pays("B1", "CNY 193,600.00").accepted();
        at("2025-07-14 10:00");
        market.voids()
                .including("DealAnnulled")
                .including("SharesUnblocked party=B1, shares=60500")
                .including("PaymentDue kind=RETURN, party=SELLER, amount=CNY 14,520.00")
                .including("PaymentDue kind=RETURN, party=B1, amount=CNY 193,600.00");
        gives("B1", "H2", 60_500).accepted();
    }

    @Test
    void shouldFreeTheSharesOfASuspectWhoseDepositWentBack() {
        awardedForShares(60_500);
        market.becomesEffective().accepted();
        at("2025-07-14 10:00");
        market.voids("B1").including("SharesUnblocked party=B1, shares=60500").including("Unsold");
        gives("B1", "H2", 60_500).accepted();
    }

    private void blockOf(int shares) {
        custody("SELLER", 1_000, "H2", 100);
        market.right("EQ", RightType.TECH_EQUITY, "SELLER");
        market.draftsWith(listing -> new OfferShares(listing, register(), shares));
    }

    @Test
    void shouldBlockWhatAListingSellsAndMoveItWithTheTitle() {
        blockOf(600);
        market.certified(DRAFT.of("EQ"));
        gives("SELLER", "H2", 401).refused(RejectReason.SHARES_BLOCKED);
        gives("SELLER", "H2", 400).accepted();
        at("2025-08-15 10:00");
        market.registersTitle()
                .including("SharesUnblocked party=SELLER, shares=600")
                .including("SharesTransferred from=SELLER, to=B1, shares=600, transferKind=SALE");
        certifies("B1").including("HoldingCertified shares=600, blockedShares=0, confirmed=true");
    }

    @Test
    void shouldNotPublishWhatIsNotFree() {
        blockOf(1_001);
        market.acceptedListing(DRAFT.of("EQ")).publishes().refused(RejectReason.SHARES_MISSING);
        market.right("EQ2", RightType.TECH_EQUITY, "SELLER");
        market.draftsWith(listing -> new OfferShares(listing, register(), 600));
        market.drafts(Draft.listing("L2").of("EQ2"))
                .submits()
                .accepts()
                .publishes()
                .accepted();
        market.right("EQ3", RightType.TECH_EQUITY, "SELLER");
        market.drafts(Draft.listing("L3").of("EQ3"))
                .submits()
                .accepts()
                .publishes()
                .refused(RejectReason.SHARES_BLOCKED);
    }

    @Test
    void shouldFreeWhatWasNotSold() {
        blockOf(600);
        market.disclosed(DRAFT.of("EQ"));
        gives("SELLER", "H2", 401).refused(RejectReason.SHARES_BLOCKED);
        at("2025-07-07 17:00").including("Unsold").including("SharesUnblocked party=SELLER, shares=600");
        gives("SELLER", "H2", 401).accepted();
        market.relists("CNY 6,000,000.00").accepted();
        market.publishes().including("SharesBlocked party=SELLER, shares=600");
        market.withdraws().including("SharesUnblocked party=SELLER, shares=600");
    }

    @Test
    void shouldWaitWithTheTitleUntilTheRegisterOpens() {
        blockOf(600);
        market.certified(DRAFT.of("EQ"));
        meets("2025-08-15 10:00").accepted();
        at("2025-07-30 10:00");
        market.registersTitle().refused(RejectReason.BOOK_CLOSED);
        at("2025-08-15 10:00");
        market.registersTitle().accepted();
    }
}
