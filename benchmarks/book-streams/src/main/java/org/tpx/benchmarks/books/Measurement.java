package org.tpx.benchmarks.books;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one process measured of one book with one stream.
 *
 * @param nanos processor time of the book's thread for a command
 * @param bytes allocated for a command
 * @param heapBytes that the heap grew by for a resting order, from the empty book to the filled one
 * @param p50Nanos a command's time by the clock, reading the clock included: half of the commands took at most this
 * @param p99Nanos 99 % took at most this
 * @param p999Nanos 99.9 % took at most this
 * @param clockNanos what the clock says of nothing: its own cost, contained in the three above
 */
public record Measurement(
        double nanos,
        double bytes,
        double heapBytes,
        double p50Nanos,
        double p99Nanos,
        double p999Nanos,
        double clockNanos) {

    private static final String MARK = "measured:";

    /** As one line for the process that asked. */
    public String line() {
        return List.of(nanos, bytes, heapBytes, p50Nanos, p99Nanos, p999Nanos, clockNanos).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" ", MARK + " ", ""));
    }

    /** Whether a process's line is one of these. */
    public static boolean isLine(String line) {
        return line.startsWith(MARK);
    }

    /** Reads a line again. */
    public static Measurement parse(String line) {
        double[] figures = Arrays.stream(line.substring(MARK.length()).trim().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Measurement(figures[0], figures[1], figures[2], figures[3], figures[4], figures[5], figures[6]);
    }
}
