package org.tpx.gateway.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.InstantText;
import org.tpx.gateway.json.LineReader;
import org.tpx.gateway.play.ScenarioTest.Scenario;
import org.tpx.gateway.preset.Preset;
import org.tpx.host.HostSettings;
import org.tpx.journal.Durability;
import org.tpx.journal.JournalSettings;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Currency;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;
import org.tpx.settlement.document.CertificateData;
import org.tpx.settlement.document.Certificates;
import org.tpx.settlement.ledger.CashFlow;
import org.tpx.settlement.ledger.ContributorAdvice;
import org.tpx.settlement.ledger.DealSummary;
import org.tpx.settlement.ledger.SeriesSummary;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.SettlementDatabase;
import org.tpx.settlement.ledger.SettlementFollower;
import org.tpx.settlement.ledger.SettlementProjection;
import org.tpx.settlement.ledger.Subscription;
import org.tpx.settlement.ledger.TrialBalance;
import org.tpx.settlement.ledger.UnitHolder;
import org.tpx.settlement.ledger.UnitTrade;

/** The worked examples once more, through engine, journal and settlement: the books reckon every amount as the engine does. */
class SettledScenarioTest {
    private static final Path SCENARIOS = Path.of("src", "test", "resources", "scenarios");
    private static final int BLOCK_BYTES = 1 << 20;

    @TempDir
    Path directory;

    static Stream<Scenario> scenarios() throws IOException {
        return ScenarioTest.scenarios();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void shouldLeaveTheBooksWithoutADifference(Scenario scenario) throws IOException {
        SettlementBooks books = new SettlementBooks(settle(scenario));

        assertThat(books.differences()).isEmpty();
        TrialBalance balance = books.trialBalance();
        assertThat(balance.difference(Currency.CNY)).isEqualTo(cny(0));
        assertThat(balance.settlement(Currency.CNY))
                .isEqualTo(books.cashFlow(Currency.CNY).remaining());
    }

    @Test
    void shouldSettleTheSingleBidderToTheCent() throws IOException {
        SettlementDatabase database = settle("E1");
        SettlementBooks books = new SettlementBooks(database);

        CashFlow flow = books.cashFlow(Currency.CNY);
        assertThat(flow.received()).isEqualTo(cny(506_212_000));
        assertThat(flow.paid(PaymentKind.FEES)).isEqualTo(cny(2_424_000));
        assertThat(flow.paid(PaymentKind.SELLER_PROCEEDS)).isEqualTo(cny(503_788_000));
        assertThat(flow.remaining()).isEqualTo(cny(0));
        CertificateData certificate =
                new Certificates(database).find("CERT-2025-000001").orElseThrow();
        assertThat(certificate.price()).isEqualTo(cny(505_000_000));
        assertThat(certificate.transferor()).isEqualTo("SELLER");
        assertThat(certificate.transferees().get(0).party()).isEqualTo("B1");
    }

    @Test
    void shouldSettleTheAscendingAuctionToTheCent() throws IOException {
        SettlementBooks books = new SettlementBooks(settle("E2"));

        CashFlow flow = books.cashFlow(Currency.CNY);
        assertThat(flow.received()).isEqualTo(cny(1_020_480_000));
        assertThat(flow.paid(PaymentKind.DEPOSIT_REFUND)).isEqualTo(cny(360_000_000));
        assertThat(flow.paid(PaymentKind.SELLER_PROCEEDS)).isEqualTo(cny(638_464_000));
        assertThat(flow.paid(PaymentKind.FEES)).isEqualTo(cny(22_016_000));
        assertThat(flow.remaining()).isEqualTo(cny(0));
        List<DealSummary> deals = books.deals();
        assertThat(deals).hasSize(1);
        assertThat(deals.get(0).sellerFee()).isEqualTo(cny(1_536_000));
        assertThat(deals.get(0).buyerFee()).isEqualTo(cny(20_480_000));
        assertThat(deals.get(0).net()).isEqualTo(cny(638_464_000));
    }

    @Test
    void shouldSettleTheLotsOfAPackageBidToTheCent() throws IOException {
        SettlementDatabase database = settle("E21");
        SettlementBooks books = new SettlementBooks(database);

        CashFlow flow = books.cashFlow(Currency.CNY);
        assertThat(flow.received()).isEqualTo(cny(343_320_000));
        assertThat(flow.paid(PaymentKind.DEPOSIT_REFUND)).isEqualTo(cny(75_000_000));
        assertThat(flow.paid(PaymentKind.SELLER_PROCEEDS)).isEqualTo(cny(259_376_000));
        assertThat(flow.paid(PaymentKind.FEES)).isEqualTo(cny(8_944_000));
        assertThat(flow.remaining()).isEqualTo(cny(0));
        assertThat(books.deals())
                .extracting(DealSummary::sellerFee, DealSummary::buyerFee)
                .containsExactlyInAnyOrder(tuple(cny(249_600), cny(3_328_000)), tuple(cny(374_400), cny(4_992_000)));
        Certificates certificates = new Certificates(database);
        assertThat(certificates.find("CERT-2025-000001").orElseThrow().price()).isEqualTo(cny(104_000_000));
        assertThat(certificates.find("CERT-2025-000002").orElseThrow().price()).isEqualTo(cny(156_000_000));
    }

    @Test
    void shouldSettleTheSecondOfTwoSealedQuotesToTheCent() throws IOException {
        DealSummary requoted = new SettlementBooks(settle("E3-a")).deals().get(0);
        assertThat(requoted.sellerFee()).isEqualTo(cny(556_800));
        assertThat(requoted.buyerFee()).isEqualTo(cny(7_424_000));
        assertThat(requoted.net()).isEqualTo(cny(231_443_200));
    }

    @Test
    void shouldSettleTheSecondPriceToTheCent() throws IOException {
        DealSummary second =
                new SettlementBooks(settle("X-second-price")).deals().get(0);
        assertThat(second.price()).isEqualTo(cny(225_000_000));
        assertThat(second.net()).isEqualTo(cny(224_460_000));
    }

    @Test
    void shouldSettleTheTakeUpOfAnOpenLicenceToTheCent() throws IOException {
        SettlementBooks books = new SettlementBooks(settle("X-open-licence"));

        CashFlow flow = books.cashFlow(Currency.CNY);
        assertThat(flow.received()).isEqualTo(cny(10_200_000));
        assertThat(flow.paid(PaymentKind.FEES)).isEqualTo(cny(400_000));
        assertThat(flow.paid(PaymentKind.SELLER_PROCEEDS)).isEqualTo(cny(9_800_000));
        assertThat(flow.remaining()).isEqualTo(cny(0));
    }

    @Test
    void shouldSettleTakeUpsWithoutFeesToTheCent() throws IOException {
        SettlementDatabase database = settle("X-plate");
        SettlementBooks books = new SettlementBooks(database);

        CashFlow flow = books.cashFlow(Currency.CNY);
        assertThat(flow.received()).isEqualTo(cny(4_500_000));
        assertThat(flow.paid(PaymentKind.FEES)).isEqualTo(cny(0));
        assertThat(flow.paid(PaymentKind.SELLER_PROCEEDS)).isEqualTo(cny(2_500_000));
        assertThat(flow.remaining()).isEqualTo(cny(2_000_000));
        assertThat(books.deals()).hasSize(4).allSatisfy(deal -> assertThat(
                        deal.sellerFee().plus(deal.buyerFee()))
                .isEqualTo(cny(0)));
        CertificateData certificate =
                new Certificates(database).find("CERT-2025-000001").orElseThrow();
        assertThat(certificate.auctionMode()).isEqualTo(AuctionMode.MARKED_PRICE);
        assertThat(certificate.transferees().get(0).party()).isEqualTo("B1");
        assertThat(certificate.transferees().get(0).agent()).isEqualTo("M-1");
        assertThat(certificate.listingStartNanos()).isZero();
    }

    @Test
    void shouldSettleTheNegotiatedTransferToTheCent() throws IOException {
        SettlementBooks books = new SettlementBooks(settle("E16"));

        CashFlow flow = books.cashFlow(Currency.CNY);
        assertThat(flow.received()).isEqualTo(cny(120_288_000));
        assertThat(flow.paid(PaymentKind.SELLER_PROCEEDS)).isEqualTo(cny(119_712_000));
        assertThat(flow.paid(PaymentKind.FEES)).isEqualTo(cny(576_000));
        assertThat(flow.remaining()).isEqualTo(cny(0));
        DealSummary deal = books.deals().get(0);
        assertThat(deal.feeMode()).isEqualTo(FeeMode.NEGOTIATED);
        assertThat(deal.deposit()).isEqualTo(cny(0));
        assertThat(deal.sellerFee()).isEqualTo(cny(288_000));
        assertThat(deal.buyerFee()).isEqualTo(cny(288_000));
        ContributorAdvice advice = books.contributorAdvice(1).orElseThrow();
        assertThat(advice.proceeds()).isEqualTo(cny(119_712_000));
        assertThat(advice.costs()).isEqualTo(cny(9_712_000));
        assertThat(advice.netIncome()).isEqualTo(cny(110_000_000));
        assertThat(advice.leastShare()).isEqualTo(cny(55_000_000));
        assertThat(books.contributorAdvice(2)).isEmpty();
    }

    @Test
    void shouldGiveEverythingBackWithoutAFeeWhereTheAuthorityRefuses() throws IOException {
        SettlementBooks books = new SettlementBooks(settle("E17-refused"));

        CashFlow flow = books.cashFlow(Currency.CNY);
        assertThat(flow.received()).isEqualTo(cny(214_500_000));
        assertThat(flow.paid(PaymentKind.DEPOSIT_REFUND)).isEqualTo(cny(214_500_000));
        assertThat(flow.paid(PaymentKind.FEES)).isEqualTo(cny(0));
        assertThat(flow.remaining()).isEqualTo(cny(0));
        assertThat(books.deals()).extracting(DealSummary::state).containsExactly("RESCINDED");
    }

    @Test
    void shouldSettleTheCallAndTheTradeAfterItUnitForUnit() throws IOException {
        SettlementBooks books = new SettlementBooks(settle("E13"));

        long series = books.unitSeries().get(0).seriesId();
        assertThat(books.unitHolders(series))
                .extracting(UnitHolder::party, UnitHolder::units)
                .containsExactlyInAnyOrder(tuple("B1", 500L), tuple("B2", 500L), tuple("B3", 400L), tuple("S4", 400L));
        assertThat(books.unitTrades(series)).hasSize(6).allSatisfy(trade -> assertThat(trade.price())
                .isEqualTo(cny(10_300)));
        assertThat(books.cashFlow(Currency.CNY).open()).isEqualTo(cny(850_000));
    }

    @Test
    void shouldSettleTheOversubscribedOfferingToTheFen() throws IOException {
        SettlementBooks books = new SettlementBooks(settle("E12"));

        CashFlow flow = books.cashFlow(Currency.CNY);
        assertThat(flow.received()).isEqualTo(cny(41_814_000_000L));
        assertThat(flow.paid(PaymentKind.SUBSCRIPTION_REFUND)).isEqualTo(cny(21_008_000_000L));
        assertThat(flow.paid(PaymentKind.OFFERING_PROCEEDS)).isEqualTo(cny(20_200_000_000L));
        // What is left is the coupon of one year, 3 %, due to the holders.
        assertThat(flow.remaining()).isEqualTo(cny(606_000_000L));
        assertThat(books.subscriptions(books.offerings().get(0).offeringId()))
                .extracting(Subscription::party, Subscription::allottedUnits, Subscription::paid, Subscription::refund)
                .containsExactly(
                        tuple("A", 588_235L, cny(5_882_350_000L), cny(6_117_650_000L)),
                        tuple("B", 441_177L, cny(4_411_770_000L), cny(4_588_230_000L)),
                        tuple("C", 392_157L, cny(3_921_570_000L), cny(4_078_430_000L)),
                        tuple("D", 304_314L, cny(3_043_140_000L), cny(3_164_860_000L)),
                        tuple("E", 196_078L, cny(1_960_780_000L), cny(2_039_220_000L)),
                        tuple("F", 98_039L, cny(980_390_000L), cny(1_019_610_000L)));
    }

    @Test
    void shouldSettleTheCapitalIncreaseToTheFen() throws IOException {
        SettlementBooks books = new SettlementBooks(settle("E14"));

        CashFlow flow = books.cashFlow(Currency.CNY);
        assertThat(flow.paid(PaymentKind.OFFERING_PROCEEDS)).isEqualTo(cny(2_500_000_000L));
        assertThat(flow.remaining()).isEqualTo(cny(0));
        assertThat(books.unitHolders(books.unitSeries().get(0).seriesId()))
                .extracting(UnitHolder::party, UnitHolder::units)
                .containsExactlyInAnyOrder(tuple("S1", 9_000_000L), tuple("S2", 5_000_000L), tuple("I1", 1_000_000L));
    }

    @Test
    void shouldSettleATradingDayOfUnitsToTheFen() throws IOException {
        SettlementBooks books = new SettlementBooks(settle("X-trading"));

        CashFlow flow = books.cashFlow(Currency.CNY);
        assertThat(flow.received()).isEqualTo(cny(1_205_000));
        assertThat(flow.paid(PaymentKind.FEES)).isEqualTo(cny(796));
        assertThat(flow.paid(PaymentKind.WITHDRAWAL)).isEqualTo(cny(433_605));
        assertThat(flow.paid(PaymentKind.RETURN)).isEqualTo(cny(5_000));
        assertThat(flow.remaining()).isEqualTo(cny(765_599));
        SeriesSummary series = books.unitSeries().get(0);
        assertThat(series.issuedUnits()).isEqualTo(500);
        assertThat(series.lastPrice()).isEqualTo(cny(1_235));
        assertThat(books.unitHolders(series.seriesId()))
                .extracting(UnitHolder::party, UnitHolder::units)
                .containsExactlyInAnyOrder(tuple("ADA", 150L), tuple("BO", 300L), tuple("CY", 50L));
        assertThat(books.unitTrades(series.seriesId()))
                .extracting(UnitTrade::amount, UnitTrade::buyerFee, UnitTrade::sellerFee)
                .containsExactly(
                        tuple(cny(248_000), cny(372), cny(83)),
                        tuple(cny(124_000), cny(186), cny(41)),
                        tuple(cny(61_750), cny(93), cny(21)));
    }

    private SettlementDatabase settle(String name) throws IOException {
        return settle(scenario(name));
    }

    static Scenario scenario(String name) throws IOException {
        return ScenarioTest.scenarios()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private SettlementDatabase settle(Scenario scenario) throws IOException {
        Path journal = directory.resolve("journal");
        play(scenario, journal);
        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement.db"));
        book(journal, database);
        return database;
    }

    static void book(Path journal, SettlementDatabase database) {
        try (SettlementProjection projection = new SettlementProjection(database);
                SettlementFollower follower = SettlementFollower.open(journal, projection)) {
            assertThat(follower.catchUp()).isPositive();
        }
    }

    static void play(Scenario scenario, Path journal) throws IOException {
        Preset preset = Preset.read(scenario.preset());
        Path commands = SCENARIOS.resolve(scenario.name() + ".ndjson");
        try (LineReader lines = new LineReader(Files.newInputStream(commands));
                Player player = Player.open(settings(journal), preset.atNanos(), new Directory(), turn -> {})) {
            player.play(preset);
            assertThat(lines.next()).isTrue();
            player.playAll(lines, number -> {});
            if (!scenario.until().isEmpty()) {
                player.advanceTo(InstantText.parse(scenario.until(), "until"));
            }
            player.sync();
        }
    }

    static HostSettings settings(Path journal) {
        JournalSettings settings = JournalSettings.of(journal, "scenario")
                .with(Durability.APPENDED)
                .withBlocks(BLOCK_BYTES, BLOCK_BYTES)
                .withMinFreeBytes(0);
        return HostSettings.of(settings, "test", Hash256.ZERO);
    }

    private static Money cny(long minor) {
        return Money.ofMinor(minor, Currency.CNY);
    }
}
