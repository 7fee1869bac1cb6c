package org.tpx.gateway.demo;

import java.io.IOException;
import java.nio.file.Path;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.LineReader;
import org.tpx.gateway.play.Player;
import org.tpx.gateway.preset.Market;
import org.tpx.host.HostSettings;
import org.tpx.journal.EventFeed;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Hash256;
import org.tpx.settlement.ledger.LedgerDifference;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.SettlementDatabase;
import org.tpx.settlement.ledger.SettlementFollower;
import org.tpx.settlement.ledger.SettlementProjection;

/** Plays a market and reports on it. Single-threaded. */
public final class Demonstration {
    private static final Currency CURRENCY = Currency.CNY;
    private final Market market;
    private final HostSettings settings;
    private final Path database;
    private long elapsedNanos;
    private long turns;
    private long events;
    private long journalBytes;

    /**
     * Makes ready to play.
     *
     * @param settings how; the journal must be new
     * @param database where settlement keeps its books
     */
    public Demonstration(Market market, HostSettings settings, Path database) {
        this.market = market;
        this.settings = settings;
        this.database = database;
    }

    /**
     * Plays the market and reports on it.
     *
     * @param progress is told how many commands have been played
     * @throws org.tpx.journal.JournalUnusableException when the journal cannot be used
     */
    public DemoReport run(Player.Progress progress) throws IOException {
        Hash256 stateHash = play(progress);
        measure();
        SettlementBooks books = settle();
        return new DemoReport(
                market.note(),
                new DemoRows(books, CURRENCY).of(market.stories()),
                books.cashFlow(CURRENCY),
                books.trialBalance().difference(CURRENCY),
                books.differences().stream().map(LedgerDifference::toString).toList(),
                turns,
                events,
                journalBytes,
                stateHash,
                elapsedNanos);
    }

    private Hash256 play(Player.Progress progress) throws IOException {
        try (Player player = Player.open(settings, market.preset().atNanos(), new Directory(), turn -> {});
                LineReader lines = new LineReader(market.commands())) {
            long start = System.nanoTime();
            player.play(market.preset());
            if (lines.next()) {
                player.playAll(lines, progress);
            }
            player.sync();
            elapsedNanos = System.nanoTime() - start;
            return player.stateHash();
        }
    }

    private void measure() {
        try (EventFeed feed = EventFeed.open(settings.journal().directory(), 1)) {
            feed.tellAll(turn -> {
                turns++;
                events += turn.eventCount();
                journalBytes += turn.length();
            });
        }
    }

    private SettlementBooks settle() {
        SettlementDatabase books = SettlementDatabase.open(database);
        try (SettlementProjection projection = new SettlementProjection(books);
                SettlementFollower follower =
                        SettlementFollower.open(settings.journal().directory(), projection)) {
            follower.catchUp();
        }
        return new SettlementBooks(books);
    }
}
