package org.tpx.gateway.play;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.LineReader;
import org.tpx.gateway.preset.Preset;
import org.tpx.journal.EventFeed;
import org.tpx.settlement.ledger.SettlementDatabase;
import org.tpx.settlement.ledger.SettlementFollower;
import org.tpx.settlement.ledger.SettlementProjection;

/**
 * A process that carries out a script of commands, each journaled and booked before the next, and kills itself as {@code kill -9} does
 * where the script says so: once a command is journaled, or once it is booked. It goes on where it was, with the command that it does
 * not know the outcome of; the exchange knows it again.
 */
final class DealProcess {
    private final Path directory;
    private final Path progress;
    private final Path killed;

    private DealProcess(Path directory) {
        this.directory = directory;
        progress = directory.resolve("progress");
        killed = directory.resolve("killed");
    }

    public static void main(String[] arguments) throws Exception {
        new DealProcess(Path.of(arguments[0])).run();
    }

    private void run() throws IOException, InterruptedException {
        Path journal = directory.resolve("journal");
        Preset preset = Preset.read("CN-2025");
        List<String> script = Files.readAllLines(directory.resolve("script"));
        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement.db"));
        try (Player player = Player.open(
                        SettledScenarioTest.settings(journal),
                        Files.isDirectory(journal) ? lastNanos(journal) : preset.atNanos(),
                        new Directory(),
                        turn -> {});
                SettlementProjection projection = new SettlementProjection(database)) {
            if (!player.isFounded()) {
                player.play(preset);
            }
            try (SettlementFollower follower = SettlementFollower.open(journal, projection)) {
                for (int line = done(); line < script.size(); line++) {
                    String[] parts = script.get(line).split("\t", 2);
                    play(player, parts[1]);
                    dieWhere(parts[0].equals("journaled"), line);
                    follower.catchUp();
                    dieWhere(parts[0].equals("booked"), line);
                    Files.writeString(progress, Integer.toString(line + 1));
                }
            }
        }
    }

    private static long lastNanos(Path journal) {
        long[] nanos = new long[1];
        try (EventFeed feed = EventFeed.open(journal, 1)) {
            feed.tellAll(turn -> nanos[0] = turn.timeNanos());
        }
        return nanos[0];
    }

    private int done() throws IOException {
        return Files.exists(progress) ? Integer.parseInt(Files.readString(progress)) : 0;
    }

    private static void play(Player player, String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try (LineReader reader = new LineReader(new ByteArrayInputStream(bytes))) {
            reader.next();
            player.play(reader);
            player.sync();
        }
    }

    private void dieWhere(boolean here, int line) throws IOException, InterruptedException {
        String place = Integer.toString(line);
        if (here && !(Files.exists(killed) && Files.readString(killed).equals(place))) {
            Files.writeString(killed, place);
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            throw new IllegalStateException("still alive");
        }
    }
}
