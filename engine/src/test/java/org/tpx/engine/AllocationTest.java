package org.tpx.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.engine.Draft.listing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Ref;
import org.tpx.wire.BidPlacedFlyweight;
import org.tpx.wire.CommandRefusedFlyweight;
import org.tpx.wire.EventFraming;
import org.tpx.wire.MessageHeader;
import org.tpx.wire.PlaceBidFlyweight;
import org.tpx.wire.TurnFrame;

/** A bid allocates nothing once the code is warm: encoded, decided, and its event written. */
class AllocationTest {

    private static final int BIDS = 100_000;
    private static final int ROUNDS = 4;
    private static final double MAX_BYTES_PER_BID = 0.3;

    private final Market market = new Market();
    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[TurnFrame.MESSAGE_OFFSET + PlaceBidFlyweight.LENGTH]);
    private long sequence;
    private long timeNanos;
    private long amountMinor = 600_000_000;

    @Test
    void shouldAllocateNothingForABidOfTheFreePeriod() {
        measure("free period", bidding("2025-07-08 10:00"), BidPlacedFlyweight.TEMPLATE_ID, 5_000_000);
    }

    @Test
    void shouldAllocateNothingForABidThatExtendsTheLimitedPeriod() {
        measure("limited period", bidding("2025-07-08 11:00"), BidPlacedFlyweight.TEMPLATE_ID, 5_000_000);
    }

    @Test
    void shouldAllocateNothingForABidThatIsRefused() {
        measure("refused", bidding("2025-07-08 10:00"), CommandRefusedFlyweight.TEMPLATE_ID, 1);
    }

    private Exchange bidding(String time) {
        market.rules("sanityCapMultiple", 0)
                .inBidding(listing("L1"), "B1", "B2")
                .at(time);
        Exchange exchange = new Exchange(TestHost.EVENTS, BIDS * (ROUNDS + 1));
        for (Played turn : market.host().turns()) {
            exchange.onCommand(turn.frame(), 0);
        }
        sequence = market.host().turns().size();
        timeNanos = market.host().nowNanos();
        return exchange;
    }

    // The least of some rounds, since the compiler allocates on its own account while it warms up.
    private void measure(String what, Exchange exchange, int expectedEvent, long stepMinor) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double least = Double.MAX_VALUE;
        double fastest = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long started = System.nanoTime();
            bid(exchange, expectedEvent, stepMinor);
            fastest = Math.max(fastest, BIDS * 1e9 / (System.nanoTime() - started));
            least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - allocated) / (double) BIDS);
        }
        System.out.printf("bids, %s: %,.0f a second, %.3f bytes allocated each%n", what, fastest, least);
        assertThat(least).as("bytes allocated per bid, %s", what).isLessThanOrEqualTo(MAX_BYTES_PER_BID);
    }

    private void bid(Exchange exchange, int expectedEvent, long stepMinor) {
        long listing = market.listingId();
        long[] parties = {market.id(Ref.PARTY, "B1"), market.id(Ref.PARTY, "B2")};
        long[] agents = {market.id(Ref.PRINCIPAL, "A-B1"), market.id(Ref.PRINCIPAL, "A-B2")};
        for (int i = 0; i < BIDS; i++) {
            int bidder = i & 1;
            amountMinor += stepMinor;
            timeNanos += 1_000;
            TurnFrame.sequence(frame, 0, ++sequence);
            TurnFrame.timeNanos(frame, 0, timeNanos);
            TurnFrame.principalId(frame, 0, agents[bidder]);
            TurnFrame.clientId(frame, 0, 1_000_000 + sequence);
            TurnFrame.commandLength(frame, 0, PlaceBidFlyweight.LENGTH);
            PlaceBidFlyweight.encode(
                    frame, TurnFrame.MESSAGE_OFFSET, listing, parties[bidder], amountMinor, Currency.CNY);
            exchange.onCommand(frame, 0);
            int event = MessageHeader.templateId(TestHost.EVENTS.buffer(), EventFraming.MESSAGE_OFFSET);
            if (event != expectedEvent) {
                throw new AssertionError("event " + event + " of bid " + i);
            }
        }
    }
}
