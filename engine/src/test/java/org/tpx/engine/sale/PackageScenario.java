package org.tpx.engine.sale;

import static org.tpx.engine.Draft.listing;

import java.util.Arrays;
import java.util.List;
import org.tpx.engine.Draft;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.CatalogueManner;
import org.tpx.protocol.LotRef;
import org.tpx.protocol.Money;
import org.tpx.protocol.PackageCommand.AddLot;
import org.tpx.protocol.PackageCommand.OfferPackage;
import org.tpx.protocol.PackageCommand.OpenCatalogue;
import org.tpx.protocol.PackageCommand.RemoveLot;
import org.tpx.protocol.PackageCommand.ScheduleCatalogue;
import org.tpx.protocol.PackageCommand.SubmitPackageBid;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RightType;

/**
 * A market with a catalogue C1 of SELLER's lots: L1 at 1,000,000, L2 at 1,500,000, L3 at 2,000,000 and every further one at
 * 1,000,000, each with a deposit of 100,000; bids are collected from 10:00 to 11:00 on 2025-07-08.
 */
public abstract class PackageScenario extends Scenario {

    static final String DEPOSIT = "CNY 100,000.00";

    private static final String[] PRICES = {"CNY 1,000,000.00", "CNY 1,500,000.00", "CNY 2,000,000.00"};

    /** A catalogue, and drafts of so many lots in it. */
    void drafts(CatalogueManner manner, AuctionMode mode, int lots) {
        market.at("2025-06-04 09:00");
        opens(market, manner);
        for (int number = 1; number <= lots; number++) {
            drafts(market, mode, number);
            adds("L" + number).accepted();
        }
    }

    /** The lots are applied for, accepted and published, until the end of the disclosure on 2025-07-07 17:00. */
    void discloses(int lots) {
        discloses(market, lots);
    }

    /** These parties are admitted to the lot. */
    Market admits(String lot, String... parties) {
        return market.on(lot).admitted(DEPOSIT, parties);
    }

    /** A package sale of three lots to which B1, B2 and B3 are admitted; its hours are fixed. */
    Market scheduled(int lots) {
        market.parties("B1", "B2", "B3");
        drafts(CatalogueManner.PACKAGE, AuctionMode.PACKAGE, lots);
        return admitted(lots);
    }

    /** The same from drafts on. */
    Market admitted(int lots) {
        discloses(lots);
        at("2025-07-01 10:00");
        for (int number = 1; number <= lots; number++) {
            admits("L" + number, "B1", "B2", "B3");
        }
        at("2025-07-07 17:30");
        return schedules("2025-07-08 10:00").accepted();
    }

    /** The same while bids are collected. */
    Market collecting(int lots) {
        return scheduled(lots).at("2025-07-08 10:00");
    }

    Market schedules(String start) {
        return by("CLERK-1", new ScheduleCatalogue(catalogue(), Written.nanos(start), 0));
    }

    Market adds(String lot) {
        return by("A-SELLER", new AddLot(catalogue(), market.id(Ref.LISTING, lot), Money.NONE));
    }

    Market adds(String lot, String reserve) {
        return by("A-SELLER", new AddLot(catalogue(), market.id(Ref.LISTING, lot), Written.money(reserve)));
    }

    Market removes(String who, String lot) {
        return by(who, new RemoveLot(catalogue(), market.id(Ref.LISTING, lot), "sold by itself"));
    }

    Market offers(String floor, String... lots) {
        return by(
                "A-SELLER",
                new OfferPackage(
                        catalogue(), market.id(Ref.PARTY, "SELLER"), Written.money(floor), refs(market, lots)));
    }

    Market bids(String party, String amount, String... lots) {
        return by("A-" + party, bid(market, party, amount, lots));
    }

    /** The catalogue that was opened last. */
    long catalogue() {
        return market.last(Ref.CATALOGUE);
    }

    /** A package sale of two lots to which two parties are admitted, in the course of its disclosure. */
    public static void atWork(Market market) {
        opens(market, CatalogueManner.PACKAGE);
        for (int number : new int[] {21, 22}) {
            market.right("R" + number, RightType.PATENT_INVENTION, "SELLER");
            market.drafts(draft(number, AuctionMode.PACKAGE).days(10));
            market.by("A-SELLER", new AddLot(1, market.listingId(), Money.NONE));
        }
        market.by(
                "A-SELLER",
                new OfferPackage(
                        1,
                        market.id(Ref.PARTY, "SELLER"),
                        Written.money("CNY 1,900,000.00"),
                        refs(market, "L21", "L22")));
        for (String lot : new String[] {"L21", "L22"}) {
            market.on(lot).submits().accepts().publishes().admitted(DEPOSIT, "B1", "B2");
        }
    }

    /** Its hours are fixed, and bids are collected from 09:57 on 2025-07-08, if time passes until then. */
    public static void startsWork(Market market) {
        market.by("CLERK-1", new ScheduleCatalogue(1, Written.nanos("2025-07-08 09:57"), 0));
    }

    static void opens(Market market, CatalogueManner manner) {
        boolean packages = manner == CatalogueManner.PACKAGE;
        int pauseSeconds = manner == CatalogueManner.IN_TURN ? 600 : 0;
        long calendar = market.drafting(listing("X")).calendarId();
        String code = "C" + (market.last(Ref.CATALOGUE) + 1);
        market.by(
                "CLERK-1",
                new OpenCatalogue(
                        code,
                        calendar,
                        manner,
                        Written.nanos("2025-07-08 10:00"),
                        pauseSeconds,
                        packages ? 3_600 : 0,
                        "Patents of one institute"));
    }

    static void drafts(Market market, AuctionMode mode, int number) {
        if (number > 1) {
            market.right("R" + number, RightType.PATENT_INVENTION, "SELLER");
        }
        market.drafts(draft(number, mode));
    }

    static Draft draft(int number, AuctionMode mode) {
        String price = number <= PRICES.length ? PRICES[number - 1] : PRICES[0];
        return listing("L" + number)
                .of("R" + number)
                .price(price)
                .deposit(DEPOSIT)
                .with("increment", Written.money("CNY 10,000.00"))
                .with("auctionMode", mode);
    }

    static SubmitPackageBid bid(Market market, String party, String amount, String... lots) {
        return new SubmitPackageBid(
                market.last(Ref.CATALOGUE), market.id(Ref.PARTY, party), Written.money(amount), refs(market, lots));
    }

    static List<LotRef> refs(Market market, String... lots) {
        return Arrays.stream(lots)
                .map(lot -> new LotRef(market.id(Ref.LISTING, lot)))
                .toList();
    }

    private static void discloses(Market market, int lots) {
        for (int number = 1; number <= lots; number++) {
            market.on("L" + number).submits().accepts().accepted();
        }
        market.at("2025-06-09 09:00");
        for (int number = 1; number <= lots; number++) {
            market.on("L" + number).publishes().accepted();
        }
    }
}
