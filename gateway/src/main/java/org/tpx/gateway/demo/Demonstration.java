package org.tpx.gateway.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.LineReader;
import org.tpx.gateway.play.Player;
import org.tpx.gateway.preset.Market;
import org.tpx.host.HostSettings;
import org.tpx.journal.EventFeed;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.settlement.ledger.DealSummary;
import org.tpx.settlement.ledger.LedgerDifference;
import org.tpx.settlement.ledger.ListingOutcome;
import org.tpx.settlement.ledger.ListingSummary;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.SettlementDatabase;
import org.tpx.settlement.ledger.SettlementFollower;
import org.tpx.settlement.ledger.SettlementProjection;

/** Plays a market and reports on it. Single-threaded. */
public final class Demonstration {
    private static final Currency CURRENCY = Currency.CNY;
    private static final int BATCH_TURNS = 1024;
    private static final Set<String> NOT_CARRIED_OUT = Set.of("DEFAULTED", "RESCINDED");

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
                rows(books),
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
            int told;
            do {
                told = feed.poll(
                        turn -> {
                            turns++;
                            events += turn.eventCount();
                            journalBytes += turn.length();
                        },
                        BATCH_TURNS);
            } while (told > 0);
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

    private List<DemoReport.Row> rows(SettlementBooks books) {
        Map<String, ListingSummary> listings = new HashMap<>();
        books.listings().forEach(listing -> listings.put(listing.listing(), listing));
        Map<String, DealSummary> deals = new HashMap<>();
        books.deals().stream()
                .filter(deal -> !NOT_CARRIED_OUT.contains(deal.state()))
                .forEach(deal -> deals.put(deal.listing(), deal));
        List<DemoReport.Row> rows = new ArrayList<>();
        for (Market.Story story : market.stories()) {
            ListingSummary listing = listings.get(story.listing());
            if (listing == null) {
                throw new IllegalStateException("the market has no listing " + story.listing());
            }
            rows.add(row(story, listing, deals.get(story.listing())));
        }
        return rows;
    }

    private static DemoReport.Row row(Market.Story story, ListingSummary listing, @Nullable DealSummary deal) {
        String ended = listing.results().isEmpty()
                ? "open"
                : words(listing.results().get(listing.results().size() - 1).outcome());
        return new DemoReport.Row(
                listing.listing(),
                listing.registration(),
                story.story(),
                ended,
                deal == null ? "" : deal.transferee(),
                deal == null ? Money.NONE : deal.price(),
                deal == null ? Money.NONE : deal.income());
    }

    private static String words(ListingOutcome outcome) {
        return switch (outcome) {
            case COMPLETED -> "sold";
            case CLOSED -> "closed unsold";
            default -> outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
