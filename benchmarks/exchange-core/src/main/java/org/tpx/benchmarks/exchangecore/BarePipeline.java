package org.tpx.benchmarks.exchangecore;

import exchange.core2.core.common.config.InitialStateConfiguration;
import exchange.core2.core.common.config.SerializationConfiguration;
import java.nio.file.Path;
import org.tpx.benchmarks.books.BookStream;

/** exchange-core without its journal. */
public final class BarePipeline extends ExchangeCorePipeline {

    /** The directory is not used. */
    public BarePipeline(BookStream stream, Path directory, boolean yields) {
        super(stream, InitialStateConfiguration.CLEAN_TEST, SerializationConfiguration.DEFAULT, yields);
    }
}
