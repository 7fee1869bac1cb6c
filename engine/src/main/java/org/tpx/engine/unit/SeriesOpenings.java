package org.tpx.engine.unit;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.governance.Proposals;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.engine.rule.Calendars;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.SeriesTerms;
import org.tpx.protocol.UnitCommand.ProposeSeries;
import org.tpx.protocol.UnitEvent.SeriesOpened;

/** How a series comes to be traded: proposed by one person, approved by another with the authority's number. */
public final class SeriesOpenings {

    private static final int OPERATOR_OR_SUPERVISOR = Access.mask(Role.OPERATOR, Role.SUPERVISOR);

    private final Proposals proposals;
    private final Calendars calendars;
    private final SeriesRegister register;
    private final Sessions sessions;

    SeriesOpenings(Proposals proposals, Calendars calendars, SeriesRegister register, Sessions sessions) {
        this.proposals = proposals;
        this.calendars = calendars;
        this.register = register;
        this.sessions = sessions;
    }

    /** Causes ProposalMade. */
    public void propose(Turn turn, ProposeSeries command) {
        proposals.propose(
                turn, OPERATOR_OR_SUPERVISOR, command.proposal(), ProposalKind.SERIES, command, obstacle(command), 0);
    }

    /** Why such a series cannot be opened now, or null. */
    public @Nullable RejectReason obstacle(ProposeSeries command) {
        if (register.isCodeTaken(command.series())) {
            return RejectReason.CODE_TAKEN;
        }
        if (calendars.find(command.calendarId()) == null) {
            return RejectReason.VARIETY_NOT_APPROVED;
        }
        return obstacle(command.terms());
    }

    /** Two people decided so: causes SeriesOpened, and SessionStarted where a trading day is known. */
    public void open(Turn turn, ProposeSeries command) {
        SeriesOpened opened = new SeriesOpened(
                register.nextId(), command.series(), command.calendarId(), command.terms(), command.policy());
        Series series = register.add(opened);
        turn.emit(opened);
        sessions.plan(turn, series);
    }

    private static @Nullable RejectReason obstacle(SeriesTerms terms) {
        Money tick = terms.tick();
        Money reference = terms.referencePrice();
        // One tick of a lot must be an amount that can be booked.
        boolean bookable =
                tick.minor() > 0 && terms.lotUnits() > 0 && tick.minor() <= Money.MAX_MINOR / terms.lotUnits();
        if (terms.currency() == Currency.XXX || !bookable || !TradingHours.areWellFormed(terms)) {
            return RejectReason.NOT_ALLOWED;
        }
        if (tick.currency() != terms.currency() || (!reference.isNone() && reference.currency() != tick.currency())) {
            return RejectReason.CURRENCY;
        }
        boolean whole = reference.isNone() || (reference.minor() > 0 && reference.minor() % tick.minor() == 0);
        return whole ? null : RejectReason.BAD_TICK;
    }
}
