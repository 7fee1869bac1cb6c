package org.tpx.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.InstantText;
import org.tpx.gateway.json.LineReader;
import org.tpx.gateway.play.Player;
import org.tpx.gateway.preset.Preset;
import org.tpx.host.HostSettings;
import org.tpx.host.ReplayResult;
import org.tpx.host.TurnListener;
import org.tpx.host.TurnView;
import org.tpx.journal.Durability;
import org.tpx.journal.JournalSettings;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.SystemEvent.CommandRefused;
import org.tpx.protocol.UnitEvent.SessionStarted;
import org.tpx.protocol.UnitEvent.UnitsTraded;
import org.tpx.protocol.UnitSession;
import org.tpx.settlement.audit.JournalAudit;

/** Files of orders, all the way: imported, played, and compared with a naive book that was fed with the same rows. */
class OrderReplayTest {
    private static final int BLOCK_BYTES = 8 << 20;
    private static final long SECOND_NANOS = 1_000_000_000;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldMakeTheTradesOfTheFile(long seed) throws IOException {
        List<String> rows = SyntheticOrders.sound(seed, 4_000);
        NaiveBook book = fed(rows);
        Played played = play(rows, "2025-07-08T00:00:00+08:00");
        assertThat(played.trades).as("seed %d", seed).isEqualTo(book.trades()).hasSizeGreaterThan(400);
        assertThat(played.refused).as("seed %d", seed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void shouldMatchByPriceAndTimeWhateverTheFileSays(long seed) throws IOException {
        List<String> rows = SyntheticOrders.crossing(seed, 4_000);
        NaiveBook book = fed(rows);
        Played played = play(rows, "2025-07-08T00:00:00+08:00");
        assertThat(played.trades).as("seed %d", seed).isEqualTo(book.trades()).hasSizeGreaterThan(400);
        assertThat(played.refused).as("seed %d", seed).isEqualTo(book.unknown()).isNotEmpty();
    }

    @Test
    void shouldTradeOnOverMidnight() throws IOException {
        List<String> rows = SyntheticOrders.sound(7, 4_000);
        // The file begins at 34,200 seconds, which is half past eleven here, and goes on for more than an hour.
        Played played = play(rows, "2025-07-08T14:00:00+08:00");
        assertThat(played.trades).isEqualTo(fed(rows).trades());
        assertThat(played.refused).isEmpty();
        assertThat(played.sessions)
                .containsExactly(
                        UnitSession.CLOSED, UnitSession.CONTINUOUS, UnitSession.CLOSED, UnitSession.CONTINUOUS);
    }

    @Test
    void shouldComeToTheSameStateWhenReplayed() throws IOException {
        Played played = play(SyntheticOrders.crossing(8, 2_000), "2025-07-08T00:00:00+08:00");
        ReplayResult replayed = JournalAudit.replay(directory.resolve("journal"), sequence -> {});
        assertThat(replayed.difference()).isEmpty();
        assertThat(replayed.lastSequence()).isEqualTo(played.sequence);
        assertThat(replayed.stateHash()).isEqualTo(played.stateHash);
        assertThat(JournalAudit.verify(directory.resolve("journal")).isSound()).isTrue();
    }

    private static NaiveBook fed(List<String> rows) {
        NaiveBook book = new NaiveBook();
        rows.forEach(book::feed);
        return book;
    }

    private Played play(List<String> rows, String start) throws IOException {
        Preset preset = Preset.read("CN-2025");
        Played played = new Played();
        try (LineReader lines = new LineReader(new ByteArrayInputStream(imported(rows, start, preset)));
                Player player = Player.open(settings(), preset.atNanos(), new Directory(), played)) {
            player.play(preset);
            assertThat(lines.next()).isTrue();
            player.playAll(lines, number -> {});
            player.sync();
            played.sequence = player.sequence();
            played.stateHash = player.stateHash();
        }
        return played;
    }

    private byte[] imported(List<String> rows, String start, Preset preset) throws IOException {
        Path file = Files.write(directory.resolve("orders.csv"), rows);
        FileTimes times = FileTimes.counted(SECOND_NANOS, InstantText.parse(start, "start"));
        FormatOptions options = FormatOptions.lobster()
                .withTimes(times)
                .withActions("add=1,reduce=2,delete=3,execute=4,hidden=5,replace=8");
        OrderFile orders = new OrderFile(file, options.format());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImportedOrders.read(orders, "DEMO", Money.ofMinor(1, Currency.USD), preset)
                .write(out);
        return out.toByteArray();
    }

    private HostSettings settings() {
        JournalSettings settings = JournalSettings.of(directory.resolve("journal"), "replay")
                .with(Durability.APPENDED)
                .withBlocks(BLOCK_BYTES, BLOCK_BYTES);
        return HostSettings.of(settings, "test", Hash256.ZERO);
    }

    /** What the exchange made of the commands. */
    private static final class Played implements TurnListener {
        private final List<String> trades = new ArrayList<>();
        private final List<Long> refused = new ArrayList<>();
        private final List<UnitSession> sessions = new ArrayList<>();
        private long sequence;
        private Hash256 stateHash = Hash256.ZERO;

        @Override
        public void onTurn(TurnView turn) {
            turn.rewind();
            while (turn.next()) {
                if (turn.event() instanceof UnitsTraded trade) {
                    trades.add(text(trade));
                } else if (turn.event() instanceof CommandRefused) {
                    refused.add(turn.clientId());
                } else if (turn.event() instanceof SessionStarted started) {
                    sessions.add(started.session());
                }
            }
        }

        private static String text(UnitsTraded trade) {
            return String.format(
                    Locale.ROOT,
                    "buy #%d sell #%d %d@%d",
                    trade.buyOrderNumber(),
                    trade.sellOrderNumber(),
                    trade.units(),
                    trade.price().minor() * 100);
        }
    }
}
