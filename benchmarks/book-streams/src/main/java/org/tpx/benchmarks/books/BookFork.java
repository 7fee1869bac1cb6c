package org.tpx.benchmarks.books;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.nio.file.Path;

/**
 * The process that measures one book with one stream, and prints one {@link Measurement#line()}.
 *
 * <p>The same book is filled, asked and emptied again and again: first to warm up (once is enough where that takes longer than the
 * time to warm up), then under the thread's processor clock and
 * allocation counter, then each command under the clock. Each time its {@link Outcome} must be the stream's, else the process
 * ends with code 1.
 *
 * <p>Arguments: class of the {@link TestedBook}, file of the stream, seconds to warm up, seconds to measure (of either kind).
 */
public final class BookFork {

    private static final int CLOCK_READINGS = 200_000;

    /** What one collection frees may need another one to go. */
    private static final int COLLECTIONS = 3;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final BookStream stream;
    private final TestedBook book;

    private BookFork(BookStream stream, TestedBook book) {
        this.stream = stream;
        this.book = book;
    }

    /** Measures. */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        BookStream stream = BookStream.read(Path.of(arguments[1]));
        Constructor<? extends TestedBook> maker =
                Class.forName(arguments[0]).asSubclass(TestedBook.class).getConstructor();
        long start = System.nanoTime();
        // The first book and the first collections load classes, so that the second book adds nothing but itself.
        new BookFork(stream, maker.newInstance()).run();
        usedHeap();
        double warmSeconds = Double.parseDouble(arguments[2]);
        boolean slow = secondsSince(start) > warmSeconds;
        BookFork fork = new BookFork(stream, maker.newInstance());
        double heapBytes = fork.heapGrowth() / stream.filling();
        fork.warmUp(slow ? 0 : warmSeconds);
        System.out.println(
                fork.measure(Double.parseDouble(arguments[3]), heapBytes).line());
    }

    private double heapGrowth() {
        long empty = usedHeap();
        fill();
        double growth = usedHeap() - empty;
        stream.apply(stream.filling(), stream.measuredEnd(), book);
        check();
        empty();
        return growth;
    }

    private static long usedHeap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void warmUp(double seconds) {
        LatencyCounts ignored = new LatencyCounts();
        for (long start = System.nanoTime(); secondsSince(start) < seconds; ) {
            run();
            runTimed(ignored);
        }
    }

    private Measurement measure(double seconds, double heapBytes) {
        long nanos = 0;
        long bytes = 0;
        long commands = 0;
        long start = System.nanoTime();
        do {
            fill();
            long bytesBefore = threads.getCurrentThreadAllocatedBytes();
            long nanosBefore = threads.getCurrentThreadCpuTime();
            stream.apply(stream.filling(), stream.measuredEnd(), book);
            nanos += threads.getCurrentThreadCpuTime() - nanosBefore;
            bytes += threads.getCurrentThreadAllocatedBytes() - bytesBefore;
            commands += stream.measuredEnd() - stream.filling();
            check();
            empty();
        } while (secondsSince(start) < seconds);

        LatencyCounts latencies = new LatencyCounts();
        start = System.nanoTime();
        do {
            runTimed(latencies);
        } while (secondsSince(start) < seconds);
        return new Measurement(
                (double) nanos / commands,
                (double) bytes / commands,
                heapBytes,
                latencies.within(0.5),
                latencies.within(0.99),
                latencies.within(0.999),
                clockNanos());
    }

    private void run() {
        fill();
        stream.apply(stream.filling(), stream.measuredEnd(), book);
        check();
        empty();
    }

    private void runTimed(LatencyCounts latencies) {
        fill();
        for (int i = stream.filling(); i < stream.measuredEnd(); i++) {
            long before = System.nanoTime();
            stream.apply(i, book);
            latencies.add(System.nanoTime() - before);
        }
        check();
        empty();
    }

    private void fill() {
        book.reuse();
        book.tally().clear();
        stream.apply(0, stream.filling(), book);
    }

    private void check() {
        Outcome outcome = book.tally().outcome(book.resting());
        if (!outcome.equals(stream.outcome())) {
            throw new IllegalStateException("the book has " + outcome + ", a right one " + stream.outcome());
        }
    }

    private void empty() {
        stream.apply(stream.measuredEnd(), stream.size(), book);
        if (book.resting() != 0) {
            throw new IllegalStateException(book.resting() + " orders rest where none should");
        }
    }

    private static long clockNanos() {
        LatencyCounts nothing = new LatencyCounts();
        for (int i = 0; i < CLOCK_READINGS; i++) {
            long before = System.nanoTime();
            nothing.add(System.nanoTime() - before);
        }
        return nothing.within(0.5);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
