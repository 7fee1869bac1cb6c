package org.tpx.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tpx.benchmarks.books.BookStream;
import org.tpx.benchmarks.books.StreamMaker;
import org.tpx.benchmarks.books.StreamPlan;

/** A benchmark of refusals would be fast and worthless, so what the stream does to the state machine is tested. */
class UnitStreamTest {

    private static final int RESTING = 1_000;
    private static final int COMMANDS = 20_000;

    @Test
    void shouldTradeAsABookWouldAndHaveNothingRefused() {
        BookStream stream = StreamMaker.make(StreamPlan.mixed(false, RESTING, COMMANDS, 5));
        UnitTally tally = new UnitFork(new UnitStream(stream)).check();
        assertThat(tally.refusals()).isZero();
        assertThat(tally.trades()).isEqualTo(stream.outcome().trades()).isGreaterThan(COMMANDS / 10);
        assertThat(tally.lots()).isEqualTo(stream.outcome().lots());
        assertThat(tally.feesMinor()).isPositive();
        assertThat(tally.resting()).isBetween(RESTING * 9L / 10, RESTING * 11L / 10);
        assertThat(tally.replacements()).isBetween(COMMANDS * 9L / 100, COMMANDS * 11L / 100);
        assertThat(tally.cancellations()).isBetween(COMMANDS * 25L / 100, COMMANDS * 40L / 100);
    }

    @Test
    void shouldDoTheSameWhenSentAgain() {
        BookStream stream = StreamMaker.make(StreamPlan.mixed(false, RESTING, COMMANDS, 6));
        UnitFork fork = new UnitFork(new UnitStream(stream));
        UnitTally first = fork.check();
        UnitTally second = fork.check();
        assertThat(second.trades()).isEqualTo(first.trades());
        assertThat(second.feesMinor()).isEqualTo(first.feesMinor());
        assertThat(second.resting()).isEqualTo(first.resting());
    }
}
