package org.tpx.benchmarks.books;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The process that measures one pipeline with one stream, and prints one {@link Throughput#line()}. The same book is filled,
 * asked and emptied again and again, first to warm up; each time it must have done what the stream says.
 *
 * <p>Arguments: class of the {@link TestedPipeline}, file of the stream, directory for a journal, times to warm up, times to
 * measure, whether threads yield where they wait.
 */
public final class PipelineFork {

    private PipelineFork() {}

    /** Measures. */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        BookStream stream = BookStream.read(Path.of(arguments[1]));
        try (TestedPipeline pipeline = Class.forName(arguments[0])
                .asSubclass(TestedPipeline.class)
                .getConstructor(BookStream.class, Path.class, boolean.class)
                .newInstance(stream, Path.of(arguments[2]), Boolean.parseBoolean(arguments[5]))) {
            measure(stream, pipeline, Integer.parseInt(arguments[3]));
            System.out.println(
                    measure(stream, pipeline, Integer.parseInt(arguments[4])).line());
        }
        // Some of the peers leave threads behind.
        System.exit(0);
    }

    /** Sends the stream so many times. */
    static Throughput measure(BookStream stream, TestedPipeline pipeline, int times) {
        long nanos = 0;
        long bytes = 0;
        long syncs = 0;
        for (int time = 0; time < times; time++) {
            pipeline.send(0, stream.filling());
            pipeline.await();
            long bytesBefore = pipeline.journalBytes();
            long syncsBefore = pipeline.syncs();
            long nanosBefore = System.nanoTime();
            pipeline.send(stream.filling(), stream.measuredEnd());
            pipeline.await();
            nanos += System.nanoTime() - nanosBefore;
            bytes += pipeline.journalBytes() - bytesBefore;
            syncs += pipeline.syncs() - syncsBefore;
            pipeline.check();
            pipeline.send(stream.measuredEnd(), stream.size());
            pipeline.await();
            pipeline.reuse();
        }
        double commands = (double) times * (stream.measuredEnd() - stream.filling());
        return new Throughput(commands * 1e9 / nanos, bytes / commands, syncs / commands);
    }
}
