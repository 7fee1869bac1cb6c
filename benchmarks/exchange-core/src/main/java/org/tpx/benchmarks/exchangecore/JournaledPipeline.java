package org.tpx.benchmarks.exchangecore;

import exchange.core2.core.common.config.InitialStateConfiguration;
import exchange.core2.core.common.config.SerializationConfiguration;
import exchange.core2.core.processors.journaling.DiskSerializationProcessor;
import exchange.core2.core.processors.journaling.DiskSerializationProcessorConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tpx.benchmarks.books.BookStream;

/**
 * exchange-core with its journal of commands, as its own defaults have it: a synchronous write at the end of each batch,
 * compressed where the batch is not small. Bytes and writes are those that the kernel counts for this process.
 */
public final class JournaledPipeline extends ExchangeCorePipeline {

    /** Journals into the directory. */
    public JournaledPipeline(BookStream stream, Path directory, boolean yields) {
        super(stream, InitialStateConfiguration.cleanStartJournaling("BENCHMARK"), journalIn(directory), yields);
    }

    private static SerializationConfiguration journalIn(Path directory) {
        DiskSerializationProcessorConfiguration usual = DiskSerializationProcessorConfiguration.createDefaultConfig();
        DiskSerializationProcessorConfiguration here = new DiskSerializationProcessorConfiguration(
                directory.toString(),
                usual.getSnapshotLz4CompressorFactory(),
                usual.getJournalFileMaxSize(),
                usual.getJournalBufferSize(),
                usual.getJournalBatchCompressThreshold(),
                usual.getJournalLz4CompressorFactory());
        return SerializationConfiguration.builder()
                .enableJournaling(true)
                .serializationProcessorFactory(exchange -> new DiskSerializationProcessor(exchange, here))
                .build();
    }

    @Override
    public long journalBytes() {
        return counted("wchar: ");
    }

    @Override
    public long syncs() {
        return counted("syscw: ");
    }

    private static long counted(String name) {
        try {
            return Files.readAllLines(Path.of("/proc/self/io")).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.substring(name.length())))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
