package org.tpx.engine.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.protocol.VenuePolicy.LICENSED_OR_FOREIGN;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Exchange;
import org.tpx.engine.Market;
import org.tpx.engine.Played;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.protocol.Currency;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.Ref;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;
import org.tpx.protocol.TimeInForce;
import org.tpx.wire.CancelOrderFlyweight;
import org.tpx.wire.EnterOrderFlyweight;
import org.tpx.wire.RecordCodec;
import org.tpx.wire.ReduceOrderFlyweight;
import org.tpx.wire.ReplaceOrderFlyweight;
import org.tpx.wire.TurnFrame;

/**
 * The whole core on one thread: references, rights, money, units, book, settlement and events. Entering, replacing, reducing,
 * cancelling and trading allocate nothing once the code is warm.
 */
class OrderAllocationTest {

    private static final int COMMANDS = 400_000;
    private static final int ROUNDS = 6;
    private static final int RESTING = 1_000;
    private static final int PEOPLE = 8;
    private static final double MAX_BYTES_PER_COMMAND = 0.3;

    private final Market market = new Market();
    private final EventWriter events = new EventWriter(new RecordCodec());
    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[256]);
    private final long[] parties = new long[PEOPLE];
    private final long[] agents = new long[PEOPLE];
    private final long[] live = new long[RESTING + 1];
    private final int[] owner = new int[RESTING + 1];
    private final SplittableRandom random = new SplittableRandom(1);
    private int size;
    private long series;
    private long sequence;
    private long timeNanos;
    private long clientId = 1_000_000;

    @Test
    void shouldAllocateNothingForOrders() {
        Exchange exchange = trading();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double least = Double.MAX_VALUE;
        double fastest = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long started = System.nanoTime();
            for (int i = 0; i < COMMANDS; i++) {
                command(exchange);
            }
            fastest = Math.max(fastest, COMMANDS * 1e9 / (System.nanoTime() - started));
            least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - allocated) / (double) COMMANDS);
        }
        System.out.printf("orders: %,.0f commands a second, %.3f bytes allocated each%n", fastest, least);
        assertThat(least).as("bytes allocated per command").isLessThanOrEqualTo(MAX_BYTES_PER_COMMAND);
    }

    private Exchange trading() {
        market.opensSeries("U1", LICENSED_OR_FOREIGN, "buyerFeePpm", 100, "sellerFeePpm", 100, "totalUnits", 1L << 38);
        for (int i = 0; i < PEOPLE; i++) {
            String party = "P" + i;
            market.party(party).issues(1L << 34, party).paysIn(party, "CNY 1,000,000,000,000.00");
            parties[i] = market.id(Ref.PARTY, party);
            agents[i] = market.id(Ref.PRINCIPAL, "A-" + party);
        }
        market.at("2025-06-03 09:30");
        Exchange exchange = new Exchange(events);
        for (Played turn : market.host().turns()) {
            exchange.onCommand(turn.frame(), 0);
        }
        sequence = market.host().turns().size();
        timeNanos = market.host().nowNanos();
        series = market.seriesId();
        while (size < RESTING) {
            enter(exchange, false);
        }
        return exchange;
    }

    private void command(Exchange exchange) {
        int dice = random.nextInt(100);
        if (dice < 80 && size <= RESTING) {
            enter(exchange, false);
        } else if (dice < 80) {
            cancel(exchange);
        } else if (dice < 85) {
            replace(exchange);
        } else if (dice < 90) {
            reduce(exchange);
        } else {
            enter(exchange, true);
        }
    }

    private void enter(Exchange exchange, boolean marketable) {
        int person = random.nextInt(PEOPLE);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        long away = marketable ? -3 : 1 + random.nextInt(100);
        long price = 10_000 + (side == Side.BUY ? -away : away);
        int length = EnterOrderFlyweight.encode(
                frame,
                TurnFrame.MESSAGE_OFFSET,
                series,
                parties[person],
                side,
                marketable ? OrderKind.IMMEDIATE_OR_CANCEL : OrderKind.LIMIT,
                TimeInForce.DAY,
                0,
                price,
                Currency.CNY,
                1 + random.nextInt(100),
                0,
                SelfTrade.ALLOW);
        send(exchange, person, length);
        if (!marketable) {
            live[size] = clientId;
            owner[size++] = person;
        }
    }

    private void cancel(Exchange exchange) {
        int place = random.nextInt(size);
        int length = CancelOrderFlyweight.encode(frame, TurnFrame.MESSAGE_OFFSET, series, 0, live[place]);
        send(exchange, owner[place], length);
        live[place] = live[--size];
        owner[place] = owner[size];
    }

    private void replace(Exchange exchange) {
        int place = random.nextInt(size);
        int length = ReplaceOrderFlyweight.encode(
                frame,
                TurnFrame.MESSAGE_OFFSET,
                series,
                0,
                live[place],
                9_900 + random.nextInt(200),
                Currency.CNY,
                1 + random.nextInt(100));
        send(exchange, owner[place], length);
    }

    private void reduce(Exchange exchange) {
        int place = random.nextInt(size);
        int length = ReduceOrderFlyweight.encode(frame, TurnFrame.MESSAGE_OFFSET, series, 0, live[place], 1);
        send(exchange, owner[place], length);
    }

    private void send(Exchange exchange, int person, int length) {
        timeNanos += 1_000;
        TurnFrame.sequence(frame, 0, ++sequence);
        TurnFrame.timeNanos(frame, 0, timeNanos);
        TurnFrame.principalId(frame, 0, agents[person]);
        TurnFrame.clientId(frame, 0, ++clientId);
        TurnFrame.commandLength(frame, 0, length);
        exchange.onCommand(frame, 0);
        if (exchange.hasBacklog()) {
            throw new AssertionError("work is left");
        }
    }
}
