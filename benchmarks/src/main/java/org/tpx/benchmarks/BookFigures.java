package org.tpx.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.tpx.benchmarks.books.Measurement;
import org.tpx.benchmarks.books.Outcome;
import org.tpx.benchmarks.books.StreamPlan;

/** What the books took for one stream, round by round. */
final class BookFigures {

    private final StreamPlan plan;
    private final Outcome outcome;
    private final Map<String, List<Measurement>> rounds = new HashMap<>();

    BookFigures(StreamPlan plan, Outcome outcome) {
        this.plan = plan;
        this.outcome = outcome;
    }

    StreamPlan plan() {
        return plan;
    }

    /** What each of the books has done, else its process had failed. */
    Outcome outcome() {
        return outcome;
    }

    void add(String book, Measurement measurement) {
        rounds.computeIfAbsent(book, name -> new ArrayList<>()).add(measurement);
    }

    /** The median over the rounds, or a dash. */
    String median(String book, ToDoubleFunction<Measurement> figure, int decimals) {
        List<Measurement> measurements = rounds.getOrDefault(book, List.of());
        return measurements.isEmpty()
                ? "-"
                : decimal(
                        median(measurements.stream()
                                .mapToDouble(figure)
                                .sorted()
                                .toArray()),
                        decimals);
    }

    /** How many times as long as ours a peer takes: each round's ratio, their median, the lowest and the highest. */
    String ratio(String peer) {
        List<Measurement> theirs = rounds.getOrDefault(peer, List.of());
        List<Measurement> ours = rounds.getOrDefault(BookPeers.TPX, List.of());
        double[] ratios = new double[Math.min(theirs.size(), ours.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = theirs.get(i).nanos() / ours.get(i).nanos();
        }
        Arrays.sort(ratios);
        return ratios.length == 0
                ? "-"
                : decimal(median(ratios), 2) + " (" + decimal(ratios[0], 2) + " to "
                        + decimal(ratios[ratios.length - 1], 2) + ")";
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String decimal(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
