package org.tpx.engine.offering;

import static org.tpx.protocol.VenuePolicy.LICENSED_OR_FOREIGN;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Written;
import org.tpx.protocol.MarginRule;
import org.tpx.protocol.OfferingPricing;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.VenuePolicy;

/** Offerings from the announcement to the last refund, in every way of finding price and allotment. */
class OfferingTest extends OfferingScenario {

    @Test
    void shouldShareUnitsInProportionAndGiveBackTheRest() {
        series();
        investors("CNY 10,000.00", "B1", "B2", "B3");
        offers("O-1").including("OfferingAnnounced units=1000, closes=" + CLOSES);
        at(OPENS).then("TimerFired kind=OFFERING", "OfferingOpened offering=O-1");
        applies("B1", "O-1", 1_000, "").including("ApplicationEntered number=1, price=CNY 10.00, amount=CNY 10,000.00");
        applies("B2", "O-1", 700, "CNY 10.00").accepted();
        applies("B3", "O-1", 300, "").accepted();
        market.takesOut("B2", "CNY 3,000.01").refused(RejectReason.CREDIT);
        at(CLOSES)
                .then(
                        "TimerFired kind=OFFERING",
                        "BookClosed applications=3, units=2000, price=CNY 10.00",
                        "UnitsAllotted number=1, party=B1, units=500, paid=CNY 5,000.00, refund=CNY 5,000.00",
                        "UnitsIssued party=B1, units=500",
                        "MoneyPosted reason=SUBSCRIPTION_SETTLED",
                        "PaymentDue kind=SUBSCRIPTION_REFUND, party=B1, amount=CNY 5,000.00, due=2025-06-13 17:00",
                        "UnitsAllotted number=2, party=B2, units=350, paid=CNY 3,500.00, refund=CNY 3,500.00",
                        "UnitsIssued party=B2, units=350",
                        "MoneyPosted reason=SUBSCRIPTION_SETTLED",
                        "PaymentDue kind=SUBSCRIPTION_REFUND, party=B2, amount=CNY 3,500.00, due=2025-06-13 17:00",
                        "UnitsAllotted number=3, party=B3, units=150, paid=CNY 1,500.00, refund=CNY 1,500.00",
                        "UnitsIssued party=B3, units=150",
                        "MoneyPosted reason=SUBSCRIPTION_SETTLED",
                        "PaymentDue kind=SUBSCRIPTION_REFUND, party=B3, amount=CNY 1,500.00, due=2025-06-13 17:00",
                        "OfferingAllotted units=1000, paid=CNY 10,000.00, refunded=CNY 10,000.00",
                        "MoneyPosted reason=OFFERING_COMPLETED",
                        "PaymentDue kind=OFFERING_PROCEEDS, party=SELLER, amount=CNY 10,000.00, due=2025-06-17 17:00");
        market.sends(1, 2, 3, 4).confirms(1).confirms(2).confirms(3).confirms(4);
        market.takesOut("B2", "CNY 3,000.00").takesOut("B3", "CNY 7,000.00").sends(5, 6);
        market.confirms(5).confirms(6).settlementAccountIsEmpty();
    }

    @Test
    void shouldServeTheLargestApplicationFirstAtAFixedPrice() {
        series();
        investors("CNY 10,000.00", "B1", "B2", "B3");
        offers("O-1", "margin", MarginRule.SIZE_TIME);
        at(OPENS);
        applies("B1", "O-1", 300, "");
        applies("B2", "O-1", 600, "");
        applies("B3", "O-1", 600, "");
        at(CLOSES)
                .including("UnitsAllotted party=B1, units=0, refund=CNY 3,000.00")
                .including("UnitsAllotted party=B2, units=600, paid=CNY 6,000.00, refund=CNY 0.00")
                .including("UnitsAllotted party=B3, units=400, paid=CNY 4,000.00, refund=CNY 2,000.00");
    }

    @Test
    void shouldLetAllPayTheLimitOfTheLastUnit() {
        series();
        investors("CNY 20,000.00", "B1", "B2", "B3", "B4");
        offers("O-1", "pricing", OfferingPricing.UNIFORM);
        at(OPENS);
        applies("B1", "O-1", 500, "CNY 12.00");
        applies("B2", "O-1", 600, "CNY 11.00");
        applies("B3", "O-1", 400, "CNY 11.00");
        applies("B4", "O-1", 900, "CNY 10.00");
        at(CLOSES)
                .including("BookClosed price=CNY 11.00")
                .including("UnitsAllotted party=B1, units=500, paid=CNY 5,500.00, refund=CNY 500.00")
                .including("UnitsAllotted party=B2, units=300, paid=CNY 3,300.00, refund=CNY 3,300.00")
                .including("UnitsAllotted party=B3, units=200, paid=CNY 2,200.00, refund=CNY 2,200.00")
                .including("UnitsAllotted party=B4, units=0, refund=CNY 9,000.00")
                .including("OfferingAllotted paid=CNY 11,000.00, refunded=CNY 15,000.00");
    }

    @Test
    void shouldLetEachPayItsOwnLimitByPriceThenSizeThenTime() {
        series();
        investors("CNY 20,000.00", "B1", "B2", "B3");
        offers("O-1", "pricing", OfferingPricing.AS_BID, "margin", MarginRule.SIZE_TIME);
        at(OPENS);
        applies("B1", "O-1", 300, "CNY 11.00");
        applies("B2", "O-1", 500, "CNY 11.00");
        applies("B3", "O-1", 400, "CNY 12.00");
        at(CLOSES)
                .including("UnitsAllotted party=B1, units=100, price=CNY 11.00, paid=CNY 1,100.00")
                .including("UnitsAllotted party=B2, units=500, price=CNY 11.00, refund=CNY 0.00")
                .including("UnitsAllotted party=B3, units=400, price=CNY 12.00, paid=CNY 4,800.00")
                .including("OfferingAllotted units=1000, paid=CNY 11,400.00");
    }

    @Test
    void shouldGoDownToTheFloorWhereFewerUnitsAreWantedThanOffered() {
        series();
        investors("CNY 20,000.00", "B1");
        offers("O-1", "pricing", OfferingPricing.UNIFORM, "minimumUnits", 400L);
        at(OPENS);
        applies("B1", "O-1", 400, "CNY 12.00");
        at(CLOSES)
                .including("BookClosed price=CNY 10.00")
                .including("UnitsAllotted party=B1, units=400, paid=CNY 4,000.00, refund=CNY 800.00");
        offers("O-2", "opensNanos", Written.nanos("2025-06-11 09:00"), "subscriptionDays", 10, "units", 999_600L);
    }

    @Test
    void shouldGiveEverythingBackWhereTooFewUnitsAreTakenUp() {
        series("totalUnits", 1_000L);
        investors("CNY 20,000.00", "B1", "B2");
        offers("O-1", "minimumUnits", 800L);
        at(OPENS);
        applies("B1", "O-1", 400, "");
        applies("B2", "O-1", 399, "");
        at(CLOSES)
                .then(
                        "TimerFired",
                        "BookClosed units=799",
                        "OfferingFailed offering=O-1, units=799",
                        "SubscriptionReturned number=1, party=B1, refund=CNY 4,000.00",
                        "MoneyPosted reason=SUBSCRIPTION_SETTLED",
                        "PaymentDue kind=SUBSCRIPTION_REFUND, party=B1, amount=CNY 4,000.00",
                        "SubscriptionReturned number=2, party=B2, refund=CNY 3,990.00",
                        "MoneyPosted reason=SUBSCRIPTION_SETTLED",
                        "PaymentDue kind=SUBSCRIPTION_REFUND, party=B2, amount=CNY 3,990.00");
        offers("O-2", "opensNanos", Written.nanos("2025-06-11 09:00"));
        at("2025-06-18 17:00").including("OfferingFailed offering=O-2, units=0").without("SubscriptionReturned");
    }

    @Test
    void shouldGiveEverythingBackWhenTheOfferingIsCancelled() {
        series();
        investors("CNY 20,000.00", "B1");
        offers("O-1");
        at(OPENS);
        applies("B1", "O-1", 400, "");
        at("2025-06-05 10:00");
        cancels("OPERATOR-1", "O-1")
                .then(
                        "OfferingCancelled offering=O-1",
                        "SubscriptionReturned party=B1, refund=CNY 4,000.00",
                        "MoneyPosted reason=SUBSCRIPTION_SETTLED",
                        "PaymentDue kind=SUBSCRIPTION_REFUND, party=B1, amount=CNY 4,000.00, due=2025-06-10 17:00");
        cancels("SUPERVISOR-1", "O-1").refused(RejectReason.NOT_ALLOWED);
        at("2025-06-20 17:00").without("BookClosed");
    }

    @Test
    void shouldLetHoldersTakeTheirPartAtThePriceOfTheOthers() {
        series();
        investors("CNY 50,000.00", "H1", "H2", "B1", "B2");
        market.issues(60, "H1").issues(40, "H2");
        offers("O-1", "pricing", OfferingPricing.UNIFORM, "margin", MarginRule.SIZE_TIME, "exerciseDays", 3)
                .including("OfferingAnnounced exerciseEnd=" + EXERCISE_END);
        at(OPENS)
                .then(
                        "TimerFired",
                        "OfferingOpened",
                        "PreemptionRecorded party=H1, heldUnits=60, units=600",
                        "PreemptionRecorded party=H2, heldUnits=40, units=400");
        applies("B1", "O-1", 700, "CNY 12.00");
        applies("B2", "O-1", 700, "CNY 11.00");
        applies("H2", "O-1", 100, "CNY 13.00");
        at(CLOSES).then("TimerFired", "BookClosed applications=3, units=1500, price=CNY 11.00");
        exercises("H1", "O-1", 200).including("PreemptionExercised number=4, amount=CNY 2,200.00");
        exercises("H1", "O-1", 400).accepted();
        exercises("H1", "O-1", 1).refused(RejectReason.APPLICATION_SIZE);
        at(EXERCISE_END)
                .including("UnitsAllotted number=1, party=B1, units=300, paid=CNY 3,300.00, refund=CNY 5,100.00")
                .including("UnitsAllotted number=2, party=B2, units=0, refund=CNY 7,700.00")
                .including("UnitsAllotted number=3, party=H2, units=100, paid=CNY 1,100.00, refund=CNY 200.00")
                .including("UnitsAllotted number=4, party=H1, units=200, paid=CNY 2,200.00, refund=CNY 0.00")
                .including("UnitsAllotted number=5, party=H1, units=400")
                .including("OfferingAllotted units=1000, paid=CNY 11,000.00");
    }

    @Test
    void shouldFindPlacesAmongTheHoldersForTheBestOnly() {
        market.opensSeries("U1", new VenuePolicy(false, false, 5, 5));
        investors("CNY 50,000.00", "H", "B1", "B2", "B3", "NOMINEE");
        market.issues(10, "H").declares("NOMINEE", 3).accepted();
        offers("O-1", "pricing", OfferingPricing.UNIFORM);
        at(OPENS);
        applies("B1", "O-1", 500, "CNY 12.00");
        applies("NOMINEE", "O-1", 600, "CNY 13.00");
        applies("B2", "O-1", 300, "CNY 11.00");
        applies("H", "O-1", 200, "CNY 10.00");
        applies("B3", "O-1", 200, "CNY 14.00");
        // H, the three behind NOMINEE and B3 are five: B1 and B2 find no place, so the last lot falls to H at the
        // floor.
        at(CLOSES)
                .including("BookClosed applications=5, units=1800, price=CNY 10.00")
                .including("UnitsAllotted party=B1, units=0, refund=CNY 6,000.00")
                .including("UnitsAllotted party=NOMINEE, units=600, paid=CNY 6,000.00")
                .including("UnitsAllotted party=B2, units=0, refund=CNY 3,300.00")
                .including("UnitsAllotted party=H, units=200, refund=CNY 0.00")
                .including("UnitsAllotted party=B3, units=200, paid=CNY 2,000.00");
    }

    @Test
    void shouldAllotWholeLots() {
        series("lotUnits", 100L);
        investors("CNY 50,000.00", "B1", "B2", "B3");
        offers("O-1");
        at(OPENS);
        applies("B1", "O-1", 1_000, "");
        applies("B2", "O-1", 1_000, "");
        applies("B3", "O-1", 1_000, "");
        at(CLOSES)
                .including("UnitsAllotted party=B1, units=400")
                .including("UnitsAllotted party=B2, units=300")
                .including("UnitsAllotted party=B3, units=300");
    }

    @Test
    void shouldKeepTheUnitsOnOfferFree() {
        series("totalUnits", 1_100L);
        market.party("B1");
        offers("O-1");
        by("OPERATOR-1", market.issuing(101, "B1")).refused(RejectReason.UNITS_EXHAUSTED);
        by("OPERATOR-1", proposing("O-2", "units", 101L)).refused(RejectReason.UNITS_EXHAUSTED);
        market.issues(100, "B1").accepted();
        cancels("OPERATOR-1", "O-1").accepted();
        market.issues(1_000, "B1").accepted();
    }

    @Test
    void shouldLetAllottedUnitsTradeAtOnce() {
        market.opensSeries("U1", LICENSED_OR_FOREIGN);
        investors("CNY 50,000.00", "B1", "B2");
        offers("O-1");
        at(OPENS);
        applies("B1", "O-1", 400, "");
        at("2025-06-11 10:00").sells("B1", 400, "CNY 11.00").accepted();
        market.buys("B2", 400, "CNY 11.00").including("UnitsTraded units=400, price=CNY 11.00");
    }
}
