package org.tpx.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.agrona.concurrent.EpochNanoClock;
import org.tpx.journal.JournalReader;
import org.tpx.journal.JournalSettings;
import org.tpx.journal.TurnRecordView;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.SaleCommand.PlaceBid;
import org.tpx.wire.RecordCodec;

/** What the tests of this package share. */
final class HostSupport {

    static final long NINE = 1_749_430_800_000_000_000L;
    static final long SECOND = 1_000_000_000L;

    private HostSupport() {}

    /** Small files, a clock that stands at nine o'clock, every turn a batch. */
    static HostSettings settings(Path directory) {
        return settings(directory, () -> NINE);
    }

    static HostSettings settings(Path directory, EpochNanoClock clock) {
        JournalSettings journal = JournalSettings.of(directory, "test.example/tpx")
                .withBlocks(1 << 20, 1 << 16)
                .withMinFreeBytes(0);
        return HostSettings.of(journal, "test", Hash256.ZERO).withClock(clock).withBatch(1, 0);
    }

    static PlaceBid bid(long listing, long minor) {
        return new PlaceBid(listing, 1, Money.ofMinor(minor, Currency.CNY));
    }

    /** Every turn as a line: sequence, seconds since nine, principal, client, events. */
    static List<String> tape(Path directory) {
        return tape(directory, NINE);
    }

    static List<String> tape(Path directory, long origin) {
        List<String> lines = new ArrayList<>();
        TurnView view = new TurnView(new RecordCodec());
        TurnRecordView record = new TurnRecordView();
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next(record)) {
                lines.add(line(view.over(record), origin));
            }
        }
        return lines;
    }

    static String line(TurnView turn, long origin) {
        List<String> names = turn.events().stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
        return turn.sequence() + " " + (turn.timeNanos() - origin) / SECOND + "s "
                + turn.command().getClass().getSimpleName() + " " + turn.clientId() + " " + names;
    }

    /** Copies a journal as it lies on the disk, as a crash would leave it. */
    static Path copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A clock that a test moves by hand. */
    static final class HandClock implements EpochNanoClock {
        private final AtomicLong nanos;

        HandClock() {
            this(NINE);
        }

        HandClock(long start) {
            nanos = new AtomicLong(start);
        }

        @Override
        public long nanoTime() {
            return nanos.get();
        }

        void set(long epochNanos) {
            nanos.set(epochNanos);
        }

        void advance(long by) {
            nanos.addAndGet(by);
        }
    }
}
