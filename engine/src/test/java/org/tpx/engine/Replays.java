package org.tpx.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What must hold for every history, whatever it tells: the same frames give the same bytes, from the start and from a snapshot. */
final class Replays {

    private Replays() {}

    /** Plays the turns again, once from the start and once over a snapshot after so many of them. */
    static void check(List<Played> turns, byte[] lastSnapshot, int snapshotAfter) {
        Exchange again = new Exchange(TestHost.EVENTS);
        play(again, turns.subList(0, snapshotAfter), "replayed");
        byte[] half = TestHost.snapshot(again);
        Exchange resumed = TestHost.read(half);
        assertThat(TestHost.snapshot(resumed)).as("a snapshot written again").isEqualTo(half);
        assertThat(resumed.nextDeadlineNanos()).isEqualTo(again.nextDeadlineNanos());
        assertThat(resumed.nextTimerId()).isEqualTo(again.nextTimerId());
        assertThat(resumed.hasBacklog()).isEqualTo(again.hasBacklog());
        play(again, turns.subList(snapshotAfter, turns.size()), "replayed");
        assertThat(TestHost.snapshot(again)).as("the state after a replay").isEqualTo(lastSnapshot);
        play(resumed, turns.subList(snapshotAfter, turns.size()), "resumed from a snapshot");
        assertThat(TestHost.snapshot(resumed))
                .as("the state after a snapshot and a replay")
                .isEqualTo(lastSnapshot);
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
