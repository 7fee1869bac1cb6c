package org.tpx.engine.unit;

import static org.tpx.protocol.VenuePolicy.CN_PROPERTY_EXCHANGE;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.Command;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.MemberCommand.ReinstateMember;
import org.tpx.protocol.Money;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Sanction;
import org.tpx.protocol.Side;
import org.tpx.protocol.SystemCommand.SetAdmission;
import org.tpx.protocol.TimeInForce;
import org.tpx.protocol.UnitCommand.CancelOrder;
import org.tpx.protocol.UnitCommand.CancelOrders;
import org.tpx.protocol.UnitCommand.DeclareBeneficiaries;
import org.tpx.protocol.UnitCommand.EnterOrder;
import org.tpx.protocol.UnitCommand.HaltSeries;
import org.tpx.protocol.UnitCommand.ProposeIssue;
import org.tpx.protocol.UnitCommand.ProposeSeries;
import org.tpx.protocol.UnitCommand.ProposeSeriesResumption;
import org.tpx.protocol.UnitCommand.ReduceOrder;
import org.tpx.protocol.UnitCommand.ReplaceOrder;
import org.tpx.protocol.VenuePolicy;

/** Of several reasons against a command about units the first in the order of {@link RejectReason} is given. */
class OrderPrecedenceTest extends Scenario {

    private static final VenuePolicy BOTH = new VenuePolicy(true, true, 2, 2);

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstABuyOrder() {
        market.opensSeries("CN", CN_PROPERTY_EXCHANGE).parties("S", "X", "B").opensSeries("U1", BOTH, TERMS);
        market.issues(100, "S", "X").suspendsMember("M-B", "2025-09-01 00:00").haltsSeries();
        at("2025-06-03 08:00").by("NODE", new SetAdmission(false));
        EnterOrder wrong = With.with(
                market.order(Side.BUY, "S", 15, "USD 0.03"),
                "seriesId",
                99L,
                "kind",
                OrderKind.FILL_OR_KILL,
                "timeInForce",
                TimeInForce.GOOD_TILL_DATE);
        market.by("A-B", 7, wrong).refused(RejectReason.NODE_FULL);
        market.by("A-B", 7, With.with(wrong, "units", 16L)).refused(RejectReason.DUPLICATE_CLIENT_ID);
        by("NODE", new SetAdmission(true)).by("NOBODY", 0, wrong).refused(RejectReason.UNKNOWN_PRINCIPAL);
        market.by("CLERK-1", 0, wrong).refused(RejectReason.ROLE_NOT_ALLOWED);
        market.by("A-B", 0, wrong).refused(RejectReason.NO_MANDATE);
        wrong = With.with(wrong, "partyId", market.id(Ref.PARTY, "B"));
        market.by("A-B", 0, wrong).refused(RejectReason.SUSPENDED_MEMBER).sanctions("M-X", Sanction.RESTRICT, 0);
        market.by("A-X", 0, With.with(wrong, "partyId", market.id(Ref.PARTY, "X")))
                .refused(RejectReason.RESTRICTED_MEMBER);
        by("SUPERVISOR-1", new ReinstateMember(market.id(Ref.MEMBER, "M-B"), "amends"));
        market.by("A-B", 0, wrong).refused(RejectReason.UNKNOWN_SUBJECT);
        market.by("A-B", 0, With.with(wrong, "seriesId", market.id(Ref.SERIES, "CN")))
                .refused(RejectReason.NOT_ALLOWED);
        by("A-B", With.with(wrong, "seriesId", market.id(Ref.SERIES, "CN"))).refused(RejectReason.VENUE_POLICY);
        wrong = With.with(wrong, "seriesId", market.seriesId());
        by("A-B", wrong).refused(RejectReason.HALTED);
        market.resumesSeries().halts(HaltScope.MARKET).by("A-B", wrong).refused(RejectReason.HALTED);
        market.lifts(HaltScope.MARKET).by("A-B", wrong).refused(RejectReason.SESSION_CLOSED);
        at("2025-06-03 09:10").by("A-B", wrong).refused(RejectReason.SESSION_CLOSED);
        at("2025-06-03 10:00").by("A-B", wrong).refused(RejectReason.CURRENCY);
        wrong = With.with(wrong, "price", Written.money("CNY 0.03"));
        by("A-B", wrong).refused(RejectReason.BAD_LOT);
        wrong = With.with(wrong, "units", 20L);
        by("A-B", wrong).refused(RejectReason.BAD_TICK);
        wrong = With.with(wrong, "price", Written.money("CNY 0.05"));
        by("A-B", wrong).refused(RejectReason.BAD_EXPIRY);
        wrong = With.with(wrong, "timeInForce", TimeInForce.DAY);
        by("A-B", wrong).refused(RejectReason.PRICE_BAND);
        wrong = With.with(wrong, "price", Written.money("CNY 100.00"));
        by("A-B", wrong).refused(RejectReason.CREDIT);
        market.paysIn("B", "CNY 2,000.00").by("A-B", wrong).refused(RejectReason.HOLDER_LIMIT);
        market.paysIn("S", "CNY 9,000.00").buys("S", 20, "CNY 100.00", "kind", OrderKind.FILL_OR_KILL);
        market.refused(RejectReason.NOT_FILLABLE);
    }

    @Test
    void shouldNameDaysBeforePlacesAmongTheHolders() {
        market.opensSeries("U1", BOTH).parties("S", "B", "C").issues(10, "S");
        market.paysIn("S", "CNY 100.00").paysIn("B", "CNY 100.00").paysIn("C", "CNY 100.00");
        at("2025-06-03 10:00")
                .sells("S", 10, "CNY 1.00")
                .buys("B", 10, "CNY 1.00")
                .buys("C", 1, "CNY 1.00");
        market.accepted().buys("S", 1_000, "CNY 1.00").refused(RejectReason.CREDIT);
        market.buys("S", 1, "CNY 1.00").refused(RejectReason.T_PLUS_5);
        at("2025-06-05 10:00").buys("C", 1, "CNY 1.00").buys("S", 1, "CNY 1.00").refused(RejectReason.HOLDER_LIMIT);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstASellOrder() {
        market.opensSeries("U1", BOTH).parties("S", "B").issues(10, "S").paysIn("B", "CNY 100.00");
        at("2025-06-03 10:00").sells("S", 10, "CNY 1.00").buys("B", 10, "CNY 1.00");
        market.buys("B", 1, "CNY 0.50").sells("B", 11, "CNY 0.40", "kind", OrderKind.POST_ONLY);
        market.refused(RejectReason.CREDIT).sells("B", 10, "CNY 0.40", "kind", OrderKind.POST_ONLY);
        market.refused(RejectReason.T_PLUS_5);
        at("2025-06-05 10:00").buys("B", 1, "CNY 0.50").sells("B", 10, "CNY 0.40", "kind", OrderKind.POST_ONLY);
        market.refused(RejectReason.WOULD_TRADE).sells("B", 10, "CNY 0.40", "minimumUnits", 2L);
        market.refused(RejectReason.NOT_FILLABLE);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAChangeOfAnOrder() {
        market.opensSeries("U1", BOTH, TERMS).parties("S", "B").issues(100, "S");
        at("2025-06-03 09:10").sells("S", 20, "CNY 100.00").sells("S", 20, "CNY 100.05");
        long person = market.id(Ref.PRINCIPAL, "A-S");
        long number = market.lastNumber();
        market.suspendsMember("M-B", "2025-09-01 00:00").sanctions("M-S", Sanction.RESTRICT, 0);
        Money price = Written.money("USD 0.03");
        ReplaceOrder replace = new ReplaceOrder(99, person, number, price, 15);
        ReduceOrder reduce = new ReduceOrder(99, person, number, 15);
        CancelOrder cancel = new CancelOrder(99, person, number);
        refuses("NOBODY", RejectReason.UNKNOWN_PRINCIPAL, replace, reduce, cancel);
        refuses("CLERK-1", RejectReason.ROLE_NOT_ALLOWED, replace, reduce, cancel);
        refuses("A-B", RejectReason.NO_MANDATE, replace, reduce, cancel);
        refuses("A-S", RejectReason.RESTRICTED_MEMBER, replace);
        refuses("A-S", RejectReason.UNKNOWN_SUBJECT, reduce, cancel);
        by("SUPERVISOR-1", new ReinstateMember(market.id(Ref.MEMBER, "M-S"), "amends"));
        market.haltsSeries();
        refuses("A-S", RejectReason.UNKNOWN_SUBJECT, replace);
        replace = With.with(replace, "seriesId", market.seriesId());
        reduce = With.with(reduce, "seriesId", market.seriesId());
        cancel = With.with(cancel, "seriesId", market.seriesId());
        refuses("A-S", RejectReason.UNKNOWN_SUBJECT, With.with(replace, "orderNumber", 1L));
        refuses("A-S", RejectReason.UNKNOWN_SUBJECT, With.with(reduce, "orderNumber", 1L));
        refuses("A-S", RejectReason.UNKNOWN_SUBJECT, With.with(cancel, "orderNumber", 1L));
        refuses("A-S", RejectReason.UNKNOWN_SUBJECT, With.with(cancel, "enteredById", 1L << 20));
        refuses("A-S", RejectReason.HALTED, replace, reduce);
        at("2025-06-03 14:59:59");
        refuses("A-S", RejectReason.HALTED, replace, reduce);
        at("2025-06-03 15:00");
        market.resumesSeries();
        refuses("A-S", RejectReason.UNKNOWN_SUBJECT, replace, reduce, cancel);
        at("2025-06-04 09:10").sells("S", 20, "CNY 100.00");
        replace = With.with(replace, "orderNumber", market.lastNumber());
        reduce = With.with(reduce, "orderNumber", market.lastNumber());
        at("2025-06-04 09:20");
        refuses("A-S", RejectReason.NO_CANCEL, replace, reduce);
        at("2025-06-04 10:00");
        refuses("A-S", RejectReason.BAD_LOT, reduce);
        refuses("A-S", RejectReason.CURRENCY, replace);
        replace = With.with(replace, "price", Written.money("CNY 0.03"));
        refuses("A-S", RejectReason.BAD_LOT, replace);
        replace = With.with(replace, "units", 500L);
        refuses("A-S", RejectReason.BAD_TICK, replace);
        replace = With.with(replace, "price", Written.money("CNY 0.05"));
        refuses("A-S", RejectReason.PRICE_BAND, replace);
        replace = With.with(replace, "price", Written.money("CNY 100.05"));
        refuses("A-S", RejectReason.CREDIT, replace);
        by("A-S", With.with(replace, "units", 100L)).accepted();
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAMassCancel() {
        market.opensSeries("U1", BOTH).parties("S", "B").suspendsMember("M-B", "2025-09-01 00:00");
        at("2025-06-03 09:20");
        long other = market.id(Ref.MEMBER, "M-S");
        CancelOrders all = new CancelOrders(99, other, 99);
        refuses("NOBODY", RejectReason.UNKNOWN_PRINCIPAL, all);
        refuses("CLERK-1", RejectReason.ROLE_NOT_ALLOWED, all);
        refuses("A-B", RejectReason.NO_MANDATE, all);
        refuses("A-B", RejectReason.SUSPENDED_MEMBER, With.with(all, "memberId", 0L));
        refuses("A-S", RejectReason.UNKNOWN_SUBJECT, all);
        all = With.with(all, "seriesId", market.seriesId());
        refuses("A-S", RejectReason.UNKNOWN_SUBJECT, all);
        all = With.with(all, "partyId", 0L);
        refuses("SUPERVISOR-1", RejectReason.UNKNOWN_SUBJECT, With.with(all, "memberId", 0L));
        refuses("A-S", RejectReason.NO_CANCEL, all);
        by("SUPERVISOR-1", all).accepted();
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstASeries() {
        market.opensSeries("U1", BOTH);
        ProposeSeries series = With.with(
                market.proposing(
                        "U1",
                        BOTH,
                        "tick",
                        Written.money("USD 0.05"),
                        "referencePrice",
                        Written.money("CNY 0.06"),
                        "closeSeconds",
                        1),
                "calendarId",
                99L);
        refuses("CLERK-1", RejectReason.ROLE_NOT_ALLOWED, series);
        refuses("OPERATOR-1", RejectReason.CODE_TAKEN, series);
        series = With.with(series, "series", "U2");
        refuses("OPERATOR-1", RejectReason.VARIETY_NOT_APPROVED, series);
        series = With.with(series, "calendarId", 1L);
        refuses("OPERATOR-1", RejectReason.NOT_ALLOWED, series);
        series = With.with(series, "terms", With.with(series.terms(), "closeSeconds", 86_400));
        refuses("OPERATOR-1", RejectReason.CURRENCY, series);
        series = With.with(series, "terms", With.with(series.terms(), "tick", Written.money("CNY 0.05")));
        refuses("OPERATOR-1", RejectReason.BAD_TICK, series);
        series = With.with(series, "terms", With.with(series.terms(), "referencePrice", Money.NONE));
        by("OPERATOR-1", series).approved("SUPERVISOR-1", "").refused(RejectReason.VARIETY_NOT_APPROVED);
        market.approved("SUPERVISOR-1", "2025/7").accepted();
        series = With.with(
                series,
                "terms",
                With.with(series.terms(), "lotUnits", 1_000_000_000L, "tick", Written.money("CNY 1,000.01")));
        refuses("OPERATOR-1", RejectReason.CODE_TAKEN, With.with(series, "series", "U3"));
        refuses("OPERATOR-1", RejectReason.NOT_ALLOWED, With.with(series, "series", "U3", "proposal", "NEW"));
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnIssueAndBeneficiaries() {
        market.opensSeries("U1", BOTH, "totalUnits", 100L, "lotUnits", 10L).parties("S", "B", "C");
        ProposeIssue issue = market.issuing(45, "S", "B", "C");
        refuses("CLERK-1", RejectReason.ROLE_NOT_ALLOWED, issue);
        refuses("OPERATOR-1", RejectReason.UNKNOWN_SUBJECT, With.with(issue, "seriesId", 99L));
        refuses("OPERATOR-1", RejectReason.UNKNOWN_SUBJECT, market.issuing(45, "S", "NOBODY"));
        refuses("OPERATOR-1", RejectReason.NOT_ALLOWED, market.issuing(45));
        refuses("OPERATOR-1", RejectReason.BAD_LOT, issue);
        refuses("OPERATOR-1", RejectReason.HOLDER_LIMIT, market.issuing(50, "S", "B", "C"));
        refuses("OPERATOR-1", RejectReason.UNITS_EXHAUSTED, market.issuing(60, "S", "B"));
        refuses("OPERATOR-1", RejectReason.CODE_TAKEN, With.with(issue, "proposal", "ENROL-S"));
        DeclareBeneficiaries declare = new DeclareBeneficiaries(99, 99, 9);
        refuses("A-S", RejectReason.ROLE_NOT_ALLOWED, declare);
        refuses("CLERK-1", RejectReason.UNKNOWN_SUBJECT, declare);
        refuses("CLERK-1", RejectReason.UNKNOWN_SUBJECT, With.with(declare, "seriesId", market.seriesId()));
        market.issues(10, "S").declares("S", 9).refused(RejectReason.HOLDER_LIMIT);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstHaltsAndResumptions() {
        market.opensSeries("U1", BOTH);
        ProposeSeriesResumption resume = new ProposeSeriesResumption("OPEN-U1-1", 99);
        refuses("CLERK-1", RejectReason.ROLE_NOT_ALLOWED, resume, new HaltSeries(99, ""));
        refuses("SUPERVISOR-1", RejectReason.UNKNOWN_SUBJECT, resume, new HaltSeries(99, ""));
        resume = With.with(resume, "seriesId", market.seriesId());
        refuses("SUPERVISOR-1", RejectReason.CODE_TAKEN, resume);
        resume = With.with(resume, "proposal", "NEW");
        refuses("SUPERVISOR-1", RejectReason.NOT_ALLOWED, resume);
        market.haltsSeries().accepted().haltsSeries().refused(RejectReason.NOT_ALLOWED);
        market.halts(HaltScope.MARKET);
        refuses("SUPERVISOR-1", RejectReason.HALTED, resume);
        market.lifts(HaltScope.MARKET).resumesSeries().accepted();
    }

    private void refuses(String sender, RejectReason reason, Command... commands) {
        for (Command command : commands) {
            by(sender, command).refused(reason);
        }
    }

    private static final Object[] TERMS = {
        "bandBps",
        1_000,
        "referencePrice",
        Written.money("CNY 100.00"),
        "lotUnits",
        10L,
        "tick",
        Written.money("CNY 0.05")
    };
}
