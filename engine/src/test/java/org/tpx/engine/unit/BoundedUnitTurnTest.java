package org.tpx.engine.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.protocol.VenuePolicy.LICENSED_OR_FOREIGN;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Played;
import org.tpx.engine.TestHost;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.engine.rule.Examples;
import org.tpx.protocol.Command;
import org.tpx.protocol.Event;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.Ref;
import org.tpx.protocol.SaleCommand.ProposeHaltLift;
import org.tpx.protocol.Side;
import org.tpx.protocol.SystemCommand.Continue;
import org.tpx.protocol.SystemEvent.CommandRefused;
import org.tpx.protocol.UnitCommand.CancelOrders;
import org.tpx.protocol.UnitCommand.EnterOrder;
import org.tpx.protocol.UnitCommand.ReplaceOrder;
import org.tpx.protocol.UnitEvent.CallUncrossed;
import org.tpx.protocol.UnitEvent.OrderCancelled;
import org.tpx.protocol.UnitEvent.OrderReplaced;
import org.tpx.protocol.UnitEvent.OrderRested;
import org.tpx.protocol.UnitEvent.OrdersCancelled;
import org.tpx.protocol.UnitEvent.SeriesHalted;
import org.tpx.protocol.UnitEvent.SeriesResumed;
import org.tpx.protocol.UnitEvent.SessionStarted;
import org.tpx.protocol.UnitEvent.UnitsTraded;

/**
 * Sweeps, uncrossings, mass cancels and expiries of thousands of orders go on from turn to turn; in the middle of each the
 * state goes through a snapshot, which must go on with the same events. That no turn exceeds the bound, TestHost checks.
 */
class BoundedUnitTurnTest {

    private static final int ORDERS = 10_000;
    private static final int TRADES = 5_000;
    private static final int SERIES = 2_500;

    private final Market market = new Market();
    private final TestHost host = market.host();
    private long clientId = 1_000_000;

    @BeforeEach
    void open() {
        market.opensSeries("U1", LICENSED_OR_FOREIGN, "buyerFeePpm", 100)
                .parties("S", "B")
                .issues(500_000, "S");
        market.paysIn("B", "CNY 90,000,000.00");
    }

    @Test
    void shouldSweepFiveThousandOrders() {
        host.advance(Written.nanos("2025-06-03 10:00"));
        offer(TRADES, "CNY 100.00");
        List<Played> work = play("A-B", order(Side.BUY, "B", TRADES + 7, "CNY 100.00"));
        assertThat(count(work, UnitsTraded.class)).isEqualTo(TRADES);
        assertThat(last(work)).isInstanceOfSatisfying(OrderRested.class, rested -> assertThat(rested.units())
                .isEqualTo(7));
    }

    @Test
    void shouldSweepWithAnOrderThatIsReplacedAndDoesNotRestAgain() {
        host.advance(Written.nanos("2025-06-03 10:00"));
        offer(TRADES, "CNY 100.00");
        send("A-B", order(Side.BUY, "B", 1, "CNY 99.00"));
        List<Played> work =
                play("A-B", new ReplaceOrder(market.seriesId(), 0, clientId, Written.money("CNY 101.00"), TRADES));
        assertThat(count(work, OrderReplaced.class)).isOne();
        assertThat(count(work, UnitsTraded.class)).isEqualTo(TRADES);
        assertThat(last(work)).isInstanceOf(UnitsTraded.class);
    }

    @Test
    void shouldCancelWhatASweepLeavesOver() {
        host.advance(Written.nanos("2025-06-03 10:00"));
        offer(TRADES, "CNY 100.00");
        EnterOrder order = order(Side.BUY, "B", TRADES + 7, "CNY 100.00");
        List<Played> work = play("A-B", With.with(order, "kind", OrderKind.IMMEDIATE_OR_CANCEL));
        assertThat(count(work, UnitsTraded.class)).isEqualTo(TRADES);
        assertThat(last(work)).isInstanceOf(OrderCancelled.class);
        market.takesOut("B", "CNY 89,499,950.00").accepted();
    }

    @Test
    void shouldUncrossTenThousandOrders() {
        host.advance(Written.nanos("2025-06-03 09:00"));
        offer(ORDERS / 2, "CNY 100.00");
        for (int i = 0; i < ORDERS / 2; i++) {
            send("A-B", order(Side.BUY, "B", 1, "CNY 101.00"));
        }
        host.advance(Written.nanos("2025-06-03 09:29"));
        List<Played> work = tick("2025-06-03 09:30");
        assertThat(count(work, UnitsTraded.class)).isEqualTo(ORDERS / 2);
        assertThat(count(work, CallUncrossed.class)).isOne();
        assertThat(last(work)).isInstanceOf(SessionStarted.class);
    }

    @Test
    void shouldCancelTenThousandOrdersAtOnce() {
        host.advance(Written.nanos("2025-06-03 10:00"));
        offer(ORDERS, "CNY 100.00");
        List<Played> work = play("A-S", new CancelOrders(market.seriesId(), 0, market.id(Ref.PARTY, "S")));
        assertThat(count(work, OrderCancelled.class)).isEqualTo(ORDERS);
        assertThat(last(work))
                .isEqualTo(new OrdersCancelled(
                        market.seriesId(), market.id(Ref.MEMBER, "M-S"), market.id(Ref.PARTY, "S"), ORDERS));
    }

    @Test
    void shouldExpireTenThousandOrdersAtTheClose() {
        host.advance(Written.nanos("2025-06-03 10:00"));
        offer(ORDERS, "CNY 100.00");
        host.advance(Written.nanos("2025-06-03 14:59"));
        List<Played> work = tick("2025-06-03 15:00");
        assertThat(count(work, OrderCancelled.class)).isEqualTo(ORDERS);
        assertThat(count(work, SessionStarted.class)).isOne();
    }

    @Test
    void shouldReplanHaltAndResumeThousandsOfSeries() {
        for (int series = 2; series <= SERIES; series++) {
            market.opensSeries("U" + series, LICENSED_OR_FOREIGN);
        }
        host.advance(Written.nanos("2025-06-02 10:00"));
        market.by("OPERATOR-1", Examples.calendar(2, Examples.without(Examples.workingDays2025(), "06-03")));
        long proposal = market.last(Ref.PROPOSAL);
        assertThat(count(play("SUPERVISOR-1", new ApproveProposal(proposal, "2025/7")), SessionStarted.class))
                .isEqualTo(SERIES);
        host.advance(Written.nanos("2025-06-04 09:30"));
        market.halts(HaltScope.MARKET).by("SUPERVISOR-1", new ProposeHaltLift("LIFT", HaltScope.MARKET, 0));
        proposal = market.last(Ref.PROPOSAL);
        assertThat(count(play("SUPERVISOR-2", new ApproveProposal(proposal, "")), SeriesResumed.class))
                .isEqualTo(SERIES);
        int before = host.turns().size();
        host.restartOnly(Written.nanos("2025-06-04 09:31"));
        assertThat(count(goOn(before), SeriesHalted.class)).isEqualTo(SERIES);
    }

    private void offer(int orders, String price) {
        for (int i = 0; i < orders; i++) {
            send("A-S", order(Side.SELL, "S", 1, price));
        }
    }

    private EnterOrder order(Side side, String party, long units, String price) {
        return market.order(side, party, units, price);
    }

    private void send(String sender, Command command) {
        Event first = host.submit(market.id(Ref.PRINCIPAL, sender), ++clientId, command)
                .events()
                .get(0);
        assertThat(first).isNotInstanceOf(CommandRefused.class);
    }

    /** The turns of a command that leaves work. */
    private List<Played> play(String sender, Command command) {
        int before = host.turns().size();
        host.submitOnly(market.id(Ref.PRINCIPAL, sender), ++clientId, command);
        return goOn(before);
    }

    /** The turns of the session that ends then. */
    private List<Played> tick(String local) {
        int before = host.turns().size();
        host.tickOnly(Written.nanos(local));
        return goOn(before);
    }

    private List<Played> goOn(int before) {
        assertThat(host.hasBacklog()).as("work that is left").isTrue();
        while (host.hasBacklog()) {
            byte[] middle = host.snapshot();
            TestHost resumed = TestHost.resumed(middle, host.lastTurnNanos());
            assertThat(resumed.snapshot()).isEqualTo(middle);
            host.goOnOnce();
            resumed.goOnOnce();
            assertThat(resumed.turns().get(0).events())
                    .isEqualTo(host.turns().get(host.turns().size() - 1).events());
            assertThat(resumed.snapshot()).isEqualTo(host.snapshot());
        }
        List<Played> work = host.turns().subList(before, host.turns().size());
        assertThat(work).hasSizeGreaterThan(1);
        assertThat(work.subList(1, work.size()))
                .allSatisfy(turn -> assertThat(turn.command()).isInstanceOf(Continue.class));
        return work;
    }

    private static Event last(List<Played> work) {
        List<Event> events = work.get(work.size() - 1).events();
        return events.get(events.size() - 1);
    }

    private static long count(List<Played> turns, Class<? extends Event> type) {
        return turns.stream()
                .flatMap(turn -> turn.events().stream())
                .filter(type::isInstance)
                .count();
    }
}
