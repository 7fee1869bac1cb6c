package org.tpx.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.tpx.benchmarks.books.PipelineFork;
import org.tpx.benchmarks.books.Throughput;

/**
 * Our pipeline and exchange-core's, without and with a journal, with the same stream: a fresh process each, round by round one
 * right after the other, every second round the other way about; so the two figures of a ratio are taken seconds apart.
 */
final class PipelineComparison {

    /**
     * A pipeline on its own class path.
     *
     * @param name as it stands in the report
     * @param peer whose jar it is in, empty for ours
     * @param type its class
     * @param yields whether its threads yield where they wait
     */
    private record Contender(String name, String peer, String type, boolean yields) {}

    private static final String EXCHANGE_CORE = "org.tpx.benchmarks.exchangecore.";

    /** Ours and theirs, which wait alike: how threads wait decides much, on few cores above all. */
    private static final List<List<Contender>> PAIRS = List.of(
            pair("no journal, yielding", BareUnits.class, "BarePipeline", true),
            pair("no journal, blocking", BareUnits.class, "BarePipeline", false),
            pair("journal, yielding", JournaledUnits.class, "JournaledPipeline", true),
            pair("journal, blocking", JournaledUnits.class, "JournaledPipeline", false));

    private static final String HEAP = "1g";

    private final Map<String, List<Throughput>> figures = new LinkedHashMap<>();
    private final Map<String, String> failures = new LinkedHashMap<>();
    private final Path scratch;
    private final int times;
    private final Consumer<String> out;

    /** Each process sends the stream so many times to warm up, and so many to measure. */
    PipelineComparison(Path scratch, int times, Consumer<String> out) {
        this.scratch = scratch;
        this.times = times;
        this.out = out;
    }

    private static List<Contender> pair(String what, Class<?> ours, String theirs, boolean yields) {
        return List.of(
                new Contender("TPX, " + what, "", ours.getName(), yields),
                new Contender("exchange-core, " + what, "exchange-core", EXCHANGE_CORE + theirs, yields));
    }

    /** Measures with the stream in the file and reports. */
    void run(Path stream, int rounds) throws IOException {
        for (int round = 0; round < rounds; round++) {
            for (List<Contender> pair : PAIRS) {
                List<Contender> order = new ArrayList<>(pair);
                if (round % 2 == 1) {
                    Collections.reverse(order);
                }
                for (Contender contender : order) {
                    measure(contender, stream);
                }
            }
        }
        out.accept(
                "| pipeline | commands/s | TPX / exchange-core, by round | journal bytes per command | commands per sync |");
        out.accept("|---|---|---|---|---|");
        PAIRS.forEach(this::report);
        failures.forEach((name, said) -> out.accept(name + " does not run: " + said));
    }

    private void measure(Contender contender, Path stream) throws IOException {
        if (failures.containsKey(contender.name())) {
            return;
        }
        String classPath = System.getProperty("java.class.path");
        if (!contender.peer().isEmpty()) {
            Path jar = BookPeers.jar(contender.peer());
            if (!Files.exists(jar)) {
                failures.put(contender.name(), "its jar could not be built");
                return;
            }
            classPath = jar.toString();
        }
        Path journal = Files.createTempDirectory(scratch, "journal");
        String said = Forks.run(
                classPath,
                HEAP,
                PipelineFork.class.getName(),
                contender.type(),
                stream.toString(),
                journal.toString(),
                Integer.toString(times),
                Integer.toString(times),
                Boolean.toString(contender.yields()));
        Directories.delete(journal);
        String line = said.lines().filter(Throughput::isLine).findFirst().orElse("");
        if (!line.isEmpty()) {
            figures.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(Throughput.parse(line));
        } else if (contender.peer().isEmpty()) {
            throw new IllegalStateException("our own pipeline fails: " + said);
        } else {
            failures.put(contender.name(), said.lines().findFirst().orElse("it said nothing"));
        }
    }

    private void report(List<Contender> pair) {
        String ratio = ratio(of(pair.get(0)), of(pair.get(1)));
        for (Contender contender : pair) {
            List<Throughput> rounds = of(contender);
            if (!rounds.isEmpty()) {
                out.accept("| " + contender.name() + " | "
                        + spread(values(rounds, Throughput::commandsPerSecond), "%,.0f") + " | "
                        + (contender.peer().isEmpty() ? ratio : "") + " | "
                        + spread(values(rounds, Throughput::journalBytes), "%,.0f") + " | "
                        + spread(values(rounds, one -> one.syncs() == 0 ? 0 : 1 / one.syncs()), "%,.0f") + " |");
            }
        }
    }

    private List<Throughput> of(Contender contender) {
        return figures.getOrDefault(contender.name(), List.of());
    }

    private static String ratio(List<Throughput> ours, List<Throughput> theirs) {
        double[] ratios = new double[Math.min(ours.size(), theirs.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ours.get(i).commandsPerSecond() / theirs.get(i).commandsPerSecond();
        }
        return ratios.length == 0 ? "-" : spread(ratios, "%.2f");
    }

    private static double[] values(List<Throughput> rounds, ToDoubleFunction<Throughput> figure) {
        return rounds.stream().mapToDouble(figure).toArray();
    }

    private static String spread(double[] values, String number) {
        Arrays.sort(values);
        return values[values.length - 1] == 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        number + " (" + number + " to " + number + ")",
                        values[values.length / 2],
                        values[0],
                        values[values.length - 1]);
    }
}
