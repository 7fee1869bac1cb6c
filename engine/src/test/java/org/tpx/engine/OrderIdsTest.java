package org.tpx.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tpx.engine.kernel.Tape;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;
import org.tpx.protocol.TimeInForce;
import org.tpx.protocol.UnitCommand;
import org.tpx.protocol.UnitCommand.CancelOrder;
import org.tpx.protocol.UnitCommand.CancelOrders;
import org.tpx.protocol.UnitCommand.EnterOrder;
import org.tpx.protocol.UnitCommand.ReduceOrder;
import org.tpx.protocol.UnitCommand.ReplaceOrder;
import org.tpx.protocol.VenuePolicy;

/** The references of order commands: they rise, and only a person's last one is remembered. */
class OrderIdsTest extends Scenario {

    private static final Money PRICE = Money.ofMinor(100, Currency.CNY);

    @Test
    void shouldTakeReferencesThatRise() {
        market.party("B1");
        for (long id : new long[] {1, 2, 40, UnitCommand.MAX_ORDER_NUMBER}) {
            market.by("A-B1", id, order(1)).refused(RejectReason.UNKNOWN_SUBJECT);
        }
    }

    @Test
    void shouldGiveTheFirstOutcomeOfTheLastCommandOnly() {
        market.party("B1");
        at("2025-07-01 10:00").by("A-B1", 7, order(1)).refused(RejectReason.UNKNOWN_SUBJECT);
        long first = market.host().turns().size();
        at("2025-07-01 10:01").by("A-B1", 7, order(1)).then("CommandRepeated originalSequence=" + first);
        market.by("A-B1", 7, order(2)).refused(RejectReason.DUPLICATE_CLIENT_ID);
        at("2025-07-01 10:02").by("A-B1", 7, order(1)).then("CommandRepeated originalSequence=" + first);
        market.by("A-B1", 6, order(1)).refused(RejectReason.DUPLICATE_CLIENT_ID);
        market.by("A-B1", 8, order(1)).refused(RejectReason.UNKNOWN_SUBJECT);
        market.by("A-B1", 7, order(1)).refused(RejectReason.DUPLICATE_CLIENT_ID);
    }

    @Test
    void shouldCountAllOrderCommandsOfAPersonTogether() {
        market.party("B1");
        market.by("A-B1", 1, order(1)).refused(RejectReason.UNKNOWN_SUBJECT);
        market.by("A-B1", 1, new ReplaceOrder(9, 0, 1, PRICE, 1)).refused(RejectReason.DUPLICATE_CLIENT_ID);
        market.by("A-B1", 1, new ReduceOrder(9, 0, 1, 1)).refused(RejectReason.DUPLICATE_CLIENT_ID);
        market.by("A-B1", 1, new CancelOrder(9, 0, 1)).refused(RejectReason.DUPLICATE_CLIENT_ID);
        market.by("A-B1", 1, new CancelOrders(9, 0, 0)).refused(RejectReason.DUPLICATE_CLIENT_ID);
        market.by("A-B1", 5, new CancelOrders(9, 0, 0)).refused(RejectReason.UNKNOWN_SUBJECT);
        market.by("A-B1", 4, order(1)).refused(RejectReason.DUPLICATE_CLIENT_ID);
    }

    @Test
    void shouldKeepPersonsAndOtherCommandsApart() {
        market.parties("B1", "B2").paysIn("B1", "CNY 1.00");
        market.by("A-B1", 9, order(1)).refused(RejectReason.UNKNOWN_SUBJECT);
        market.by("A-B2", 3, orderOf("B2", 1)).refused(RejectReason.UNKNOWN_SUBJECT);
        market.by("A-B1", 9, new UnitCommand.WithdrawMoney(market.id(Ref.PARTY, "B1"), Money.ofMinor(1, Currency.CNY)));
        market.accepted();
    }

    @Test
    void shouldRefuseWhatCannotBeTheNumberOfAnOrder() {
        market.opensSeries("U1", VenuePolicy.LICENSED_OR_FOREIGN).party("B1").issues(9, "B1");
        at("2025-06-03 10:00").sells("B1", 9, "CNY 1.00");
        long rests = market.lastNumber();
        long id = market.seriesId();
        for (long number : new long[] {0, -1, Long.MIN_VALUE, UnitCommand.MAX_ORDER_NUMBER + 1, Long.MAX_VALUE}) {
            market.by("CLERK-1", number, order(1)).refused(RejectReason.ROLE_NOT_ALLOWED);
            market.by("A-B1", number, order(1)).refused(RejectReason.UNKNOWN_SUBJECT);
            market.by("A-B1", number, With.with(order(1), "seriesId", id)).refused(RejectReason.NOT_ALLOWED);
            market.by("A-B1", number, new ReplaceOrder(id, 0, rests, PRICE, 8)).refused(RejectReason.NOT_ALLOWED);
            market.by("A-B1", number, new ReduceOrder(id, 0, rests, 1)).refused(RejectReason.NOT_ALLOWED);
            market.by("A-B1", number, new CancelOrder(id, 0, rests)).refused(RejectReason.NOT_ALLOWED);
            market.by("A-B1", number, new CancelOrders(id, 0, 0)).refused(RejectReason.NOT_ALLOWED);
        }
        market.cancels("B1", rests).accepted();
    }

    @Test
    void shouldRememberNothingOfAStranger() {
        by("NOBODY", order(1)).refused(RejectReason.UNKNOWN_PRINCIPAL);
        market.by("NOBODY", 1, order(1)).refused(RejectReason.UNKNOWN_PRINCIPAL);
        market.by("NOBODY", 1, order(1)).refused(RejectReason.UNKNOWN_PRINCIPAL);
    }

    @Test
    void shouldRememberTheLastReferenceInASnapshot() {
        market.party("B1");
        market.by("A-B1", 7, order(1)).by("A-B1", 7, order(1));
        Played repeated = market.host().turns().get(market.host().turns().size() - 1);
        Exchange resumed = TestHost.read(market.host().snapshot());
        resumed.onCommand(repeated.frame(), 0);
        assertThat(TestHost.eventBytes()).isEqualTo(repeated.eventBytes());
    }

    @Test
    void shouldGrowWithThePeopleAndSurviveASnapshot() {
        OrderIds ids = new OrderIds();
        for (long person = 1; person <= 1_000; person += 3) {
            assertThat(ids.isNext(person, 1)).isTrue();
            ids.remember(person, person + 5, 10 * person, 100 * person);
        }
        OrderIds read = new OrderIds();
        new Tape().roundTrip(ids::exchange, read::exchange);
        for (long person = 1; person <= 1_000; person += 3) {
            assertThat(read.isNext(person, person + 5)).isFalse();
            assertThat(read.isNext(person, person + 6)).isTrue();
            assertThat(read.isLast(person, person + 5, 10 * person)).isTrue();
            assertThat(read.isLast(person, person + 5, 0)).isFalse();
            assertThat(read.lastSequence(person)).isEqualTo(100 * person);
        }
        assertThat(read.isNext(2, 1)).isTrue();
    }

    /** An order for a series that nobody knows. */
    private EnterOrder order(long units) {
        return orderOf("B1", units);
    }

    private EnterOrder orderOf(String party, long units) {
        return new EnterOrder(
                99,
                market.id(Ref.PARTY, party),
                Side.BUY,
                OrderKind.LIMIT,
                TimeInForce.DAY,
                0,
                PRICE,
                units,
                0,
                SelfTrade.ALLOW);
    }
}
