package org.tpx.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tpx.benchmarks.books.BookFork;
import org.tpx.benchmarks.books.BookStream;
import org.tpx.benchmarks.books.Measurement;
import org.tpx.benchmarks.books.StreamMaker;
import org.tpx.benchmarks.books.StreamPlan;

/**
 * Measures our order book and its peers with the same streams, each in a fresh process on its own class path, round by round
 * and within a round one right after the other; every second round the other way about. So the two figures of a ratio are taken
 * seconds apart, whatever else the machine does, and no book profits from what another has compiled or left in a cache.
 *
 * <p>JMH's runner takes all forks of one benchmark before those of the next, and has one class path for all, which is why these
 * processes are our own.
 */
final class BookComparison {

    private final List<BookPeers.Peer> peers = new ArrayList<>(BookPeers.found());
    private final Map<String, String> failures = new HashMap<>();
    private final Set<String> tooSlow = new HashSet<>();
    private final Path scratch;
    private final double seconds;
    private final double patienceSeconds;

    /**
     * Scratch is a directory for the streams; each process warms up for so many seconds, then measures twice as long. A process
     * that takes longer than the patience is not repeated in later rounds.
     */
    BookComparison(Path scratch, double seconds, double patienceSeconds) {
        this.scratch = scratch;
        this.seconds = seconds;
        this.patienceSeconds = patienceSeconds;
    }

    /** The peers that did not run, and why. */
    Map<String, String> failures() {
        return failures;
    }

    /** Which peers there are, ours included. */
    List<String> names() {
        return peers.stream().map(BookPeers.Peer::name).toList();
    }

    /** Makes the plans' streams and takes so many rounds. */
    List<BookFigures> run(List<StreamPlan> plans, int rounds) throws IOException {
        List<BookFigures> figures = new ArrayList<>();
        for (StreamPlan plan : plans) {
            BookStream stream = StreamMaker.make(plan);
            stream.write(file(plan));
            figures.add(new BookFigures(plan, stream.outcome()));
        }
        for (int round = 0; round < rounds; round++) {
            List<BookPeers.Peer> order = new ArrayList<>(peers);
            if (round % 2 == 1) {
                Collections.reverse(order);
            }
            for (BookFigures of : figures) {
                for (BookPeers.Peer peer : order) {
                    measure(peer, of);
                }
            }
        }
        for (StreamPlan plan : plans) {
            Files.delete(file(plan));
        }
        return figures;
    }

    private Path file(StreamPlan plan) {
        return scratch.resolve(plan.name() + "-" + plan.resting());
    }

    /** A peer that fails is left out from there on; ours must not fail. */
    private void measure(BookPeers.Peer peer, BookFigures figures) throws IOException {
        if (failures.containsKey(peer.name()) || tooSlow.contains(peer.name() + figures.plan())) {
            return;
        }
        long start = System.nanoTime();
        String said = fork(peer, figures.plan());
        String line = said.lines().filter(Measurement::isLine).findFirst().orElse("");
        if (!line.isEmpty()) {
            figures.add(peer.name(), Measurement.parse(line));
            if (System.nanoTime() - start > patienceSeconds * 1e9) {
                tooSlow.add(peer.name() + figures.plan());
            }
        } else if (peer.name().equals(BookPeers.TPX)) {
            throw new IllegalStateException("our own book fails: " + said);
        } else {
            failures.put(peer.name(), said.lines().findFirst().orElse("it said nothing"));
        }
    }

    private String fork(BookPeers.Peer peer, StreamPlan plan) throws IOException {
        String heap = plan.resting() > 2_000_000 ? "8g" : plan.resting() > 100_000 ? "3g" : "1g";
        return Forks.run(
                peer.classPath(),
                heap,
                BookFork.class.getName(),
                peer.type(),
                file(plan).toString(),
                Double.toString(seconds),
                Double.toString(seconds));
    }
}
