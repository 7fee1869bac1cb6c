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
import org.junit.jupiter.api.io.TempDir;
import org.tpx.gateway.demo.DemoReport;
import org.tpx.gateway.demo.Demonstration;
import org.tpx.gateway.json.CommandReader;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.preset.Market;
import org.tpx.host.HostSettings;
import org.tpx.journal.Durability;
import org.tpx.journal.JournalSettings;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Command;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DemandCommand.AwardDemand;
import org.tpx.protocol.DemandCommand.RegisterPledge;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingCommand.DraftListing;
import org.tpx.protocol.MemberCommand.RegisterParty;
import org.tpx.protocol.Money;
import org.tpx.protocol.NegotiationCommand.ProposeNegotiation;
import org.tpx.protocol.OfferCommand.TakeUpOffer;
import org.tpx.protocol.OfferingCommand.ProposeOffering;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RightCommand.RecordTitle;
import org.tpx.protocol.RightCommand.RegisterRight;
import org.tpx.protocol.RofrCommand.ExerciseRofr;
import org.tpx.protocol.SaleCommand.ProposeVoid;
import org.tpx.protocol.SaleCommand.SetSecretReserve;
import org.tpx.protocol.UnitCommand.EnterOrder;

/** The demonstration market: its rights stand on real recordations, and its parties on nobody real. */
class DemoMarketTest {
    private static final Path DEMO = Path.of("..", "config", "demo");
    private static final Pattern REEL_AND_FRAME = Pattern.compile("\\b(\\d{6})/(\\d{4})\\b");
    private static final Pattern ROLE_CODE =
            Pattern.compile("OWNER-[A-D]|BUYER-[A-H]|HOLDER-[1-5]|LENDER-1|VALUER-1|INSTITUTE-1");

    private static final int BLOCK_BYTES = 8 << 20;

    @TempDir
    Path directory;

    @Test
    void shouldOfferRightsInEveryWayOfFormingAPrice() throws IOException {
        assertThat(commands())
                .filteredOn(DraftListing.class::isInstance)
                .hasSize(28)
                .extracting(command -> ((DraftListing) command).terms().auctionMode())
                .containsOnly(
                        AuctionMode.MULTI_ROUND_ASCENDING,
                        AuctionMode.DYNAMIC_QUOTATION,
                        AuctionMode.SEALED_ONE_TIME,
                        AuctionMode.WEIGHTED,
                        AuctionMode.TENDER,
                        AuctionMode.DUTCH,
                        AuctionMode.COMPETITIVE_NEGOTIATION,
                        AuctionMode.PACKAGE,
                        AuctionMode.ROUNDS);
        assertThat(commands())
                .hasAtLeastOneElementOfType(ProposeNegotiation.class)
                .hasAtLeastOneElementOfType(TakeUpOffer.class)
                .hasAtLeastOneElementOfType(ProposeOffering.class)
                .hasAtLeastOneElementOfType(EnterOrder.class)
                .hasAtLeastOneElementOfType(ExerciseRofr.class)
                .hasAtLeastOneElementOfType(ProposeVoid.class)
                .hasAtLeastOneElementOfType(SetSecretReserve.class)
                .hasAtLeastOneElementOfType(RegisterPledge.class)
                .hasAtLeastOneElementOfType(AwardDemand.class);
    }

    /**
     * Fees by hand: of a price that was bid 0.24 % from the seller and 3.2 % from the buyer, each at least 3,600; of one that was agreed
     * 0.24 % from each, at least 2,000. A package's fees are those of its price (3,600 and 32,000), shared like it, 4 to 5. A trade's
     * are 0.05 % from each side: 25.75, 36.05, 15.45 and 5.18. Of an award the poster and each solver pay as of an agreed price.
     */
    @Test
    void shouldEndEveryStoryWithPriceAndFeesAsWorkedOutByHand() throws IOException {
        JournalSettings journal = JournalSettings.of(directory.resolve("journal"), "test")
                .with(Durability.APPENDED)
                .withBlocks(BLOCK_BYTES, BLOCK_BYTES)
                .withMinFreeBytes(BLOCK_BYTES);
        DemoReport report = new Demonstration(
                        Market.demonstration(),
                        HostSettings.of(journal, "test", Hash256.ZERO),
                        directory.resolve("settlement.db"))
                .run(played -> {});
        assertThat(report.rows())
                .extracting(row -> String.join(
                        " | ", row.listing(), row.ended(), row.buyer(), amount(row.price()), amount(row.fees())))
                .containsExactly(
                        "L-01 | sold | BUYER-A | 820000.00 | 4000.00",
                        "L-02 | sold | BUYER-E | 3460000.00 | 119024.00",
                        "L-03 | closed unsold |  |  | ",
                        "L-04 | withdrawn |  |  | ",
                        "L-05 | sold | BUYER-D | 1900000.00 | 65360.00",
                        "L-06 | sold | BUYER-G | 3240000.00 | 111456.00",
                        "L-07 | terminated |  |  | ",
                        "L-08 | sold | BUYER-H | 1180000.00 | 41360.00",
                        "L-09 | sold | BUYER-G | 1920000.00 | 66048.00",
                        "L-10 | sold | BUYER-F | 6600000.00 | 227040.00",
                        "L-11 | sold | BUYER-C | 1050000.00 | 37200.00",
                        "L-12 | sold | BUYER-B | 860000.00 | 31120.00",
                        "L-13 | sold | BUYER-E | 1200000.00 | 42000.00",
                        "L-14 | sold | BUYER-E | 915000.00 | 32880.00",
                        "L-15 | sold | BUYER-F | 2400000.00 | 82560.00",
                        "L-16 | sold | BUYER-C | 1340000.00 | 46480.00",
                        "L-17 | sold | BUYER-B | 660000.00 | 24720.00",
                        "L-18 | sold | BUYER-C | 444444.44 | 15822.22",
                        "L-19 | sold | BUYER-C | 555555.56 | 19777.78",
                        "L-20 | sold | BUYER-H | 620000.00 | 23440.00",
                        "L-21 | sold | BUYER-G | 1200000.00 | 5760.00",
                        "L-22 | sold | BUYER-A | 100000.00 | 4000.00",
                        "L-23 | sold | BUYER-F | 100000.00 | 4000.00",
                        "L-24 | sold | BUYER-D | 20000.00 | 0.00",
                        "L-25 | sold | BUYER-B | 2050000.00 | 9840.00",
                        "L-26 | sold | BUYER-H | 860000.00 | 31120.00",
                        "L-27 | sold | BUYER-G | 900000.00 | 4320.00",
                        "L-28 | closed unsold |  |  | ",
                        "L-29 | sold | BUYER-F | 860000.00 | 31120.00",
                        "L-30 | sold | BUYER-E | 1075000.00 | 38000.00",
                        "L-31 | sold | BUYER-G | 700000.00 | 26000.00",
                        "L-32 | sold | BUYER-C | 720000.00 | 26640.00",
                        "U-01 | allotted | 3 buyers | 1000000.00 | 0.00",
                        "S-01 | traded | 2 buyers | 164850.00 | 164.86",
                        "D-01 | awarded | 2 firms | 280000.00 | 6000.00");
        assertThat(report.cash().remaining()).isEqualTo(Money.zero(Currency.CNY));
        assertThat(report.cash().open()).isEqualTo(Money.zero(Currency.CNY));
        assertThat(report.isBalanced()).isTrue();
    }

    private static String amount(Money money) {
        return money.isNone() ? "" : money.toString().replace("CNY ", "");
    }

    @Test
    void shouldRegisterOnlyPatentsThatTheRecordationsName() throws IOException {
        String recordations = Files.readString(DEMO.resolve("uspto_assignments.csv"));
        List<RegisterRight> rights = commands().stream()
                .filter(RegisterRight.class::isInstance)
                .map(RegisterRight.class::cast)
                .toList();
        assertThat(rights).hasSizeGreaterThanOrEqualTo(26);
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
                .hasSize(20)
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
