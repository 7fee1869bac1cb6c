package org.tpx.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.tpx.benchmarks.books.Measurement;
import org.tpx.benchmarks.books.StreamPlan;

/** The part of {@code ./tpx bench book} in which our order book stands beside its peers. */
final class BookReport {

    private static final long SEED = 1;
    private static final int COMMANDS = 200_000;
    private static final int[] CURVE = {1_000, 10_000, 100_000, 1_000_000, 5_000_000};
    private static final int CURVE_ROUNDS = 3;

    /** A million random places in a large book meet it cold, as the next million would. */
    private static final int CURVE_COMMANDS = 1_000_000;

    private final Consumer<String> out;

    /** Says each line to {@code out}. */
    BookReport(Consumer<String> out) {
        this.out = out;
    }

    /** Measures and reports; quick leaves out the curve up to five million orders. */
    void run(boolean quick, int rounds) throws IOException {
        Path scratch = Files.createTempDirectory("tpx-bench");
        BookComparison comparison = new BookComparison(scratch, quick ? 0.3 : 1.5, quick ? 5 : 60);
        say("");
        say("## Order books: ours and its peers, one after the other in " + rounds + " rounds");
        say("");
        List<BookFigures> figures = comparison.run(plans(), rounds);
        table(figures);
        say("");
        details(figures);
        if (!quick) {
            say("");
            say("How cost grows with the resting orders, mixed stream, " + CURVE_ROUNDS + " rounds:");
            say("");
            curve(new BookComparison(scratch, 0.5, 60).run(curvePlans(), CURVE_ROUNDS));
        }
        say("");
        notes(comparison, figures);
        Directories.delete(scratch);
    }

    private static List<StreamPlan> plans() {
        return List.of(
                StreamPlan.mixed(false, 1_000, COMMANDS, SEED),
                StreamPlan.mixed(false, 50_000, COMMANDS, SEED),
                StreamPlan.mixed(true, 1_000, COMMANDS, SEED),
                StreamPlan.mixed(true, 50_000, COMMANDS, SEED),
                StreamPlan.sweep(10_000, COMMANDS, SEED),
                StreamPlan.flash(10_000, COMMANDS, SEED));
    }

    private static List<StreamPlan> curvePlans() {
        List<StreamPlan> plans = new ArrayList<>();
        for (int resting : CURVE) {
            plans.add(StreamPlan.mixed(false, resting, CURVE_COMMANDS, SEED));
        }
        return plans;
    }

    private void table(List<BookFigures> figures) {
        say("| stream | resting | TPX ns | exchange-core direct ns | exchange-core naive ns | Parity ns"
                + " | direct / TPX | naive / TPX | Parity / TPX | bytes per command, in this order |");
        say("|---|---|---|---|---|---|---|---|---|---|");
        for (BookFigures of : figures) {
            say(start(of) + nanos(of) + " | " + of.ratio(BookPeers.DIRECT) + " | " + of.ratio(BookPeers.NAIVE)
                    + " | " + of.ratio(BookPeers.PARITY) + " | "
                    + joined(" / ", book -> of.median(book, Measurement::bytes, 1)) + " |");
        }
    }

    private void details(List<BookFigures> figures) {
        say("| stream | resting | book | p50 ns | p99 ns | p99.9 ns | heap bytes per resting order |");
        say("|---|---|---|---|---|---|---|");
        for (BookFigures of : figures) {
            for (String book : BookPeers.NAMES) {
                say(start(of) + book + " | " + of.median(book, Measurement::p50Nanos, 0) + " | "
                        + of.median(book, Measurement::p99Nanos, 0) + " | "
                        + of.median(book, Measurement::p999Nanos, 0) + " | "
                        + of.median(book, Measurement::heapBytes, 0) + " |");
            }
        }
    }

    private void curve(List<BookFigures> figures) {
        say("| resting | TPX ns | exchange-core direct ns | exchange-core naive ns | Parity ns | direct / TPX"
                + " | heap bytes per resting order, in this order |");
        say("|---|---|---|---|---|---|---|");
        for (BookFigures of : figures) {
            say(String.format("| %,d | ", of.plan().resting()) + nanos(of) + " | " + of.ratio(BookPeers.DIRECT) + " | "
                    + joined(" / ", book -> of.median(book, Measurement::heapBytes, 0)) + " |");
        }
    }

    private static String start(BookFigures of) {
        return String.format("| %s | %,d | ", of.plan().name(), of.plan().resting());
    }

    private static String nanos(BookFigures of) {
        return joined(" | ", book -> of.median(book, Measurement::nanos, 1));
    }

    private static String joined(String separator, UnaryOperator<String> figure) {
        return String.join(separator, BookPeers.NAMES.stream().map(figure).toList());
    }

    private void notes(BookComparison comparison, List<BookFigures> figures) {
        say(
                "Nanoseconds are processor time of the book's thread for a command, median of the rounds; a ratio is the median of"
                        + " the ratios within each round, with the lowest and the highest. Percentiles are by the clock for each command"
                        + " and contain reading it, " + figures.get(0).median(BookPeers.TPX, Measurement::clockNanos, 0)
                        + " ns. Heap is what the collected heap grows by as an empty book fills. A book that"
                        + " needed more than a minute (quick: five seconds) for one round was not asked again.");
        say(
                "exchange-core moves an order where ours is replaced, and its orders and events are pooled as in its engine; Parity"
                        + " cancels and enters anew. All books did the same work in every pass, down to each trade's maker, price and"
                        + " lots:");
        for (BookFigures of : figures) {
            say(String.format(
                    "%s %,d: %,d trades of %,d lots, %,d orders left.",
                    of.plan().name(),
                    of.plan().resting(),
                    of.outcome().trades(),
                    of.outcome().lots(),
                    of.outcome().resting()));
        }
        for (String name : BookPeers.NAMES) {
            if (!comparison.names().contains(name)) {
                say(name + " is not here: its jar could not be built.");
            } else if (comparison.failures().containsKey(name)) {
                say(name + " does not run on Java " + Runtime.version().feature() + ": "
                        + comparison.failures().get(name));
            }
        }
    }

    private void say(String line) {
        out.accept(line);
    }
}
