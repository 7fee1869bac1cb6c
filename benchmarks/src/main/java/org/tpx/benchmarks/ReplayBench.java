package org.tpx.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.host.Replay;
import org.tpx.host.ReplayResult;
import org.tpx.host.StepHost;
import org.tpx.journal.Durability;
import org.tpx.journal.EventFeed;
import org.tpx.journal.JournalScanner;
import org.tpx.journal.ScanReport;

/** How fast an auditor gets through a journal of bids: read and verify without the engine, and carry out again. */
final class ReplayBench implements AutoCloseable {

    private static final int BID_RECORD_COMMANDS = 72;

    private final Path directory;
    private final long bids;

    /** Writes a journal with so many bids; both measurements read it. */
    ReplayBench(Path scratch, long bids) {
        this.directory = scratch.resolve("replay");
        this.bids = bids;
        write();
    }

    /** Turns verified in a second: CRC, contiguity, events root, leaf, chain, Merkle root. */
    long verifyPerSecond() {
        long startNanos = System.nanoTime();
        ScanReport report = JournalScanner.scan(directory);
        long elapsedNanos = System.nanoTime() - startNanos;
        if (!report.isSound()) {
            throw new IllegalStateException("the journal is damaged: " + report.findings());
        }
        return Math.round(report.head().sequence() * 1e9 / elapsedNanos);
    }

    /** Turns carried out again in a second, each outcome compared. */
    long replayPerSecond() {
        ReplayResult result = Replay.of(directory).run();
        if (!result.isEqual()) {
            throw new IllegalStateException(result.difference().orElseThrow().sentence());
        }
        return result.turnsPerSecond();
    }

    /** Mean bytes of a bid's record in the journal, its events and proof included. */
    long bytesPerBid() {
        long[] sum = new long[2];
        try (EventFeed feed = EventFeed.open(directory, 1)) {
            while (feed.poll(
                            turn -> {
                                if (turn.buffer().getShort(turn.commandOffset() + 2) == BID_RECORD_COMMANDS) {
                                    sum[0] += turn.length();
                                    sum[1]++;
                                }
                            },
                            10_000)
                    > 0) {
                // The handler sums up.
            }
        }
        return sum[1] == 0 ? 0 : sum[0] / sum[1];
    }

    @Override
    public void close() throws IOException {
        Directories.delete(directory);
    }

    private void write() {
        Workload workload = new Workload(42, 64, 16);
        Prepared.write(directory, workload);
        MutableDirectBuffer message = new UnsafeBuffer(new byte[256]);
        long timeNanos = workload.startNanos() - TimeUnit.MINUTES.toNanos(1);
        try (StepHost host = StepHost.open(Prepared.settings(directory, Durability.APPENDED), timeNanos, turn -> {})) {
            host.advanceTo(workload.limitedNanos());
            timeNanos = workload.limitedNanos();
            for (long i = 0; i < bids; i++) {
                int length = workload.nextBid(message, 0);
                host.step(++timeNanos, workload.principalId(), 1_000_000_000L + i, message, 0, length);
            }
        }
    }
}
