package org.tpx.gateway.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.gateway.cli.Program.Result;

/** What is confidential while a sale is live: not to be read in the journal by anybody but its node, and by everybody afterwards. */
class ConfidentialJournalTest {
    private static final Path SCENARIO = Path.of("src/test/resources/scenarios/X-proxy.ndjson");
    private static final String BID_IN_PUBLIC = "CNY 142000.00";
    private static final long MAXIMUM_MINOR = 16_000_000;
    private static final long BID_MINOR = 14_200_000;

    @TempDir
    Path directory;

    @Test
    void shouldKeepMaximaOutOfTheJournalWhileTheAuctionIsLive() throws IOException {
        Path journal = journal();
        play(live(), journal);
        assertThat(holds(journal, BID_MINOR)).as("a bid is in the journal").isTrue();
        assertThat(holds(journal, MAXIMUM_MINOR)).as("a maximum is not").isFalse();
        assertThat(Program.run("audit", "dump", journal.toString()).out())
                .contains("SetProxyMaximum listing=L1 party=B1 maximum=confidential");
        Result dump = Program.run("audit", "dump", "--json", journal.toString());
        assertThat(dump.code()).as(dump.err()).isZero();
        assertThat(dump.out()).contains("SetProxyMaximum", BID_IN_PUBLIC).doesNotContain("maximum\"", "CNY 160000.00");
    }

    @Test
    void shouldLetTheNodeGoOnAndNobodyElseReplayALiveAuction() throws IOException {
        Path journal = journal();
        play(live(), journal);
        Path copy = copyWithoutKey(journal, "live");
        assertThat(Program.run("audit", "verify", copy.toString()).code()).isZero();
        Result replay = Program.run("audit", "replay", copy.toString());
        assertThat(replay.code()).isEqualTo(3);
        assertThat(replay.err()).contains("is confidential: the sale of listing 1 is not over");
        assertThat(Program.run("audit", "replay", journal.toString()).code()).isZero();
        play(rest(), journal);
        assertThat(Program.run("audit", "replay", journal.toString()).code()).isZero();
    }

    @Test
    void shouldReleaseTheKeyWithTheEndOfTheAuction() throws IOException {
        Path journal = journal();
        play(live(), journal);
        String end = play(rest(), journal);
        assertThat(end)
                .contains("\"amount\":\"CNY 152000.00\"")
                .contains("AuctionDetermined")
                .contains("KeyReleased");
        Path copy = copyWithoutKey(journal, "over");
        Result replay = Program.run("audit", "replay", copy.toString());
        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(holds(copy, MAXIMUM_MINOR)).isFalse();
    }

    private Path journal() {
        return directory.resolve("journal");
    }

    private static List<String> live() throws IOException {
        List<String> lines = Files.readAllLines(SCENARIO);
        return lines.subList(0, lines.size() - 3);
    }

    // The start after the gap has halted the auction. The last bid is met by the maximum that was left before it.
    private static List<String> rest() {
        return List.of(
                "{'at':'2025-07-08T11:20:00+08:00','principal':'SUPERVISOR-1','clientId':901,'type':'ProposeHaltLift',"
                        + "'proposal':'LIFT','scope':'LISTING','listing':'L1'}",
                "{'at':'2025-07-08T11:21:00+08:00','principal':'SUPERVISOR-2','clientId':902,'type':'ApproveProposal',"
                        + "'proposal':'LIFT'}",
                "{'at':'2025-07-08T11:22:00+08:00','principal':'AGENT-2','clientId':903,'type':'PlaceBid',"
                        + "'listing':'L1','party':'B2','amount':'CNY 150000.00'}");
    }

    private String play(List<String> lines, Path journal) throws IOException {
        List<String> json = lines.stream().map(line -> line.replace('\'', '"')).toList();
        Path file = Files.write(directory.resolve("commands.ndjson"), json);
        boolean begun = Files.exists(journal);
        Result result = begun
                ? Program.run(
                        "run", file.toString(), "--journal", journal.toString(), "--until", "2025-07-08T13:00:00+08:00")
                : Program.run("run", file.toString(), "--journal", journal.toString(), "--preset", "CN-2025");
        assertThat(result.code()).as(result.err()).isZero();
        return result.out();
    }

    private Path copyWithoutKey(Path journal, String name) throws IOException {
        Path copy = directory.resolve(name);
        for (Path file : files(journal)) {
            if (!file.endsWith("journal.key")) {
                Path target = copy.resolve(journal.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return copy;
    }

    private static List<Path> files(Path journal) throws IOException {
        try (Stream<Path> files = Files.walk(journal)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    // The amount as the wire has it, anywhere in the files of the queue.
    private static boolean holds(Path journal, long minor) throws IOException {
        byte[] amount = ByteBuffer.allocate(9)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(minor)
                .put((byte) 1)
                .array();
        String bytes = new String(amount, ISO_8859_1);
        for (Path file : files(journal)) {
            if (file.toString().endsWith(".cq4") && new String(Files.readAllBytes(file), ISO_8859_1).contains(bytes)) {
                return true;
            }
        }
        return false;
    }
}
