package org.tpx.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged node, killed at random moments while clients send over HTTP as fast as it answers. What it acknowledged must
 * stand in the journal, at the sequence that it told; what stands there must have been sent.
 *
 * <p>{@code -Dtpx.kills=100} makes it a hundred kills; {@code -Dtpx.seed} repeats a run.
 */
class ServeKillIT {
    private static final int CLIENTS = 4;
    private static final int LONGEST_MILLIS = 1500;
    private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":(\\d+)");
    private static final Pattern APPLIED = Pattern.compile(
            "\"sequence\":(\\d+),.*\"principal\":\"CLERK-1\",\"clientId\":(\\d+),.*\"type\":\"MembershipApplied\"");

    @TempDir
    Path directory;

    private final AtomicLong lastClientId = new AtomicLong();
    private final Map<Long, Long> acknowledged = new ConcurrentSkipListMap<>();

    @Test
    void shouldLoseNothingItAcknowledgedAndInventNothing() throws Exception {
        int kills = Integer.getInteger("tpx.kills", 2);
        long seed = Long.getLong("tpx.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        for (int kill = 0; kill < kills; kill++) {
            killUnderLoad(random.nextInt(1, LONGEST_MILLIS));
        }
        Map<Long, Long> journaled = journaled();
        assertThat(journaled).as("seed %d", seed).containsAllEntriesOf(acknowledged);
        assertThat(journaled.keySet()).as("seed %d", seed).allMatch(clientId -> clientId <= lastClientId.get());
        assertThat(acknowledged).as("the node answered, seed %d", seed).isNotEmpty();
        assertThat(ServedNode.run("audit", "replay", journal())).startsWith("0\n");
        System.out.println(kills + " kills, seed " + seed + ": " + acknowledged.size() + " acknowledged, "
                + journaled.size() + " journaled, 0 lost, 0 invented");
    }

    private void killUnderLoad(int millis) throws Exception {
        ServedNode node = ServedNode.start(journal());
        CountDownLatch gone = new CountDownLatch(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            new Thread(() -> send(node, gone)).start();
        }
        assertThat(gone.await(millis, TimeUnit.MILLISECONDS))
                .as("every client was refused")
                .isFalse();
        node.kill();
        gone.await();
    }

    private void send(ServedNode node, CountDownLatch gone) {
        try {
            while (true) {
                long clientId = lastClientId.incrementAndGet();
                Matcher answer = SEQUENCE.matcher(node.apply(clientId));
                if (answer.find()) {
                    acknowledged.put(clientId, Long.parseLong(answer.group(1)));
                }
            }
        } catch (IOException | InterruptedException killed) {
            gone.countDown();
        }
    }

    private Map<Long, Long> journaled() throws Exception {
        Map<Long, Long> found = new TreeMap<>();
        List<Long> twice = new ArrayList<>();
        for (String line :
                ServedNode.run("audit", "dump", journal(), "--json").lines().toList()) {
            Matcher applied = APPLIED.matcher(line);
            if (applied.find()
                    && found.put(Long.parseLong(applied.group(2)), Long.parseLong(applied.group(1))) != null) {
                twice.add(Long.parseLong(applied.group(2)));
            }
        }
        assertThat(twice).isEmpty();
        return found;
    }

    private String journal() {
        return directory.resolve("journal").toString();
    }
}
