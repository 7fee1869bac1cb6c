package org.tpx.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tpx.host.HostSupport.NINE;
import static org.tpx.host.HostSupport.SECOND;
import static org.tpx.host.HostSupport.bid;
import static org.tpx.host.HostSupport.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.host.HostSupport.HandClock;
import org.tpx.journal.JournalFailedException;
import org.tpx.journal.JournalScanner;
import org.tpx.journal.ScanReport;
import org.tpx.protocol.Currency;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.SaleCommand.OrderHalt;
import org.tpx.protocol.SystemEvent.NodeStarted;
import org.tpx.protocol.SystemEvent.SnapshotTaken;
import org.tpx.protocol.SystemEvent.TimerFired;
import org.tpx.wire.MalformedMessageException;
import org.tpx.wire.PlaceBidFlyweight;

@Timeout(60)
class DisruptorHostTest {

    private static final int MANY = 5000;

    @TempDir
    Path directory;

    private final Ear ear = new Ear();
    private final CompletableFuture<Throwable> fatal = new CompletableFuture<>();

    @Test
    void shouldTellEveryOutcomeInTheOrderOfTheJournal() throws Exception {
        List<Thread> senders = new ArrayList<>();
        try (DisruptorHost host = start(batches())) {
            for (int sender = 1; sender <= 4; sender++) {
                long principal = sender;
                Thread thread = new Thread(() -> {
                    for (int i = 1; i <= MANY; i++) {
                        host.submit(principal, i, bid(principal, i));
                    }
                });
                senders.add(thread);
                thread.start();
            }
            for (Thread sender : senders) {
                sender.join();
            }
        }
        List<Ear.Heard> heard = ear.heard();
        assertThat(heard).extracting(Ear.Heard::sequence).isEqualTo(sequences(1 + 4 * MANY));
        Map<Long, List<Long>> clients = heard.stream()
                .filter(turn -> turn.principalId() > 0)
                .collect(Collectors.groupingBy(
                        Ear.Heard::principalId, Collectors.mapping(Ear.Heard::clientId, Collectors.toList())));
        assertThat(clients).hasSize(4);
        assertThat(clients.values()).allMatch(sequences(MANY)::equals);
        assertThat(new Replay(directory, SmallMarket.logic()).run().difference())
                .isEmpty();
    }

    @Test
    void shouldLoseNothingThatItTookWhenItIsClosed() {
        DisruptorHost host = start(batches());
        for (int i = 1; i <= MANY; i++) {
            host.submit(7, i, bid(1, i));
        }
        host.close();
        assertThat(ear.heard()).hasSize(MANY + 1);
        assertThat(HostSupport.tape(directory)).hasSize(MANY + 1);
        assertThatThrownBy(() -> host.submit(7, 1, bid(1, 1))).isInstanceOf(NodeStoppedException.class);
    }

    @Test
    void shouldEitherCarryOutOrRefuseWhatIsSubmittedWhileItCloses() throws Exception {
        DisruptorHost host = start(batches());
        List<AtomicLong> accepted = new ArrayList<>();
        List<Thread> senders = new ArrayList<>();
        for (int sender = 1; sender <= 3; sender++) {
            AtomicLong last = new AtomicLong();
            long principal = sender;
            accepted.add(last);
            senders.add(new Thread(() -> {
                try {
                    for (long i = 1; ; i++) {
                        host.submit(principal, i, bid(principal, i));
                        last.set(i);
                    }
                } catch (NodeStoppedException closed) {
                    assertThat(closed).hasNoCause();
                }
            }));
        }
        senders.forEach(Thread::start);
        ear.await(1000);
        host.close();
        for (Thread sender : senders) {
            sender.join();
        }
        for (int sender = 1; sender <= 3; sender++) {
            long principal = sender;
            long told = ear.heard().stream()
                    .filter(turn -> turn.principalId() == principal)
                    .count();
            assertThat(told).isEqualTo(accepted.get(sender - 1).get());
        }
    }

    @Test
    void shouldLetTimersFireWhenNoCommandComes() throws Exception {
        HandClock clock = new HandClock();
        try (DisruptorHost host = start(settings(directory, clock))) {
            host.submit(7, 1, bid(1, 100));
            ear.await(1);
            clock.advance(SmallMarket.AUCTION_NANOS + SECOND);
            Ear.Heard fired = ear.await(turn -> turn.events().get(0) instanceof TimerFired);
            assertThat(fired.timeNanos()).isEqualTo(NINE + SmallMarket.AUCTION_NANOS);
            assertThat(fired.principalId()).isZero();
        }
    }

    @Test
    void shouldNotGoBackInTimeWithItsClock() throws Exception {
        HandClock clock = new HandClock();
        try (DisruptorHost host = start(settings(directory, clock))) {
            host.submit(7, 1, bid(1, 100));
            ear.await(1);
            clock.advance(-SECOND);
            host.submit(7, 2, bid(1, 101));
            assertThat(ear.await(2).timeNanos()).isEqualTo(NINE);
        }
    }

    @Test
    void shouldTellWhatWasBeforeItsStartToThoseWhoAskForIt() throws Exception {
        try (DisruptorHost host = start(batches())) {
            host.submit(7, 1, bid(1, 100));
        }
        Ear whole = new Ear();
        Ear late = new Ear();
        Ear own = new Ear();
        List<Subscription> subscriptions =
                List.of(Subscription.fromStart(whole), new Subscription(late, 4), Subscription.fromNow(own));
        try (DisruptorHost host = DisruptorHost.start(batches(), SmallMarket.logic(), subscriptions, fatal::complete)) {
            host.submit(7, 2, bid(1, 101));
        }
        assertThat(whole.heard()).extracting(Ear.Heard::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(late.heard()).extracting(Ear.Heard::clientId).containsExactly(2L);
        assertThat(own.heard()).extracting(Ear.Heard::sequence).containsExactly(3L, 4L);
        NodeStarted started = (NodeStarted) whole.heard().get(2).events().get(0);
        assertThat(started.lastDurableNanos()).isEqualTo(NINE);
    }

    @Test
    void shouldCarryOutACommandThatIsTooLongForItsPlaceInTheRing() throws Exception {
        OrderHalt halt = new OrderHalt(HaltScope.MARKET, 0, "x".repeat(500));
        try (DisruptorHost host = start(batches())) {
            host.submit(7, 1, halt);
            host.submit(7, 2, bid(1, 100));
            assertThat(ear.await(1).command()).isEqualTo(halt);
            assertThat(ear.await(2).command()).isEqualTo(bid(1, 100));
        }
    }

    @Test
    void shouldTakeACommandThatIsEncodedAlreadyAndRefuseBytesThatAreNone() throws Exception {
        UnsafeBuffer message = new UnsafeBuffer(new byte[PlaceBidFlyweight.LENGTH]);
        try (DisruptorHost host = start(batches())) {
            PlaceBidFlyweight.encode(message, 0, 1, 1, 100, Currency.CNY);
            host.submit(7, 1, message, 0, message.capacity());
            assertThat(ear.await(1).command()).isEqualTo(bid(1, 100));
            PlaceBidFlyweight.encode(message, 0, 1, 1, -100, Currency.CNY);
            assertThatThrownBy(() -> host.submit(7, 2, message, 0, message.capacity()))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageContaining("amount");
            assertThatThrownBy(() -> host.submit(7, 2, message, 0, 20)).isInstanceOf(MalformedMessageException.class);
        }
        assertThat(ear.heard()).hasSize(2);
    }

    @Test
    void shouldMakeSendersWaitOrTurnThemAwayWhenTheRingIsFull() {
        int refused = 0;
        try (DisruptorHost host = start(batches().withRingSlots(4))) {
            for (int i = 1; i <= 10; i++) {
                if (!host.trySubmit(7, i, bid(SmallMarket.SLOW, i))) {
                    refused++;
                }
            }
            assertThat(refused).isPositive();
            for (int i = 11; i <= 20; i++) {
                host.submit(7, i, bid(SmallMarket.SLOW, i));
            }
        }
        assertThat(ear.heard()).hasSize(1 + 20 - refused);
        assertThat(ear.heard().stream().filter(turn -> turn.clientId() > 10)).hasSize(10);
    }

    @Test
    void shouldHaltAndTellWhenTheCoreFails() throws Exception {
        DisruptorHost host = start(batches().withRingSlots(4));
        host.submit(7, 1, bid(1, 100));
        ear.await(1);
        CompletableFuture<Throwable> sender = CompletableFuture.supplyAsync(() -> {
            try {
                host.submit(7, 2, bid(SmallMarket.SLOW, 1));
                host.submit(7, 3, bid(SmallMarket.BROKEN, 1));
                for (int i = 4; ; i++) {
                    host.submit(7, i, bid(1, 100 + i));
                }
            } catch (NodeStoppedException stopped) {
                return stopped;
            }
        });
        assertThat(fatal.get(30, TimeUnit.SECONDS)).isInstanceOf(InvariantBrokenException.class);
        assertThat(sender.get(30, TimeUnit.SECONDS)).hasRootCauseInstanceOf(InvariantBrokenException.class);
        assertThat(host.isRunning()).isFalse();
        assertThatThrownBy(() -> host.submit(7, 9, bid(1, 200))).isInstanceOf(NodeStoppedException.class);
        host.close();
        assertThat(ear.heard()).extracting(Ear.Heard::clientId).doesNotContain(3L, 4L, 5L);
        try (DisruptorHost next = start(batches())) {
            next.submit(7, 10, bid(1, 300));
            ear.await(10);
        }
    }

    @Test
    void shouldLetTheFatalListenerCloseTheNode() throws Exception {
        CompletableFuture<DisruptorHost> started = new CompletableFuture<>();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        DisruptorHost host = DisruptorHost.start(batches(), SmallMarket.logic(), List.of(), failure -> {
            started.join().close();
            closed.complete(null);
        });
        started.complete(host);
        host.submit(7, 1, bid(SmallMarket.BROKEN, 1));
        closed.get(30, TimeUnit.SECONDS);
        try (DisruptorHost next = start(batches())) {
            assertThat(next.isRunning()).isTrue();
        }
    }

    @Test
    void shouldSignCheckpointsOfWhatIsDurable() throws Exception {
        try (DisruptorHost host = start(batches())) {
            for (int i = 1; i <= 25_000; i++) {
                host.submit(7, i, bid(1, i));
            }
            ear.await(25_000);
        }
        ScanReport report = JournalScanner.scan(directory);
        assertThat(report.isSound()).isTrue();
        assertThat(report.checkpointCount()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void shouldHaltWhenTheJournalFails() throws Exception {
        DisruptorHost host = start(batches());
        host.submit(7, 1, bid(1, 100));
        ear.await(1);
        // An interrupt closes the journal's file under the core: the nearest thing to a disk that fails.
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("tpx-core"))
                .forEach(Thread::interrupt);
        assertThatThrownBy(() -> {
                    for (int i = 2; ; i++) {
                        host.submit(7, i, bid(1, 100 + i));
                    }
                })
                .isInstanceOf(NodeStoppedException.class);
        assertThat(fatal.get(30, TimeUnit.SECONDS)).isInstanceOf(JournalFailedException.class);
        host.close();
    }

    @Test
    void shouldHaltWhenAListenerFails() throws Exception {
        TurnListener deaf = turn -> {
            if (turn.clientId() == 1) {
                throw new IllegalStateException("deaf");
            }
        };
        List<Subscription> subscriptions = List.of(Subscription.fromStart(deaf), Subscription.fromStart(ear));
        try (DisruptorHost host = DisruptorHost.start(batches(), SmallMarket.logic(), subscriptions, fatal::complete)) {
            host.submit(7, 1, bid(1, 100));
            assertThat(fatal.get(30, TimeUnit.SECONDS)).hasMessage("deaf");
            assertThatThrownBy(() -> {
                        for (int i = 2; ; i++) {
                            host.submit(7, i, bid(1, 100 + i));
                        }
                    })
                    .isInstanceOf(NodeStoppedException.class);
        }
        assertThat(ear.heard()).hasSize(1);
    }

    @Test
    void shouldTakeASnapshotBesideTheCoreAndStartFromIt() throws Exception {
        try (DisruptorHost host = start(batches())) {
            for (int i = 1; i <= MANY; i++) {
                host.submit(7, i, bid(1, i));
            }
            ear.await(MANY);
            host.takeSnapshot();
            ear.await(turn -> turn.events().get(0) instanceof SnapshotTaken);
            await(this::hasSnapshot);
            host.submit(7, MANY + 1, bid(1, MANY + 1));
        }
        ReplayResult result =
                new Replay(directory, SmallMarket.logic()).fromNewestSnapshot().run();
        assertThat(result.firstSequence()).isEqualTo(MANY + 3);
        assertThat(result.stateHash())
                .isEqualTo(new Replay(directory, SmallMarket.logic()).run().stateHash());
    }

    @Test
    void shouldTakeSnapshotsByItself() throws Exception {
        try (DisruptorHost host = start(batches().withSnapshotTurns(100))) {
            for (int i = 1; i <= 250; i++) {
                host.submit(7, i, bid(1, i));
            }
            ear.await(turn -> turn.events().get(0) instanceof SnapshotTaken);
        }
        assertThat(directory.resolve("snapshots")).isNotEmptyDirectory();
    }

    private HostSettings batches() {
        return settings(directory).withBatch(1000, 2_000_000);
    }

    private DisruptorHost start(HostSettings settings) {
        return DisruptorHost.start(
                settings, SmallMarket.logic(), List.of(Subscription.fromStart(ear)), fatal::complete);
    }

    private boolean hasSnapshot() {
        Path snapshots = directory.resolve("snapshots");
        if (!Files.isDirectory(snapshots)) {
            return false;
        }
        try (Stream<Path> files = Files.list(snapshots)) {
            return files.anyMatch(file -> file.toString().endsWith(".tpxs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Long> sequences(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
