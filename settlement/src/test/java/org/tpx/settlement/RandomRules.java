package org.tpx.settlement;

import java.util.List;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DisclosureTier;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.GuideForce;
import org.tpx.protocol.Money;
import org.tpx.protocol.PeriodCounting;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RuleProfileTerms;

/** The rules of the random market: short periods, no papers. */
final class RandomRules {

    private RandomRules() {}

    static RuleProfileTerms profile() {
        List<DisclosureTier> tiers = List.of(new DisclosureTier(Money.NONE, 3));
        return new RuleProfileTerms(
                Currency.CNY,
                PeriodCounting.EXCLUDE_START,
                5,
                5,
                0,
                2,
                2,
                10,
                0,
                5,
                3,
                3_000,
                0,
                false,
                9_000,
                24,
                true,
                5,
                3_600,
                300,
                false,
                false,
                false,
                100,
                300,
                true,
                5,
                true,
                3,
                10,
                5,
                5,
                5,
                5,
                3,
                3,
                5,
                true,
                true,
                31,
                20,
                10,
                10,
                30,
                30,
                20,
                5,
                3,
                30,
                Money.NONE,
                0,
                0,
                GuideForce.WARN,
                false,
                false,
                0,
                ReleasePolicy.ON_TITLE_REGISTERED,
                0,
                0,
                ForfeitPolicy.FULL,
                tiers,
                List.of(),
                List.of(),
                List.of());
    }
}
