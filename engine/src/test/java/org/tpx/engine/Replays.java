package org.tpx.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must hold for every history, whatever it tells: the same frames give the same bytes, from the start and from a snapshot
 * that was taken anywhere.
 */
final class Replays {

    private Replays() {}

    /** Plays the turns again from the start, and over snapshots taken in the middle and behind many of the last turns. */
    static void check(List<Played> turns, byte[] lastSnapshot) {
        Exchange again = new Exchange(TestHost.EVENTS);
        int played = 0;
        for (int place : places(turns.size())) {
            play(again, turns.subList(played, place), "replayed");
            played = place;
            byte[] snapshot = TestHost.snapshot(again);
            Exchange resumed = TestHost.read(snapshot);
            checkSame(resumed, again, snapshot);
            play(resumed, turns.subList(place, turns.size()), "resumed after turn " + place);
            assertThat(TestHost.snapshot(resumed))
                    .as("the state after turn %s and a replay", place)
                    .isEqualTo(lastSnapshot);
        }
        play(again, turns.subList(played, turns.size()), "replayed");
        assertThat(TestHost.snapshot(again)).as("the state after a replay").isEqualTo(lastSnapshot);
    }

    private static void checkSame(Exchange resumed, Exchange again, byte[] snapshot) {
        assertThat(TestHost.snapshot(resumed)).as("a snapshot written again").isEqualTo(snapshot);
        assertThat(resumed.nextDeadlineNanos()).isEqualTo(again.nextDeadlineNanos());
        assertThat(resumed.nextTimerId()).isEqualTo(again.nextTimerId());
        assertThat(resumed.hasBacklog()).isEqualTo(again.hasBacklog());
    }

    private static Set<Integer> places(int turns) {
        Set<Integer> places = new TreeSet<>(Set.of(turns / 2, turns * 3 / 4));
        for (int fromEnd = 1; fromEnd <= 16; fromEnd += 3) {
            places.add(Math.max(0, turns - fromEnd));
        }
        return places;
    }

    private static void play(Exchange exchange, List<Played> turns, String how) {
        for (Played turn : turns) {
            exchange.onCommand(turn.frame(), 0);
            assertThat(TestHost.eventBytes())
                    .as("the events of turn %s %s", turn.sequence(), how)
                    .isEqualTo(turn.eventBytes());
        }
    }
}
