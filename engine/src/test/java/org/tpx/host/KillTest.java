package org.tpx.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.journal.JournalReader;
import org.tpx.journal.TurnRecordView;
import org.tpx.wire.PlaceBidFlyweight;
import org.tpx.wire.TurnFrame;

/**
 * Kills a node under load, again and again on the same journal: what was acknowledged must be there afterwards, and nothing
 * that nobody sent. The number of kills is the system property {@code kills}.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final long CLIENTS_PER_ROUND = 1_000_000_000;

    @TempDir
    Path directory;

    @Test
    void shouldHaveEveryAcknowledgedTurnAndNoOtherAfterEachKill() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long acknowledged = 0;
        for (int round = 0; round < KILLS; round++) {
            // Every fifth one dies while it starts, or soon after.
            boolean early = round % 5 == 4;
            List<String> acks = killed(round, early, random);
            acknowledged += acks.size();
            check(round, acks, "seed " + seed + ", round " + round);
        }
        assertThat(acknowledged).as("acknowledged turns in all, seed %d", seed).isGreaterThan(100L * KILLS);
        ReplayResult replay = new Replay(directory, SmallMarket.logic()).run();
        assertThat(replay.difference()).as("seed %d", seed).isEmpty();
        assertThat(new Replay(directory, SmallMarket.logic())
                        .fromNewestSnapshot()
                        .run()
                        .stateHash())
                .as("seed %d", seed)
                .isEqualTo(replay.stateHash());
    }

    /** Starts the node, kills it at a random moment, and returns the lines that it had printed by then. */
    private List<String> killed(int round, boolean early, Random random) throws Exception {
        Process node = start(round);
        CompletableFuture<Void> first = new CompletableFuture<>();
        CompletableFuture<List<String>> acks = CompletableFuture.supplyAsync(() -> read(node, first));
        if (early) {
            sleep(random.nextInt(1500));
        } else {
            CompletableFuture.anyOf(first, acks).get(60, TimeUnit.SECONDS);
            sleep(10 + random.nextInt(400));
        }
        assertThat(node.isAlive()).as("the node of round %d runs until it is killed", round).isTrue();
        node.destroyForcibly().waitFor();
        return acks.get(60, TimeUnit.SECONDS);
    }

    private static void sleep(int millis) throws InterruptedException {
        new CompletableFuture<Void>().completeOnTimeout(null, millis, TimeUnit.MILLISECONDS).join();
    }

    private Process start(int round) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Xmx256m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(
                KilledNode.class.getName(), directory.toString(), String.valueOf(round * CLIENTS_PER_ROUND)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<String> read(Process node, CompletableFuture<Void> first) {
        StringBuilder text = new StringBuilder();
        char[] piece = new char[1 << 16];
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.US_ASCII))) {
            for (int read = reader.read(piece); read >= 0; read = reader.read(piece)) {
                text.append(piece, 0, read);
                first.complete(null);
            }
        } catch (IOException broken) {
            // The pipe of a killed process may break instead of end; what was read was acknowledged.
            assertThat(node.isAlive()).isFalse();
        }
        // A line without its end did not reach the client.
        int end = text.lastIndexOf("\n");
        return end < 0 ? List.of() : Arrays.asList(text.substring(0, end).split("\n"));
    }

    private void check(int round, List<String> acks, String which) {
        List<String> journal = new ArrayList<>();
        long[] last = new long[KilledNode.SENDERS + 1];
        Arrays.fill(last, round * CLIENTS_PER_ROUND);
        TurnRecordView turn = new TurnRecordView();
        PlaceBidFlyweight bid = new PlaceBidFlyweight();
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next(turn)) {
                journal.add(turn.sequence() + " " + turn.principalId() + " " + turn.clientId());
                if (TurnFrame.templateId(turn.buffer(), turn.frameOffset()) != PlaceBidFlyweight.TEMPLATE_ID) {
                    continue;
                }
                bid.wrap(turn.buffer(), turn.commandOffset());
                assertThat(bid.amountMinor())
                        .as("%s: amount of turn %d", which, turn.sequence())
                        .isEqualTo(KilledNode.amount(turn.principalId(), turn.clientId()));
                if (turn.clientId() > round * CLIENTS_PER_ROUND) {
                    int principal = (int) turn.principalId();
                    assertThat(turn.clientId())
                            .as("%s: client id of turn %d", which, turn.sequence())
                            .isEqualTo(++last[principal]);
                }
            }
        }
        List<String> missing = acks.stream()
                .filter(ack -> !isIn(journal, ack))
                .toList();
        assertThat(missing).as("%s: acknowledged turns that are not in the journal", which).isEmpty();
    }

    private static boolean isIn(List<String> journal, String ack) {
        int sequence = Integer.parseInt(ack.substring(0, ack.indexOf(' ')));
        return sequence <= journal.size() && journal.get(sequence - 1).equals(ack);
    }
}
