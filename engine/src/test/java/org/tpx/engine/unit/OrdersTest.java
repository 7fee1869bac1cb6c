package org.tpx.engine.unit;

import static org.tpx.protocol.VenuePolicy.LICENSED_OR_FOREIGN;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.protocol.GovernanceCommand.ProposePrincipal;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.Sanction;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;
import org.tpx.protocol.UnitCommand.CancelOrder;
import org.tpx.protocol.UnitCommand.DeclareBeneficiaries;
import org.tpx.protocol.UnitCommand.ReplaceOrder;

/** What orders block and let go, who may touch them, and what a change costs them. */
class OrdersTest extends Scenario {

    @BeforeEach
    void trade() {
        market.opensSeries("U1", LICENSED_OR_FOREIGN, "buyerFeePpm", 10_000)
                .parties("S", "B")
                .issues(100, "S");
        market.paysIn("B", "CNY 1,010.00").at("2025-06-03 10:00");
    }

    @Test
    void shouldBlockTheLimitAndTheFeeAndGiveBackWhatABetterPriceSaves() {
        at("2025-06-03 10:01").buys("B", 10, "CNY 100.00").takesOut("B", "CNY 0.01");
        market.refused(RejectReason.CREDIT);
        long number = market.lastNumber() - 1;
        market.reduces("B", number, 4)
                .including("OrderReduced units=4, remaining=6")
                .takesOut("B", "CNY 404.01");
        market.refused(RejectReason.CREDIT).takesOut("B", "CNY 404.00").accepted();
        market.cancels("B", number).including("OrderCancelled units=6, reason=REQUESTED");
        market.sells("S", 6, "CNY 50.00").buys("B", 6, "CNY 100.00");
        market.including("UnitsTraded units=6, price=CNY 50.00, amount=CNY 300.00, buyerFee=CNY 3.00");
        market.takesOut("B", "CNY 303.01")
                .refused(RejectReason.CREDIT)
                .takesOut("B", "CNY 303.00")
                .accepted();
        market.takesOut("S", "CNY 300.00").accepted();
    }

    @Test
    void shouldTakeTheBestLimitOppositeAsItsOwn() {
        market.sells("S", 3, "CNY 100.00").sells("S", 5, "CNY 101.00");
        market.buys("B", 11, "", "kind", OrderKind.MARKET_TO_LIMIT).refused(RejectReason.CREDIT);
        market.buys("B", 10, "", "kind", OrderKind.MARKET_TO_LIMIT)
                .including("UnitsTraded units=3, price=CNY 100.00")
                .including("OrderRested party=B, units=7, price=CNY 100.00");
        market.takesOut("B", "CNY 0.01").refused(RejectReason.CREDIT);
    }

    @Test
    void shouldKeepThePlaceOfAnOrderThatOnlyShrinks() {
        market.sells("S", 10, "CNY 100.00");
        long number = market.lastNumber();
        market.replaces("S", number, 8, "CNY 100.00").including("OrderReplaced units=8, keepsPriority=true");
        market.replaces("S", number, 9, "CNY 100.00").including("OrderReplaced units=9, keepsPriority=false");
        at("2025-06-03 10:02").replaces("S", number, 100, "CNY 99.00");
        market.then("OrderReplaced units=100, price=CNY 99.00, keepsPriority=false", "OrderRested units=100");
        market.buys("B", 10, "CNY 90.00").replaces("S", number, 12, "CNY 90.00").including("UnitsTraded units=10");
        market.including("OrderRested party=S, units=2, price=CNY 90.00").sells("S", 89, "CNY 95.00");
        market.refused(RejectReason.CREDIT).sells("S", 88, "CNY 95.00").accepted();
    }

    @Test
    void shouldNotLetAPartyTradeWithItselfWhereItsOrderSaysSo() {
        market.buys("B", 5, "CNY 100.00").sells("S", 5, "CNY 100.00").sells("B", 5, "CNY 110.00");
        at("2025-06-03 10:01")
                .buys("B", 4, "CNY 110.00", "selfTrade", SelfTrade.CANCEL_OLDEST)
                .then("OrderCancelled party=B, units=5, reason=SELF_TRADE", "OrderRested party=B, side=BUY, units=4");
    }

    @Test
    void shouldLetColleaguesChangeOrdersOfTheirMemberAndNobodyElse() {
        market.decided(new ProposePrincipal("ENROL-S2", "A-S2", Role.AGENT, market.id(Ref.MEMBER, "M-S")));
        market.sells("S", 10, "CNY 100.00");
        long person = market.id(Ref.PRINCIPAL, "A-S");
        long number = market.lastNumber();
        CancelOrder cancel = new CancelOrder(market.seriesId(), person, number);
        market.mandated("S", "B", MandateScope.BOTH, "2025-01-01 00:00", "2028-01-01 00:00");
        by("A-B", cancel).refused(RejectReason.NO_MANDATE);
        by("A-S2", new ReplaceOrder(market.seriesId(), person, number, Written.money("CNY 99.00"), 9))
                .accepted();
        by("A-S2", new CancelOrder(market.seriesId(), 0, number)).refused(RejectReason.UNKNOWN_SUBJECT);
        market.sanctions("M-S", Sanction.RESTRICT, 0).by("A-S2", cancel).accepted();
    }

    @Test
    void shouldNotLetAnOrderChangeOnceTheMandateIsOver() {
        market.sells("S", 10, "CNY 100.00");
        long number = market.lastNumber();
        market.mandated("S", "S", MandateScope.BOTH, "2025-01-01 00:00", "2025-06-03 10:00");
        market.replaces("S", number, 9, "CNY 99.00").refused(RejectReason.NO_MANDATE);
        market.reduces("S", number, 1).accepted().cancels("S", number).accepted();
    }

    @Test
    void shouldCancelAllOrdersOfAMemberOrOfOneOfItsClients() {
        market.mandated("S", "B", MandateScope.BOTH, "2025-01-01 00:00", "2028-01-01 00:00");
        market.sells("S", 1, "CNY 101.00").sells("S", 2, "CNY 102.00").buys("B", 1, "CNY 90.00");
        by("A-B", market.order(Side.SELL, "S", 3, "CNY 103.00"));
        at("2025-06-03 10:01").cancelsAll("A-B", "", "S");
        market.then(
                "OrderCancelled party=S, units=3, reason=MASS_CANCEL", "OrdersCancelled member=M-B, party=S, orders=1");
        at("2025-06-03 10:02").suspendsMember("M-S", "2025-09-01 00:00").cancelsAll("A-S", "", "");
        market.refused(RejectReason.SUSPENDED_MEMBER).at("2025-06-03 10:03").cancelsAll("SUPERVISOR-1", "M-S", "");
        market.then(
                "OrderCancelled party=S, units=1, reason=MASS_CANCEL",
                "OrderCancelled party=S, units=2, reason=MASS_CANCEL",
                "OrdersCancelled member=M-S, orders=2");
        at("2025-06-03 10:04").cancelsAll("SUPERVISOR-1", "M-S", "").then("OrdersCancelled member=M-S, orders=0");
        market.cancelsAll("A-B", "", "").including("OrdersCancelled member=M-B, orders=1");
    }

    @Test
    void shouldCountTheHoldersBehindANominee() {
        market.declares("S", 7).including("BeneficiariesDeclared series=U1, party=S, holders=7");
        by("CLERK-1", new DeclareBeneficiaries(market.seriesId(), 99, 2)).refused(RejectReason.UNKNOWN_SUBJECT);
    }
}
