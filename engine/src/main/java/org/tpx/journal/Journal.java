package org.tpx.journal;

/**
 * Where turns become durable. One thread appends, forces, rolls and closes; {@link #durableSequence()} and {@link
 * #hasRoom()} may be asked from any.
 *
 * <p>Any failure to write or to sync is {@link JournalFailedException}, and from then on everything is: a sync is never
 * tried twice. Do not interrupt the writing thread; an interrupt closes the file under it, which is such a failure.
 */
public interface Journal extends AutoCloseable {

    /**
     * Appends a sealed record. Its sequence must be the next. Nothing may leave the node yet.
     *
     * @throws JournalFailedException when it could not be written
     */
    void append(TurnRecordBuilder turn);

    /**
     * Makes everything appended durable, then moves and publishes the durable sequence.
     *
     * @throws JournalFailedException when it could not be synced
     */
    void force();

    /** The last turn appended, 0 when none. */
    long appendedSequence();

    /** The last turn that is durable, 0 when none; what comes from later turns must not leave the node. */
    long durableSequence();

    /**
     * Begins a new file if the UTC day of {@code wallMillis} is later than the current file's and there is room for one;
     * forces first. To be called between batches.
     *
     * @param wallMillis the host's wall clock, UTC epoch milliseconds
     * @return whether the next turn goes to a new file
     */
    boolean roll(long wallMillis);

    /** False below the floor of free space: new business is to be refused, while cancels, halts and settlement go on. */
    boolean hasRoom();

    /** Forces and closes. */
    @Override
    void close();
}
