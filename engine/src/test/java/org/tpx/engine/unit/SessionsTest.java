package org.tpx.engine.unit;

import static org.tpx.protocol.VenuePolicy.CN_PROPERTY_EXCHANGE;
import static org.tpx.protocol.VenuePolicy.LICENSED_OR_FOREIGN;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.engine.rule.Examples;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TimeInForce;
import org.tpx.protocol.VenuePolicy;

/** The trading day of a series, by the clock, the calendar and the venue's policy. */
class SessionsTest extends Scenario {

    private static final VenuePolicy CALLS = new VenuePolicy(false, true, 0, 0);
    private static final VenuePolicy CONTINUOUS = new VenuePolicy(true, false, 0, 0);

    @Test
    void shouldGoThroughTheDayWhereBothAreAllowed() {
        at("2025-06-06 08:00")
                .opensSeries("U1", LICENSED_OR_FOREIGN)
                .then(
                        "ProposalMade kind=SERIES",
                        "ProposalApproved",
                        "SeriesOpened series=U1, calendar=CN-2025, name=Units of a patent pool, continuous=true, call=true",
                        "SessionStarted series=U1, session=CLOSED, until=09:00");
        at("2025-06-06 15:00")
                .then(
                        "TimerFired at=09:00, kind=SESSION",
                        "SessionStarted at=09:00, session=PRE_OPEN, until=09:15",
                        "TimerFired at=09:15",
                        "SessionStarted at=09:15, session=OPENING_CALL, until=09:30",
                        "TimerFired at=09:30",
                        "CallUncrossed session=OPENING_CALL, units=0, surplus=0",
                        "SessionStarted at=09:30, session=CONTINUOUS, until=14:57",
                        "TimerFired at=14:57",
                        "SessionStarted at=14:57, session=CLOSING_CALL, until=15:00",
                        "TimerFired at=15:00",
                        "CallUncrossed session=CLOSING_CALL",
                        "SessionStarted session=CLOSED, until=2025-06-09 09:00");
        at("2025-06-09 09:00").including("SessionStarted session=PRE_OPEN");
    }

    @Test
    void shouldWaitForTheNextMorningWhereItOpensDuringTheDay() {
        at("2025-06-06 09:00:00.000000001").opensSeries("U1", LICENSED_OR_FOREIGN);
        market.including("SessionStarted session=CLOSED, until=2025-06-09 09:00");
        at("2025-06-08 23:00").without("SessionStarted");
    }

    @Test
    void shouldHaveCallsOnlyAndExpireTheRest() {
        ready(CALLS);
        at("2025-06-03 09:00").sells("S", 9, "CNY 1.00", "timeInForce", TimeInForce.GOOD_TILL_CANCELLED);
        market.sells("S", 3, "CNY 1.00").buys("B", 10, "CNY 1.00");
        at("2025-06-03 09:30")
                .including("UnitsTraded aggressor=NONE, units=9")
                .including("CallUncrossed session=OPENING_CALL, price=CNY 1.00, units=10, surplus=-2")
                .including("SessionStarted session=CLOSED, until=2025-06-04 09:00")
                .including("OrderCancelled party=S, units=2, reason=EXPIRED");
        at("2025-06-03 23:00").without("SessionStarted");
    }

    @Test
    void shouldTradeContinuouslyOnly() {
        ready(CONTINUOUS);
        at("2025-06-03 09:20").sells("S", 9, "CNY 1.00").refused(RejectReason.SESSION_CLOSED);
        at("2025-06-03 09:30").including("SessionStarted session=CONTINUOUS, until=14:57");
        market.sells("S", 9, "CNY 1.00").buys("B", 10, "CNY 1.00").including("UnitsTraded units=9");
        at("2025-06-03 14:57")
                .then(
                        "TimerFired kind=SESSION",
                        "SessionStarted session=CLOSED, until=2025-06-04 09:30",
                        "OrderCancelled party=B, units=1, reason=EXPIRED");
    }

    @Test
    void shouldStayClosedWhereNothingIsAllowed() {
        ready(CN_PROPERTY_EXCHANGE);
        market.without("SessionStarted");
        at("2025-06-10 00:00").then();
    }

    @Test
    void shouldUncrossAtTheEndOfThePreOpeningWhereItHasNoMinutesWithoutCancels() {
        ready(LICENSED_OR_FOREIGN, "openingCallSeconds", 9 * 3_600 + 30 * 60);
        at("2025-06-03 09:00").sells("S", 9, "CNY 1.00").buys("B", 10, "CNY 1.00");
        at("2025-06-03 09:30")
                .then(
                        "TimerFired kind=SESSION",
                        "UnitsTraded units=9",
                        "CallUncrossed session=PRE_OPEN, units=9, surplus=1",
                        "SessionStarted session=CONTINUOUS");
    }

    @Test
    void shouldCloseAtMidnightAndOpenAtOnceOnTheNextDay() {
        ready(
                CONTINUOUS,
                "preOpenSeconds",
                0,
                "openingCallSeconds",
                0,
                "continuousSeconds",
                0,
                "closingCallSeconds",
                86_400,
                "closeSeconds",
                86_400);
        at("2025-06-04 00:00")
                .then(
                        "TimerFired at=2025-06-03 00:00",
                        "SessionStarted at=2025-06-03 00:00, session=CONTINUOUS, until=2025-06-04 00:00",
                        "TimerFired at=2025-06-04 00:00",
                        "SessionStarted session=CLOSED, until=2025-06-04 00:00",
                        "TimerFired at=2025-06-04 00:00",
                        "SessionStarted session=CONTINUOUS, until=2025-06-05 00:00");
    }

    @Test
    void shouldExpireWhatIsOverAtTheCloseAndPayTheFeesOfTheDay() {
        ready(LICENSED_OR_FOREIGN, "buyerFeePpm", 1_000, "sellerFeePpm", 500);
        at("2025-06-03 10:00").sells("S", 1, "CNY 3.00").sells("S", 5, "CNY 100.00");
        market.buys("B", 5, "CNY 100.00")
                .including("UnitsTraded units=4, amount=CNY 400.00, buyerFee=CNY 0.40, sellerFee=CNY 0.20");
        market.sells("S", 1, "CNY 101.00", "timeInForce", TimeInForce.GOOD_TILL_CANCELLED);
        market.sells(
                "S",
                2,
                "CNY 102.00",
                "timeInForce",
                TimeInForce.GOOD_TILL_DATE,
                "expiresNanos",
                Written.nanos("2025-06-03 15:00"));
        market.sells(
                "S",
                3,
                "CNY 103.00",
                "timeInForce",
                TimeInForce.GOOD_TILL_DATE,
                "expiresNanos",
                Written.nanos("2025-06-03 15:00:00.000000001"));
        at("2025-06-03 14:57")
                .at("2025-06-03 15:00")
                .then(
                        "TimerFired",
                        "CallUncrossed session=CLOSING_CALL",
                        "SessionStarted session=CLOSED",
                        "OrderCancelled party=S, units=1, reason=EXPIRED",
                        "OrderCancelled party=S, units=2, reason=EXPIRED",
                        "PaymentDue payment=PAY-1, kind=FEES, amount=CNY 0.60, due=15:00",
                        "PaymentInstructed payment=PAY-1");
        at("2025-06-04 15:00")
                .including("OrderCancelled units=3, reason=EXPIRED")
                .without("PaymentDue");
        market.confirms(1).accepted();
        at("2025-07-04 15:00").without("OrderCancelled");
    }

    @Test
    void shouldFixTheBandsOfTheDayByTheLastPriceOfTheDayBefore() {
        ready(LICENSED_OR_FOREIGN, "bandBps", 1_000);
        at("2025-06-03 10:00")
                .sells("S", 9, "CNY 200.00")
                .buys("B", 1, "CNY 200.00")
                .sells("S", 1, "CNY 400.00");
        market.accepted();
        at("2025-06-04 09:00").buys("B", 1, "CNY 179.99").refused(RejectReason.PRICE_BAND);
        market.buys("B", 1, "CNY 180.00").accepted().sells("S", 1, "CNY 220.00").accepted();
        at("2025-06-04 10:00").sells("S", 1, "CNY 180.00").including("UnitsTraded price=CNY 180.00");
        market.sells("S", 1, "CNY 179.99").refused(RejectReason.PRICE_BAND);
        at("2025-06-05 09:00").sells("S", 1, "CNY 162.00").accepted().sells("S", 1, "CNY 161.99");
        market.refused(RejectReason.PRICE_BAND);
    }

    @Test
    void shouldStayClosedWhereTheCalendarEndsAndGoOnWithANewOne() {
        ready(CONTINUOUS);
        at("2025-12-31 23:00").including("SessionStarted at=2025-12-31 14:57, session=CLOSED, until=");
        at("2026-01-09 10:00").without("SessionStarted").sells("S", 1, "CNY 1.00");
        market.refused(RejectReason.SESSION_CLOSED);
    }

    @Test
    void shouldOpenOnTheDaysOfTheNewCalendar() {
        ready(CONTINUOUS);
        at("2025-06-03 10:00")
                .at("2025-06-03 10:01")
                .decided(Examples.calendar(2, Examples.without(Examples.workingDays2025(), "06-03", "06-04")));
        market.without("SessionStarted");
        at("2025-06-03 14:57").including("SessionStarted session=CLOSED, until=2025-06-05 09:30");
        at("2025-06-03 16:00").decided(Examples.calendar2025(3));
        market.including("SessionStarted session=CLOSED, until=2025-06-04 09:30");
        at("2025-06-03 17:00").decided(Examples.calendar2025(4)).without("SessionStarted");
        at("2025-06-04 09:30").including("SessionStarted session=CONTINUOUS");
    }

    private Market ready(VenuePolicy policy, Object... terms) {
        market.opensSeries("U1", policy, terms).parties("S", "B").issues(1_000, "S");
        return market.paysIn("B", "CNY 10,000.00");
    }
}
