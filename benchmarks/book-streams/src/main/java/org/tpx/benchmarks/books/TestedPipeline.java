package org.tpx.benchmarks.books;

/**
 * An exchange under test that takes commands on one thread and tells what became of them on another. It knows its {@link
 * BookStream}; an implementation has a public constructor with the stream, the directory of its journal, and whether its threads
 * yield where they wait, or give the processor up. Asked by one thread.
 */
public interface TestedPipeline extends AutoCloseable {

    /** Hands commands of the stream over, one after the other, and waits only where there is no room. */
    void send(int from, int to);

    /** Waits until what became of all that was sent has been told. */
    void await();

    /** All measured commands of the stream were told: throws where something else came of them than the stream says. */
    void check();

    /** The book is empty, and the stream will be sent once more. */
    void reuse();

    /** Bytes in the journal so far; 0 where there is none. */
    long journalBytes();

    /** Synchronous writes so far; 0 where there is no journal. */
    long syncs();

    @Override
    void close();
}
