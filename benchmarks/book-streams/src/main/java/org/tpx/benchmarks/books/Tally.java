package org.tpx.benchmarks.books;

/** The trades of a book: how many, how much, and a digest of which resting orders traded at which price in which order. */
public final class Tally {

    private long trades;
    private long lots;
    private long digest;

    /** Adds a trade with a resting order. */
    public void trade(long maker, long price, long quantity) {
        trades++;
        lots += quantity;
        digest = digest * 31 + (maker ^ price ^ quantity);
    }

    /** Starts anew. */
    public void clear() {
        trades = 0;
        lots = 0;
        digest = 0;
    }

    /** What was traded since it was cleared, and how many orders rest. */
    public Outcome outcome(int resting) {
        return new Outcome(trades, lots, digest, resting);
    }
}
