package org.tpx.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.engine.rule.Examples.yuan;
import static org.tpx.protocol.FeeMode.BIDDING;
import static org.tpx.protocol.FeeMode.NEGOTIATED;
import static org.tpx.protocol.FeeSide.BUYER;
import static org.tpx.protocol.FeeSide.SELLER;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.engine.kernel.Tape;
import org.tpx.protocol.Currency;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.FeeTier;
import org.tpx.protocol.GovernanceCommand.ProposeFeeSchedule;
import org.tpx.protocol.GovernanceEvent.FeeScheduleLoaded;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;

class FeeSchedulesTest {

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private final Tape tape = new Tape().at("2025-01-02T08:00");
    private final FeeSchedules schedules = new FeeSchedules();

    @ParameterizedTest(name = "{0}: {1} bid: seller {2}, buyer {3}")
    @CsvSource({
        "first tier,           6400000.00,    15360.00,   204800.00",
        "end of first tier,   30000000.00,    72000.00,   960000.00",
        "second tier,         45000000.00,   102000.00,  1320000.00",
        "end of second tier,  60000000.00,   132000.00,  1680000.00",
        "end of third tier,  100000000.00,   192000.00,  2240000.00",
        "fourth tier,        120000000.00,   206000.00,  2360000.00",
        "end of fourth tier, 500000000.00,   472000.00,  4640000.00",
        "last tier,          600000000.00,   502000.00,  4940000.00",
        "E3,                   2320000.00,     5568.00,    74240.00",
        "E4 minimum,            860000.00,     3600.00,    27520.00",
        "both minimums,         100000.00,     3600.00,     3600.00",
        "nothing,                    0.00,     3600.00,     3600.00",
    })
    void shouldChargeEachPartOfAPriceThatWasBidAtTheRateOfItsTier(
            String example, String price, String seller, String buyer) {
        tape.run(Examples.fees2022(1), schedules::load);
        assertThat(schedules.fee(1, 1, SELLER, BIDDING, cny(price))).as(example).isEqualTo(cny(seller));
        assertThat(schedules.fee(1, 1, BUYER, BIDDING, cny(price))).as(example).isEqualTo(cny(buyer));
    }

    @ParameterizedTest(name = "{0}: {1} quoted: {2} each")
    @CsvSource({
        "E1,          5050000.00,  12120.00",
        "E7,          4000000.00,   9600.00",
        "E8,          8000000.00,  19200.00",
        "E16,         1200000.00,   2880.00",
        "E17,         7150000.00,  17160.00",
        "four tiers, 120000000.00, 206000.00",
        "at minimum,   833333.33,   2000.00",
        "above it,     835000.00,   2004.00",
        "minimum,      500000.00,   2000.00",
    })
    void shouldChargeBothSidesTheNegotiatedRateOfAPriceThatWasQuoted(String example, String price, String fee) {
        tape.run(Examples.fees2022(1), schedules::load);
        assertThat(schedules.fee(1, 1, SELLER, NEGOTIATED, cny(price)))
                .as(example)
                .isEqualTo(cny(fee));
        assertThat(schedules.fee(1, 1, BUYER, NEGOTIATED, cny(price)))
                .as(example)
                .isEqualTo(cny(fee));
    }

    @Test
    void shouldRoundTheSumOfAllTiersHalfUpOnce() {
        Money none = Money.zero(Currency.CNY);
        List<FeeTier> halves = List.of(
                new FeeTier(Money.ofMinor(1, Currency.CNY), 250_000, 500_000, 0),
                new FeeTier(Money.NONE, 250_000, 0, 499_999));
        tape.run(Examples.fees(1, none, none, halves), schedules::load);
        Money price = Money.ofMinor(2, Currency.CNY);
        assertThat(schedules.fee(1, 1, SELLER, BIDDING, price).minor())
                .as("a quarter and a quarter are a half")
                .isEqualTo(1);
        assertThat(schedules.fee(1, 1, BUYER, BIDDING, price).minor())
                .as("half")
                .isEqualTo(1);
        assertThat(schedules.fee(1, 1, BUYER, NEGOTIATED, price).minor())
                .as("less than half")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldAgreeWithExactArithmeticOnEveryTierAndPrice(long seed) {
        Random random = new Random(seed);
        for (int version = 1; version <= 50; version++) {
            ProposeFeeSchedule schedule = randomSchedule(random, version);
            assertThat(schedules.obstacle(schedule)).as("seed " + seed).isNull();
            tape.run(schedule, schedules::load);
            for (int i = 0; i < 20; i++) {
                Money price = Money.ofMinor(randomMinor(random), Currency.CNY);
                FeeSide side = random.nextBoolean() ? SELLER : BUYER;
                FeeMode mode = random.nextBoolean() ? BIDDING : NEGOTIATED;
                assertThat(schedules.fee(1, version, side, mode, price))
                        .as("seed %d, %s %s of %s by %s", seed, mode, side, price, schedule)
                        .isEqualTo(reference(schedule, side, mode, price));
            }
        }
    }

    @Test
    void shouldNotOverflowAtTheLargestPriceAndRate() {
        Money none = Money.zero(Currency.CNY);
        tape.run(
                Examples.fees(1, none, none, List.of(new FeeTier(Money.NONE, 1_000_000, 999_999, 1))), schedules::load);
        Money largest = Money.ofMinor(Money.MAX_MINOR, Currency.CNY);
        assertThat(schedules.fee(1, 1, SELLER, BIDDING, largest)).isEqualTo(largest);
        assertThat(schedules.fee(1, 1, BUYER, BIDDING, largest).minor())
                .isEqualTo(Money.MAX_MINOR - Money.MAX_MINOR / 1_000_000);
    }

    @Test
    void shouldKeepEveryVersionForTheListingsThatWereAcceptedUnderIt() {
        ProposeFeeSchedule first = Examples.fees2022(1);
        assertThat(tape.run(first, schedules::load))
                .containsExactly(new FeeScheduleLoaded(
                        1, "FEE-CS-2022", 1, first.minimumBidding(), first.minimumNegotiated(), first.tiers()));
        tape.run(
                Examples.fees(2, yuan(1), yuan(1), List.of(new FeeTier(Money.NONE, 10_000, 10_000, 10_000))),
                schedules::load);
        assertThat(schedules.latestVersion(1)).isEqualTo(2);
        assertThat(schedules.fee(1, 1, SELLER, BIDDING, yuan(45_000_000))).isEqualTo(yuan(102_000));
        assertThat(schedules.fee(1, 2, SELLER, BIDDING, yuan(45_000_000))).isEqualTo(yuan(450_000));
        assertThat(schedules.currency(1)).isEqualTo(Currency.CNY);
        assertThat(schedules.isLoaded(1)).isTrue();
        assertThat(schedules.isLoaded(2)).isFalse();
        assertThat(schedules.latestVersion(0)).isZero();
    }

    @Test
    void shouldTakeRisingVersionsInOneCurrencyOnly() {
        tape.run(Examples.fees2022(1), schedules::load);
        Money dollar = Money.ofMinor(100, Currency.USD);
        List<FeeTier> flat = List.of(new FeeTier(Money.NONE, 1, 1, 1));
        assertThat(schedules.obstacle(Examples.fees2022(1))).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(schedules.obstacle(Examples.fees2022(2))).isNull();
        assertThat(schedules.obstacle(Examples.fees(2, dollar, dollar, flat))).isEqualTo(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNotTakeTiersThatContradictThemselves() {
        FeeTier small = new FeeTier(yuan(1), 1, 1, 1);
        FeeTier large = new FeeTier(yuan(2), 1, 1, 1);
        FeeTier rest = new FeeTier(Money.NONE, 1, 1, 1);
        FeeTier dollars = new FeeTier(Money.ofMinor(1, Currency.USD), 1, 1, 1);
        assertThat(obstacle(Money.NONE, Money.NONE, small, large, rest)).isNull();
        assertThat(obstacle(Money.zero(Currency.CNY), Money.NONE, rest)).isNull();
        assertThat(obstacle(Money.NONE, Money.zero(Currency.CNY), rest)).isNull();
        assertThat(obstacle(Money.NONE, Money.NONE, rest)).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(obstacle(yuan(1), Money.NONE)).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(obstacle(yuan(1), yuan(1), small)).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(obstacle(yuan(1), yuan(1), rest, rest)).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(obstacle(yuan(1), yuan(1), large, small, rest)).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(obstacle(yuan(1), yuan(1), small, small, rest)).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(obstacle(yuan(1), yuan(1), dollars, rest)).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(obstacle(yuan(1), Money.ofMinor(1, Currency.USD), rest)).isEqualTo(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldSurviveASnapshot() {
        tape.run(Examples.fees2022(1), schedules::load);
        tape.run(Examples.fees2022(2), schedules::load);
        FeeSchedules read = new FeeSchedules();
        tape.roundTrip(schedules::exchange, read::exchange);
        assertThat(read.latestVersion(1)).isEqualTo(2);
        assertThat(read.fee(1, 1, BUYER, BIDDING, yuan(45_000_000))).isEqualTo(yuan(1_320_000));
        assertThat(read.obstacle(Examples.fees2022(2))).isEqualTo(RejectReason.NOT_ALLOWED);
    }

    private @Nullable RejectReason obstacle(Money bidding, Money negotiated, FeeTier... tiers) {
        return schedules.obstacle(Examples.fees(1, bidding, negotiated, List.of(tiers)));
    }

    private static ProposeFeeSchedule randomSchedule(Random random, int version) {
        List<FeeTier> tiers = new ArrayList<>();
        long end = 0;
        for (int i = random.nextInt(6); i > 0; i--) {
            end += 1 + randomMinor(random) / 8;
            tiers.add(randomTier(random, Money.ofMinor(end, Currency.CNY)));
        }
        tiers.add(randomTier(random, Money.NONE));
        Money bidding = Money.ofMinor(random.nextInt(1_000_000), Currency.CNY);
        Money negotiated = random.nextBoolean() ? Money.NONE : Money.ofMinor(random.nextInt(1_000), Currency.CNY);
        return Examples.fees(version, bidding, negotiated, tiers);
    }

    private static FeeTier randomTier(Random random, Money upTo) {
        return new FeeTier(upTo, random.nextInt(1_000_001), random.nextInt(50_000), random.nextInt(1_000_001));
    }

    /** Numbers of every length up to the largest amount. */
    private static long randomMinor(Random random) {
        long bound = (long) Math.pow(10, random.nextInt(15));
        return Math.floorMod(random.nextLong(), bound) + 1;
    }

    private static Money reference(ProposeFeeSchedule schedule, FeeSide side, FeeMode mode, Money price) {
        BigInteger millionths = BigInteger.ZERO;
        long lower = 0;
        for (FeeTier tier : schedule.tiers()) {
            long upper = tier.upTo().isNone() ? Long.MAX_VALUE : tier.upTo().minor();
            long part = Math.max(0, Math.min(price.minor(), upper) - lower);
            int ppm = mode == NEGOTIATED
                    ? tier.negotiatedPpm()
                    : side == SELLER ? tier.sellerBiddingPpm() : tier.buyerBiddingPpm();
            millionths = millionths.add(BigInteger.valueOf(part).multiply(BigInteger.valueOf(ppm)));
            lower = upper;
        }
        BigInteger rounded = millionths.multiply(BigInteger.TWO).add(MILLION).divide(MILLION.multiply(BigInteger.TWO));
        Money minimum = mode == BIDDING ? schedule.minimumBidding() : schedule.minimumNegotiated();
        return Money.ofMinor(Math.max(rounded.longValueExact(), minimum.minor()), Currency.CNY);
    }

    private static Money cny(String amount) {
        return Money.ofMinor(new BigDecimal(amount).movePointRight(2).longValueExact(), Currency.CNY);
    }
}
