package org.tpx.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.tpx.benchmarks.books.Measurement;
import org.tpx.benchmarks.books.StreamMaker;
import org.tpx.benchmarks.books.StreamPlan;

/** {@code ./tpx bench units}: orders for units through the whole state machine. */
final class UnitReport {

    private static final long SEED = 1;
    private static final int COMMANDS = 200_000;
    private static final int[] RESTING = {1_000, 50_000};
    private static final double NANOS_PER_SECOND = 1e9;

    private final Consumer<String> out;

    /** Says each line to {@code out}. */
    UnitReport(Consumer<String> out) {
        this.out = out;
    }

    /** Measures and reports. */
    void run(boolean quick, int rounds) throws IOException {
        Path scratch = Files.createTempDirectory("tpx-bench");
        out.accept("");
        out.accept("## Orders for units through the whole state machine, one thread, " + rounds + " processes each");
        out.accept("");
        out.accept("| resting orders | commands/s | ns per command | p50 ns | p99 ns | p99.9 ns | bytes per command |");
        out.accept("|---|---|---|---|---|---|---|");
        for (int resting : RESTING) {
            core(scratch, resting, quick ? 1 : 3, rounds);
        }
        out.accept("");
        out.accept("45 % place, 35 % cancel, 10 % replace, 10 % take from the other side; " + UnitMarket.PARTIES
                + " parties of " + UnitMarket.AGENTS
                + " agents, both sides pay fees. Of each command: references, rights,"
                + " mandate, terms, money and units blocked, book, trades settled, events written. Not: ring, journal,"
                + " publication. Nanoseconds are processor time of the thread; percentiles are by the clock and contain"
                + " reading it, about 20 ns. No command is refused, and the trades are those that a right book makes.");
        pipelines(scratch, quick ? 5 : 15, rounds);
        Directories.delete(scratch);
    }

    private void pipelines(Path scratch, int times, int rounds) throws IOException {
        out.accept("");
        out.accept("## Pipelines: ours and exchange-core's, one after the other in " + rounds + " rounds");
        out.accept("");
        Path file = scratch.resolve("pipelines");
        StreamMaker.make(StreamPlan.mixed(false, RESTING[0], COMMANDS, SEED)).write(file);
        new PipelineComparison(scratch, times, out).run(file, rounds);
        out.accept("");
        out.accept(
                "The same orders, " + RESTING[0]
                        + " resting, from one thread as fast as they are taken; by the clock, until"
                        + " the outcome of the last one is told on another thread. TPX without a journal is the state machine behind a"
                        + " Disruptor and a thread that reads its events: of a node, the checks of messages, records, hashes, journal,"
                        + " publication and checkpoints are left out, for a node cannot run without. With the journal it is the whole"
                        + " node: each turn with command, events, salts, hash chain, synced before anything is told. exchange-core has"
                        + " one matching and one risk engine and its direct book, and otherwise its defaults; its journal holds commands"
                        + " alone, without chain, written through at the end of a batch, and results wait for it. Where it blocks, our node's"
                        + " core thread sleeps instead. Our syncs are those that were seen, theirs the write calls that the kernel counts.");
    }

    private void core(Path scratch, int resting, double seconds, int rounds) throws IOException {
        Path file = scratch.resolve("units-" + resting);
        StreamMaker.make(StreamPlan.mixed(false, resting, COMMANDS, SEED)).write(file);
        List<Measurement> measurements = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            String said = Forks.run(
                    System.getProperty("java.class.path"),
                    "1g",
                    UnitFork.class.getName(),
                    file.toString(),
                    Double.toString(seconds),
                    Double.toString(seconds));
            measurements.add(Measurement.parse(said.lines()
                    .filter(Measurement::isLine)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the state machine fails: " + said))));
        }
        Files.delete(file);
        out.accept(String.format(Locale.ROOT, "| %,d | ", resting)
                + spread(measurements, one -> NANOS_PER_SECOND / one.nanos(), 0) + " | "
                + spread(measurements, Measurement::nanos, 0) + " | "
                + spread(measurements, Measurement::p50Nanos, 0) + " | "
                + spread(measurements, Measurement::p99Nanos, 0) + " | "
                + spread(measurements, Measurement::p999Nanos, 0) + " | "
                + spread(measurements, Measurement::bytes, 2) + " |");
    }

    private static String spread(List<Measurement> measurements, ToDoubleFunction<Measurement> figure, int decimals) {
        double[] values = measurements.stream().mapToDouble(figure).toArray();
        Arrays.sort(values);
        String number = "%,." + decimals + "f";
        return String.format(
                Locale.ROOT,
                number + " (" + number + " to " + number + ")",
                values[values.length / 2],
                values[0],
                values[values.length - 1]);
    }
}
