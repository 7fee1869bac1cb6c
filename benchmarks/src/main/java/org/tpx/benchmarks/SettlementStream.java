package org.tpx.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.agrona.ExpandableArrayBuffer;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.LineReader;
import org.tpx.gateway.play.Player;
import org.tpx.gateway.preset.Market;
import org.tpx.journal.ChainHasher;
import org.tpx.journal.ChronicleJournal;
import org.tpx.journal.Durability;
import org.tpx.journal.EventFeed;
import org.tpx.journal.JournalRecovery;
import org.tpx.journal.LeafHandler;
import org.tpx.journal.SaltSource;
import org.tpx.journal.TurnRecordBuilder;
import org.tpx.journal.TurnRecordView;
import org.tpx.protocol.Event;
import org.tpx.protocol.SystemCommand;
import org.tpx.wire.EventFraming;
import org.tpx.wire.RecordCodec;

/**
 * A journal of as many events that settlement books as one likes: the demonstration market, decided by the engine once and copied many
 * times, with parties, listings, deals and money of its own in each copy. Fifty markets run beside each other turn by turn, so that
 * no row is the last one touched. What the books have no use for is left out, so that the figures count what is booked.
 */
final class SettlementStream {
    private static final int BESIDE_EACH_OTHER = 50;

    private record Turn(long timeNanos, List<Event> events) {}

    private final EventCopy copies = new EventCopy();
    private final RecordCodec codec = new RecordCodec();
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private final List<Turn> founding = new ArrayList<>();
    private final List<Turn> market = new ArrayList<>();
    private final Set<Class<? extends Event>> booked;

    /** Plays the market; {@code booked} are the events that settlement takes in. */
    SettlementStream(Path scratch, Set<Class<? extends Event>> booked) throws IOException {
        this.booked = booked;
        Path played = scratch.resolve("market");
        Market demonstration = Market.demonstration();
        long founded;
        try (Player player = Player.open(
                        Prepared.settings(played, Durability.APPENDED),
                        demonstration.preset().atNanos(),
                        new Directory(),
                        turn -> {});
                LineReader lines = new LineReader(demonstration.commands())) {
            player.play(demonstration.preset());
            founded = player.sequence();
            if (lines.next()) {
                player.playAll(lines, progress -> {});
            }
            player.sync();
        }
        read(played, founded);
    }

    private void read(Path played, long founded) {
        try (EventFeed feed = EventFeed.open(played, 1)) {
            feed.tellAll(turn -> {
                List<Event> events = events(turn);
                boolean before = turn.sequence() <= founded;
                events.forEach(event -> {
                    if (before) {
                        copies.leave((Record) event);
                    } else {
                        copies.take((Record) event);
                    }
                });
                List<Event> relevant = events.stream()
                        .filter(event -> booked.contains(event.getClass()))
                        .toList();
                if (!relevant.isEmpty()) {
                    (before ? founding : market).add(new Turn(turn.timeNanos(), relevant));
                }
            });
        }
    }

    private List<Event> events(TurnRecordView turn) {
        List<Event> events = new ArrayList<>();
        turn.rewindEvents();
        while (turn.nextEvent()) {
            events.add((Event) codec.decode(turn.buffer(), turn.eventOffset(), turn.eventLength()));
        }
        return events;
    }

    /** Writes a journal with at least so many events and returns how many there are. */
    long write(Path directory, long atLeast) {
        long perMarket = market.stream().mapToLong(turn -> turn.events().size()).sum();
        int markets = Math.toIntExact((atLeast + perMarket - 1) / perMarket);
        try (JournalRecovery recovery = JournalRecovery.open(
                Prepared.settings(directory, Durability.APPENDED).journal(), () -> 0, LeafHandler.NONE)) {
            Writer writer = new Writer(recovery);
            founding.forEach(turn -> writer.append(turn.timeNanos(), turn.events()));
            for (int from = 0; from < markets; from += BESIDE_EACH_OTHER) {
                writeMarkets(writer, from, Math.min(markets, from + BESIDE_EACH_OTHER));
            }
            writer.close();
            return writer.events;
        }
    }

    private void writeMarkets(Writer writer, int from, int until) {
        for (Turn turn : market) {
            for (int copy = from; copy < until; copy++) {
                List<Event> events = new ArrayList<>();
                for (Event event : turn.events()) {
                    events.add((Event) copies.of((Record) event, copy));
                }
                writer.append(turn.timeNanos(), events);
            }
        }
    }

    /** Appends turns whose command is always the same: the books look at events only. */
    private final class Writer implements AutoCloseable {
        private final TurnRecordBuilder record = new TurnRecordBuilder();
        private final SaltSource salts = SaltSource.seeded(17);
        private final JournalRecovery recovery;
        private final ChainHasher chain;
        private final ChronicleJournal journal;
        private long sequence;
        private long events;

        private Writer(JournalRecovery recovery) {
            this.recovery = recovery;
            chain = new ChainHasher(recovery.head().chain());
            journal = recovery.startWriting();
        }

        private void append(long timeNanos, List<Event> told) {
            sequence++;
            events += told.size();
            record.begin(1, recovery.epoch(), sequence, timeNanos, 0, 0);
            record.command(buffer, 0, codec.encode(new SystemCommand.Continue(), buffer, 0));
            int offset = 0;
            for (Event event : told) {
                int length = codec.encode((Record) event, buffer, offset + EventFraming.MESSAGE_OFFSET);
                offset += EventFraming.frame(buffer, offset, length);
            }
            record.events(buffer, 0, offset, told.size());
            record.seal(chain, salts);
            journal.append(record);
        }

        @Override
        public void close() {
            journal.force();
            journal.close();
        }
    }
}
