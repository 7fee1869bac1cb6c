package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.settlement.ledger.Examples.cny;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.FeeSide;

/** The check values of domain.md 5.2 and of the worked examples, and the edges of tiers, rounding and minimum. */
class FeeTariffTest {
    private static final FeeTariff CHANGSHA = new FeeTariff(
            cny("3600.00").minor(),
            cny("2000.00").minor(),
            Examples.feeSchedule().tiers().stream()
                    .map(tier -> new FeeTariff.Tier(
                            tier.upTo().minor(), tier.sellerBiddingPpm(), tier.buyerBiddingPpm(), tier.negotiatedPpm()))
                    .toList());

    @ParameterizedTest
    @CsvSource({
        "45000000.00,  102000.00, 1320000.00",
        "120000000.00, 206000.00, 2360000.00",
        "6400000.00,   15360.00,  204800.00",
        "6100000.00,   14640.00,  195200.00",
        "30000000.00,  72000.00,  960000.00",
        "30000000.01,  72000.00,  960000.00",
        "30000000.25,  72000.00,  960000.01",
        "600000000.00, 502000.00, 4940000.00",
        "1.00,         3600.00,   3600.00",
        "112500.00,    3600.00,   3600.00",
        "112500.32,    3600.00,   3600.01",
    })
    void shouldTakeEveryTiersRateOfItsPartWhenThePriceWasBid(String price, String seller, String buyer) {
        assertThat(CHANGSHA.feeMinor(FeeMode.BIDDING, FeeSide.SELLER, cny(price).minor()))
                .isEqualTo(cny(seller).minor());
        assertThat(CHANGSHA.feeMinor(FeeMode.BIDDING, FeeSide.BUYER, cny(price).minor()))
                .isEqualTo(cny(buyer).minor());
    }

    @ParameterizedTest
    @CsvSource({"5050000.00, 12120.00", "4000000.00, 9600.00", "8000000.00, 19200.00", "100.00, 2000.00"})
    void shouldTakeTheNegotiatedRateOfBothSidesOtherwise(String price, String fee) {
        for (FeeSide side : FeeSide.values()) {
            assertThat(CHANGSHA.feeMinor(FeeMode.NEGOTIATED, side, cny(price).minor()))
                    .isEqualTo(cny(fee).minor());
        }
    }

    @Test
    void shouldRoundTheExactSumHalfUpOnce() {
        FeeTariff halves = new FeeTariff(
                0, 0, List.of(new FeeTariff.Tier(100, 2_500, 0, 0), new FeeTariff.Tier(0, 2_500, 4_999, 5_000)));

        assertThat(halves.feeMinor(FeeMode.BIDDING, FeeSide.SELLER, 200)).isEqualTo(1);
        assertThat(halves.feeMinor(FeeMode.BIDDING, FeeSide.SELLER, 199)).isZero();
        assertThat(halves.feeMinor(FeeMode.BIDDING, FeeSide.BUYER, 200)).isZero();
        assertThat(halves.feeMinor(FeeMode.NEGOTIATED, FeeSide.BUYER, 200)).isEqualTo(1);
    }

    @Test
    void shouldReckonTheLargestPriceWithoutOverflow() {
        assertThat(CHANGSHA.feeMinor(FeeMode.BIDDING, FeeSide.SELLER, 100_000_000_000_000L))
                .isEqualTo(cny("300322000.00").minor());
    }
}
