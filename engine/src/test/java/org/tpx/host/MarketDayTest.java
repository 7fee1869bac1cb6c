package org.tpx.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.host.HostSupport.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.engine.Draft;
import org.tpx.engine.Market;
import org.tpx.engine.Played;
import org.tpx.host.HostSupport.HandClock;
import org.tpx.protocol.Command;
import org.tpx.protocol.Event;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.SaleCommand.PlaceBid;
import org.tpx.protocol.SystemCommand.OpenExchange;
import org.tpx.protocol.SystemCommand.StartNode;
import org.tpx.protocol.SystemCommand.TakeSnapshot;
import org.tpx.wire.TurnFrame;

/** A right is listed, bid for, paid and certified: with the same events on every host, and again from its journal. */
@Timeout(120)
class MarketDayTest {

    private final List<Played> day =
            new Market().certified(Draft.listing("L1")).host().turns();

    @TempDir
    Path directory;

    @Test
    void shouldHaveTheSameEventsAndStateOnEveryHost(@TempDir Path live) throws Exception {
        List<Event> stepped = new ArrayList<>();
        Hash256 state;
        try (StepHost host = StepHost.open(settings(directory), firstNanos(), listener(stepped))) {
            for (Played turn : commands()) {
                host.step(turn.timeNanos(), principalId(turn), clientId(turn), turn.command());
            }
            state = host.stateHash();
        }
        assertThat(stepped).isEqualTo(expected());

        List<Event> heard = new ArrayList<>();
        Ear ear = new Ear();
        HandClock clock = new HandClock(firstNanos());
        CompletableFuture<Throwable> fatal = new CompletableFuture<>();
        try (DisruptorHost host = DisruptorHost.start(
                settings(live, clock),
                List.of(Subscription.fromNow(listener(heard)), Subscription.fromNow(ear)),
                fatal::complete)) {
            for (Played turn : commands()) {
                clock.set(turn.timeNanos());
                host.submit(principalId(turn), clientId(turn), turn.command());
                ear.await(clientId(turn));
            }
        }
        assertThat(heard).isEqualTo(expected());

        assertThat(Replay.of(directory).run().stateHash()).isEqualTo(state);
        assertThat(Replay.of(live).run().stateHash()).isEqualTo(state);
    }

    @Test
    void shouldGoOnAfterEveryRestartAsItsReplayDoes() {
        List<Event> events = new ArrayList<>();
        Hash256 state = Hash256.ZERO;
        long time = firstNanos();
        int restarts = 0;
        for (Played turn : commands()) {
            // A restart while bidding is open would halt the auction.
            boolean last = turn == commands().get(commands().size() - 1);
            try (StepHost host = StepHost.open(settings(directory), time, listener(events))) {
                restarts++;
                host.step(turn.timeNanos(), principalId(turn), clientId(turn), turn.command());
                time = host.timeNanos();
                if (restarts % 7 == 0) {
                    host.takeSnapshot();
                }
                state = host.stateHash();
            }
            if (last || turn.command() instanceof PlaceBid) {
                break;
            }
        }
        assertThat(restarts).isGreaterThan(30);
        assertThat(events).isEqualTo(expected().subList(0, events.size()));
        ReplayResult whole = Replay.of(directory).run();
        assertThat(whole.difference()).isEmpty();
        assertThat(whole.stateHash()).isEqualTo(state);
        assertThat(Replay.of(directory).fromNewestSnapshot().run().stateHash()).isEqualTo(state);
    }

    @Test
    void shouldHaltAnAuctionWhoseCloseFellIntoAnOutage() {
        long time = firstNanos();
        try (StepHost host = StepHost.open(settings(directory), time, turn -> {})) {
            for (Played turn : commands()) {
                time = turn.timeNanos();
                host.step(time, principalId(turn), clientId(turn), turn.command());
                if (turn.command() instanceof PlaceBid) {
                    break;
                }
            }
        }
        List<String> after = new ArrayList<>();
        long back = time + 7200 * HostSupport.SECOND;
        try (StepHost host =
                StepHost.open(settings(directory), back, turn -> after.add(HostSupport.line(turn, turn.timeNanos())))) {
            host.advanceTo(back);
            assertThat(host.timeNanos()).isGreaterThan(time);
        }
        assertThat(after.get(0)).endsWith("StartNode 0 [NodeStarted, AuctionHalted]");
        assertThat(after.subList(1, after.size())).isNotEmpty().allMatch(line -> line.endsWith("Tick 0 [TimerFired]"));
        assertThat(Replay.of(directory).run().difference()).isEmpty();
    }

    private long firstNanos() {
        return day.get(0).timeNanos();
    }

    /** What people sent; the node's own turns come by themselves. */
    private List<Played> commands() {
        return day.stream()
                .filter(turn -> principalId(turn) > 0 || turn.command() instanceof OpenExchange)
                .toList();
    }

    private List<Event> expected() {
        return day.stream().flatMap(turn -> turn.events().stream()).toList();
    }

    private static long clientId(Played turn) {
        return TurnFrame.clientId(turn.frame(), 0);
    }

    private static long principalId(Played turn) {
        return TurnFrame.principalId(turn.frame(), 0);
    }

    private static TurnListener listener(List<Event> events) {
        return turn -> {
            Command command = turn.command();
            if (!(command instanceof StartNode) && !(command instanceof TakeSnapshot)) {
                events.addAll(turn.events());
            }
        };
    }
}
