package org.tpx.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.gateway.cli.Program.Result;

/** A node that was away while an auction should have closed: the auction waits for two people, and nobody loses its time. */
class OutageTest {
    private static final Path E2 = Path.of("src", "test", "resources", "scenarios", "E2.ndjson");

    /** Up to the second extension; the limited period would end at 11:12:59.9. */
    private static final int LINES_BEFORE = 45;

    @TempDir
    Path directory;

    @Test
    void shouldHoldAnAuctionWhoseCloseFellIntoTheOutage() throws IOException {
        String journal = directory.resolve("journal").toString();
        Path before = Files.write(
                directory.resolve("before.ndjson"), Files.readAllLines(E2).subList(0, LINES_BEFORE));
        assertThat(Program.run("run", before.toString(), "--journal", journal, "--preset", "CN-2025")
                        .code())
                .isZero();
        Path after = Files.write(
                directory.resolve("after.ndjson"),
                List.of(
                        bid("14:00:00", 901),
                        line(
                                "14:05:00",
                                "SUPERVISOR-1",
                                902,
                                "ProposeHaltLift\",\"scope\":\"LISTING\",\"listing\":\"L1"),
                        line("14:10:00", "SUPERVISOR-2", 903, "ApproveProposal"),
                        bid("14:12:00", 904)));
        Result result =
                Program.run("run", after.toString(), "--journal", journal, "--until", "2025-07-08T14:30:00+08:00");
        assertThat(result.code()).isZero();
        assertThat(result.out().lines().filter(line -> line.contains("\"AuctionHalted\"")))
                .as("the start names what the run before it declared")
                .singleElement()
                .asString()
                .contains("\"listing\":\"L1\"");
        assertThat(result.out().lines().map(OutageTest::summary))
                .containsSubsequence(
                        "11:07 NodeStarted",
                        "11:07 AuctionHalted",
                        "14:00 CommandRefused",
                        "14:05 ProposalMade",
                        "14:10 HaltLifted",
                        "14:10 AuctionResumed",
                        "14:12 BidPlaced",
                        "14:17 AuctionDetermined",
                        "14:17 Awarded");
        assertThat(result.out())
                .contains("\"remainingSeconds\":300")
                .contains("\"reason\":\"HALTED\"")
                .contains("\"phase\":\"LIMITED\",\"deadline\":\"2025-07-08T14:15:00.000000000+08:00\"")
                .contains("\"winner\":\"B2\",\"amount\":\"CNY 6450000.00\"");
        assertThat(Program.run("audit", "replay", journal).code()).isZero();
    }

    private static String bid(String time, int clientId) {
        return line(
                time,
                "AGENT-2",
                clientId,
                "PlaceBid\",\"listing\":\"L1\",\"party\":\"B2\",\"amount\":\"CNY 6450000.00");
    }

    private static String line(String time, String principal, int clientId, String typeAndFields) {
        String proposal = principal.startsWith("SUPERVISOR") ? "\",\"proposal\":\"LIFT" : "";
        return "{\"at\":\"2025-07-08T" + time + "+08:00\",\"principal\":\"" + principal + "\",\"clientId\":" + clientId
                + ",\"type\":\"" + typeAndFields + proposal + "\"}";
    }

    /** The minute and the type of an event. */
    private static String summary(String event) {
        return event.replaceAll(".*\"at\":\"\\d{4}-\\d\\d-\\d\\dT(\\d\\d:\\d\\d).*\"type\":\"(\\w+)\".*", "$1 $2");
    }
}
