package org.tpx.engine.unit;

import static org.tpx.protocol.VenuePolicy.CN_PROPERTY_EXCHANGE;
import static org.tpx.protocol.VenuePolicy.LICENSED_OR_FOREIGN;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.VenuePolicy;

/** Halts of a series and of the market, outages, and the way back through a call. */
class SeriesHaltTest extends Scenario {

    @BeforeEach
    void open() {
        market.opensSeries("U1", LICENSED_OR_FOREIGN).parties("S", "B").issues(1_000, "S");
        market.paysIn("B", "CNY 10,000.00");
    }

    @Test
    void shouldLetOrdersGoAndTakeNoneUntilTwoPeopleLetItResumeThroughACall() {
        at("2025-06-03 10:00")
                .sells("S", 5, "CNY 2.00")
                .sells("S", 7, "CNY 3.00")
                .buys("B", 5, "CNY 1.00");
        long number = market.lastNumber();
        at("2025-06-03 10:01").haltsSeries().then("SeriesHalted series=U1, reason=a doubt");
        market.buys("B", 5, "CNY 1.00").refused(RejectReason.HALTED);
        market.reduces("B", number, 1).refused(RejectReason.HALTED);
        market.replaces("B", number, 5, "CNY 2.00").refused(RejectReason.HALTED);
        market.cancels("S", number - 1).accepted();
        at("2025-06-03 11:00")
                .resumesSeries()
                .then(
                        "ProposalMade kind=SERIES_RESUMPTION",
                        "ProposalApproved",
                        "SeriesResumed series=U1",
                        "SessionStarted session=RESUMPTION_CALL, until=11:05");
        market.replaces("B", number, 6, "CNY 2.00").including("OrderReplaced keepsPriority=false");
        market.including("OrderRested party=B, units=6").without("UnitsTraded");
        at("2025-06-03 11:05")
                .then(
                        "TimerFired kind=SESSION",
                        "UnitsTraded aggressor=NONE, units=5, price=CNY 2.00",
                        "CallUncrossed session=RESUMPTION_CALL, price=CNY 2.00, units=5, surplus=1",
                        "SessionStarted session=CONTINUOUS, until=14:57");
    }

    @Test
    void shouldCutTheCallOfAResumptionAtTheClosingCall() {
        at("2025-06-03 10:00").haltsSeries();
        at("2025-06-03 14:55").resumesSeries().including("SessionStarted session=RESUMPTION_CALL, until=14:57");
        at("2025-06-03 14:57")
                .then(
                        "TimerFired",
                        "CallUncrossed session=RESUMPTION_CALL",
                        "SessionStarted session=CLOSING_CALL, until=15:00");
    }

    @Test
    void shouldUncrossNothingWhileHaltedAndGoOnWithTheSessionOfTheClock() {
        at("2025-06-03 09:20")
                .sells("S", 5, "CNY 2.00")
                .buys("B", 6, "CNY 3.00")
                .haltsSeries();
        market.cancels("B", market.lastNumber()).refused(RejectReason.UNKNOWN_SUBJECT);
        at("2025-06-03 09:30").then("TimerFired kind=SESSION", "SessionStarted session=CONTINUOUS, until=14:57");
        at("2025-06-03 09:40").resumesSeries().including("SessionStarted session=RESUMPTION_CALL, until=09:45");
        at("2025-06-03 09:45").including("UnitsTraded units=5, price=CNY 3.00");
    }

    @Test
    void shouldLetOrdersLeaveAHaltedCall() {
        at("2025-06-03 09:20").sells("S", 5, "CNY 2.00");
        long number = market.lastNumber();
        market.cancels("S", number).refused(RejectReason.NO_CANCEL);
        market.haltsSeries().cancels("S", number).accepted();
        at("2025-06-03 09:21").resumesSeries().without("SessionStarted");
        market.sells("S", 6, "CNY 2.00");
        market.cancels("S", market.lastNumber()).refused(RejectReason.NO_CANCEL);
        number = market.lastNumber() - 1;
        market.halts(HaltScope.MARKET).cancels("S", number).accepted().sells("S", 7, "CNY 2.00");
        market.refused(RejectReason.HALTED).lifts(HaltScope.MARKET).sells("S", 7, "CNY 2.00");
        market.cancels("S", market.lastNumber()).refused(RejectReason.NO_CANCEL);
    }

    @Test
    void shouldExpireAtTheCloseOfAHaltedDayAndOpenAHaltedOne() {
        at("2025-06-03 14:58")
                .sells("S", 5, "CNY 2.00")
                .buys("B", 6, "CNY 3.00")
                .haltsSeries();
        at("2025-06-03 15:00")
                .then(
                        "TimerFired",
                        "SessionStarted session=CLOSED",
                        "OrderCancelled party=B, units=6, reason=EXPIRED",
                        "OrderCancelled party=S, units=5, reason=EXPIRED");
        at("2025-06-04 09:10")
                .sells("S", 1, "CNY 2.00")
                .refused(RejectReason.HALTED)
                .resumesSeries();
        market.including("SeriesResumed")
                .without("CallUncrossed")
                .sells("S", 1, "CNY 2.00")
                .accepted();
        at("2025-06-04 09:30").including("CallUncrossed session=OPENING_CALL");
    }

    @Test
    void shouldResumeAtOnceWhereTheVenueHasNoCalls() {
        market.opensSeries("U2", new VenuePolicy(true, false, 0, 0)).issues(10, "S");
        at("2025-06-03 10:00").sells("S", 5, "CNY 2.00").haltsSeries().buys("B", 5, "CNY 2.00");
        market.refused(RejectReason.HALTED)
                .at("2025-06-03 10:01")
                .resumesSeries()
                .without("SessionStarted")
                .buys("B", 5, "CNY 2.00");
        market.including("UnitsTraded series=U2, units=5");
    }

    @Test
    void shouldUncrossFirstWhereAHaltedCallLeftTheBookCrossed() {
        market.opensSeries("U2", LICENSED_OR_FOREIGN, "resumptionCallSeconds", 0)
                .issues(10, "S");
        at("2025-06-03 09:20")
                .sells("S", 5, "CNY 2.00")
                .buys("B", 5, "CNY 2.00")
                .haltsSeries();
        at("2025-06-03 10:00")
                .resumesSeries()
                .including("SessionStarted series=U2, session=RESUMPTION_CALL, until=10:00");
        at("2025-06-03 10:00")
                .then(
                        "TimerFired",
                        "UnitsTraded units=5",
                        "CallUncrossed series=U2, session=RESUMPTION_CALL, units=5",
                        "SessionStarted series=U2, session=CONTINUOUS");
    }

    @Test
    void shouldHaltTwiceDuringTheCallOfAResumption() {
        at("2025-06-03 10:00").haltsSeries().resumesSeries();
        at("2025-06-03 10:03").haltsSeries().accepted();
        at("2025-06-03 10:04").resumesSeries().including("SessionStarted session=RESUMPTION_CALL, until=10:09");
        at("2025-06-03 10:07").haltsSeries();
        at("2025-06-03 10:09").then("TimerFired", "SessionStarted session=CONTINUOUS, until=14:57");
        market.buys("B", 1, "CNY 1.00").refused(RejectReason.HALTED);
    }

    @Test
    void shouldHaltTheMarketWithOneFlagAndResumeEverySeriesThatIsNotHaltedBesides() {
        market.opensSeries("U2", new VenuePolicy(true, false, 0, 0)).opensSeries("U3", LICENSED_OR_FOREIGN);
        market.opensSeries("CN", CN_PROPERTY_EXCHANGE)
                .onSeries("U3")
                .haltsSeries()
                .onSeries("U1");
        at("2025-06-03 10:00").at("2025-06-03 10:01").halts(HaltScope.MARKET).then("HaltOrdered scope=MARKET");
        market.sells("S", 5, "CNY 2.00").refused(RejectReason.HALTED);
        at("2025-06-03 11:00")
                .lifts(HaltScope.MARKET)
                .then(
                        "ProposalMade",
                        "ProposalApproved",
                        "HaltLifted scope=MARKET",
                        "SeriesResumed series=U1",
                        "SessionStarted series=U1, session=RESUMPTION_CALL, until=11:05",
                        "SeriesResumed series=U2",
                        "SeriesResumed series=CN");
        market.sells("S", 5, "CNY 2.00").accepted().onSeries("U3").sells("S", 5, "CNY 2.00");
        market.refused(RejectReason.HALTED);
    }

    @Test
    void shouldHaltWhatAnOutageTouched() {
        market.opensSeries("CN", CN_PROPERTY_EXCHANGE).onSeries("U1");
        at("2025-06-03 10:00").sells("S", 5, "CNY 2.00");
        market.restarts("2025-06-03 10:01")
                .then("NodeStarted at=10:00", "SeriesHalted at=10:00, series=U1, reason=the node was away");
        market.buys("B", 5, "CNY 2.00").refused(RejectReason.HALTED);
        at("2025-06-03 10:10").resumesSeries().including("SessionStarted session=RESUMPTION_CALL, until=10:15");
    }

    @Test
    void shouldHaltWhatWasDueToOpenDuringAnOutage() {
        at("2025-06-03 15:01");
        market.restarts("2025-06-04 08:59:59.999999999").then("NodeStarted");
        at("2025-06-04 15:00").sells("S", 5, "CNY 2.00");
        market.restarts("2025-06-05 09:30")
                .then(
                        "NodeStarted at=2025-06-04 15:00",
                        "SeriesHalted series=U1",
                        "TimerFired at=09:00, kind=SESSION",
                        "SessionStarted at=09:00, session=PRE_OPEN",
                        "TimerFired at=09:15, kind=SESSION",
                        "SessionStarted at=09:15, session=OPENING_CALL",
                        "TimerFired at=09:30, kind=SESSION",
                        "SessionStarted session=CONTINUOUS, until=14:57");
        market.restarts("2025-06-05 09:31").then("NodeStarted").resumesSeries().accepted();
    }
}
