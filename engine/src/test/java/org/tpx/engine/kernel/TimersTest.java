package org.tpx.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.TimerKind;

/** Deadlines in the order (deadline, identity), also against a list that is sorted anew each time. */
class TimersTest {

    private final Timers timers = new Timers();

    @Test
    void shouldHaveNothingDueAtFirst() {
        assertThat(timers.nextDeadlineNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(timers.nextId()).isZero();
        assertThat(timers.find(1)).isNull();
        assertThat(timers.deadlineNanos(1)).isZero();
        assertThatThrownBy(() -> timers.fire(1, 1)).isInstanceOf(InvariantBrokenException.class);
        assertThatThrownBy(() -> timers.move(1, 1)).isInstanceOf(InvariantBrokenException.class);
    }

    @Test
    void shouldFireEqualDeadlinesInTheOrderInWhichTheyWereSet() {
        long second = timers.set(TimerKind.DEPOSIT, 1, 2, 50);
        long first = timers.set(TimerKind.DEPOSIT, 1, 3, 40);
        long third = timers.set(TimerKind.DEPOSIT, 1, 4, 50);
        assertThat(List.of(fire(), fire(), fire())).containsExactly(first, second, third);
    }

    @Test
    void shouldFireTheTimerThatIsDueAtItsOwnDeadlineOnly() {
        long id = timers.set(TimerKind.DEPOSIT, 1, 2, 50);
        long later = timers.set(TimerKind.DEPOSIT, 1, 2, 60);
        assertThatThrownBy(() -> timers.fire(later, 60)).hasMessageContaining("out of turn");
        assertThatThrownBy(() -> timers.fire(id, 51)).hasMessageContaining("not stamped with its deadline");
        assertThat(timers.fire(id, 50).kind()).isEqualTo(TimerKind.DEPOSIT);
        assertThat(timers.find(id)).isNull();
        assertThat(timers.size()).isEqualTo(1);
    }

    @Test
    void shouldLetAFrozenTimerStandStillAndFindIt() {
        long id = timers.setPeriod(TimerKind.DISCLOSURE_END, 7, 0, 50, 10, 5);
        Timer timer = timers.after(0, 1).get(0);
        timers.freeze(timer, 3);
        assertThat(timers.nextDeadlineNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(timers.ofListing(7)).containsExactly(timer);
        assertThat(timers.ofListing(8)).isEmpty();
        assertThat(timer.isFrozen()).isTrue();
        assertThat(timer.remaining()).isEqualTo(3);
        assertThatThrownBy(() -> timers.move(id, 60)).isInstanceOf(InvariantBrokenException.class);
        timers.thaw(timer, 90, 80, 3);
        assertThat(timers.nextId()).isEqualTo(id);
        assertThat(timer)
                .extracting(Timer::deadlineNanos, Timer::startNanos, Timer::days, Timer::isFrozen)
                .containsExactly(90L, 80L, 3, false);
    }

    @Test
    void shouldNameTimersInTheOrderOfTheirIdentitiesAPieceAtATime() {
        for (int i = 0; i < 10; i++) {
            timers.set(TimerKind.DEPOSIT, 1, 2, 100 - i);
        }
        timers.cancel(4);
        timers.cancel(99);
        assertThat(timers.after(2, 3)).extracting(Timer::id).containsExactly(3L, 5L, 6L);
        assertThat(timers.after(8, 3)).extracting(Timer::id).containsExactly(9L, 10L);
        assertThat(timers.after(10, 3)).isEmpty();
    }

    @Test
    void shouldKeepTheOrderOfASortedListWhateverHappens() {
        for (int seed = 0; seed < 300; seed++) {
            Timers random = new Timers();
            play(random, new Random(seed), seed);
        }
    }

    private static void play(Timers timers, Random random, int seed) {
        List<long[]> naive = new ArrayList<>();
        for (int step = 0; step < 200; step++) {
            int place = naive.isEmpty() ? -1 : random.nextInt(naive.size());
            switch (place < 0 ? 0 : random.nextInt(4)) {
                case 0, 1 -> {
                    long deadline = random.nextInt(50);
                    naive.add(new long[] {deadline, timers.set(TimerKind.REFUND, 1, 1, deadline)});
                }
                case 2 -> {
                    naive.get(place)[0] = random.nextInt(50);
                    timers.move(naive.get(place)[1], naive.get(place)[0]);
                }
                default -> timers.cancel(naive.remove(place)[1]);
            }
            naive.sort(Comparator.<long[]>comparingLong(row -> row[0]).thenComparingLong(row -> row[1]));
            long[] next = naive.isEmpty() ? new long[] {Long.MAX_VALUE, 0} : naive.get(0);
            assertThat(timers.nextDeadlineNanos())
                    .as("seed %s, step %s", seed, step)
                    .isEqualTo(next[0]);
            assertThat(timers.nextId()).as("seed %s, step %s", seed, step).isEqualTo(next[1]);
            assertThat(timers.size()).as("seed %s, step %s", seed, step).isEqualTo(naive.size());
        }
    }

    @Test
    void shouldGoThroughASnapshot() {
        timers.set(TimerKind.DEPOSIT, 1, 2, 50);
        timers.setPeriod(TimerKind.SIGNING, 1, 0, 40, 10, 5);
        timers.freeze(timers.after(0, 1).get(0), 30);
        Timers fresh = new Timers();
        new Tape().roundTrip(timers::exchange, fresh::exchange);
        assertThat(fresh.nextId()).isEqualTo(2);
        assertThat(fresh.set(TimerKind.DEPOSIT, 1, 2, 1)).as("identities go on").isEqualTo(3);
    }

    private long fire() {
        return timers.fire(timers.nextId(), timers.nextDeadlineNanos()).id();
    }
}
