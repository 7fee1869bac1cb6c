package org.tpx.engine.sale;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Written;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.CatalogueManner;
import org.tpx.protocol.Money;
import org.tpx.protocol.PackageCommand.AddLot;
import org.tpx.protocol.PackageCommand.OpenCatalogue;
import org.tpx.protocol.PackageCommand.ScheduleCatalogue;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand.SetDutchTerms;

/** Many lots in one sale event: what a catalogue takes, and when its lots come under the hammer. */
class CatalogueTest extends PackageScenario {

    @Test
    void shouldStartAllLotsTogether() {
        inAuction(CatalogueManner.TOGETHER, 3);
        hours("2025-07-08 10:00", 600)
                .including("CatalogueScheduled lots=3")
                .including("AuctionScheduled listing=L1, start=2025-07-08 10:00, freeEnd=2025-07-08 10:10")
                .including("AuctionScheduled listing=L3, start=2025-07-08 10:00, freeEnd=2025-07-08 10:10");
        at("2025-07-08 10:15")
                .including("AuctionFailed listing=L1")
                .including("AuctionFailed listing=L3")
                .including("CatalogueClosed sold=0, unsold=3");
    }

    @Test
    void shouldStartALotWhenTheOneBeforeIsOverAndAPause() {
        inAuction(CatalogueManner.IN_TURN, 3);
        hours("2025-07-08 10:00", 600).without("AuctionScheduled listing=L2");
        at("2025-07-08 10:01").on("L1").bids("B1", "CNY 1,000,000.00").accepted();
        market.on("L2").bids("B1", "CNY 1,500,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
        at("2025-07-08 10:15")
                .including("Awarded listing=L1, transferee=B1")
                .including("AuctionScheduled listing=L2, start=2025-07-08 10:25, freeEnd=2025-07-08 10:35")
                .without("CatalogueClosed");
        at("2025-07-08 10:40").including("AuctionScheduled listing=L3, start=2025-07-08 10:50");
        at("2025-07-08 11:05").including("CatalogueClosed sold=1, unsold=2");
    }

    @Test
    void shouldCallTheLotAfterOneThatIsTakenOutOrWithdrawn() {
        inAuction(CatalogueManner.IN_TURN, 3);
        hours("2025-07-08 10:00", 600);
        removes("CLERK-1", "L1").including("LotRemoved listing=L1, lotNumber=1");
        market.including("AuctionScheduled listing=L2, start=2025-07-07 17:40");
        market.on("L2").withdraws().including("AuctionScheduled listing=L3, start=2025-07-07 17:40");
        at("2025-07-08 10:15").including("AuctionFailed listing=L1").including("CatalogueClosed sold=0, unsold=2");
    }

    @Test
    void shouldPassOverALotThatIsSuspended() {
        inAuction(CatalogueManner.IN_TURN, 3);
        hours("2025-07-08 10:00", 600);
        market.on("L2").suspends();
        at("2025-07-08 10:15").including("AuctionScheduled listing=L3, start=2025-07-08 10:25");
        market.resumes();
        at("2025-07-08 10:40").including("AuctionScheduled listing=L2, start=2025-07-08 10:50");
        at("2025-07-08 11:05").including("CatalogueClosed unsold=3");
    }

    @Test
    void shouldWaitForEveryLotAndLeaveOutThoseThatAreSoldOtherwise() {
        market.parties("B1", "B2");
        drafts(CatalogueManner.IN_TURN, AuctionMode.MULTI_ROUND_ASCENDING, 3);
        discloses(3);
        at("2025-07-01 10:00");
        admits("L1", "B1");
        admits("L2", "B1", "B2");
        hours("2025-07-08 10:00", 600).refused(RejectReason.NOT_ALLOWED);
        at("2025-07-07 17:30").including("Unsold listing=L3");
        hours("2025-07-08 10:00", 0).including("CatalogueScheduled lots=1");
        market.including("AuctionScheduled listing=L2, freeEnd=2025-07-08 11:00");
        market.on("L1").quotes("B1", "CNY 1,000,000.00").including("Awarded listing=L1");
    }

    @Test
    void shouldHoldLotsOfOtherModes() {
        market.parties("B1", "B2").at("2025-06-04 09:00");
        opens(market, CatalogueManner.TOGETHER);
        market.draftsWith(id -> new SetDutchTerms(id, Written.money("CNY 100,000.00"), 300, 2, false, 0, 0));
        market.drafts(draft(1, AuctionMode.DUTCH));
        adds("L1").accepted();
        discloses(1);
        at("2025-07-01 10:00");
        admits("L1", "B1", "B2");
        at("2025-07-07 17:30");
        hours("2025-07-08 10:00", 600).including("AuctionScheduled listing=L1, start=2025-07-08 10:00");
        at("2025-07-08 10:00").including("PriceStepped listing=L1, price=CNY 1,000,000.00");
    }

    @Test
    void shouldRefuseWhatIsNoCatalogue() {
        opens(market, CatalogueManner.PACKAGE);
        market.including("CatalogueOpened catalogue=C1, number=CAT-2025-0001");
        long calendar = market.drafting(listing("X")).calendarId();
        by("CLERK-1", opening("C2", 9, CatalogueManner.PACKAGE, 0, 60)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", opening("C1", calendar, CatalogueManner.PACKAGE, 0, 60)).refused(RejectReason.CODE_TAKEN);
        by("CLERK-1", opening("C2", calendar, CatalogueManner.PACKAGE, 0, 0)).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", opening("C2", calendar, CatalogueManner.PACKAGE, 9, 60)).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", opening("C2", calendar, CatalogueManner.IN_TURN, 0, 60)).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", opening("C2", calendar, CatalogueManner.TOGETHER, 9, 0)).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", opening("C2", calendar, CatalogueManner.IN_TURN, 0, 0)).accepted();
    }

    @Test
    void shouldRefuseWhatIsNoLotOfAPackageSale() {
        market.at("2025-06-04 09:00").parties("B1");
        opens(market, CatalogueManner.PACKAGE);
        drafts(market, AuctionMode.PACKAGE, 1);
        drafts(market, AuctionMode.MULTI_ROUND_ASCENDING, 2);
        by("A-B1", new AddLot(1, market.listingId(), Money.NONE)).refused(RejectReason.NO_MANDATE);
        by("A-SELLER", new AddLot(9, market.listingId(), Money.NONE)).refused(RejectReason.UNKNOWN_SUBJECT);
        adds("L2").refused(RejectReason.NOT_ALLOWED);
        adds("L1", "USD 1,000,000.00").refused(RejectReason.CURRENCY);
        market.on("L1").submits().refused(RejectReason.TERMS_MISSING);
        adds("L1").accepted();
        adds("L1").refused(RejectReason.NOT_ALLOWED);
        market.submits().accepted();
        removes("A-SELLER", "L1").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldLetALotChangeItsCatalogueWhileItIsADraft() {
        market.at("2025-06-04 09:00");
        opens(market, CatalogueManner.PACKAGE);
        drafts(market, AuctionMode.PACKAGE, 1);
        adds("L1").accepted();
        removes("A-SELLER", "L1").accepted();
        removes("A-SELLER", "L1").refused(RejectReason.NOT_ALLOWED);
        market.submits().refused(RejectReason.TERMS_MISSING);
        opens(market, CatalogueManner.PACKAGE);
        adds("L1").including("LotAdded catalogue=C2, listing=L1, lotNumber=1");
        market.submits().accepted();
    }

    @Test
    void shouldRefuseWhatAreNoHours() {
        inAuction(CatalogueManner.TOGETHER, 1);
        by("CLERK-1", new ScheduleCatalogue(9, 1, 0)).refused(RejectReason.UNKNOWN_SUBJECT);
        hours("2025-07-07 17:30", 600).refused(RejectReason.LATE);
        hours("2025-07-08 10:00", 600).accepted();
        hours("2025-07-08 11:00", 600).accepted();
        at("2025-07-08 11:00");
        hours("2025-07-08 12:00", 600).refused(RejectReason.NOT_ALLOWED);
        removes("CLERK-1", "L1").refused(RejectReason.NOT_ALLOWED);
    }

    private static OpenCatalogue opening(
            String code, long calendar, CatalogueManner manner, int pauseSeconds, int collectingSeconds) {
        return new OpenCatalogue(code, calendar, manner, 1, pauseSeconds, collectingSeconds, "Sale");
    }

    private void inAuction(CatalogueManner manner, int lots) {
        market.parties("B1", "B2");
        drafts(manner, AuctionMode.MULTI_ROUND_ASCENDING, lots);
        discloses(lots);
        at("2025-07-01 10:00");
        for (int number = 1; number <= lots; number++) {
            admits("L" + number, "B1", "B2");
        }
        at("2025-07-07 17:30");
    }

    private Market hours(String start, int firstPeriodSeconds) {
        return by("CLERK-1", new ScheduleCatalogue(catalogue(), Written.nanos(start), firstPeriodSeconds));
    }
}
