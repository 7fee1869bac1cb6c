package org.tpx.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.Test;
import org.tpx.wire.BidPlacedFlyweight;
import org.tpx.wire.CommandRefusedFlyweight;
import org.tpx.wire.EventCursor;

/** A benchmark of refusals would be fast and worthless, so the workload itself is tested. */
class WorkloadTest {

    private static final int BIDS = 20_000;

    @Test
    void shouldHaveNineteenOfTwentyBidsLeadAndTheRestRefused() {
        Workload workload = new Workload(7, 16, 8);
        EngineDriver driver = new EngineDriver(1 << 16);
        long timeNanos = driver.prepare(workload);
        EventCursor cursor = new EventCursor();
        int placed = 0;
        int refused = 0;
        for (int i = 0; i < BIDS; i++) {
            driver.bid(workload, ++timeNanos);
            cursor.wrap(
                    driver.events().buffer(),
                    0,
                    driver.events().length(),
                    driver.events().count());
            assertThat(cursor.next()).isTrue();
            placed += cursor.templateId() == BidPlacedFlyweight.TEMPLATE_ID ? 1 : 0;
            refused += cursor.templateId() == CommandRefusedFlyweight.TEMPLATE_ID ? 1 : 0;
        }
        assertThat(placed + refused).isEqualTo(BIDS);
        assertThat(refused).isBetween(BIDS / 25, BIDS / 15);
    }

    @Test
    void shouldAskTheSameOfTheSameSeed() {
        Workload one = new Workload(11, 4, 4);
        Workload other = new Workload(11, 4, 4);
        assertThat(one.steps()).isEqualTo(other.steps());
        MutableDirectBuffer first = new ExpandableArrayBuffer();
        MutableDirectBuffer second = new ExpandableArrayBuffer();
        for (int i = 0; i < 1000; i++) {
            int length = one.nextBid(first, 0);
            assertThat(other.nextBid(second, 0)).isEqualTo(length);
            assertThat(first.compareTo(second)).isZero();
        }
    }
}
