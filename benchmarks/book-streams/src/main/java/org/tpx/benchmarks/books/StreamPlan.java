package org.tpx.benchmarks.books;

/**
 * Of which a stream is made; the same plan gives the same stream.
 *
 * @param name as it stands in the report
 * @param shape what the measured commands are like
 * @param resting how many orders are in the book, about
 * @param width how far from the middle prices lie, in ticks
 * @param measured how many commands are measured
 * @param seed of the random numbers
 */
public record StreamPlan(String name, Shape shape, int resting, long width, int measured, long seed) {

    /** What the measured commands are like. */
    public enum Shape {
        /** 45 % place, 35 % cancel, 10 % replace, 10 % take from the other side. */
        MIXED,
        /** Orders that each take some hundreds of others, and what fills the book again. */
        SWEEP,
        /** Again and again the middle falls far in a rush of sells and cancels, and comes back. */
        FLASH
    }

    private static final long NEIGHBOURS = 1_000;
    private static final long FAR_APART = 1_000_000_000;

    /** The mix over prices close together, or each order nearly alone at its price. */
    public static StreamPlan mixed(boolean sparse, int resting, int measured, long seed) {
        return new StreamPlan(
                sparse ? "sparse" : "mixed", Shape.MIXED, resting, sparse ? FAR_APART : NEIGHBOURS, measured, seed);
    }

    /** Deep sweeps over a side with one order or two at a price. */
    public static StreamPlan sweep(int resting, int measured, long seed) {
        return new StreamPlan("sweep", Shape.SWEEP, resting, resting, measured, seed);
    }

    /** A flash crash every twenty thousand commands. */
    public static StreamPlan flash(int resting, int measured, long seed) {
        return new StreamPlan("flash", Shape.FLASH, resting, NEIGHBOURS, measured, seed);
    }
}
