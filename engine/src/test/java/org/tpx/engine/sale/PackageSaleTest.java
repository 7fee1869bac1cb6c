package org.tpx.engine.sale;

import static org.tpx.engine.Draft.listing;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Written;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.CatalogueManner;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.PackageCommand.OfferPackage;
import org.tpx.protocol.PackageCommand.SubmitPackageBid;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RightType;

/** Bids on lots and on packages of them (section 2.2 J, machine 9.3), determined together at 11:00. */
class PackageSaleTest extends PackageScenario {

    @Test
    void shouldGiveAllLotsToThePackageBidThatBringsMore() {
        collecting(2);
        bids("B1", "CNY 1,000,000.00", "L1").including("PackageBidSubmitted bidNumber=1, party=B1, lots=1");
        bids("B2", "CNY 1,500,000.00", "L2");
        bids("B3", "CNY 2,600,000.00", "L1", "L2").including("PackageBidSubmitted bidNumber=3, party=B3, lots=2");
        at("2025-07-08 11:00")
                .including("PackageBidOpened bidNumber=3, party=B3, amount=CNY 2,600,000.00, valid=true")
                .including("WinnersDetermined revenue=CNY 2,600,000.00, winners=1, lots=2")
                .including("PackageBidWon bidNumber=3, party=B3, amount=CNY 2,600,000.00, lots=2")
                .including("AuctionDetermined listing=L1, winner=B3, amount=CNY 1,040,000.00")
                .including("AuctionDetermined listing=L2, winner=B3, amount=CNY 1,560,000.00")
                .including("CatalogueClosed sold=2, unsold=0");
    }

    @Test
    void shouldPreferFewerWinnersWhereTheSumsAreEqual() {
        collecting(2);
        bids("B1", "CNY 1,000,000.00", "L1");
        bids("B2", "CNY 1,500,000.00", "L2");
        bids("B3", "CNY 2,500,000.00", "L1", "L2");
        at("2025-07-08 11:00").including("WinnersDetermined winners=1").including("PackageBidWon party=B3");
    }

    @Test
    void shouldLetOneBidOfAPartyWinAndFailALotThatNobodyElseWants() {
        collecting(2);
        bids("B1", "CNY 1,000,000.00", "L1");
        bids("B1", "CNY 1,600,000.00", "L2");
        at("2025-07-08 11:00")
                .including("WinnersDetermined revenue=CNY 1,600,000.00, winners=1, lots=1")
                .including("AuctionFailed listing=L1")
                .including("Awarded listing=L2, transferee=B1, price=CNY 1,600,000.00")
                .including("CatalogueClosed sold=1, unsold=1");
    }

    @Test
    void shouldShareABidOutInProportionToListingPricesToTheCent() {
        collecting(3);
        bids("B1", "CNY 4,500,000.01", "L1", "L2", "L3");
        at("2025-07-08 11:00")
                .including("Awarded listing=L1, price=CNY 1,000,000.00")
                .including("Awarded listing=L2, price=CNY 1,500,000.00")
                .including("Awarded listing=L3, price=CNY 2,000,000.01");
    }

    @Test
    void shouldReckonTheFeeOnTheWholeBidAndItsMinimumOnce() {
        soldAsAPackage();
        signed("L1").including("FeeAccrued side=SELLER, amount=CNY 2,496.00");
        market.including("FeeAccrued side=BUYER, amount=CNY 33,280.00");
        signed("L2").including("FeeAccrued side=SELLER, amount=CNY 3,744.00");
        market.including("FeeAccrued side=BUYER, amount=CNY 49,920.00");
    }

    @Test
    void shouldReckonTheFeeOfASingleBidByItself() {
        collecting(2);
        bids("B1", "CNY 1,000,000.00", "L1");
        at("2025-07-08 11:00");
        signed("L1").including("FeeAccrued side=SELLER, amount=CNY 3,600.00");
    }

    @Test
    void shouldTakeItsPartOfTheFeeFromADefaultersDepositAndSellTheLotByItselfLater() {
        soldAsAPackage();
        signed("L2");
        market.on("L1").at("2025-07-15 17:00").including("DefaultFound listing=L1, party=B3, trigger=NOT_SIGNED");
        at("2025-07-22 17:00").including("ForfeitApplied listing=L1, fees=CNY 35,776.00, compensation=CNY 64,224.00");
        opens(market, CatalogueManner.PACKAGE);
        market.relists("CNY 1,000,000.00").refused(RejectReason.TERMS_MISSING);
        adds("L1").including("LotAdded catalogue=C2, listing=L1, lotNumber=1, attempt=2");
        market.relists("CNY 1,000,000.00").accepted().publishes().accepted();
        market.admitted(DEPOSIT, "B1").at("2025-08-20 10:00");
        schedules("2025-08-21 10:00").including("CatalogueScheduled catalogue=C2, lots=1");
        at("2025-08-21 10:00");
        bids("B1", "CNY 1,000,000.00", "L1");
        at("2025-08-21 11:00");
        signed("L1").including("FeeAccrued side=SELLER, amount=CNY 3,600.00");
    }

    @Test
    void shouldHoldAPackageToItsOwnFloorAndItsLotsToTheirsWithoutOne() {
        market.parties("B1", "B2", "B3");
        drafts(CatalogueManner.PACKAGE, AuctionMode.PACKAGE, 3);
        offers("CNY 2,700,000.00", "L1", "L2").including("PackageOffered floor=CNY 2,700,000.00, lots=2");
        offers("CNY 2,000,000.00", "L2", "L3");
        offers("CNY 2,800,000.00", "L1", "L2");
        admitted(3).at("2025-07-08 10:00");
        bids("B1", "CNY 2,799,999.99", "L1", "L2").refused(RejectReason.BELOW_START);
        bids("B1", "CNY 1,999,999.99", "L2", "L3").refused(RejectReason.BELOW_START);
        bids("B1", "CNY 2,999,999.99", "L1", "L3").refused(RejectReason.BELOW_START);
        bids("B2", "CNY 1,100,000.00", "L1").accepted();
        bids("B1", "CNY 2,000,000.00", "L2", "L3").accepted();
        at("2025-07-08 11:00")
                .including("WinnersDetermined revenue=CNY 3,100,000.00, winners=2, lots=3")
                .including("Awarded listing=L2, price=CNY 857,142.86")
                .including("Awarded listing=L3, price=CNY 1,142,857.14");
    }

    @Test
    void shouldMeasureAppraisalAndDepositByTheFloorOfThePackage() {
        market.rules("appraisalRequired", true);
        drafts(CatalogueManner.PACKAGE, AuctionMode.PACKAGE, 1);
        market.right("R2", RightType.PATENT_INVENTION, "SELLER");
        market.drafts(listing("L9")
                .of("R2")
                .price("CNY 1,000,000.00")
                .deposit(DEPOSIT)
                .appraisal("CNY 600,000.00")
                .with("auctionMode", AuctionMode.PACKAGE));
        adds("L9");
        offers("CNY 1,199,999.99", "L1", "L9");
        market.submits().accepts().refused(RejectReason.FLOOR_BELOW_APPRAISAL);
    }

    @Test
    void shouldNotSellALotBelowItsSecretReserve() {
        market.parties("B1", "B2", "B3");
        drafts(CatalogueManner.PACKAGE, AuctionMode.PACKAGE, 1);
        drafts(market, AuctionMode.PACKAGE, 2);
        adds("L2", "CNY 1,800,000.00").including("LotAdded listing=L2, lotNumber=2");
        admitted(2).at("2025-07-08 10:00");
        bids("B1", "CNY 1,700,000.00", "L2").accepted();
        bids("B2", "CNY 2,999,999.99", "L1", "L2").accepted();
        bids("B3", "CNY 1,100,000.00", "L1").accepted();
        at("2025-07-08 11:00")
                .including("ReserveOpened listing=L2, reserve=CNY 1,800,000.00")
                .including("PackageBidOpened bidNumber=1, valid=false")
                .including("PackageBidOpened bidNumber=2, valid=false")
                .including("Awarded listing=L1, transferee=B3")
                .including("AuctionFailed listing=L2");
    }

    @Test
    void shouldSellAPackageWhoseSharesReachTheReserves() {
        market.parties("B1", "B2", "B3");
        drafts(CatalogueManner.PACKAGE, AuctionMode.PACKAGE, 1);
        drafts(market, AuctionMode.PACKAGE, 2);
        adds("L2", "CNY 1,800,000.00");
        admitted(2).at("2025-07-08 10:00");
        bids("B2", "CNY 3,000,000.00", "L1", "L2");
        at("2025-07-08 11:00").including("Awarded listing=L2, transferee=B2, price=CNY 1,800,000.00");
    }

    @Test
    void shouldTakeASingleAdmittedTransfereeAsABidder() {
        market.parties("B1", "B2");
        drafts(CatalogueManner.PACKAGE, AuctionMode.PACKAGE, 3);
        discloses(3);
        at("2025-07-01 10:00");
        admits("L1", "B1");
        admits("L2", "B1", "B2");
        at("2025-07-07 17:00").without("SingleQuoteOpened").including("Unsold listing=L3, reason=NO_INTENT");
        schedules("2025-07-08 10:00").including("CatalogueScheduled lots=2");
        market.including("AuctionScheduled listing=L1, bidders=1, freeEnd=2025-07-08 11:00");
        at("2025-07-08 10:00");
        bids("B1", "CNY 4,500,000.00", "L1", "L3").refused(RejectReason.NOT_ALLOWED);
        bids("B1", "CNY 1,000,000.00", "L1").accepted();
        at("2025-07-08 11:00").including("Awarded listing=L1, transferee=B1").including("AuctionFailed listing=L2");
    }

    @Test
    void shouldLetABidBeRaisedOnly() {
        collecting(2);
        bids("B1", "CNY 1,000,000.00", "L1");
        bids("B2", "CNY 1,200,000.00", "L1");
        bids("B1", "CNY 1,000,000.00", "L1").refused(RejectReason.NOT_ABOVE_OWN);
        bids("B1", "CNY 1,200,000.00", "L1").including("PackageBidSubmitted bidNumber=3, replacedNumber=1");
        at("2025-07-08 11:00").including("Awarded listing=L1, transferee=B2");
    }

    @Test
    void shouldCollectOnAllLotsForAsLongAsOneStoodStill() {
        collecting(2).at("2025-07-08 10:50").on("L1").halts(HaltScope.LISTING);
        bids("B1", "CNY 3,000,000.00", "L1", "L2").refused(RejectReason.HALTED);
        bids("B1", "CNY 1,500,000.00", "L2").accepted();
        at("2025-07-08 11:10").without("WinnersDetermined");
        bids("B1", "CNY 1,600,000.00", "L2").refused(RejectReason.LATE);
        market.lifts(HaltScope.LISTING)
                .including("AuctionResumed listing=L1, phase=COLLECTING, deadline=11:20")
                .including("CollectingExtended deadline=11:20");
        bids("B1", "CNY 3,000,000.00", "L1", "L2").accepted();
        at("2025-07-08 11:20").including("Awarded listing=L1, price=CNY 1,200,000.00");
        market.including("Awarded listing=L2, price=CNY 1,800,000.00");
    }

    @Test
    void shouldGiveAllLotsTheSameTimeAfterAHaltOfTheMarket() {
        collecting(2).at("2025-07-08 10:58").halts(HaltScope.MARKET);
        at("2025-07-08 11:30").lifts(HaltScope.MARKET);
        market.including("AuctionResumed listing=L1, deadline=11:35")
                .including("AuctionResumed listing=L2, deadline=11:35");
        market.without("WinnersDetermined");
        bids("B1", "CNY 2,500,000.00", "L1", "L2").accepted();
        at("2025-07-08 11:35").including("WinnersDetermined lots=2");
    }

    @Test
    void shouldStartTheOthersAgainWhereOneStartsLater() {
        scheduled(2).at("2025-07-08 09:50").on("L2").halts(HaltScope.LISTING);
        at("2025-07-08 10:30").lifts(HaltScope.LISTING).including("AuctionResumed listing=L2, phase=SCHEDULED");
        bids("B1", "CNY 2,500,000.00", "L1", "L2").refused(RejectReason.AUCTION_NOT_OPEN);
        at("2025-07-08 10:40")
                .including("PhaseStarted listing=L2, deadline=11:35")
                .including("CollectingExtended deadline=11:35");
        at("2025-07-08 11:34").without("WinnersDetermined");
        at("2025-07-08 11:35").including("WinnersDetermined lots=0").including("CatalogueClosed unsold=2");
    }

    @Test
    void shouldGoOnWithoutALotThatIsTerminated() {
        collecting(2);
        bids("B1", "CNY 2,500,000.00", "L1", "L2");
        bids("B2", "CNY 1,500,000.00", "L2");
        at("2025-07-08 10:30").on("L1").suspends();
        at("2025-07-08 12:00").without("WinnersDetermined");
        market.terminates()
                .including("PackageBidOpened bidNumber=1, valid=false")
                .including("Awarded listing=L2, transferee=B2")
                .including("CatalogueClosed sold=1, unsold=1");
    }

    @Test
    void shouldGoOnWithoutALotThatIsWithdrawnBeforeTheStart() {
        scheduled(2).on("L1").withdraws().accepted();
        at("2025-07-08 10:00");
        bids("B1", "CNY 2,500,000.00", "L1", "L2").refused(RejectReason.LATE);
        bids("B1", "CNY 1,500,000.00", "L2").accepted();
        at("2025-07-08 11:00").including("CatalogueClosed sold=1, unsold=1");
    }

    @Test
    void shouldCloseWhereEveryLotIsWithdrawn() {
        scheduled(2).on("L1").withdraws().on("L2").withdraws().including("CatalogueClosed sold=0, unsold=2");
        schedules("2025-07-09 10:00").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldFailALotThatMayNoLongerBeTransferred() {
        collecting(2);
        bids("B1", "CNY 2,500,000.00", "L1", "L2");
        bids("B2", "CNY 1,500,000.00", "L2");
        long right = market.id(Ref.RIGHT, "R1");
        by("CLERK-1", new RecordEncumbrance(right, EncumbranceKind.PRESERVATION, market.id(Ref.PARTY, "B3"), "order"))
                .accepted();
        at("2025-07-08 11:00")
                .including("PackageBidOpened bidNumber=1, valid=false")
                .including("AuctionFailed listing=L1")
                .including("Awarded listing=L2, transferee=B2");
    }

    @Test
    void shouldLetTheHoursBeChangedUntilTheStart() {
        scheduled(2);
        schedules("2025-07-08 14:00").including("AuctionScheduled listing=L2, start=2025-07-08 14:00");
        at("2025-07-08 13:00").then();
        at("2025-07-08 14:00").including("PhaseStarted listing=L1, deadline=15:00");
        schedules("2025-07-08 16:00").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldTakeTwoHundredBids() {
        market.parties("B1");
        drafts(CatalogueManner.PACKAGE, AuctionMode.PACKAGE, 8);
        discloses(8);
        at("2025-07-01 10:00");
        for (int number = 1; number <= 8; number++) {
            admits("L" + number, "B1");
        }
        at("2025-07-07 17:30");
        schedules("2025-07-08 10:00").at("2025-07-08 10:00");
        for (int set = 1; set <= WinnerDetermination.MAX_BIDS; set++) {
            bids("B1", "CNY 9,500,000.00", lots(set)).accepted();
        }
        bids("B1", "CNY 9,500,000.00", lots(WinnerDetermination.MAX_BIDS + 1)).refused(RejectReason.SALE_FULL);
        bids("B1", "CNY 9,500,000.01", "L1").accepted();
        at("2025-07-08 11:00").including("WinnersDetermined revenue=CNY 9,500,000.01, winners=1, lots=1");
    }

    @Test
    void shouldRefuseWhatIsNoBid() {
        scheduled(2);
        market.party("B4");
        bids("B1", "CNY 1,000,000.00", "L1").refused(RejectReason.AUCTION_NOT_OPEN);
        at("2025-07-08 10:00");
        by("A-B2", bid(market, "B1", "CNY 1,000,000.00", "L1")).refused(RejectReason.NO_MANDATE);
        bids("B1", "CNY 1,000,000.00", "L7").refused(RejectReason.UNKNOWN_SUBJECT);
        by("A-B1", new SubmitPackageBid(9, market.id(Ref.PARTY, "B1"), Written.money("CNY 1.00"), List.of()))
                .refused(RejectReason.UNKNOWN_SUBJECT);
        bids("B1", "CNY 1,000,000.00").refused(RejectReason.NOT_ALLOWED);
        bids("B1", "CNY 2,000,000.00", "L1", "L1").refused(RejectReason.NOT_ALLOWED);
        bids("B4", "CNY 1,000,000.00", "L1").refused(RejectReason.NOT_ADMITTED);
        bids("B1", "USD 1,000,000.00", "L1").refused(RejectReason.CURRENCY);
        bids("B1", "CNY 2,499,999.99", "L1", "L2").refused(RejectReason.BELOW_START);
        bids("B1", "CNY 250,000,000.01", "L1", "L2").refused(RejectReason.ABOVE_SANITY_CAP);
        market.on("L1").bids("B1", "CNY 1,000,000.00").refused(RejectReason.NOT_ALLOWED);
        at("2025-07-08 11:00");
        bids("B1", "CNY 1,000,000.00", "L1").refused(RejectReason.LATE);
    }

    @Test
    void shouldRefuseWhatIsNoPackage() {
        drafts(CatalogueManner.PACKAGE, AuctionMode.PACKAGE, 2);
        market.party("B1");
        by("A-B1", new OfferPackage(1, market.id(Ref.PARTY, "SELLER"), Written.money("CNY 1.00"), List.of()))
                .refused(RejectReason.NO_MANDATE);
        by("A-B1", new OfferPackage(1, market.id(Ref.PARTY, "B1"), Written.money("CNY 1.00"), refs(market, "L1", "L2")))
                .refused(RejectReason.NOT_ALLOWED);
        offers("CNY 2,000,000.00", "L1", "L7").refused(RejectReason.UNKNOWN_SUBJECT);
        offers("CNY 2,000,000.00", "L1").refused(RejectReason.NOT_ALLOWED);
        offers("CNY 2,000,000.00", "L1", "L1").refused(RejectReason.NOT_ALLOWED);
        offers("USD 2,000,000.00", "L1", "L2").refused(RejectReason.CURRENCY);
        market.on("L1").submits();
        offers("CNY 2,000,000.00", "L1", "L2").refused(RejectReason.NOT_ALLOWED);
    }

    private static String[] lots(int set) {
        return IntStream.rangeClosed(1, 8)
                .filter(number -> (set >> (number - 1) & 1) == 1)
                .mapToObj(number -> "L" + number)
                .toArray(String[]::new);
    }

    private void soldAsAPackage() {
        collecting(2);
        bids("B1", "CNY 1,000,000.00", "L1");
        bids("B2", "CNY 1,500,000.00", "L2");
        bids("B3", "CNY 2,600,000.00", "L1", "L2");
        at("2025-07-08 11:00");
    }

    private Market signed(String lot) {
        return market.on(lot).signs().accepted().becomesEffective().accepted();
    }
}
