package org.tpx.engine.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.Currency;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.FeeTier;
import org.tpx.protocol.FeeWaiverGround;
import org.tpx.protocol.FeeWaiverRule;
import org.tpx.protocol.GovernanceCommand.ProposeFeeSchedule;
import org.tpx.protocol.GovernanceEvent.FeeScheduleLoaded;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;

/**
 * The fee schedules and the arithmetic of service fees (section 5.2): each part of the price at the rate of its tier, the
 * exact sum rounded half up once to the minor unit, and not below the minimum that each side pays. All versions stay, since
 * a listing keeps the one that it was accepted under. Some amount states the currency: a flat rate has a minimum of zero.
 */
public final class FeeSchedules {

    private static final long MILLION = 1_000_000;

    private final Versions<FeeScheduleLoaded> versions = new Versions<>();

    /** Whether the identity names a schedule. */
    public boolean isLoaded(long feeScheduleId) {
        return versions.latest(feeScheduleId) > 0;
    }

    /** The number of the latest version, or 0 where the identity names none. */
    public int latestVersion(long feeScheduleId) {
        return versions.latest(feeScheduleId);
    }

    /** The currency of a schedule that is known to exist; all its versions have the same. */
    public Currency currency(long feeScheduleId) {
        FeeScheduleLoaded schedule = versions.get(feeScheduleId, versions.latest(feeScheduleId));
        return currency(schedule.minimumBidding(), schedule.minimumNegotiated(), schedule.tiers());
    }

    /** What one side pays on this price, which is not negative and in the schedule's {@link #currency}. */
    public Money fee(long feeScheduleId, int version, FeeSide side, FeeMode mode, Money price) {
        FeeScheduleLoaded schedule = versions.get(feeScheduleId, version);
        Money minimum = mode == FeeMode.BIDDING ? schedule.minimumBidding() : schedule.minimumNegotiated();
        Money fee = Money.ofMinor(feeMinor(schedule.tiers(), side, mode, price), price.currency());
        return minimum.isNone() || fee.isGreaterThan(minimum) ? fee : minimum;
    }

    /** How much may be waived on this ground under a version that is known to exist, or null where the ground is not open. */
    public @Nullable FeeWaiverRule waiver(long feeScheduleId, int version, FeeWaiverGround ground) {
        for (FeeWaiverRule rule : versions.get(feeScheduleId, version).waivers()) {
            if (rule.ground() == ground) {
                return rule;
            }
        }
        return null;
    }

    /**
     * Why this version cannot be loaded, or null: its number does not rise, its tiers or waivers contradict themselves, or its
     * currency is not stated or another than before.
     */
    public @Nullable RejectReason obstacle(ProposeFeeSchedule command) {
        Currency currency = currency(command.minimumBidding(), command.minimumNegotiated(), command.tiers());
        long id = versions.idOf(command.feeSchedule());
        boolean keepsCurrency = !isLoaded(id) || currency(id) == currency;
        boolean rises = versions.rises(command.feeSchedule(), command.version());
        return rises && keepsCurrency && isWellFormed(command, currency) ? null : RejectReason.NOT_ALLOWED;
    }

    /** Loads an approved version and emits FeeScheduleLoaded. */
    public void load(Turn turn, ProposeFeeSchedule command) {
        FeeScheduleLoaded version = new FeeScheduleLoaded(
                versions.idOf(command.feeSchedule()),
                command.feeSchedule(),
                command.version(),
                command.minimumBidding(),
                command.minimumNegotiated(),
                command.tiers(),
                command.waivers());
        versions.add(command.feeSchedule(), command.version(), version);
        turn.emit(version);
    }

    /** Writes or reads all versions. */
    public void exchange(Snapshot snapshot) {
        versions.exchange(snapshot);
    }

    private static long feeMinor(List<FeeTier> tiers, FeeSide side, FeeMode mode, Money price) {
        Invariant.check(price.minor() >= 0, "a fee on a negative price");
        long whole = 0;
        long millionths = 0;
        long lower = 0;
        for (FeeTier tier : tiers) {
            long upper = tier.upTo().isNone()
                    ? price.minor()
                    : price.min(tier.upTo()).minor();
            long part = Math.max(0, upper - lower);
            long ppm = ppm(tier, side, mode);
            // A part times its rate may exceed a long; the millions of the part and their rest do not.
            whole += part / MILLION * ppm;
            millionths += part % MILLION * ppm;
            lower += part;
        }
        return whole + (millionths + MILLION / 2) / MILLION;
    }

    private static long ppm(FeeTier tier, FeeSide side, FeeMode mode) {
        if (mode == FeeMode.NEGOTIATED) {
            return tier.negotiatedPpm();
        }
        return side == FeeSide.SELLER ? tier.sellerBiddingPpm() : tier.buyerBiddingPpm();
    }

    /** All amounts are in one currency; every tier but the last has an end above that of the tier before. */
    private static boolean isWellFormed(ProposeFeeSchedule command, Currency currency) {
        List<FeeTier> tiers = command.tiers();
        long endBefore = 0;
        for (int i = 0; i < tiers.size() - 1; i++) {
            Money end = tiers.get(i).upTo();
            if (end.currency() != currency || end.minor() <= endBefore) {
                return false;
            }
            endBefore = end.minor();
        }
        return currency != Currency.XXX
                && !tiers.isEmpty()
                && tiers.get(tiers.size() - 1).upTo().isNone()
                && isIn(command.minimumBidding(), currency)
                && isIn(command.minimumNegotiated(), currency)
                && areDifferent(command.waivers());
    }

    private static boolean areDifferent(List<FeeWaiverRule> waivers) {
        return waivers.stream().map(FeeWaiverRule::ground).distinct().count() == waivers.size();
    }

    private static boolean isIn(Money amount, Currency currency) {
        return amount.isNone() || amount.currency() == currency;
    }

    /** The currency of the first amount that is not absent, or none. */
    private static Currency currency(Money minimumBidding, Money minimumNegotiated, List<FeeTier> tiers) {
        if (!minimumBidding.isNone()) {
            return minimumBidding.currency();
        }
        if (!minimumNegotiated.isNone()) {
            return minimumNegotiated.currency();
        }
        return tiers.isEmpty() ? Currency.XXX : tiers.get(0).upTo().currency();
    }
}
