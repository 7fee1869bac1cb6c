package org.tpx.benchmarks.exchangecore;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.benchmarks.books.BookStream;
import org.tpx.benchmarks.books.StreamMaker;
import org.tpx.benchmarks.books.StreamPlan;
import org.tpx.benchmarks.books.TestedPipeline;

/** On JDK 17 only: the Chronicle that exchange-core brings looks for a method that later JDKs no longer have. */
@EnabledForJreRange(max = JRE.JAVA_17)
class ExchangeCorePipelineTest {

    private final BookStream stream = StreamMaker.make(StreamPlan.mixed(false, 300, 3_000, 9));

    @TempDir
    private Path directory = Path.of("");

    @Test
    void shouldTradeLikeARightBookWithoutAJournal() {
        try (TestedPipeline pipeline = new BarePipeline(stream, directory, false)) {
            sendTwice(pipeline);
        }
    }

    @Test
    void shouldTradeLikeARightBookWithItsJournal() {
        try (TestedPipeline pipeline = new JournaledPipeline(stream, directory, false)) {
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
