package org.tpx.benchmarks;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.benchmarks.books.BookStream;
import org.tpx.benchmarks.books.StreamMaker;
import org.tpx.benchmarks.books.StreamPlan;
import org.tpx.benchmarks.books.TestedPipeline;

/** Pipelines are compared only where they do what a right book does, the second time as well. */
class UnitPipelineTest {

    private final BookStream stream = StreamMaker.make(StreamPlan.mixed(false, 300, 3_000, 9));

    @TempDir
    private Path directory = Path.of("");

    @Test
    void shouldDoTheSameWithoutAJournal() {
        try (TestedPipeline pipeline = new BareUnits(stream, directory, false)) {
            sendTwice(pipeline);
        }
    }

    @Test
    void shouldDoTheSameWithTheJournal() {
        try (TestedPipeline pipeline = new JournaledUnits(stream, directory, false)) {
            sendTwice(pipeline);
        }
    }

    /** {@link TestedPipeline#check} throws where anything was refused or other trades were made. */
    private void sendTwice(TestedPipeline pipeline) {
        for (int time = 0; time < 2; time++) {
            pipeline.send(0, stream.measuredEnd());
            pipeline.await();
            pipeline.check();
            pipeline.send(stream.measuredEnd(), stream.size());
            pipeline.await();
            pipeline.reuse();
        }
    }
}
