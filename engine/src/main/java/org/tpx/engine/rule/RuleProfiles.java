package org.tpx.engine.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.BasisRule;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DisclosureTier;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.GovernanceCommand.ProposeRuleProfile;
import org.tpx.protocol.GovernanceEvent.RuleProfileLoaded;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RuleProfileTerms;

/** The rule profiles. All versions stay, since a listing keeps the one that it was accepted under. */
public final class RuleProfiles {

    private final Versions<RuleProfileLoaded> versions = new Versions<>();

    /** Whether the identity names a profile. */
    public boolean isLoaded(long profileId) {
        return versions.latest(profileId) > 0;
    }

    /** The number of the latest version, or 0 where the identity names none. */
    public int latestVersion(long profileId) {
        return versions.latest(profileId);
    }

    /** The rules of a version that is known to exist. */
    public RuleProfileTerms terms(long profileId, int version) {
        return versions.get(profileId, version).terms();
    }

    /**
     * Why this version cannot be loaded, or null: its number does not rise, its rules contradict themselves, or its
     * currency is another than before.
     */
    public @Nullable RejectReason obstacle(ProposeRuleProfile command) {
        RuleProfileLoaded before = versions.find(versions.idOf(command.profile()));
        boolean keepsCurrency =
                before == null || before.terms().currency() == command.terms().currency();
        boolean rises = versions.rises(command.profile(), command.version());
        return rises && keepsCurrency && isWellFormed(command.terms()) ? null : RejectReason.NOT_ALLOWED;
    }

    /** Loads an approved version and emits RuleProfileLoaded. */
    public void load(Turn turn, ProposeRuleProfile command) {
        RuleProfileLoaded version = new RuleProfileLoaded(
                versions.idOf(command.profile()), command.profile(), command.version(), command.terms());
        versions.add(command.profile(), command.version(), version);
        turn.emit(version);
    }

    /** Writes or reads all versions. */
    public void exchange(Snapshot snapshot) {
        versions.exchange(snapshot);
    }

    private static boolean isWellFormed(RuleProfileTerms terms) {
        boolean capBelowFloor = terms.depositCapBps() > 0 && terms.depositCapBps() < terms.depositFloorBps();
        Money flatCap = terms.openLicenceFlatCap();
        return terms.currency() != Currency.XXX
                && !capBelowFloor
                && (flatCap.isNone() || flatCap.currency() == terms.currency())
                && terms.releasePolicy() != ReleasePolicy.BY_PROFILE
                && terms.forfeitPolicy() != ForfeitPolicy.BY_PROFILE
                && areWellFormed(terms.disclosureTiers(), terms.currency())
                && areDifferent(terms.negotiationBases());
    }

    private static boolean areDifferent(List<BasisRule> rules) {
        return rules.stream().map(BasisRule::basis).distinct().count() == rules.size();
    }

    /** Every tier but the last has a bound, in the profile's currency and above that of the tier before. */
    private static boolean areWellFormed(List<DisclosureTier> tiers, Currency currency) {
        long boundBefore = 0;
        for (int i = 0; i < tiers.size() - 1; i++) {
            Money bound = tiers.get(i).below();
            if (bound.currency() != currency || bound.minor() <= boundBefore) {
                return false;
            }
            boundBefore = bound.minor();
        }
        return !tiers.isEmpty() && tiers.get(tiers.size() - 1).below().isNone();
    }
}
