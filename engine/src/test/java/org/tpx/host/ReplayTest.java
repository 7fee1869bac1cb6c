package org.tpx.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.host.HostSupport.NINE;
import static org.tpx.host.HostSupport.SECOND;
import static org.tpx.host.HostSupport.bid;
import static org.tpx.host.HostSupport.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.Hash256;

class ReplayTest {

    private static final int BIDS = 3000;

    @TempDir
    Path directory;

    @Test
    void shouldComeToTheStateOfTheLiveHost() {
        Hash256 live = play();
        ReplayResult result = new Replay(directory, SmallMarket.logic()).run();
        assertThat(result.difference()).isEmpty();
        assertThat(result.stateHash()).isEqualTo(live);
        assertThat(result.firstSequence()).isEqualTo(1);
        assertThat(result.turns()).isEqualTo(result.lastSequence()).isGreaterThan(BIDS);
        assertThat(result.events()).isEqualTo(result.turns());
        assertThat(result.lastTimeNanos()).isEqualTo(NINE + BIDS * SECOND);
    }

    @Test
    void shouldNameTheFirstDifferenceAndStopThere() {
        play();
        ReplayResult result = new Replay(directory, SmallMarket.stricter(3)).run();
        Difference difference = result.difference().orElseThrow();
        assertThat(result.lastSequence()).isEqualTo(difference.sequence() - 1);
        assertThat(difference.ordinal()).isZero();
        assertThat(difference.recorded()).startsWith("BidPlaced[");
        assertThat(difference.executed()).startsWith("CommandRefused[").contains("NOT_ABOVE_HIGH");
        assertThat(result.stateHash()).isEqualTo(Hash256.ZERO);
    }

    @Test
    void shouldStopBehindATurn() {
        Hash256 early;
        try (StepHost host = StepHost.open(settings(directory), SmallMarket.logic(), NINE, turn -> {})) {
            host.step(NINE, 7, 1, bid(1, 100));
            early = host.stateHash();
            host.step(NINE, 7, 2, bid(1, 101));
        }
        ReplayResult result =
                new Replay(directory, SmallMarket.logic()).until(2).run();
        assertThat(result.lastSequence()).isEqualTo(2);
        assertThat(result.stateHash()).isEqualTo(early);
    }

    @Test
    void shouldComeToTheSameStateFromASnapshot() {
        Hash256 live;
        try (StepHost host = StepHost.open(settings(directory), SmallMarket.logic(), NINE, turn -> {})) {
            host.step(NINE, 7, 1, bid(1, 100));
            host.takeSnapshot();
            host.step(NINE, 7, 2, bid(1, 101));
            live = host.stateHash();
        }
        ReplayResult result =
                new Replay(directory, SmallMarket.logic()).fromNewestSnapshot().run();
        assertThat(result.firstSequence()).isEqualTo(4);
        assertThat(result.turns()).isEqualTo(1);
        assertThat(result.stateHash()).isEqualTo(live);
    }

    @Test
    void shouldReplayWhileANodeWritesUpToWhatIsDurable() {
        HostSettings batches = settings(directory).withBatch(1000, Long.MAX_VALUE);
        try (StepHost host = StepHost.open(batches, SmallMarket.logic(), NINE, turn -> {})) {
            host.step(NINE, 7, 1, bid(1, 100));
            host.sync();
            host.step(NINE, 7, 2, bid(1, 101));
            ReplayResult result = new Replay(directory, SmallMarket.logic()).run();
            assertThat(result.lastSequence()).isEqualTo(2);
        }
    }

    @Test
    void shouldReachEveryTurnWhereverTheBlocksEnd() {
        HostSettings batches = settings(directory).withBatch(10_000, Long.MAX_VALUE);
        try (StepHost host = StepHost.open(batches, SmallMarket.logic(), NINE, turn -> {})) {
            for (int i = 0; i < 10_000; i++) {
                host.step(NINE, 7, i + 1, bid(1, 100));
            }
        }
        for (long last : new long[] {1, 2, 1023, 1024, 1025, 2048, 4095, 4096, 4097, 8192, 10_000, 10_001}) {
            ReplayResult result =
                    new Replay(directory, SmallMarket.logic()).until(last).run();
            assertThat(result.lastSequence()).isEqualTo(last);
        }
        assertThat(new Replay(directory, SmallMarket.logic()).run().lastSequence())
                .isEqualTo(10_001);
    }

    @Test
    void shouldTellItsProgress() {
        HostSettings batches = settings(directory).withBatch(100_000, Long.MAX_VALUE);
        try (StepHost host = StepHost.open(batches, SmallMarket.logic(), NINE, turn -> {})) {
            for (int i = 0; i < 70_000; i++) {
                host.step(NINE, 7, i + 1, bid(1, 100));
            }
        }
        List<Long> reached = new ArrayList<>();
        new Replay(directory, SmallMarket.logic()).onProgress(reached::add).run();
        assertThat(reached).hasSize(1);
    }

    private Hash256 play() {
        HostSettings batches = settings(directory).withBatch(1000, Long.MAX_VALUE);
        try (StepHost host = StepHost.open(batches, SmallMarket.logic(), NINE, turn -> {})) {
            for (int i = 1; i <= BIDS; i++) {
                host.step(NINE + i * SECOND, 7, i, bid(i % 50, 100 + i / 50));
            }
            return host.stateHash();
        }
    }
}
