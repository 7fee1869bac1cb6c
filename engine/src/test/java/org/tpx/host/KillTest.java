package org.tpx.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import org.tpx.wire.RecordCodec;

/**
 * Kills a node under load, again and again on the same journal: what was acknowledged must be there afterwards, and nothing
 * that nobody sent. The number of kills is the system property {@code kills}.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("tpx.kills", 10);
    private static final long CLIENTS_PER_ROUND = 1_000_000_000;

    private static final int KILLS_PER_JOURNAL = 10;

    @TempDir
    Path directories;

    private Path directory = Path.of("");
    private long checked;

    @Test
    void shouldHaveEveryAcknowledgedTurnAndNoOtherAfterEachKill() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int round = kill % KILLS_PER_JOURNAL;
            if (round == 0) {
                directory = directories.resolve("from-" + kill);
                checked = 0;
            }
            // Every fifth one dies while it starts, or soon after.
            List<String> acks = killed(round, kill % 5 == 4, random);
            acknowledged += acks.size();
            check(round, acks, "seed " + seed + ", kill " + kill);
            if (round == KILLS_PER_JOURNAL - 1 || kill == KILLS - 1) {
                replay("seed " + seed + ", kill " + kill);
            }
        }
        assertThat(acknowledged).as("acknowledged turns in all, seed %d", seed).isGreaterThan(100L * KILLS);
    }

    private void replay(String which) {
        ReplayResult whole = new Replay(directory, SmallMarket.logic()).run();
        ReplayResult rest =
                new Replay(directory, SmallMarket.logic()).fromNewestSnapshot().run();
        assertThat(whole.difference()).as(which).isEmpty();
        assertThat(rest.stateHash()).as(which).isEqualTo(whole.stateHash());
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
        assertThat(node.isAlive())
                .as("the node of round %d runs until it is killed", round)
                .isTrue();
        // By the handle: the process's own method closes the pipe, with acknowledgements in it.
        assertThat(node.toHandle().destroyForcibly()).isTrue();
        node.waitFor();
        return acks.get(60, TimeUnit.SECONDS);
    }

    private static void sleep(int millis) throws InterruptedException {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, millis, TimeUnit.MILLISECONDS)
                .join();
    }

    private Process start(int round) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Xmx256m", "-XX:TieredStopAtLevel=1"));
        command.addAll(
                List.of(KilledNode.class.getName(), directory.toString(), String.valueOf(round * CLIENTS_PER_ROUND)));
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
            throw new UncheckedIOException(broken);
        }
        // A line without its end did not reach the client.
        int end = text.lastIndexOf("\n");
        return end < 0 ? List.of() : Arrays.asList(text.substring(0, end).split("\n"));
    }

    /** Looks at the turns since the last kill: every bid as it was sent, in order, none twice, and every acknowledged one. */
    private void check(int round, List<String> acks, String which) throws IOException {
        if (!Files.exists(directory.resolve("journal.properties"))) {
            assertThat(acks).as(which).isEmpty();
            return;
        }
        List<String> journal = new ArrayList<>();
        long first = checked + 1;
        long[] clients = new long[KilledNode.SENDERS + 1];
        Arrays.fill(clients, round * CLIENTS_PER_ROUND);
        TurnRecordView turn = new TurnRecordView();
        PlaceBidFlyweight bid = new PlaceBidFlyweight();
        try (JournalReader reader = JournalReader.open(directory)) {
            reader.seek(first);
            while (reader.next(turn)) {
                checked = turn.sequence();
                journal.add(turn.sequence() + " " + turn.principalId() + " " + turn.clientId());
                if (turn.principalId() > 0) {
                    bid.wrap(turn.buffer(), turn.commandOffset());
                    boolean sent = turn.clientId() == ++clients[(int) turn.principalId()]
                            && bid.amountMinor() == KilledNode.amount(turn.principalId(), turn.clientId());
                    if (!sent) {
                        throw new AssertionError(which + ": nobody sent "
                                + new TurnView(new RecordCodec()).over(turn).command() + " as "
                                + journal.get(journal.size() - 1));
                    }
                }
            }
        }
        List<String> missing =
                acks.stream().filter(ack -> !isIn(journal, first, ack)).toList();
        assertThat(missing)
                .as("%s: acknowledged turns that are not in the journal", which)
                .isEmpty();
    }

    private static boolean isIn(List<String> journal, long first, String ack) {
        long index = Long.parseLong(ack.substring(0, ack.indexOf(' '))) - first;
        return index >= 0 && index < journal.size() && journal.get((int) index).equals(ack);
    }
}
