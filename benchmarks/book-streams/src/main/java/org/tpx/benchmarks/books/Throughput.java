package org.tpx.benchmarks.books;

import java.util.Arrays;

/**
 * What one process measured of one pipeline with one stream.
 *
 * @param commandsPerSecond commands from the first that was sent to the last of which the outcome was told, by the clock
 * @param journalBytes written for a command
 * @param syncs for a command
 */
public record Throughput(double commandsPerSecond, double journalBytes, double syncs) {

    private static final String MARK = "throughput:";

    /** As one line for the process that asked. */
    public String line() {
        return MARK + " " + commandsPerSecond + " " + journalBytes + " " + syncs;
    }

    /** Whether a process's line is one of these. */
    public static boolean isLine(String line) {
        return line.startsWith(MARK);
    }

    /** Reads a line again. */
    public static Throughput parse(String line) {
        double[] figures = Arrays.stream(line.substring(MARK.length()).trim().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Throughput(figures[0], figures[1], figures[2]);
    }
}
