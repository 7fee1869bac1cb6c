package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.settlement.ledger.Examples.cny;

import org.junit.jupiter.api.Test;

/** What contributors get at least: of what is left, and never less than the share says. */
class ContributorAdviceTest {

    @Test
    void shouldGiveHalfOfTheNetIncomeOfE16() {
        ContributorAdvice advice = advice("97120.00", 5_000);

        assertThat(advice.netIncome()).isEqualTo(cny("1100000.00"));
        assertThat(advice.leastShare()).isEqualTo(cny("550000.00"));
    }

    @Test
    void shouldGiveWhatARegionGives() {
        assertThat(advice("97120.00", 2_000).leastShare()).isEqualTo(cny("220000.00"));
        assertThat(advice("97120.00", 0).leastShare()).isEqualTo(cny("0.00"));
    }

    @Test
    void shouldRoundUpSinceLessWouldFallShort() {
        assertThat(advice("97119.99", 5_000).leastShare()).isEqualTo(cny("550000.01"));
    }

    @Test
    void shouldGiveNothingOfALoss() {
        ContributorAdvice advice = advice("1197120.01", 5_000);

        assertThat(advice.netIncome()).isEqualTo(cny("0.00"));
        assertThat(advice.leastShare()).isEqualTo(cny("0.00"));
    }

    private static ContributorAdvice advice(String costs, int shareBps) {
        return new ContributorAdvice(1, cny("1200000.00"), cny("2880.00"), cny(costs), shareBps);
    }
}
