package org.tpx.engine.unit;

import static org.tpx.protocol.VenuePolicy.CN_PROPERTY_EXCHANGE;
import static org.tpx.protocol.VenuePolicy.LICENSED_OR_FOREIGN;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.VenuePolicy;

/** Worked example E13: a call auction, then continuous trading, and what each policy refuses. */
class CallAndContinuousTest extends Scenario {

    private static final String[] BUYERS = {"B105", "B104", "B103", "B102"};
    private static final String[] SELLERS = {"S101", "S102", "S103", "S104"};

    @Test
    void shouldUncrossTheCallAtThePriceOfMostVolumeAndGoOnContinuously() {
        ready(LICENSED_OR_FOREIGN);
        at("2025-06-03 09:00")
                .then("TimerFired kind=SESSION", "SessionStarted series=U1, session=PRE_OPEN, until=09:15");
        collect();
        at("2025-06-03 09:30")
                .then(
                        "TimerFired at=09:15, kind=SESSION",
                        "SessionStarted at=09:15, session=OPENING_CALL, until=09:30",
                        "TimerFired kind=SESSION",
                        trade(1, "B105", 100, "S101", 0, 200),
                        trade(2, "B105", 0, "S102", 600, 100),
                        trade(3, "B104", 0, "S102", 100, 500),
                        trade(4, "B103", 300, "S102", 0, 100),
                        trade(5, "B103", 0, "S103", 200, 300),
                        "CallUncrossed series=U1, session=OPENING_CALL, price=CNY 103.00, units=1200, surplus=-200",
                        "SessionStarted session=CONTINUOUS, until=14:57");
        market.party("B").paysIn("B", "CNY 25,875.00");
        at("2025-06-03 10:00")
                .buys("B", 250, "CNY 103.50")
                .then(
                        "UnitsTraded tradeNumber=6, aggressor=BUY, buyer=B, buyRemaining=50, seller=S103, sellRemaining=0,"
                                + " price=CNY 103.00, units=200, amount=CNY 20,600.00",
                        "OrderRested party=B, side=BUY, price=CNY 103.50, units=50");
    }

    @Test
    void shouldRefuseTheSameOrdersWhereTheVenueHasNoLicence() {
        ready(CN_PROPERTY_EXCHANGE);
        at("2025-06-03 09:20");
        market.buys("B105", 300, "CNY 105.00").refused(RejectReason.VENUE_POLICY);
        market.sells("S101", 200, "CNY 101.00").refused(RejectReason.VENUE_POLICY);
    }

    @Test
    void shouldRefuseTheHolderBeyondTheLimit() {
        market.opensSeries("U1", new VenuePolicy(true, true, 5, 200)).parties("SELLER-1", "BUYER-200", "BUYER-201");
        market.issues(1_000, "SELLER-1").declares("SELLER-1", 199);
        market.paysIn("BUYER-200", "CNY 1,000.00").paysIn("BUYER-201", "CNY 1,000.00");
        at("2025-06-03 10:00").buys("BUYER-200", 1, "CNY 100.00").accepted();
        market.buys("BUYER-201", 1, "CNY 100.00").refused(RejectReason.HOLDER_LIMIT);
    }

    @Test
    void shouldKeepFiveTradingDaysBetweenBuyingAndSelling() {
        ready(new VenuePolicy(true, true, 5, 200));
        at("2025-06-03 10:00").sells("S101", 200, "CNY 101.00").buys("B105", 200, "CNY 101.00");
        market.accepted();
        at("2025-06-09 10:00").sells("B105", 1, "CNY 101.00").refused(RejectReason.T_PLUS_5);
        market.buys("S101", 1, "CNY 101.00").refused(RejectReason.T_PLUS_5);
        at("2025-06-10 10:00").sells("B105", 1, "CNY 102.00").accepted();
        market.buys("S101", 1, "CNY 101.00").accepted();
    }

    private void ready(VenuePolicy policy) {
        market.opensSeries("U1", policy).parties(BUYERS).parties(SELLERS);
        market.issues(1_000, SELLERS);
        for (String buyer : BUYERS) {
            market.paysIn(buyer, "CNY 1,000,000.00");
        }
    }

    private void collect() {
        market.buys("B105", 300, "CNY 105.00").buys("B104", 500, "CNY 104.00");
        market.buys("B103", 400, "CNY 103.00").buys("B102", 600, "CNY 102.00");
        market.sells("S101", 200, "CNY 101.00").sells("S102", 700, "CNY 102.00");
        market.sells("S103", 500, "CNY 103.00").sells("S104", 400, "CNY 104.00").accepted();
    }

    private static String trade(int number, String buyer, int wanted, String seller, int offered, int units) {
        return "UnitsTraded tradeNumber=" + number + ", aggressor=NONE, buyer=" + buyer + ", buyRemaining=" + wanted
                + ", seller=" + seller + ", sellRemaining=" + offered + ", price=CNY 103.00, units=" + units;
    }
}
