package org.tpx.benchmarks.books;

/**
 * An order book under test. Every order is a limit order that trades what it can at once and rests with what is left; prices are ticks,
 * quantities lots, ids any 64-bit number.
 *
 * <p>An implementation has a public constructor without arguments, tells each trade to its {@link Tally}, and asks of the book
 * no more than the book's owner would. One thread.
 */
public interface TestedBook {

    /** The book is empty and will be filled with the same ids once more. A book that would not take them starts anew. */
    default void reuse() {}

    /** Enters an order. */
    void place(long id, long member, boolean buys, long price, long lots);

    /** Takes a resting order out. */
    void cancel(long id, long member);

    /**
     * Gives a resting order another price, at which it stands behind the others; {@code lots} is what remains of it, for books
     * that can only cancel and enter anew.
     */
    void replace(long id, long member, boolean buys, long price, long lots);

    /** How many orders rest. Not in the measured time. */
    int resting();

    /** What was traded. */
    Tally tally();
}
