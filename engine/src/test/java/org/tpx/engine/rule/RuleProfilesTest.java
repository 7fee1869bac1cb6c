package org.tpx.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tpx.engine.rule.Examples.yuan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Tape;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DisclosureTier;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.GovernanceEvent.RuleProfileLoaded;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RuleProfileTerms;

class RuleProfilesTest {

    private static final DisclosureTier REST = new DisclosureTier(Money.NONE, 20);

    private final Tape tape = new Tape().at("2025-01-02T08:00");
    private final RuleProfiles profiles = new RuleProfiles();

    @Test
    void shouldKeepEveryVersionForTheListingsThatWereAcceptedUnderIt() {
        RuleProfileTerms older = Examples.profile(1).terms();
        RuleProfileTerms newer = Examples.terms(Currency.CNY, List.of(REST));
        assertThat(tape.run(Examples.profile(1), profiles::load))
                .containsExactly(new RuleProfileLoaded(1, "CN_SOE_ASSET", 1, older));
        assertThat(tape.run(Examples.profile(3, newer), profiles::load))
                .containsExactly(new RuleProfileLoaded(1, "CN_SOE_ASSET", 3, newer));
        assertThat(profiles.latestVersion(1)).isEqualTo(3);
        assertThat(profiles.terms(1, 1)).isEqualTo(older);
        assertThat(profiles.terms(1, 3)).isEqualTo(newer);
        assertThatThrownBy(() -> profiles.terms(1, 2)).isInstanceOf(InvariantBrokenException.class);
    }

    @Test
    void shouldKnowWhichProfilesAreLoaded() {
        assertThat(profiles.isLoaded(1)).isFalse();
        tape.run(Examples.profile(1), profiles::load);
        assertThat(profiles.isLoaded(1)).isTrue();
        assertThat(profiles.isLoaded(0)).isFalse();
        assertThat(profiles.isLoaded(2)).isFalse();
        assertThat(profiles.latestVersion(2)).isZero();
    }

    @Test
    void shouldTakeRisingVersionsInOneCurrencyOnly() {
        assertThat(profiles.obstacle(Examples.profile(1))).isNull();
        tape.run(Examples.profile(1), profiles::load);
        assertThat(profiles.obstacle(Examples.profile(2))).isNull();
        assertThat(profiles.obstacle(Examples.profile(1))).isEqualTo(RejectReason.NOT_ALLOWED);
        RuleProfileTerms dollars = Examples.terms(Currency.USD, List.of(REST));
        assertThat(profiles.obstacle(Examples.profile(2, dollars))).isEqualTo(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNotTakeRulesThatContradictThemselves() {
        DisclosureTier million = new DisclosureTier(yuan(1_000_000), 5);
        DisclosureTier tenMillion = new DisclosureTier(yuan(10_000_000), 10);
        DisclosureTier dollars = new DisclosureTier(Money.ofMinor(1_000, Currency.USD), 5);
        assertThat(obstacle(Currency.CNY, List.of(million, tenMillion, REST))).isNull();
        assertThat(obstacle(Currency.CNY, List.of(REST))).isNull();
        assertThat(obstacle(Currency.XXX, List.of(REST))).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(obstacle(Currency.CNY, List.of())).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(obstacle(Currency.CNY, List.of(million))).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(obstacle(Currency.CNY, List.of(REST, REST))).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(obstacle(Currency.CNY, List.of(million, million, REST))).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(obstacle(Currency.CNY, List.of(tenMillion, million, REST))).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(obstacle(Currency.CNY, List.of(dollars, REST))).isEqualTo(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNotTakeBoundsOfADepositThatExcludeEachOther() {
        assertThat(obstacle(500, 2_000)).isNull();
        assertThat(obstacle(2_000, 2_000)).isNull();
        assertThat(obstacle(2_000, 0)).isNull();
        assertThat(obstacle(2_001, 2_000)).isEqualTo(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNotTakePoliciesThatPointBackToTheProfile() {
        assertThat(obstacle(ReleasePolicy.ON_ACCEPTANCE, ForfeitPolicy.ACTUAL_LOSS))
                .isNull();
        assertThat(obstacle(ReleasePolicy.BY_PROFILE, ForfeitPolicy.FULL)).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(obstacle(ReleasePolicy.ON_ACCEPTANCE, ForfeitPolicy.BY_PROFILE))
                .isEqualTo(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldSurviveASnapshot() {
        tape.run(Examples.profile(1), profiles::load);
        tape.run(Examples.profile(2, Examples.terms(Currency.CNY, List.of(REST))), profiles::load);
        RuleProfiles read = new RuleProfiles();
        tape.roundTrip(profiles::exchange, read::exchange);
        assertThat(read.latestVersion(1)).isEqualTo(2);
        assertThat(read.terms(1, 1)).isEqualTo(profiles.terms(1, 1));
        assertThat(read.obstacle(Examples.profile(2))).isEqualTo(RejectReason.NOT_ALLOWED);
    }

    private @Nullable RejectReason obstacle(Currency currency, List<DisclosureTier> tiers) {
        return profiles.obstacle(Examples.profile(1, Examples.terms(currency, tiers)));
    }

    private @Nullable RejectReason obstacle(int floorBps, int capBps) {
        return profiles.obstacle(Examples.profile(
                1,
                Examples.terms(
                        Currency.CNY,
                        List.of(REST),
                        floorBps,
                        capBps,
                        ReleasePolicy.ON_CERTIFICATE,
                        ForfeitPolicy.FULL)));
    }

    private @Nullable RejectReason obstacle(ReleasePolicy release, ForfeitPolicy forfeit) {
        return profiles.obstacle(
                Examples.profile(1, Examples.terms(Currency.CNY, List.of(REST), 0, 3_000, release, forfeit)));
    }
}
