package org.tpx.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.tpx.journal.Durability;

/**
 * {@code ./tpx bench}: runs the benchmarks and writes a report with the machine and the command next to the figures.
 *
 * <p>Usage: {@code bench [engine] [codec] [book] [units] [pipeline] [replay] [settlement] [winners] [--quick] [--runs N] [--db URL] [--out FILE]}; without a name all of them.
 */
public final class Bench {

    private static final Set<String> NAMES =
            new TreeSet<>(List.of("engine", "codec", "book", "units", "pipeline", "replay", "settlement", "winners"));
    private static final String USAGE =
            "usage: tpx bench [engine] [codec] [book] [units] [pipeline] [replay] [settlement] [winners] [--quick] [--runs N] [--db URL] [--out FILE]";

    /** Fewer pairs give no median. */
    private static final int LEAST_ROUNDS = 3;

    private final Set<String> chosen = new TreeSet<>();
    private final List<String> report = new ArrayList<>();
    private boolean quick;
    private int runs = 5;
    private String database = "";
    private Path out = Path.of("benchmark-results.md");

    private Bench() {}

    /** Exit code 2 for a wrong argument. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        Bench bench = new Bench();
        if (!bench.read(arguments)) {
            System.err.println(USAGE);
            System.exit(2);
        }
        bench.run(String.join(" ", arguments));
    }

    private boolean read(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (NAMES.contains(arguments[i])) {
                chosen.add(arguments[i]);
            } else if (arguments[i].equals("--quick")) {
                quick = true;
                runs = 1;
            } else if (arguments[i].equals("--runs") && i + 1 < arguments.length) {
                runs = Integer.parseInt(arguments[++i]);
            } else if (arguments[i].equals("--db") && i + 1 < arguments.length) {
                database = arguments[++i];
            } else if (arguments[i].equals("--out") && i + 1 < arguments.length) {
                out = Path.of(arguments[++i]);
            } else {
                return false;
            }
        }
        if (chosen.isEmpty()) {
            chosen.addAll(NAMES);
        }
        return true;
    }

    private void run(String command) throws IOException, RunnerException {
        say("# TPX benchmark");
        say("");
        say("Machine: " + Machine.line());
        say("");
        say("Command: `./tpx bench " + command + "`, " + runs
                + " run(s) of each; median, and lowest to highest in brackets.");
        if (chosen.contains("engine")) {
            jmh("State machine: one bid, its making included", BidBenchmark.class);
            jmh("State machine: one bid on an empty and on a full exchange", CrowdBenchmark.class);
        }
        if (chosen.contains("codec")) {
            jmh("Codec: a bid written and read", CodecBenchmark.class);
        }
        if (chosen.contains("book")) {
            new BookReport(this::say).run(quick, Math.max(runs, LEAST_ROUNDS));
            jmh("Order book: one command of a mixed stream, by resting orders", BookBenchmark.class);
        }
        if (chosen.contains("units")) {
            new UnitReport(this::say).run(quick, Math.max(runs, LEAST_ROUNDS));
        }
        if (chosen.contains("winners")) {
            jmh("Package sale: the winners of 200 bids on 12 lots", WinnerBenchmark.class);
        }
        if (chosen.contains("replay")) {
            replay();
        }
        if (chosen.contains("pipeline")) {
            pipeline();
        }
        if (chosen.contains("settlement")) {
            new SettlementReport(this::say, database).run(quick, runs);
            jmh("Ledger in memory: three postings and a hold in two phases", LedgerBenchmark.class);
        }
        Files.write(out, report);
        System.out.println("written to " + out.toAbsolutePath());
    }

    private void jmh(String title, Class<?> benchmark) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(benchmark.getName()).addProfiler(GCProfiler.class).jvmArgsAppend("-Xms4g", "-Xmx4g");
        if (quick) {
            options.forks(1).warmupIterations(2).measurementIterations(2);
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        say("");
        say("## " + title);
        say("");
        say("| benchmark | ns per operation | +/- 99.9 % | bytes allocated per operation |");
        say("|---|---|---|---|");
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
            say(String.format(
                    "| %s | %.1f | %.1f | %.4f |",
                    label(result),
                    time.getScore(),
                    time.getScoreError(),
                    bytes == null ? Double.NaN : bytes.getScore()));
        }
    }

    private static String label(RunResult result) {
        BenchmarkParams parameters = result.getParams();
        StringBuilder label = new StringBuilder(result.getPrimaryResult().getLabel());
        for (String key : parameters.getParamsKeys()) {
            label.append(", ").append(key).append(' ').append(parameters.getParam(key));
        }
        return label.toString();
    }

    private void replay() throws IOException {
        Path scratch = Files.createTempDirectory("tpx-bench");
        long bids = quick ? 500_000 : 3_000_000;
        say("");
        say("## Auditor: a journal of " + bids + " bids");
        say("");
        try (ReplayBench bench = new ReplayBench(scratch, bids)) {
            say("| what | turns per second |");
            say("|---|---|");
            say("| verify: CRC, roots, chain, Merkle tree, without the engine | " + sample(bench::verifyPerSecond)
                    + " |");
            say("| replay: carried out again, every event compared | " + sample(bench::replayPerSecond) + " |");
            say("");
            say("A bid's record, with event and proof: " + bench.bytesPerBid() + " bytes.");
        }
        Directories.delete(scratch);
    }

    private String sample(LongSupplier measurement) {
        long[] values = new long[runs];
        for (int i = 0; i < runs; i++) {
            values[i] = measurement.getAsLong();
        }
        Arrays.sort(values);
        return values[runs / 2] + " (" + values[0] + " to " + values[runs - 1] + ")";
    }

    private void pipeline() throws IOException {
        Path scratch = Files.createTempDirectory("tpx-bench");
        say("");
        say("## Pipeline: ring, state machine, journal, publication; open loop");
        say("");
        say("| durability | offered/s | published/s | p50 us | p99 us | p99.9 us | max us |");
        say("|---|---|---|---|---|---|---|");
        Map<Long, Long> bids = new TreeMap<>(Map.of(
                10_000L,
                quick ? 50_000L : 200_000L,
                100_000L,
                quick ? 300_000L : 1_000_000L,
                PipelineBench.UNLIMITED,
                quick ? 500_000L : 2_000_000L));
        for (Durability durability : Durability.values()) {
            for (Map.Entry<Long, Long> offer : bids.entrySet()) {
                pipeline(scratch, durability, offer.getKey(), offer.getValue());
            }
        }
        Directories.delete(scratch);
    }

    private void pipeline(Path scratch, Durability durability, long rate, long bids) throws IOException {
        PipelineBench bench = new PipelineBench(scratch, bids / 2, bids);
        List<PipelineResult> results = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            results.add(bench.run(durability, rate, run));
        }
        say("| " + durability.name().toLowerCase(Locale.ROOT) + " | "
                + (rate == PipelineBench.UNLIMITED ? "all" : rate) + " | "
                + spread(results, PipelineResult::bidsPerSecond) + " | "
                + spread(results, PipelineResult::p50Micros) + " | "
                + spread(results, PipelineResult::p99Micros) + " | "
                + spread(results, PipelineResult::p999Micros) + " | "
                + spread(results, PipelineResult::maxMicros) + " |");
    }

    private static String spread(List<PipelineResult> results, ToLongFunction<PipelineResult> figure) {
        long[] values = results.stream().mapToLong(figure).sorted().toArray();
        return values.length == 1
                ? Long.toString(values[0])
                : values[values.length / 2] + " (" + values[0] + " to " + values[values.length - 1] + ")";
    }

    private void say(String line) {
        report.add(line);
        System.out.println(line);
    }
}
