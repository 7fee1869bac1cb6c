package org.tpx.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.tpx.benchmarks.books.BookStream;
import org.tpx.benchmarks.books.LatencyCounts;
import org.tpx.benchmarks.books.Measurement;

/**
 * The process that measures the whole state machine with one stream of orders, on one thread, and prints one {@link
 * Measurement#line()}: each command goes through references, rights, mandate, terms, cover, book, settlement and events, as on
 * a node's core thread. Left out are the ring and the journal.
 *
 * <p>Like {@code BookFork}: warm up, then under the thread's processor clock and allocation counter, then each command by the
 * clock. The first and the last time every event is read, and what the stream did must be what its outcome says.
 *
 * <p>Arguments: file of the stream, seconds to warm up, seconds to measure (of either kind).
 */
public final class UnitFork {

    private static final int CLOCK_READINGS = 200_000;
    private static final long COMMAND_NANOS = 10;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final UnitStream stream;
    private final EngineDriver driver = new EngineDriver(1 << 12);
    private final int filling;
    private final int measuredEnd;
    private final int size;
    private long timeNanos;

    UnitFork(UnitStream stream) {
        this.stream = stream;
        filling = stream.stream().filling();
        measuredEnd = stream.stream().measuredEnd();
        size = stream.stream().size();
        UnitMarket market = new UnitMarket();
        driver.prepare(market.steps(), market.openNanos());
        timeNanos = market.openNanos();
    }

    /** Measures. */
    public static void main(String[] arguments) throws IOException {
        UnitFork fork = new UnitFork(new UnitStream(BookStream.read(Path.of(arguments[0]))));
        double seconds = Double.parseDouble(arguments[2]);
        fork.check();
        fork.warmUp(Double.parseDouble(arguments[1]));
        System.out.println(fork.measure(seconds).line());
    }

    /** Sends everything once and reads what came of it; throws where that is not what the stream is for. */
    UnitTally check() {
        UnitTally tally = new UnitTally();
        tally(tally, 0, measuredEnd);
        tally.check(stream.stream().outcome());
        send(measuredEnd, size);
        stream.renumber();
        return tally;
    }

    private void tally(UnitTally tally, int from, int to) {
        for (int i = from; i < to; i++) {
            send(i);
            tally.add(driver.events());
        }
    }

    private void warmUp(double seconds) {
        LatencyCounts ignored = new LatencyCounts();
        // By the processor's clock: a busy machine warms nothing while others run.
        long end = threads.getCurrentThreadCpuTime() + (long) (seconds * 1e9);
        while (threads.getCurrentThreadCpuTime() < end) {
            send(0, size);
            stream.renumber();
            runTimed(ignored);
        }
    }

    private Measurement measure(double seconds) {
        long nanos = 0;
        long bytes = 0;
        long commands = 0;
        long start = System.nanoTime();
        do {
            send(0, filling);
            long bytesBefore = threads.getCurrentThreadAllocatedBytes();
            long nanosBefore = threads.getCurrentThreadCpuTime();
            send(filling, measuredEnd);
            nanos += threads.getCurrentThreadCpuTime() - nanosBefore;
            bytes += threads.getCurrentThreadAllocatedBytes() - bytesBefore;
            commands += measuredEnd - filling;
            send(measuredEnd, size);
            stream.renumber();
        } while (secondsSince(start) < seconds);

        LatencyCounts latencies = new LatencyCounts();
        start = System.nanoTime();
        do {
            runTimed(latencies);
        } while (secondsSince(start) < seconds);
        check();
        return new Measurement(
                (double) nanos / commands,
                (double) bytes / commands,
                Double.NaN,
                latencies.within(0.5),
                latencies.within(0.99),
                latencies.within(0.999),
                clockNanos());
    }

    private void runTimed(LatencyCounts latencies) {
        send(0, filling);
        for (int i = filling; i < measuredEnd; i++) {
            long before = System.nanoTime();
            send(i);
            latencies.add(System.nanoTime() - before);
        }
        send(measuredEnd, size);
        stream.renumber();
    }

    private void send(int from, int to) {
        for (int i = from; i < to; i++) {
            send(i);
        }
    }

    private void send(int command) {
        timeNanos += COMMAND_NANOS;
        driver.turn(stream.frames(), stream.offset(command), timeNanos);
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
