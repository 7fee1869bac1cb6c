package org.tpx.benchmarks.books;

/** Counts times to the nanosecond; whatever is longer than 65 microseconds counts as that. */
public final class LatencyCounts {

    private final int[] counts = new int[1 << 16];
    private long total;

    /** Counts one. */
    public void add(long nanos) {
        counts[(int) Math.min(nanos, counts.length - 1)]++;
        total++;
    }

    /** The time within which this share of them was done. */
    public long within(double share) {
        long needed = (long) Math.ceil(total * share);
        int nanos = 0;
        for (long seen = counts[0]; seen < needed; seen += counts[nanos]) {
            nanos++;
        }
        return nanos;
    }
}
