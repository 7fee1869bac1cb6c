package org.tpx.engine.unit;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.governance.Proposals;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.UnitCommand.HaltSeries;
import org.tpx.protocol.UnitCommand.ProposeSeriesResumption;
import org.tpx.protocol.UnitEvent.SeriesHalted;
import org.tpx.protocol.UnitEvent.SeriesResumed;
import org.tpx.protocol.UnitSession;

/**
 * Halts of a series and their end: one person halts, two resume, and where the venue has calls the series resumes through
 * one. A halt of the whole market and an outage of the node end in the same way.
 */
public final class SeriesHalts {

    private static final int SUPERVISOR = Access.mask(Role.SUPERVISOR);

    private final Access access;
    private final Proposals proposals;
    private final SeriesRegister register;
    private final Sessions sessions;
    private final Backlog backlog;
    private final int marketWork;
    private final int outageWork;
    private long outageToNanos;

    SeriesHalts(Access access, Proposals proposals, SeriesRegister register, Sessions sessions, Backlog backlog) {
        this.access = access;
        this.proposals = proposals;
        this.register = register;
        this.sessions = sessions;
        this.backlog = backlog;
        marketWork = backlog.register(this::resumeNext);
        outageWork = backlog.register(this::haltNext);
    }

    /** Causes SeriesHalted. */
    public void halt(Turn turn, HaltSeries command) {
        Series series = register.find(command.seriesId());
        RejectReason reason = access.role(turn, SUPERVISOR);
        if (reason == null && series != null && series.isHalted()) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason != null || series == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.seriesId());
            return;
        }
        halt(turn, series, command.reason());
    }

    /** Causes ProposalMade. */
    public void proposeResumption(Turn turn, ProposeSeriesResumption command) {
        proposals.propose(
                turn,
                SUPERVISOR,
                command.proposal(),
                ProposalKind.SERIES_RESUMPTION,
                command,
                refusalOfResumption(command.seriesId()),
                command.seriesId());
    }

    /** Why a series could not resume now, or null. While the market is halted, no part of it resumes. */
    public @Nullable RejectReason refusalOfResumption(long seriesId) {
        Series series = register.find(seriesId);
        if (series == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (!series.isHalted()) {
            return RejectReason.NOT_ALLOWED;
        }
        return register.isMarketHalted() ? RejectReason.HALTED : null;
    }

    /** Two people decided so: causes SeriesResumed, and SessionStarted where a call comes first. */
    public void resume(Turn turn, long seriesId) {
        Series series = register.get(seriesId);
        series.halt(false);
        goOn(turn, series);
    }

    /** The halt of the whole market is over: causes the same for each series that is not halted for a reason of its own. */
    public void onMarketLift() {
        backlog.add(marketWork, 0);
    }

    /** The node was away: causes SeriesHalted for each series that was open, or due to open or close, meanwhile. */
    public void onOutage(long nowNanos) {
        outageToNanos = nowNanos;
        backlog.add(outageWork, 0);
    }

    void exchange(Snapshot snapshot) {
        outageToNanos = snapshot.number(outageToNanos);
    }

    private long resumeNext(Turn turn, long subjectId, long cursor) {
        Series series = register.find(cursor + 1);
        if (series == null) {
            return Backlog.DONE;
        }
        if (!series.isHalted()) {
            goOn(turn, series);
        }
        return cursor + 1;
    }

    private long haltNext(Turn turn, long subjectId, long cursor) {
        Series series = register.find(cursor + 1);
        if (series == null) {
            return Backlog.DONE;
        }
        boolean due = series.timerId() != 0 && series.sessionEndNanos() <= outageToNanos;
        boolean touched = series.session() != UnitSession.CLOSED || due;
        if (touched && !register.isHalted(series)) {
            halt(turn, series, "the node was away");
        }
        return cursor + 1;
    }

    private void halt(Turn turn, Series series, String reason) {
        series.halt(true);
        sessions.stop(series);
        turn.emit(new SeriesHalted(series.id(), reason));
    }

    private void goOn(Turn turn, Series series) {
        turn.emit(new SeriesResumed(series.id()));
        sessions.reopen(turn, series);
    }
}
