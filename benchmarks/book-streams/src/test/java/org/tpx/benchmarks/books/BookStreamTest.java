package org.tpx.benchmarks.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookStreamTest {

    private static final int COMMANDS = 40_000;
    private static final List<StreamPlan> PLANS = List.of(
            StreamPlan.mixed(false, 1_000, COMMANDS, 7),
            StreamPlan.mixed(true, 1_000, COMMANDS, 7),
            StreamPlan.sweep(1_000, COMMANDS, 7),
            StreamPlan.flash(1_000, COMMANDS, 7));

    /** Writes down what it is asked. */
    private static final class Tape implements TestedBook {

        private final List<String> lines = new ArrayList<>();
        private final Map<String, Integer> kinds = new HashMap<>();
        private final Set<Long> prices = new HashSet<>();

        @Override
        public void place(long id, long member, boolean buys, long price, long lots) {
            say("place", id + " " + member + " " + buys + " " + price + " " + lots);
            prices.add(price);
        }

        @Override
        public void cancel(long id, long member) {
            say("cancel", id + " " + member);
        }

        @Override
        public void replace(long id, long member, boolean buys, long price, long lots) {
            say("replace", id + " " + member + " " + buys + " " + price + " " + lots);
        }

        private double percent(String kind) {
            return kinds.getOrDefault(kind, 0) * 100.0 / lines.size();
        }

        private void say(String kind, String line) {
            lines.add(kind + " " + line);
            kinds.merge(kind, 1, Integer::sum);
        }

        @Override
        public int resting() {
            return 0;
        }

        @Override
        public Tally tally() {
            return new Tally();
        }
    }

    @Test
    void shouldMakeTheSameStreamFromTheSamePlan() {
        for (StreamPlan plan : PLANS) {
            BookStream one = StreamMaker.make(plan);
            BookStream other = StreamMaker.make(plan);
            assertThat(all(other).lines).as("%s", plan).isEqualTo(all(one).lines);
            assertThat(other.outcome()).isEqualTo(one.outcome());
        }
    }

    @Test
    void shouldReadWhatItWrote(@TempDir Path directory) throws IOException {
        BookStream written = StreamMaker.make(StreamPlan.flash(1_000, COMMANDS, 7));
        Path file = directory.resolve("stream");
        written.write(file);
        BookStream read = BookStream.read(file);
        assertThat(all(read).lines).isEqualTo(all(written).lines);
        assertThat(read.outcome()).isEqualTo(written.outcome());
        assertThat(read.filling()).isEqualTo(written.filling());
        assertThat(read.measuredEnd()).isEqualTo(written.measuredEnd());
    }

    @Test
    void shouldMixPlaceCancelReplaceAndTakeAsItSays() {
        Tape tape = new Tape();
        BookStream stream = StreamMaker.make(PLANS.get(0));
        stream.apply(stream.filling(), stream.measuredEnd(), tape);
        assertThat(tape.lines).hasSize(COMMANDS);
        // 45 % that rest and 10 % that take; the even share of both sides and the mean size make about one trade each.
        assertThat(tape.percent("place")).isBetween(53.0, 57.0);
        assertThat(tape.percent("cancel")).isBetween(33.0, 37.0);
        assertThat(tape.percent("replace")).isBetween(9.0, 11.0);
        assertThat(stream.outcome().trades()).isBetween(COMMANDS / 10L, COMMANDS / 4L);
        assertThat(stream.outcome().resting()).isBetween(900, 1_100);
    }

    @Test
    void shouldPutSparseOrdersAtPricesOfTheirOwn() {
        Tape dense = all(StreamMaker.make(PLANS.get(0)));
        Tape sparse = all(StreamMaker.make(PLANS.get(1)));
        assertThat(dense.prices).hasSizeLessThan(2_010);
        assertThat(sparse.prices).hasSizeGreaterThan(COMMANDS / 3);
    }

    @Test
    void shouldTradeMuchInSweepsAndCrashes() {
        assertThat(StreamMaker.make(PLANS.get(2)).outcome().trades()).isGreaterThan(COMMANDS * 9L / 10);
        Outcome crash = StreamMaker.make(PLANS.get(3)).outcome();
        assertThat(crash.trades()).isGreaterThan(COMMANDS / 4);
        assertThat(crash.resting()).isBetween(300, 2_000);
    }

    @Test
    void shouldLeaveNoOrderBehind() {
        for (StreamPlan plan : PLANS) {
            BookStream stream = StreamMaker.make(plan);
            assertThat(stream.size() - stream.measuredEnd())
                    .as("%s", plan)
                    .isEqualTo(stream.outcome().resting());
        }
    }

    private static Tape all(BookStream stream) {
        Tape tape = new Tape();
        stream.apply(0, stream.size(), tape);
        return tape;
    }
}
