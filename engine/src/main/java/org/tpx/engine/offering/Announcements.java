package org.tpx.engine.offering;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.member.Access;
import org.tpx.engine.rule.BusinessCalendar;
import org.tpx.engine.unit.Placement;
import org.tpx.protocol.Money;
import org.tpx.protocol.OfferingCommand.ProposeOffering;
import org.tpx.protocol.OfferingEvent.OfferingAnnounced;
import org.tpx.protocol.OfferingPricing;
import org.tpx.protocol.OfferingTerms;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.RuleProfileTerms;

/** How an offering comes about: proposed by one person, approved by another. What it announces then stands, its hours too. */
public final class Announcements {

    private static final int OPERATOR_OR_SUPERVISOR = Access.mask(Role.OPERATOR, Role.SUPERVISOR);

    /** No offering is announced more than about a year ahead: 400 days. */
    private static final long MAX_LEAD_NANOS = 400L * 86_400 * 1_000_000_000;

    private final Foundation foundation;
    private final Rules rules;
    private final OfferingRegister register;
    private final OfferingClock clock;

    Announcements(Foundation foundation, Rules rules, OfferingRegister register, OfferingClock clock) {
        this.foundation = foundation;
        this.rules = rules;
        this.register = register;
        this.clock = clock;
    }

    /** Causes ProposalMade. */
    public void propose(Turn turn, ProposeOffering command) {
        foundation
                .proposals()
                .propose(
                        turn,
                        OPERATOR_OR_SUPERVISOR,
                        command.proposal(),
                        ProposalKind.OFFERING,
                        command,
                        obstacle(turn, command),
                        command.seriesId());
    }

    /** Why this cannot be offered now, or null. */
    public @Nullable RejectReason obstacle(Turn turn, ProposeOffering command) {
        Placement series = register.series(command.seriesId());
        if (series == null || !foundation.members().parties().exists(command.issuerId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.isCodeTaken(command.offering())) {
            return RejectReason.CODE_TAKEN;
        }
        if (!foundation.profiles().isLoaded(command.profileId())) {
            return RejectReason.VARIETY_NOT_APPROVED;
        }
        RejectReason reason = refusalOfTerms(turn, series, command);
        if (reason == null && command.terms().opensNanos() <= turn.timeNanos()) {
            reason = RejectReason.LATE;
        }
        return reason == null ? refusalOfForm(series, command) : reason;
    }

    /** Two people decided so: causes OfferingAnnounced. */
    public void announce(Turn turn, ProposeOffering command) {
        OfferingTerms terms = command.terms();
        Placement series = register.requireSeries(command.seriesId());
        BusinessCalendar calendar = foundation.calendars().get(series.calendarId());
        RuleProfileTerms profile = rules.latest(command.profileId());
        long closesNanos =
                calendar.closeOfWorkingDay(terms.opensNanos(), terms.subscriptionDays(), profile.periodCounting());
        long exerciseEndNanos = terms.exerciseDays() == 0
                ? 0
                : calendar.closeOfWorkingDay(closesNanos, terms.exerciseDays(), profile.periodCounting());
        OfferingAnnounced announced = new OfferingAnnounced(
                register.nextId(),
                command.offering(),
                command.seriesId(),
                command.issuerId(),
                command.profileId(),
                foundation.profiles().latestVersion(command.profileId()),
                terms,
                closesNanos,
                exerciseEndNanos);
        series.reserve(terms.units());
        clock.start(register.add(announced));
        turn.emit(announced);
    }

    private @Nullable RejectReason refusalOfTerms(Turn turn, Placement series, ProposeOffering command) {
        OfferingTerms terms = command.terms();
        RuleProfileTerms profile = rules.latest(command.profileId());
        boolean inMeans =
                terms.units() <= Money.MAX_MINOR / Math.max(1, terms.price().minor());
        Money value =
                Money.ofMinor(inMeans ? terms.units() * terms.price().minor() : Money.MAX_MINOR, profile.currency());
        if (terms.subscriptionDays() < rules.minimumDisclosureDays(profile, value)) {
            return RejectReason.PERIOD_TOO_SHORT;
        }
        boolean wellFormed = inMeans
                && terms.opensNanos() <= turn.timeNanos() + MAX_LEAD_NANOS
                && terms.minimumUnits() <= terms.units()
                && (terms.mostUnits() == 0 || terms.leastUnits() <= terms.mostUnits());
        // Holders take units up at the one price that was found; where each pays its own limit there is none.
        boolean hasPriceForHolders = terms.exerciseDays() == 0 || terms.pricing() != OfferingPricing.AS_BID;
        return wellFormed && hasPriceForHolders && !series.isWoundUp() ? null : RejectReason.NOT_ALLOWED;
    }

    private @Nullable RejectReason refusalOfForm(Placement series, ProposeOffering command) {
        OfferingTerms terms = command.terms();
        boolean inCurrency = terms.price().currency() == series.currency()
                && rules.latest(command.profileId()).currency() == series.currency();
        if (!inCurrency) {
            return RejectReason.CURRENCY;
        }
        if (series.lots(terms.units()) < 0) {
            return RejectReason.BAD_LOT;
        }
        if (!series.isWholeTicks(terms.price().minor())) {
            return RejectReason.BAD_TICK;
        }
        return terms.units() <= series.unitsLeft() ? null : RejectReason.UNITS_EXHAUSTED;
    }
}
