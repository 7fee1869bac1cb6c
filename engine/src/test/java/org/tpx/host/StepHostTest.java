package org.tpx.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tpx.host.HostSupport.NINE;
import static org.tpx.host.HostSupport.SECOND;
import static org.tpx.host.HostSupport.bid;
import static org.tpx.host.HostSupport.copy;
import static org.tpx.host.HostSupport.settings;
import static org.tpx.host.HostSupport.tape;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.journal.JournalScanner;
import org.tpx.journal.JournalUnusableException;
import org.tpx.journal.ScanReport;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.SystemCommand.StartNode;
import org.tpx.protocol.SystemCommand.Tick;
import org.tpx.wire.MalformedMessageException;
import org.tpx.wire.PlaceBidFlyweight;

class StepHostTest {

    @TempDir
    Path directory;

    @Test
    void shouldStampTheFirstStartWithItsOwnTime() {
        try (StepHost host = open(NINE)) {
            assertThat(host.sequence()).isEqualTo(1);
        }
        assertThat(tape(directory)).containsExactly("1 0s StartNode 0 [NodeStarted]");
    }

    @Test
    void shouldLetDueTimersFireAtTheirOwnDeadlinesBeforeTheCommand() {
        try (StepHost host = open(NINE)) {
            host.step(NINE + SECOND, 7, 1, bid(1, 100));
            host.step(NINE + 2 * SECOND, 7, 2, bid(2, 100));
            host.step(NINE + 90 * SECOND, 7, 3, bid(3, 100));
        }
        assertThat(tape(directory))
                .containsExactly(
                        "1 0s StartNode 0 [NodeStarted]",
                        "2 1s PlaceBid 1 [BidPlaced]",
                        "3 2s PlaceBid 2 [BidPlaced]",
                        "4 61s Tick 0 [TimerFired]",
                        "5 62s Tick 0 [TimerFired]",
                        "6 90s PlaceBid 3 [BidPlaced]");
    }

    @Test
    void shouldLetATimerFireBeforeACommandAtTheVeryInstantOfItsDeadline() {
        try (StepHost host = open(NINE)) {
            host.step(NINE, 7, 1, bid(1, 100));
            host.step(NINE + 60 * SECOND, 7, 2, bid(1, 50));
        }
        assertThat(tape(directory)).endsWith("3 60s Tick 0 [TimerFired]", "4 60s PlaceBid 2 [BidPlaced]");
    }

    @Test
    void shouldLetTimersFireWhenTimePassesWithoutACommand() {
        try (StepHost host = open(NINE)) {
            host.step(NINE, 7, 1, bid(1, 100));
            assertThat(host.nextDeadlineNanos()).isEqualTo(NINE + 60 * SECOND);
            host.advanceTo(NINE + 3600 * SECOND);
            assertThat(host.nextDeadlineNanos()).isEqualTo(Long.MAX_VALUE);
        }
        assertThat(tape(directory)).endsWith("3 60s Tick 0 [TimerFired]");
    }

    @Test
    void shouldNeverGoBackInTime() {
        try (StepHost host = open(NINE)) {
            host.step(NINE + 5 * SECOND, 7, 1, bid(1, 100));
            host.step(NINE + 2 * SECOND, 7, 2, bid(1, 101));
        }
        assertThat(tape(directory)).endsWith("3 5s PlaceBid 2 [BidPlaced]");
    }

    @Test
    void shouldGoOnWithWorkThatIsLeftOverBeforeAnythingElse() {
        try (StepHost host = open(NINE)) {
            assertThat(host.step(NINE, 7, 1, bid(SmallMarket.LABORIOUS, 100))).isEqualTo(2);
            host.step(NINE + SECOND, 7, 2, bid(1, 100));
        }
        assertThat(tape(directory))
                .containsExactly(
                        "1 0s StartNode 0 [NodeStarted]",
                        "2 0s PlaceBid 1 [BidPlaced]",
                        "3 0s Continue 0 [Continued]",
                        "4 0s Continue 0 [Continued]",
                        "5 0s Continue 0 [Continued]",
                        "6 1s PlaceBid 2 [BidPlaced]");
    }

    @Test
    void shouldTellATurnOnlyWhenItsBatchIsDurable() {
        List<Long> told = new ArrayList<>();
        HostSettings batches = settings(directory).withBatch(4, Long.MAX_VALUE);
        try (StepHost host = StepHost.open(batches, SmallMarket.logic(), NINE, turn -> told.add(turn.sequence()))) {
            assertThat(told).containsExactly(1L);
            host.step(NINE, 7, 1, bid(1, 100));
            host.step(NINE, 7, 2, bid(1, 101));
            host.step(NINE, 7, 3, bid(1, 102));
            assertThat(told).containsExactly(1L);
            host.step(NINE, 7, 4, bid(1, 103));
            assertThat(told).containsExactly(1L, 2L, 3L, 4L, 5L);
            host.step(NINE, 7, 5, bid(1, 104));
            host.sync();
            assertThat(told).endsWith(6L);
            host.step(NINE, 7, 6, bid(1, 105));
        }
        assertThat(told).endsWith(7L);
    }

    @Test
    void shouldJournalNothingOfACommandThatBreaksALimit() {
        try (StepHost host = open(NINE)) {
            assertThatThrownBy(() -> host.step(NINE, 7, 1, bid(1, 0)))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageContaining("amount");
            assertThat(host.sequence()).isEqualTo(1);
        }
        assertThat(tape(directory)).hasSize(1);
    }

    @Test
    void shouldNotLetACallerPlayTheNode() {
        try (StepHost host = open(NINE)) {
            assertThatThrownBy(() -> host.step(NINE, 0, 0, new Tick(1))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> host.step(NINE, 0, 0, new StartNode(0, NINE, "x", Hash256.ZERO)))
                    .isInstanceOf(IllegalArgumentException.class);
            host.step(NINE, 7, 1, new Tick(1));
        }
        assertThat(tape(directory)).endsWith("2 0s Tick 1 [CommandRefused]");
    }

    @Test
    void shouldStampARestartWithTheLastTimeAndThenLetTheTimersOfTheGapFire() {
        try (StepHost host = open(NINE)) {
            host.step(NINE + 10 * SECOND, 7, 1, bid(1, 100));
        }
        try (StepHost host = open(NINE + 1000 * SECOND)) {
            host.step(NINE + 1000 * SECOND, 7, 2, bid(1, 100));
        }
        assertThat(tape(directory))
                .endsWith(
                        "3 10s StartNode 0 [NodeStarted]",
                        "4 70s Tick 0 [TimerFired]",
                        "5 1000s PlaceBid 2 [BidPlaced]");
    }

    @Test
    void shouldComeToTheSameStateAfterRestartsAsWithoutAny(@TempDir Path other) {
        long seed = System.nanoTime();
        HostSettings batches = settings(other).withBatch(1000, Long.MAX_VALUE);
        try (StepHost whole = StepHost.open(batches, SmallMarket.logic(), NINE, turn -> {})) {
            Random random = new Random(seed);
            long time = NINE;
            int step = 0;
            for (int day = 0; day < 5; day++) {
                HostSettings own = settings(directory).withBatch(1000, Long.MAX_VALUE);
                try (StepHost host = StepHost.open(own, SmallMarket.logic(), time, turn -> {})) {
                    for (int i = 0; i < 100; i++) {
                        time += random.nextInt(20) * SECOND;
                        var bid = bid(1 + random.nextInt(30), 1 + random.nextInt(1000));
                        host.step(time, 7, ++step, bid);
                        whole.step(time, 7, step, bid);
                        if (i == 50 && day % 2 == 0) {
                            host.takeSnapshot();
                        }
                    }
                    assertThat(host.stateHash()).as("seed %d", seed).isEqualTo(whole.stateHash());
                }
            }
        }
    }

    @Test
    void shouldTakeUpTheNewestSoundSnapshotAndPassOverADamagedOne() throws Exception {
        Hash256 before;
        try (StepHost host = open(NINE)) {
            for (int i = 0; i < 4; i++) {
                host.step(NINE + i * SECOND, 7, i + 1, bid(i, 100));
                host.takeSnapshot();
            }
            before = host.stateHash();
        }
        Path snapshots = directory.resolve("snapshots");
        List<Path> files = files(snapshots);
        assertThat(files).hasSize(2);
        byte[] newest = Files.readAllBytes(files.get(1));
        newest[newest.length - 1] ^= 1;
        Files.write(files.get(1), newest);
        try (StepHost host = open(NINE + 4 * SECOND)) {
            assertThat(host.stateHash()).isEqualTo(before);
        }
        Files.write(files.get(0), new byte[10]);
        try (StepHost host = open(NINE + 4 * SECOND)) {
            assertThat(host.stateHash()).isEqualTo(before);
        }
    }

    @Test
    void shouldPassOverASnapshotOfAnotherHistory(@TempDir Path other) throws Exception {
        try (StepHost host = StepHost.open(settings(other), SmallMarket.logic(), NINE, turn -> {})) {
            host.step(NINE, 7, 1, bid(1, 500));
            host.takeSnapshot();
        }
        Hash256 before;
        try (StepHost host = open(NINE)) {
            host.step(NINE, 7, 1, bid(2, 100));
            host.step(NINE, 7, 2, bid(2, 101));
            before = host.stateHash();
        }
        copy(other.resolve("snapshots"), directory.resolve("snapshots"));
        try (StepHost host = open(NINE)) {
            assertThat(host.stateHash()).isEqualTo(before);
        }
    }

    @Test
    void shouldKeepTurnsThatWereAppendedButNotYetSynced(@TempDir Path other) {
        HostSettings batches = settings(directory).withBatch(1000, Long.MAX_VALUE);
        Path crashed = other.resolve("crashed");
        try (StepHost host = StepHost.open(batches, SmallMarket.logic(), NINE, turn -> {})) {
            host.step(NINE, 7, 1, bid(1, 100));
            host.step(NINE, 7, 2, bid(1, 101));
            copy(directory, crashed);
        }
        List<Long> told = new ArrayList<>();
        try (StepHost host =
                StepHost.open(settings(crashed), SmallMarket.logic(), NINE, turn -> told.add(turn.sequence()))) {
            assertThat(host.sequence()).isEqualTo(4);
        }
        assertThat(told).containsExactly(4L);
        assertThat(tape(crashed)).hasSize(4).endsWith("4 0s StartNode 0 [NodeStarted]");
    }

    @Test
    void shouldRefuseAJournalWhoseReplayDiffersAndLeaveItAsItWas() {
        try (StepHost host = open(NINE)) {
            host.step(NINE, 7, 1, bid(1, 100));
            host.step(NINE, 7, 2, bid(1, 101));
        }
        List<String> before = tape(directory);
        assertThatThrownBy(() -> StepHost.open(settings(directory), SmallMarket.stricter(10), NINE, turn -> {}))
                .isInstanceOf(JournalUnusableException.class)
                .hasMessageContaining("Turn 3, event 0")
                .hasMessageContaining("BidPlaced")
                .hasMessageContaining("NOT_ABOVE_HIGH");
        assertThat(tape(directory)).isEqualTo(before);
        try (StepHost host = open(NINE)) {
            assertThat(host.sequence()).isEqualTo(4);
        }
    }

    @Test
    void shouldRefuseAJournalThatAnotherLogicVersionDecided() {
        try (StepHost host = open(NINE)) {
            host.step(NINE, 7, 1, bid(1, 100));
        }
        assertThatThrownBy(() -> StepHost.open(settings(directory), SmallMarket.version(2), NINE, turn -> {}))
                .isInstanceOf(JournalUnusableException.class)
                .hasMessageContaining("logic version 1");
    }

    @Test
    void shouldStartAnotherLogicVersionFromASnapshotAtTheHeadOfTheJournal() {
        try (StepHost host = open(NINE)) {
            host.step(NINE, 7, 1, bid(1, 100));
            host.takeSnapshot();
        }
        try (StepHost host = StepHost.open(settings(directory), SmallMarket.version(2), NINE, turn -> {})) {
            host.step(NINE, 7, 2, bid(1, 99));
        }
        assertThat(tape(directory)).endsWith("5 0s PlaceBid 2 [CommandRefused]");
    }

    @Test
    void shouldRefuseNewBusinessWhileSpaceIsShortAndLetItInAgain() {
        try (StepHost host = open(NINE)) {
            host.step(NINE, 7, 1, bid(1, 100));
        }
        HostSettings full = settings(directory);
        full = full.withJournal(full.journal().withMinFreeBytes(Long.MAX_VALUE));
        try (StepHost host = StepHost.open(full, SmallMarket.logic(), NINE, turn -> {})) {
            host.step(NINE, 7, 2, bid(1, 101));
            host.step(NINE, 7, 3, bid(1, 102));
        }
        try (StepHost host = open(NINE)) {
            host.step(NINE, 7, 4, bid(1, 103));
        }
        assertThat(tape(directory))
                .endsWith(
                        "4 0s SetAdmission 0 [AdmissionChanged]",
                        "5 0s PlaceBid 2 [CommandRefused]",
                        "6 0s PlaceBid 3 [CommandRefused]",
                        "7 0s StartNode 0 [NodeStarted]",
                        "8 0s PlaceBid 4 [BidPlaced]");
    }

    @Test
    void shouldAllocateNothingForATurnAfterWarmUp() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        HostSettings batches = settings(directory).withBatch(1000, Long.MAX_VALUE);
        UnsafeBuffer message = new UnsafeBuffer(new byte[PlaceBidFlyweight.LENGTH]);
        int turns = 20_000;
        long bytes = 0;
        try (StepHost host = StepHost.open(batches, SmallMarket.logic(), NINE, turn -> {})) {
            for (int i = 0; i < 4 * turns; i++) {
                if (i == 3 * turns) {
                    bytes = threads.getCurrentThreadAllocatedBytes();
                }
                PlaceBidFlyweight.encode(message, 0, 1 + i % 10, 1, 1 + i, Currency.CNY);
                host.step(NINE + i, 7, i + 1, message, 0, message.capacity());
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
        }
        // A batch may cost a little: a sync, now and then a checkpoint and a key for the salts.
        assertThat((double) bytes / turns).as("bytes for a turn").isLessThan(8);
    }

    @Test
    void shouldSignWhatItWroteWhenItIsClosed() {
        try (StepHost host = open(NINE)) {
            host.step(NINE, 7, 1, bid(1, 100));
        }
        ScanReport report = JournalScanner.scan(directory);
        assertThat(report.checkpointCount()).isEqualTo(1);
        assertThat(report.isSound()).isTrue();
    }

    private StepHost open(long now) {
        return StepHost.open(settings(directory), SmallMarket.logic(), now, turn -> {});
    }

    private static List<Path> files(Path directory) throws Exception {
        try (var files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
