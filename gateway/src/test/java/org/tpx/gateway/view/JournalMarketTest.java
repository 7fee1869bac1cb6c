package org.tpx.gateway.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.LineReader;
import org.tpx.gateway.play.Player;
import org.tpx.gateway.preset.Preset;
import org.tpx.host.HostSettings;
import org.tpx.host.TurnListener;
import org.tpx.host.TurnView;
import org.tpx.journal.Durability;
import org.tpx.journal.EventFeed;
import org.tpx.journal.JournalSettings;
import org.tpx.protocol.Event;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.UnitEvent;
import org.tpx.protocol.UnitEvent.CallUncrossed;
import org.tpx.protocol.UnitSession;
import org.tpx.wire.RecordCodec;

/** Random trading days through the exchange itself: its journal is all that the view has, and it is enough. */
class JournalMarketTest {
    private static final int TAPE = 5;
    private static final int BLOCK_BYTES = 1 << 20;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldShowWhatTheExchangeHolds(long seed) throws IOException {
        play(seed);
        MarketView view = new MarketView(TAPE);
        Map<String, Reader> readers = new HashMap<>();
        List<NaiveBook> books = List.of(new NaiveBook(1), new NaiveBook(2));
        Map<Long, Indication> indicated = new HashMap<>();
        Set<Class<?>> seen = new HashSet<>();
        Set<UnitSession> uncrossed = new HashSet<>();
        int[] sums = {0, 0};
        read(turn -> {
            List<Event> events = turn.events();
            view.onTurn(turn);
            for (Event event : events) {
                seen.add(event.getClass());
                books.forEach(book -> book.on(event));
                if (event instanceof CallUncrossed end) {
                    assertThat(indicated.get(end.seriesId()))
                            .as("seed %d, turn %d", seed, turn.sequence())
                            .isEqualTo(new Indication(end.price(), end.units(), end.surplus()));
                    sums[0] += end.units() > 0 ? 1 : 0;
                    uncrossed.add(end.session());
                }
            }
            for (String code : view.codes()) {
                MarketData.Snapshot snapshot = view.snapshot(code).orElseThrow();
                Reader reader = readers.computeIfAbsent(code, key -> {
                    Reader joined = new Reader(snapshot, TAPE);
                    view.join(key, joined);
                    return joined;
                });
                assertThat(reader.known())
                        .as("seed %d, turn %d", seed, turn.sequence())
                        .isEqualTo(snapshot);
                assertThat(snapshot.orders().stream()
                                .map(order -> order.side() + " " + order.price() + " " + order.units())
                                .toList())
                        .as("seed %d, turn %d", seed, turn.sequence())
                        .isEqualTo(books.get(RandomDays.SERIES.indexOf(code)).orders());
                indicated.put(snapshot.stamp().seriesId(), snapshot.level1().indication());
                sums[1] += snapshot.trades().size();
            }
        });
        assertThat(sums[0]).as("calls that traded").isGreaterThan(4);
        assertThat(sums[1]).isPositive();
        assertThat(uncrossed).contains(UnitSession.OPENING_CALL, UnitSession.CLOSING_CALL);
        Set<Class<?>> expected = new HashSet<>(Set.of(UnitEvent.class.getPermittedSubclasses()));
        expected.remove(UnitEvent.BeneficiariesDeclared.class);
        assertThat(seen).containsAll(expected);
    }

    @Test
    void shouldTellTheSameToWhomeverReadsTheJournalAndAsItIsWritten() throws IOException {
        MarketView live = new MarketView(TAPE);
        List<List<MarketData>> heard = new ArrayList<>();
        live.joinAll(heard::add);
        play(5, live);
        MarketView later = new MarketView(TAPE);
        List<List<MarketData>> read = new ArrayList<>();
        later.joinAll(read::add);
        read(later);
        assertThat(read).hasSizeGreaterThan(1_000).isEqualTo(heard);
        assertThat(later.turn()).isEqualTo(live.turn());
    }

    private void read(TurnListener listener) {
        TurnView turn = new TurnView(new RecordCodec());
        try (EventFeed feed = EventFeed.open(directory.resolve("journal"), 1)) {
            while (feed.poll(record -> listener.onTurn(turn.over(record)), 1_000) > 0) {}
        }
    }

    private void play(long seed) throws IOException {
        play(seed, turn -> {});
    }

    private void play(long seed, TurnListener listener) throws IOException {
        Preset preset = Preset.read("CN-2025");
        byte[] text = String.join("\n", RandomDays.lines(seed)).getBytes(UTF_8);
        HostSettings settings = HostSettings.of(
                JournalSettings.of(directory.resolve("journal"), "market")
                        .with(Durability.APPENDED)
                        .withBlocks(BLOCK_BYTES, BLOCK_BYTES),
                "test",
                Hash256.ZERO);
        try (LineReader lines = new LineReader(new ByteArrayInputStream(text));
                Player player = Player.open(settings, preset.atNanos(), new Directory(), listener)) {
            player.play(preset);
            assertThat(lines.next()).isTrue();
            player.playAll(lines, number -> {});
            player.sync();
        }
    }
}
