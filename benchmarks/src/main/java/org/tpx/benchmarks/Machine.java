package org.tpx.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What figures were measured on, in one line; figures without it mean nothing. */
final class Machine {

    private Machine() {}

    /** Processor, cores, memory, system, JVM, time. */
    static String line() {
        Runtime runtime = Runtime.getRuntime();
        return String.join(
                ", ",
                processor(),
                runtime.availableProcessors() + " cores",
                "heap " + (runtime.maxMemory() >> 20) + " MiB",
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
    }

    private static String processor() {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/cpuinfo"));
            return lines.stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
