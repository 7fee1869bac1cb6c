package org.tpx.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tpx.gateway.json.CommandReader;
import org.tpx.gateway.json.Directory;
import org.tpx.protocol.Command;
import org.tpx.protocol.ListingCommand.DraftListing;
import org.tpx.protocol.MemberCommand.RegisterParty;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RightCommand.RecordTitle;
import org.tpx.protocol.RightCommand.RegisterRight;

/** The demonstration market: its rights stand on real recordations, and its parties on nobody real. */
class DemoMarketTest {
    private static final Path DEMO = Path.of("..", "config", "demo");
    private static final Pattern REEL_AND_FRAME = Pattern.compile("\\b(\\d{6})/(\\d{4})\\b");
    private static final Pattern ROLE_CODE = Pattern.compile("OWNER-[A-D]|BUYER-[A-H]|HOLDER-[1-5]|LENDER-1");

    @Test
    void shouldOfferTenListings() throws IOException {
        assertThat(commands()).filteredOn(DraftListing.class::isInstance).hasSize(10);
    }

    @Test
    void shouldRegisterOnlyPatentsThatTheRecordationsName() throws IOException {
        String recordations = Files.readString(DEMO.resolve("uspto_assignments.csv"));
        List<RegisterRight> rights = commands().stream()
                .filter(RegisterRight.class::isInstance)
                .map(RegisterRight.class::cast)
                .toList();
        assertThat(rights).hasSizeGreaterThanOrEqualTo(12);
        assertThat(rights).allSatisfy(right -> {
            String number = right.registration().replace("US ", "");
            assertThat(recordations).containsPattern("[,|\"]" + number + "[,|\"]");
            assertThat(right.title()).isEqualTo("US patent " + number);
        });
    }

    @Test
    void shouldCiteEveryDeedByTheReelAndFrameOfARecordation() throws IOException {
        Map<String, String> rows = new HashMap<>();
        for (String row : Files.readAllLines(DEMO.resolve("uspto_assignments.csv"))) {
            rows.put(row.substring(0, row.indexOf(',')), row);
        }
        List<String> citations = new ArrayList<>();
        for (Command command : commands()) {
            if (command instanceof RecordTitle deed) {
                citations.add(deed.instrument());
            } else if (command instanceof RecordEncumbrance pledge) {
                citations.add(pledge.reference());
            }
        }
        assertThat(citations).hasSizeGreaterThan(12).allSatisfy(citation -> {
            Matcher matcher = REEL_AND_FRAME.matcher(citation);
            assertThat(matcher.find()).isTrue();
            assertThat(rows).containsKey(matcher.group(1) + "-" + matcher.group(2));
        });
    }

    @Test
    void shouldNamePartiesByRoleOnly() throws IOException {
        assertThat(commands())
                .filteredOn(RegisterParty.class::isInstance)
                .extracting(command -> ((RegisterParty) command).code())
                .hasSize(18)
                .allMatch(code -> ROLE_CODE.matcher(code).matches());
    }

    private static List<Command> commands() throws IOException {
        CommandReader reader = CommandReader.timed(new Directory());
        try (Stream<String> lines = Files.lines(DEMO.resolve("market-day.ndjson"))) {
            return lines.map(line -> line.getBytes(UTF_8))
                    .map(bytes -> reader.read(bytes, 0, bytes.length).command())
                    .toList();
        }
    }
}
