package org.tpx.engine.listing;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.rule.BusinessCalendar;
import org.tpx.engine.rule.FeeWaivers;
import org.tpx.protocol.ChargeEvent.FeeWaived;
import org.tpx.protocol.ChargeEvent.FeeWaiverGranted;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DayKind;
import org.tpx.protocol.DisclosureTier;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.Money;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RuleProfileTerms;
import org.tpx.protocol.TimerKind;

/**
 * What a listing's rule profile, notice, fee schedule and calendar say, in one voice: where the notice is silent the
 * profile speaks. Also sets the timers whose periods they give.
 */
public final class Rules {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int BASIS_POINTS = 10_000;

    private final Foundation foundation;

    /** Rules over these floors. */
    public Rules(Foundation foundation) {
        this.foundation = foundation;
    }

    /** The profile of a listing: the pinned version, before acceptance the latest. */
    public RuleProfileTerms of(Listing listing) {
        int version = listing.profileVersion();
        long profileId = listing.profileId();
        return version > 0 ? foundation.profiles().terms(profileId, version) : latest(profileId);
    }

    /** Whether profile, fee schedule and calendar have all been loaded. */
    boolean isVarietyApproved(long profileId, long feeScheduleId, long calendarId) {
        return foundation.profiles().isLoaded(profileId)
                && foundation.feeSchedules().isLoaded(feeScheduleId)
                && foundation.calendars().find(calendarId) != null;
    }

    /** The latest rules of a profile that was loaded. */
    public RuleProfileTerms latest(long profileId) {
        return foundation.profiles().terms(profileId, foundation.profiles().latestVersion(profileId));
    }

    /** Whether all these amounts are in the currency of profile and fee schedule; an absent one is in any. */
    boolean areInCurrency(long profileId, long feeScheduleId, Money... amounts) {
        Currency currency = latest(profileId).currency();
        boolean inCurrency = currency == foundation.feeSchedules().currency(feeScheduleId);
        for (Money amount : amounts) {
            inCurrency &= amount.isNone() || amount.currency() == currency;
        }
        return inCurrency;
    }

    /** The calendar of a listing. */
    public BusinessCalendar calendar(Listing listing) {
        return foundation.calendars().get(listing.calendarId());
    }

    /**
     * The service fee of one side on a price, or what the listing bears of that on the bid it was a part of; zero where the exchange
     * waives it.
     */
    public Money fee(Listing listing, FeeSide side, FeeMode mode, Money price, PackageShare share) {
        if (listing.isFeeWaived()) {
            return Money.zero(price.currency());
        }
        return share.isNone()
                ? feeOn(listing, side, mode, price)
                : share.of(feeOn(listing, side, mode, share.whole()), price);
    }

    /**
     * What a waiver in force spares this party of its fee: the share that it waives, rounded down to the minor unit; null where none
     * applies. The minimum of the schedule is not looked at once more.
     */
    public @Nullable FeeWaived waived(
            Listing listing, long dealId, FeeSide side, long partyId, Money fee, long timeNanos) {
        FeeWaiverGranted waiver =
                foundation.feeWaivers().find(listing.id(), partyId, listing.feeScheduleId(), side, timeNanos);
        if (waiver == null || fee.isZero()) {
            return null;
        }
        // A fee is at most its price, so the product stays within a long.
        long sparedMinor = Math.multiplyExact(fee.minor(), (long) FeeWaivers.bps(waiver, side)) / BASIS_POINTS;
        Money spared = Money.ofMinor(sparedMinor, fee.currency());
        return new FeeWaived(waiver.waiverId(), dealId, listing.id(), partyId, side, fee, spared);
    }

    private Money feeOn(Listing listing, FeeSide side, FeeMode mode, Money amount) {
        return foundation.feeSchedules().fee(listing.feeScheduleId(), listing.feeScheduleVersion(), side, mode, amount);
    }

    /** Length of the free bidding period in nanoseconds. */
    public long freePeriodNanos(Listing listing) {
        return orElse(listing.terms().freePeriodSeconds(), of(listing).freePeriodSeconds()) * NANOS_PER_SECOND;
    }

    /** Length of the limited bidding period, and of each extension, in nanoseconds. */
    public long limitedPeriodNanos(Listing listing) {
        return orElse(listing.terms().limitedPeriodSeconds(), of(listing).limitedPeriodSeconds()) * NANOS_PER_SECOND;
    }

    /** Least time left when a halt or an outage ends, in nanoseconds. */
    public long haltMinimumNanos(Listing listing) {
        return of(listing).haltMinimumSeconds() * NANOS_PER_SECOND;
    }

    /** When the price is released. */
    public ReleasePolicy releasePolicy(Listing listing) {
        ReleasePolicy own = listing.terms().releasePolicy();
        return own == ReleasePolicy.BY_PROFILE ? of(listing).releasePolicy() : own;
    }

    /** Under a split release: the share of the price that goes with the certificate, in basis points. */
    public int releaseSplitBps(Listing listing) {
        return (int) orElse(listing.terms().releaseSplitBps(), of(listing).releaseSplitBps());
    }

    ForfeitPolicy forfeitPolicy(Listing listing) {
        ForfeitPolicy own = listing.terms().forfeitPolicy();
        return own == ForfeitPolicy.BY_PROFILE ? of(listing).forfeitPolicy() : own;
    }

    int extensionDays(Listing listing) {
        return (int) orElse(listing.terms().extensionDays(), of(listing).extensionDays());
    }

    boolean keepsRunnerUp(Listing listing) {
        return listing.terms().runnerUpWaiting() && of(listing).runnerUpWaitingAllowed();
    }

    /** The least working days of formal disclosure at a price, relistings at another price only apart. */
    public int minimumDisclosureDays(RuleProfileTerms rules, Money price) {
        for (DisclosureTier tier : rules.disclosureTiers()) {
            if (tier.below().isNone() || price.isLessThan(tier.below())) {
                return tier.minimumDays();
            }
        }
        return 0;
    }

    /** Whether the deposit lies within the profile's bounds; it becomes price, so it never exceeds the least price of the sale. */
    boolean isDepositWithinBounds(RuleProfileTerms rules, Money deposit, Money price, Money leastPrice) {
        int cap = rules.depositCapBps();
        return !deposit.isGreaterThan(leastPrice)
                && (cap == 0 || compareShare(deposit, price, cap) <= 0)
                && compareShare(deposit, price, rules.depositFloorBps()) >= 0;
    }

    /** Whether a price needs an approval record because it lies too far below the appraisal. */
    boolean needsApproval(RuleProfileTerms rules, Money price, Money appraisal) {
        return rules.approvalBelowBps() > 0
                && !appraisal.isNone()
                && compareShare(price, appraisal, rules.approvalBelowBps()) < 0;
    }

    /** The close of business so many working days from now, under the listing's way of counting. */
    public long closeOfBusiness(Turn turn, Listing listing, int days) {
        return closeAfter(listing, turn.timeNanos(), days);
    }

    /** Sets a timer of the listing for a period of working days from now, and returns its deadline. */
    public long startDays(Turn turn, Listing listing, TimerKind kind, int days) {
        return startDays(listing, kind, turn.timeNanos(), days);
    }

    /** Sets a timer of the listing for a period of these days from now, and returns its deadline. */
    public long startPeriod(Turn turn, Listing listing, TimerKind kind, int days, DayKind dayKind) {
        cancel(listing, kind);
        long startNanos = turn.timeNanos();
        long deadlineNanos = endOfPeriod(listing, startNanos, days, dayKind);
        listing.timers()
                .id(
                        kind,
                        foundation.timers().setPeriod(kind, listing.id(), 0, deadlineNanos, startNanos, days, dayKind));
        return deadlineNanos;
    }

    /** Sets a timer of the listing for an instant. */
    public void startAt(Listing listing, TimerKind kind, long deadlineNanos) {
        cancel(listing, kind);
        listing.timers().id(kind, foundation.timers().set(kind, listing.id(), 0, deadlineNanos));
    }

    /** Takes a timer of the listing away; without effect where there is none. */
    public void cancel(Listing listing, TimerKind kind) {
        foundation.timers().cancel(listing.timers().id(kind));
        listing.timers().id(kind, 0);
    }

    /** When a timer of the listing fires, or 0 where there is none. */
    public long deadlineNanos(Listing listing, TimerKind kind) {
        return foundation.timers().deadlineNanos(listing.timers().id(kind));
    }

    long startDays(Listing listing, TimerKind kind, long startNanos, int days) {
        cancel(listing, kind);
        listing.timers().id(kind, startPartyDays(listing, kind, 0, startNanos, days));
        return deadlineNanos(listing, kind);
    }

    /** Sets a timer of one party of the listing, or of none where it is 0, beside others of its kind; returns its identity. */
    public long startPartyDays(Listing listing, TimerKind kind, long partyId, long startNanos, int days) {
        long deadlineNanos = closeAfter(listing, startNanos, days);
        return foundation.timers().setPeriod(kind, listing.id(), partyId, deadlineNanos, startNanos, days);
    }

    /** The close of business so many working days after an instant, under the listing's way of counting. */
    public long closeAfter(Listing listing, long startNanos, int days) {
        return calendar(listing).closeOfWorkingDay(startNanos, days, of(listing).periodCounting());
    }

    /** The end of a period of these days after an instant. */
    public long endOfPeriod(Listing listing, long startNanos, int days, DayKind dayKind) {
        return dayKind == DayKind.WORKING
                ? closeAfter(listing, startNanos, days)
                : calendar(listing).endOfCalendarDays(startNanos, days);
    }

    // Compares part with whole * bps / 10000 without rounding; amounts are at most MAX_MINOR, so nothing overflows.
    private static int compareShare(Money part, Money whole, int bps) {
        return Long.compare(
                Math.multiplyExact(part.minor(), BASIS_POINTS), Math.multiplyExact(whole.minor(), (long) bps));
    }

    private static long orElse(int own, int profile) {
        return own > 0 ? own : profile;
    }
}
