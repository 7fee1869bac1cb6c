package org.tpx.engine.unit;

import static org.tpx.protocol.VenuePolicy.CN_PROPERTY_EXCHANGE;
import static org.tpx.protocol.VenuePolicy.LICENSED_OR_FOREIGN;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Gives;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.Money;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TimeInForce;
import org.tpx.protocol.VenuePolicy;

/** Every reason that only units know, one test each, in the order of the enum, which is the precedence. */
public class OrderRefusalTest extends Scenario {

    private static final String PRICE = "CNY 100.00";

    @Test
    @Gives(RejectReason.VENUE_POLICY)
    void shouldRefuseOrdersWhereTheVenueHasNoLicence() {
        market.opensSeries("U1", CN_PROPERTY_EXCHANGE).party("S").issues(100, "S");
        at("2025-06-03 10:00").sells("S", 1, PRICE).refused(RejectReason.VENUE_POLICY);
    }

    @Test
    @Gives(RejectReason.SESSION_CLOSED)
    void shouldRefuseWhatTheSessionDoesNotTake() {
        trading("2025-06-03 08:59:59").sells("S", 1, PRICE).refused(RejectReason.SESSION_CLOSED);
        at("2025-06-03 09:00").sells("S", 5, PRICE).accepted();
        for (OrderKind kind : OrderKind.values()) {
            if (kind != OrderKind.LIMIT) {
                market.sells("S", 1, PRICE, "kind", kind).refused(RejectReason.SESSION_CLOSED);
            }
        }
        market.sells("S", 1, PRICE, "minimumUnits", 1L).refused(RejectReason.SESSION_CLOSED);
        market.sells("S", 5, PRICE, "timeInForce", TimeInForce.GOOD_TILL_CANCELLED);
        long number = market.lastNumber();
        at("2025-06-03 15:00").sells("S", 1, PRICE).refused(RejectReason.SESSION_CLOSED);
        market.reduces("S", number, 1).refused(RejectReason.SESSION_CLOSED);
        market.replaces("S", number, 4, PRICE).refused(RejectReason.SESSION_CLOSED);
        market.cancels("S", number).accepted();
    }

    @Test
    @Gives(RejectReason.NO_CANCEL)
    void shouldKeepOrdersInTheLastMinutesOfACall() {
        trading("2025-06-03 09:14:59.999999999").sells("S", 5, PRICE);
        long number = market.lastNumber();
        market.reduces("S", number, 1).accepted();
        at("2025-06-03 09:15").cancels("S", number).refused(RejectReason.NO_CANCEL);
        market.reduces("S", number, 1).refused(RejectReason.NO_CANCEL);
        market.replaces("S", number, 9, PRICE).refused(RejectReason.NO_CANCEL);
        market.cancelsAll("A-S", "", "").refused(RejectReason.NO_CANCEL);
        market.sells("S", 1, PRICE).accepted();
        at("2025-06-03 09:30").cancels("S", number).accepted();
        at("2025-06-03 14:57")
                .sells("S", 1, PRICE)
                .cancels("S", market.lastNumber())
                .refused(RejectReason.NO_CANCEL);
        market.cancelsAll("SUPERVISOR-1", "M-S", "").accepted();
    }

    @Test
    @Gives(RejectReason.BAD_LOT)
    void shouldRefuseWhatIsNotWholeLots() {
        market.opensSeries("U1", LICENSED_OR_FOREIGN, "lotUnits", 100L)
                .parties("S", "B")
                .issues(1_000, "S");
        by("OPERATOR-1", market.issuing(50, "S")).refused(RejectReason.BAD_LOT);
        at("2025-06-03 10:00").sells("S", 150, PRICE).refused(RejectReason.BAD_LOT);
        market.sells("S", 99, PRICE).refused(RejectReason.BAD_LOT);
        market.sells("S", 200, PRICE, "minimumUnits", 201L).refused(RejectReason.BAD_LOT);
        market.sells("S", 200, PRICE).accepted();
        long number = market.lastNumber();
        market.reduces("S", number, 50).refused(RejectReason.BAD_LOT);
        market.replaces("S", number, 150, PRICE).refused(RejectReason.BAD_LOT);
    }

    @Test
    @Gives(RejectReason.BAD_TICK)
    void shouldRefuseWhatIsNotWholeTicks() {
        market.opensSeries("U1", LICENSED_OR_FOREIGN, "tick", Written.money("CNY 0.05"));
        market.parties("S", "B").issues(1_000, "S").paysIn("B", "CNY 1,000.00");
        at("2025-06-03 10:00").sells("S", 1, "CNY 100.04").refused(RejectReason.BAD_TICK);
        market.sells("S", 1, "").refused(RejectReason.BAD_TICK);
        market.sells("S", 1, PRICE, "kind", OrderKind.MARKET_TO_LIMIT).refused(RejectReason.BAD_TICK);
        market.sells("S", 1, PRICE).accepted();
        market.replaces("S", market.lastNumber(), 1, "CNY 100.01").refused(RejectReason.BAD_TICK);
        by(
                        "OPERATOR-1",
                        market.proposing(
                                "U2",
                                LICENSED_OR_FOREIGN,
                                "tick",
                                Written.money("CNY 0.05"),
                                "referencePrice",
                                Written.money("CNY 0.06")))
                .refused(RejectReason.BAD_TICK);
    }

    @Test
    @Gives(RejectReason.BAD_EXPIRY)
    void shouldRefuseALastInstantThatIsMissingPastOrGivenWithoutNeed() {
        trading("2025-06-03 10:00");
        long now = Written.nanos("2025-06-03 10:00");
        market.sells("S", 1, PRICE, "timeInForce", TimeInForce.GOOD_TILL_DATE).refused(RejectReason.BAD_EXPIRY);
        market.sells("S", 1, PRICE, "timeInForce", TimeInForce.GOOD_TILL_DATE, "expiresNanos", now)
                .refused(RejectReason.BAD_EXPIRY);
        market.sells("S", 1, PRICE, "expiresNanos", now + 1).refused(RejectReason.BAD_EXPIRY);
        market.sells("S", 1, PRICE, "timeInForce", TimeInForce.GOOD_TILL_DATE, "expiresNanos", now + 1)
                .accepted();
    }

    @Test
    @Gives(RejectReason.PRICE_BAND)
    void shouldRefuseAPriceFarFromTheReferenceOfTheDay() {
        market.opensSeries("U1", LICENSED_OR_FOREIGN, "bandBps", 1_000, "referencePrice", Written.money("CNY 100.05"));
        market.party("S").issues(1_000, "S");
        at("2025-06-03 10:00").sells("S", 1, "CNY 110.06").refused(RejectReason.PRICE_BAND);
        market.sells("S", 1, "CNY 90.04").refused(RejectReason.PRICE_BAND);
        market.sells("S", 1, "CNY 90.05").accepted().sells("S", 1, "CNY 110.05").accepted();
        market.replaces("S", market.lastNumber(), 1, "CNY 110.06").refused(RejectReason.PRICE_BAND);
    }

    @Test
    @Gives(RejectReason.CREDIT)
    void shouldRefuseWhatMoneyOrUnitsDoNotCover() {
        trading("2025-06-03 10:00").party("B").paysIn("B", "CNY 999.99");
        market.buys("B", 10, PRICE).refused(RejectReason.CREDIT);
        market.buys("B", 9, PRICE).accepted().buys("B", 1, PRICE).refused(RejectReason.CREDIT);
        market.replaces("B", market.lastNumber() - 1, 10, PRICE).refused(RejectReason.CREDIT);
        market.buys("S", 1, "CNY 0.01").refused(RejectReason.CREDIT);
        market.buys(
                        "B",
                        (1L << 39) - 1,
                        Written.text(Money.ofMinor(
                                Money.MAX_MINOR, Written.money(PRICE).currency())))
                .refused(RejectReason.CREDIT);
        market.sells("B", 1, PRICE).refused(RejectReason.CREDIT);
        market.sells("S", 1_001, "CNY 101.00").refused(RejectReason.CREDIT);
        market.sells("S", 1_000, "CNY 101.00")
                .accepted()
                .sells("S", 1, "CNY 101.00")
                .refused(RejectReason.CREDIT);
        market.takesOut("B", "CNY 100.00")
                .refused(RejectReason.CREDIT)
                .takesOut("B", "CNY 99.99")
                .accepted();
    }

    @Test
    @Gives(RejectReason.T_PLUS_5)
    void shouldRefuseToSellWhatWasBoughtLatelyAndToBuyBackWhatWasSoldLately() {
        market.opensSeries("U1", new VenuePolicy(true, true, 1, 0))
                .parties("S", "B")
                .issues(10, "S", "B");
        market.paysIn("B", "CNY 1,000.00").paysIn("S", "CNY 1,000.00");
        at("2025-06-03 10:00").sells("S", 5, PRICE).buys("S", 1, "CNY 1.00").accepted();
        market.buys("B", 5, PRICE).accepted().sells("B", 11, PRICE).refused(RejectReason.T_PLUS_5);
        market.sells("B", 10, "CNY 101.00").accepted().sells("B", 1, PRICE).refused(RejectReason.T_PLUS_5);
        market.buys("S", 1, "CNY 1.00").refused(RejectReason.T_PLUS_5);
        at("2025-06-04 10:00")
                .sells("B", 5, "CNY 101.00")
                .accepted()
                .buys("S", 1, "CNY 1.00")
                .accepted();
    }

    @Test
    @Gives(RejectReason.HOLDER_LIMIT)
    void shouldRefuseHoldersBeyondTheLimit() {
        market.opensSeries("U1", new VenuePolicy(true, true, 0, 3)).parties("S", "B", "C");
        market.issues(10, "S").paysIn("B", "CNY 1,000.00").paysIn("C", "CNY 1,000.00");
        market.declares("S", 4)
                .refused(RejectReason.HOLDER_LIMIT)
                .declares("S", 2)
                .accepted();
        by("OPERATOR-1", market.issuing(1, "B", "C")).refused(RejectReason.HOLDER_LIMIT);
        at("2025-06-03 10:00").buys("B", 1, "CNY 1.00").accepted();
        market.buys("C", 1, "CNY 1.00").refused(RejectReason.HOLDER_LIMIT);
        market.cancels("B", market.lastNumber() - 1).buys("C", 1, "CNY 1.00").accepted();
    }

    @Test
    @Gives(RejectReason.UNITS_EXHAUSTED)
    void shouldRefuseMoreUnitsThanTheSeriesMayHave() {
        market.opensSeries("U1", LICENSED_OR_FOREIGN, "totalUnits", 100L).parties("S", "B");
        by("OPERATOR-1", market.issuing(51, "S", "B")).refused(RejectReason.UNITS_EXHAUSTED);
        by("OPERATOR-1", market.issuing(50, "S", "B")).issues(1, "S").accepted();
        market.by("SUPERVISOR-1", new ApproveProposal(market.last(Ref.PROPOSAL) - 1, ""))
                .refused(RejectReason.UNITS_EXHAUSTED);
    }

    @Test
    @Gives(RejectReason.WOULD_TRADE)
    void shouldRefuseAnOrderThatMustNotTradeAndWould() {
        trading("2025-06-03 10:00").sells("S", 1, PRICE).party("B").paysIn("B", "CNY 100.00");
        market.buys("B", 1, PRICE, "kind", OrderKind.POST_ONLY).refused(RejectReason.WOULD_TRADE);
        market.buys("B", 1, "CNY 99.99", "kind", OrderKind.POST_ONLY).accepted();
        market.replaces("B", market.lastNumber(), 1, PRICE).refused(RejectReason.WOULD_TRADE);
    }

    @Test
    @Gives(RejectReason.NOT_FILLABLE)
    void shouldRefuseAnOrderThatDemandsMoreThanThereIs() {
        trading("2025-06-03 10:00").party("B").paysIn("B", "CNY 1,000.00");
        market.buys("B", 3, "", "kind", OrderKind.MARKET_TO_LIMIT, "minimumUnits", 1L)
                .refused(RejectReason.NOT_FILLABLE);
        market.sells("S", 2, PRICE)
                .buys("B", 3, PRICE, "kind", OrderKind.FILL_OR_KILL)
                .refused(RejectReason.NOT_FILLABLE);
        market.buys("B", 4, PRICE, "minimumUnits", 3L).refused(RejectReason.NOT_FILLABLE);
        market.buys("B", 4, PRICE, "minimumUnits", 2L).accepted();
    }

    @Test
    @Gives(RejectReason.NO_LIMIT_OPPOSITE)
    void shouldRefuseAMarketOrderWhereNothingSaysItsLimit() {
        trading("2025-06-03 10:00").sells("S", 3, "", "kind", OrderKind.MARKET_TO_LIMIT);
        market.refused(RejectReason.NO_LIMIT_OPPOSITE);
    }

    private Market trading(String time) {
        market.opensSeries("U1", LICENSED_OR_FOREIGN).party("S").issues(1_000, "S");
        return at(time);
    }
}
